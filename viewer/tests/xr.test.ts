/** Virtual reality without a headset: where rooms lie, where arcs land, how boards are written. */
import { Box3, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { waysOf } from '../src/inspect/apart';
import type { HallShard } from '../src/manifest';
import { Catalog } from '../src/visit/catalog';
import { landing } from '../src/xr/arc';
import { inHall, originOf, pitchOf, roomFor, standOf } from '../src/xr/rig';
import { type Subject, tell } from '../src/xr/telling';
import { linesOf } from '../src/xr/writing';

const flat = { x: 0, y: 0, z: 0, w: 1 };

describe('a room over the hall', () => {
  const head = { x: 0.4, z: -0.7, heading: 20 };

  it('lies where its visitor stands as wanted', () => {
    const room = roomFor(head, { x: 12, z: -30, heading: 350 });
    const stand = inHall(room, head);
    expect(stand.x).toBeCloseTo(12);
    expect(stand.z).toBeCloseTo(-30);
    expect(stand.heading).toBeCloseTo(350);
  });

  it('keeps a metre a metre, and ahead ahead', () => {
    const room = roomFor({ x: 0, z: 0, heading: 0 }, { x: 5, z: -5, heading: 90 });
    const ahead = inHall(room, { x: 0, z: -2, heading: 0 });
    expect(ahead.x).toBeCloseTo(7); // east
    expect(ahead.z).toBeCloseTo(-5);
  });

  it('tells the headset where the origin of the hall is', () => {
    const room = roomFor(head, { x: 12, z: -30, heading: 350 });
    const { position, orientation } = originOf(room);
    const origin = inHall(room, { x: position.x, z: position.z, heading: 0 });
    expect(origin.x).toBeCloseTo(0);
    expect(origin.z).toBeCloseTo(0);
    expect(inHall(room, standOf({ position, orientation })).heading % 360).toBeCloseTo(0);
  });

  it('reads heads that turn and nod', () => {
    const half = Math.PI / 8;
    const right = { position: flat, orientation: { x: 0, y: -Math.sin(half), z: 0, w: Math.cos(half) } };
    expect(standOf(right).heading).toBeCloseTo(45);
    const up = { position: flat, orientation: { x: Math.sin(half), y: 0, z: 0, w: Math.cos(half) } };
    expect(pitchOf(up)).toBeCloseTo(45);
    expect(standOf(up).heading).toBeCloseTo(0);
  });
});

describe('an arc', () => {
  it('falls as thrown, and no farther for a hand that points at the roof', () => {
    const hand = new Vector3(1, 1.25, 2);
    const level = landing(hand, new Vector3(0, 0, -1));
    expect(level.seconds).toBeCloseTo(Math.sqrt((2 * 1.25) / 9.81));
    expect(level.spot[1]).toBeCloseTo(2 - 8 * level.seconds);
    const up = landing(hand, new Vector3(0, 1, 0));
    expect(up.spot[0]).toBeCloseTo(1);
    expect(up.spot[1]).toBeCloseTo(2);
  });
});

describe('a board', () => {
  const wide = (words: string): number => words.length;

  it('breaks lines between words, and Chinese where it may', () => {
    expect(linesOf('one two three', 8, 9, 'en', wide)).toEqual(['one two', 'three']);
    const lines = linesOf('精密行星减速机适用于机器人关节', 6, 9, 'zh', wide);
    expect(lines.join('')).toBe('精密行星减速机适用于机器人关节');
    expect(Math.max(...lines.map(wide))).toBeLessThanOrEqual(6);
  });

  it('ends with an ellipsis where there is more', () => {
    const lines = linesOf('one two three four', 8, 1, 'en', wide);
    expect(lines).toEqual(['one two…']);
    expect(linesOf('unbreakable', 6, 1, 'en', wide)).toEqual(['unbre…']);
  });

  it('offers what can be done with a product', () => {
    const model = { inspect: 'm.glb', near: null, size: [1, 1, 1], scale: 1, animated: false, apart: null };
    const product = (name: string, own: unknown): unknown => ({
      name, description: '', category: 'Gears', image: null, page: `${name}/`, model: own,
    });
    const shard = {
      booths: [{ id: 'b', number: 'A1', exhibitors: ['e'] }],
      exhibitors: { e: { name: 'Firm', name2: '', intro: '', country: '', page: 'e/', products: ['p', 'q'] } },
      products: { p: product('P', model), q: product('Q', null) },
      experiences: [],
      trails: [],
    } as unknown as HallShard;
    const opened: Subject[] = [];
    const nothing = (): void => undefined;
    const parts = {
      catalog: new Catalog(shard),
      say: (key: string): string => key,
      open: (subject: Subject): void => void opened.push(subject),
      go: nothing,
      take: nothing,
      close: nothing,
    };
    const told = tell({ kind: 'product', product: 'p' }, parts)!;
    expect(told.facts).toBe('Gears · Firm');
    expect(told.actions.map(({ label }) => label)).toEqual(['vr-take', 'vr-next', 'back', 'close']);
    told.actions[1]!.act();
    expect(opened).toEqual([{ kind: 'product', product: 'q' }]);
    const last = tell({ kind: 'product', product: 'q' }, parts)!;
    expect(last.actions.map(({ label }) => label)).toEqual(['vr-next', 'back', 'close']);
    expect(tell({ kind: 'booth', booth: 'b' }, parts)!.title).toBe('Firm');
    expect(tell({ kind: 'product', product: 'nobody' }, parts)).toBeUndefined();
  });
});

describe('a model taken apart', () => {
  it('moves parts the way they lie, and what lies in each other one after the other', () => {
    const whole = new Box3(new Vector3(-1, 0, -1), new Vector3(1, 4, 1));
    const middles = [new Vector3(0, 0.5, 0), new Vector3(0, 3.5, 0), new Vector3(0, 3.5, 0)];
    const ways = waysOf(middles, whole);
    expect(ways[0]!.toArray()).toEqual([0, -2.25, 0]);
    expect(ways[1]!.y).toBeCloseTo(2.25);
    expect(ways[2]!.y).toBeCloseTo(2.25 + 0.16 * 4);
    expect(ways.every(({ x, z }) => x === 0 && z === 0)).toBe(true);
  });
});
