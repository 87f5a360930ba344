import { expect, test } from 'vitest';
import type { HallShard, Manifest, ShardBooth, Spot } from '../src/manifest';
import type { FairFiles } from '../src/routes/files';
import { floorsOf } from '../src/routes/journey';
import { orderedWalk } from '../src/routes/order';
import { Rounds } from '../src/routes/rounds';
import { queryOf } from '../src/shortlist/tour';
import { formatPlace, parsePlace } from '../src/visit/links';

const booth = (id: string, x: number, z: number): ShardBooth => ({
  id,
  number: id,
  outline: [[x, z], [x + 3, z], [x + 3, z + 3], [x, z + 3]],
  view: { x: x + 1.5, y: 1.65, z: z + 5, heading: 0, pitch: 0 },
  zone: null,
  exhibitors: [],
});

const hall = (id: string, booths: ShardBooth[], obstacles: Spot[][] = []): HallShard =>
  ({
    hall: id,
    bounds: [0, 0, 60, 30],
    start: { x: 2, y: 1.65, z: 15, heading: 90, pitch: 0 },
    gates: [{ id: 'west', name: '', position: [0, 15], leads: null }],
    booths,
    obstacles,
  }) as unknown as HallShard;

/** `shut` has a wall all around. */
const HALLS = [
  hall('1', [booth('far', 50, 10), booth('near', 8, 10), booth('mid', 25, 10)]),
  hall('2', [booth('there', 20, 10), booth('shut', 40, 18)], [
    [[36, 14], [50, 14], [50, 14.5], [36, 14.5]],
    [[36, 14], [36.5, 14], [36.5, 30], [36, 30]],
    [[49.5, 14], [50, 14], [50, 30], [49.5, 30]],
  ]),
];
const FAIR = {
  booths: { far: '1', near: '1', mid: '1', there: '2', shut: '2' },
  halls: [
    { id: '1', doors: [{ gate: 'e', position: [59, 15], leads: '2', at: [2, 15], onward: {} }] },
    { id: '2', doors: [] },
  ],
} as unknown as Manifest;
const shard = (id: string): Promise<HallShard> =>
  Promise.resolve(HALLS.find((one) => one.hall === id)!);
const FILES = {
  manifest: () => Promise.resolve(FAIR),
  halls: () => Promise.resolve(FAIR.halls),
  shard,
  floor: floorsOf(shard),
} as unknown as FairFiles;

test('a walk sees hall after hall, and the booths of each on the way', async () => {
  const walk = await orderedWalk(['there', 'far', 'gone', 'near', 'mid'], FILES);
  expect(walk?.stops.map((stop) => stop.booth.id)).toEqual(['near', 'mid', 'far', 'there']);
  expect(walk?.without).toEqual(['gone']);
  expect(walk?.hall).toBe('1');
  expect(walk!.metres).toBeCloseTo(walk!.stops.reduce((sum, stop) => sum + stop.metres, 0));
  expect(walk!.metres).toBeLessThan(100);
  expect(queryOf(walk!)).toBe('?to=near&route=mid,far,there');
});

test('a booth that no way leads to is told, and the walk goes on without it', async () => {
  const walk = await orderedWalk(['shut', 'there'], FILES);
  expect(walk?.stops.map((stop) => stop.booth.id)).toEqual(['there']);
  expect(walk?.without).toEqual(['shut']);
  expect(await orderedWalk(['gone'], FILES)).toBeUndefined();
});

test('one who is at a booth is led to the next, until they are at the last', () => {
  const led: string[] = [];
  const rounds = new Rounds((id) => led.push(id));
  rounds.begin(['a', 'b', 'c']);
  expect(rounds.route).toEqual(['b', 'c']);
  rounds.arrived('x');
  rounds.arrived('a');
  expect([led, rounds.route]).toEqual([['b'], ['c']]);
  rounds.arrived('b');
  rounds.arrived('c');
  expect([led, rounds.route]).toEqual([['b', 'c'], []]);
  rounds.begin([]);
  rounds.arrived('a');
  expect(led).toEqual(['b', 'c']);
});

test('a link holds the walk, and a route without a beginning is none', () => {
  const place = { to: '1-A', route: ['1-B', '2-C'] };
  expect(formatPlace(place)).toBe('?to=1-A&route=1-B,2-C');
  expect(parsePlace('?to=1-A&route=1-B,2-C')).toEqual(place);
  expect(parsePlace('?route=1-B')).toEqual({});
});
