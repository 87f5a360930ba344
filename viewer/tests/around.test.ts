import { describe, expect, it } from 'vitest';
import type { HallShard, ShardBooth } from '../src/manifest';
import { boothsInView, neighbours, walkingOrder } from '../src/visit/around';
import { Catalog } from '../src/visit/catalog';
import { Stepping } from '../src/visit/stepping';
import { at, booth } from './booths';

const ids = (booths: readonly ShardBooth[]): string => booths.map(({ id }) => id).join(' ');

/** A row of four along an aisle to the east, one hidden behind it, one across the aisle. */
const ROW = ['A', 'B', 'C', 'D'].map((id, i) => booth(id, i * 3, 0));
const HALL = [...ROW, booth('hidden', 3, -6), booth('across', 4, 12)];

describe('booths in view', () => {
  it('are those before the eyes that no other hides, as one would walk by', () => {
    expect(ids(boothsInView(HALL, at(-2, 5, 90)))).toBe('A B C D across');
    expect(ids(boothsInView(HALL, at(4.5, 8, 0)))).toBe('B A C D');
  });

  it('are none behind the eyes, and none too far away', () => {
    expect(ids(boothsInView(HALL, at(4.5, 8, 180)))).toBe('across');
    expect(boothsInView(HALL, at(4.5, 60, 0))).toEqual([]);
  });

  it('are walked from the nearest to the next nearest', () => {
    expect(ids(walkingOrder([12, 5], ROW))).toBe('D C B A');
  });
});

describe('what is near', () => {
  it('is told by its side, the nearest first, and no more than three', () => {
    expect(neighbours(HALL, at(4.5, 4, 90)).map(({ booth: { id }, side }) => [id, side])).toEqual([
      ['B', 'left'],
      ['A', 'behind'],
      ['C', 'ahead'],
    ]);
    expect(neighbours([booth('A', 0, 0)], at(1.5, 4, 0))[0]?.side).toBe('ahead');
    expect(neighbours([booth('A', 0, 0)], at(1.5, 4, 180))[0]?.side).toBe('behind');
    expect(neighbours([booth('A', 0, 0)], at(1.5, 1, 0))[0]?.side).toBe('here');
    expect(neighbours([booth('A', 0, 0)], at(1.5, 4, 270))[0]?.side).toBe('right');
  });

  it('is nothing in an empty part of the hall', () => {
    expect(neighbours(HALL, at(30, 30))).toEqual([]);
  });
});

describe('steps from booth to booth', () => {
  const catalog = (booths: readonly ShardBooth[]): Catalog =>
    new Catalog({ booths, exhibitors: {}, products: {} } as unknown as HallShard);

  it('reach every booth of the hall once, then begin anew', () => {
    const eyes = { ...at(-2, 5, 90) };
    const stepping = new Stepping(catalog(HALL), eyes);
    const seen = HALL.map(() => {
      const next = stepping.next()!;
      Object.assign(eyes, next.view);
      return next.id;
    });
    expect(seen.slice(0, 4)).toEqual(['A', 'B', 'C', 'D']);
    expect(new Set(seen).size).toBe(HALL.length);
    expect(stepping.next()).toBeDefined();
  });

  it('lead back the way one came', () => {
    const eyes = { ...at(-2, 5, 90) };
    const stepping = new Stepping(catalog(ROW), eyes);
    expect(stepping.previous()).toBeUndefined();
    for (let i = 0; i < 3; i++) Object.assign(eyes, stepping.next()!.view);
    expect(stepping.previous()?.id).toBe('B');
    expect(stepping.previous()?.id).toBe('A');
    expect(stepping.previous()).toBeUndefined();
  });

  it('lead nowhere in a hall without booths', () => {
    expect(new Stepping(catalog([]), at(0, 0)).next()).toBeUndefined();
  });
});
