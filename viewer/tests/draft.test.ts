import { describe, expect, it } from 'vitest';
import { begun, done, redone, undone } from '../src/draft/history';
import type { Plan, Ring } from '../src/draft/model';
import {
  added,
  area,
  bent,
  bounds,
  freeNumber,
  merged,
  moved,
  nextNumber,
  numbered,
  rectangle,
  removed,
  repeated,
  scaleBy,
  snapped,
  split,
} from '../src/draft/model';
import { Studio } from '../src/draft/studio';

const square = (x: number, y: number, side = 3): Ring => rectangle([x, y], [x + side, y + side]);
const empty: Plan = { name: 'Hall', scale: 0.5, things: [] };

function plan(...numbers: string[]): Plan {
  return numbers.reduce((one, number, at) => added(one, 'booth', square(4 * at, 0), number)[0], empty);
}

const numbersOf = (one: Plan): string[] => one.things.map(({ number }) => number);

describe('a change', () => {
  it('leaves the plan before it as it was', () => {
    const before = plan('A1', 'A2');
    const after = moved(before, new Set([1]), 1, 2);
    expect(after.things[0]!.rings[0]![0]).toEqual([1, 2]);
    expect(before.things[0]!.rings[0]![0]).toEqual([0, 0]);
    expect(after.things[1]).toBe(before.things[1]);
  });

  it('puts a single corner elsewhere', () => {
    const after = bent(plan('A1'), 1, 0, 2, [9, 9]);
    expect(after.things[0]!.rings[0]).toEqual([[0, 0], [3, 0], [9, 9], [0, 3]]);
  });

  it('takes things away, and gives new ones ids that none has', () => {
    const [after, thing] = added(removed(plan('A1', 'A2'), new Set([1])), 'gate', [[0, 0], [1, 0]]);
    expect(thing.id).toBe(3);
    expect(numbersOf(after)).toEqual(['A2', '']);
  });

  it('makes one thing of several under the first one’s number', () => {
    const after = merged(plan('A1', 'A2', 'A3'), new Set([2, 1]), [square(0, 0, 7)]);
    expect(numbersOf(after)).toEqual(['A1', 'A3']);
    expect(after.things[0]!.rings).toEqual([square(0, 0, 7)]);
  });

  it('makes several of one, each with a number of its own', () => {
    const after = split(plan('A1', 'A1-2'), 1, [[square(0, 0, 1)], [square(1, 0, 1)], [square(2, 0, 1)]]);
    expect(numbersOf(after)).toEqual(['A1', 'A1-3', 'A1-4', 'A1-2']);
    expect(new Set(after.things.map(({ id }) => id)).size).toBe(4);
    expect(split(after, 1, [[square(0, 0)]])).toBe(after);
  });
});

describe('numbers', () => {
  it('follow each other as rows are numbered', () => {
    expect(['A09', '4.1-B99', 'Stage', '7'].map(nextNumber)).toEqual(['A10', '4.1-B100', 'Stage', '8']);
    expect(freeNumber('A1', new Set(['A1', 'A1-2']))).toBe('A1-3');
  });

  it('are given in the order in which things were selected', () => {
    expect(numbersOf(numbered(plan('x', 'y', 'z'), [3, 1], 'B08'))).toEqual(['B09', 'y', 'B08']);
  });

  it('are told where two booths bear one', () => {
    expect(repeated(plan('A1', 'A2', 'A1', ''))).toEqual(['A1']);
  });
});

describe('measures', () => {
  it('come of two points and the metres between them', () => {
    expect(scaleBy([0, 0], [30, 40], 25)).toBe(0.5);
    expect(scaleBy([1, 1], [1, 1], 25)).toBeUndefined();
    expect(scaleBy([0, 0], [1, 1], Number.NaN)).toBeUndefined();
  });

  it('are those of an outline less its holes', () => {
    const [one] = plan('A1').things;
    expect(area(one!, 0.5)).toBe(9 / 4);
    expect(area({ ...one!, rings: [square(0, 0), square(1, 1, 1)] }, 1)).toBe(8);
    expect(bounds(one!.rings)).toEqual({ x: 0, y: 0, w: 3, h: 3 });
  });
});

describe('a point', () => {
  it('is drawn to a corner that is near, else to the line of one', () => {
    const { things } = plan('A1');
    expect(snapped([3.2, 2.9], things, 0.5)).toEqual([3, 3]);
    expect(snapped([10, 2.9], things, 0.5)).toEqual([10, 3]);
    expect(snapped([10, 10], things, 0.5)).toEqual([10, 10]);
  });
});

describe('going back', () => {
  it('leads through every change and forward again', () => {
    let history = begun(0);
    for (const next of [1, 1, 2]) history = done(history, next);
    expect(history.past).toEqual([0, 1]);
    history = undone(undone(undone(history)));
    expect(history.now).toBe(0);
    expect(redone(history).now).toBe(1);
    expect(done(redone(history), 7).future).toEqual([]);
    expect(redone(done(history, 7)).now).toBe(7);
  });

  it('keeps only things selected that are there', () => {
    const studio = new Studio(plan('A1'));
    let told = 0;
    studio.watch(() => (told += 1));
    const [next, thing] = added(studio.plan, 'booth', square(9, 9), 'A2');
    studio.change(next, [thing.id]);
    expect(studio.chosen).toEqual([thing]);
    studio.undo();
    expect([studio.chosen, studio.canUndo, studio.canRedo]).toEqual([[], false, true]);
    studio.redo();
    expect([numbersOf(studio.plan), told]).toEqual([['A1', 'A2'], 3]);
  });
});
