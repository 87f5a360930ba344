import { describe, expect, it } from 'vitest';
import { inside, ringDistance } from '../src/geometry';
import type { ManifestDoor, ManifestHall, ShardBooth, Spot } from '../src/manifest';
import { Field, walkOrder } from '../src/routes/field';
import { Floor, type FloorPlan, type Way, apart, lengthOf } from '../src/routes/floor';
import { throughDoors } from '../src/routes/halls';
import { floorsOf, planJourney } from '../src/routes/journey';
import { minutesOf, toldMetres } from '../src/routes/pace';
import { Progress } from '../src/routes/progress';

const box = (x: number, z: number, width: number, depth: number): Spot[] => [
  [x, z],
  [x + width, z],
  [x + width, z + depth],
  [x, z + depth],
];

const booth = (id: string, x: number, z: number, width: number, depth: number): ShardBooth => ({
  id,
  number: id,
  outline: box(x, z, width, depth),
  view: { x: x + width / 2, y: 1.65, z: z + depth + 2, heading: 0, pitch: 0 },
  zone: null,
  exhibitors: [],
});

const plan = (booths: readonly ShardBooth[], width = 40, depth = 30): FloorPlan => ({
  bounds: [0, 0, width, depth],
  obstacles: [],
  booths,
});

/** Points of a way, ten centimetres apart. */
function* points({ spots }: Way): Generator<Spot> {
  for (let i = 1; i < spots.length; i++) {
    const [a, b] = [spots[i - 1]!, spots[i]!];
    const steps = Math.max(1, Math.ceil(apart(a, b) / 0.1));
    for (let k = 0; k <= steps; k++) {
      yield [a[0] + ((b[0] - a[0]) * k) / steps, a[1] + ((b[1] - a[1]) * k) / steps];
    }
  }
}

const crosses = (way: Way, booths: readonly ShardBooth[]): readonly string[] =>
  booths
    .filter(({ outline }) => [...points(way)].some(([x, z]) => inside(outline, x, z)))
    .map(({ id }) => id);

/** Numbers in [0, 1), the same each time (Park and Miller). */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

describe('a way over the floor', () => {
  it('goes round a booth that one could walk through', () => {
    // Bare floor, with nothing on it that stops anybody.
    const bare = booth('A', 10, 0, 10, 25);
    const way = new Floor(plan([bare])).find([5, 5], [25, 5])!;
    expect(crosses(way, [bare])).toEqual([]);
    expect(way.metres).toBeGreaterThan(40);
  });

  it('keeps off what it passes where there is room', () => {
    const passed = booth('A', 10, 0, 10, 20);
    const way = new Floor(plan([passed])).find([5, 5], [25, 5])!;
    for (const [x, z] of points(way)) {
      expect(ringDistance(passed.outline, x, z)).toBeGreaterThan(0.85);
    }
  });

  it('takes a gap that one fits through rather than a long way round', () => {
    const row = [booth('A', 0, 10, 19, 4), booth('B', 19.8, 10, 100, 4)];
    const way = new Floor(plan(row, 200)).find([19, 5], [19, 20])!;
    expect(way.metres).toBeLessThan(20);
    expect(crosses(way, row)).toEqual([]);
  });

  it('leads out of the booth one stands in, through no other', () => {
    const [own, next] = [booth('A', 10, 10, 6, 6), booth('B', 16, 10, 6, 6)];
    const way = new Floor(plan([own, next])).find([13, 13], [28, 13])!;
    expect(crosses(way, [next])).toEqual([]);
    expect(way.spots[0]).toEqual([13, 13]);
  });

  it('to a booth leads to another side where its front is shut off', () => {
    const goal = booth('A', 18, 10, 4, 4);
    const pen = [box(15, 15, 10, 0.2), box(15, 15, 0.2, 6), box(25, 15, 0.2, 6), box(15, 21, 10.2, 0.2)];
    const hall = { ...plan([goal]), obstacles: pen };
    expect(new Floor(hall).find([5, 5], [20, 16])).toBeUndefined();
    const way = new Floor(hall).findBooth([5, 5], goal)!;
    const [x, z] = way.spots.at(-1)!;
    expect(ringDistance(goal.outline, x, z)).toBeLessThan(1);
    expect(z).toBeLessThan(15);
  });

  it('is none where a booth shuts the hall from wall to wall', () => {
    expect(new Floor(plan([booth('A', 10, 0, 4, 30)])).find([5, 5], [25, 5])).toBeUndefined();
  });

  it('never crosses a booth and is never shorter than straight, whatever the hall', () => {
    const random = chance(7);
    const next = (): number => random.next().value;
    let found = 0;
    for (let round = 0; round < 60; round++) {
      const size = 3 + Math.floor(next() * 3);
      const booths = Array.from({ length: 40 }, (_, i) =>
        booth(String(i), Math.floor(next() * 10) * 4 + 0.5, Math.floor(next() * 7) * 4 + 0.5, size - 0.5, 3),
      );
      const hall = plan(booths, 42, 32);
      const [a, b] = [
        [next() * 40 + 1, next() * 30 + 1],
        [next() * 40 + 1, next() * 30 + 1],
      ] as const;
      const within = booths.filter(({ outline }) => inside(outline, a[0], a[1]));
      const way = new Floor(hall).find(a, b);
      if (way === undefined) continue;
      found++;
      expect(crosses(way, booths.filter((one) => !within.includes(one)))).toEqual([]);
      const ends = apart(way.spots[0]!, way.spots.at(-1)!);
      expect(way.metres).toBeGreaterThanOrEqual(ends - 1e-9);
      expect(way.metres).toBeCloseTo(lengthOf(way.spots), 9);
    }
    expect(found).toBeGreaterThan(40);
  });
});

describe('how far it is to many places', () => {
  it('is about as long as the ways there', () => {
    const booths = [booth('A', 5, 8, 12, 4), booth('B', 20, 8, 12, 4), booth('C', 10, 18, 20, 4)];
    const spots: Spot[] = [
      [6, 4],
      [30, 5],
      [20, 15],
      [38, 28],
      [2, 28],
    ];
    const [field, floor] = [new Field(plan(booths)), new Floor(plan(booths))];
    for (const from of spots) {
      field.metres(from, spots).forEach((metres, i) => {
        const way = floor.find(from, spots[i]!)!.metres;
        expect(Math.abs(metres - way)).toBeLessThan(0.12 * way + 1.5);
      });
    }
  });

  it('is endless where no way leads there', () => {
    const shut = new Field(plan([booth('A', 10, 0, 4, 30)]));
    expect(shut.metres([5, 5], [[25, 5], [5, 9]])).toEqual([Infinity, expect.closeTo(4, 0)]);
    expect(shut.metres([500, 5], [[5, 5]])).toEqual([Infinity]);
  });
});

describe('a walk past several places', () => {
  it('goes by the ways, not by the straight lines', () => {
    // A wall of booths down the middle, open at the bottom: what is near over it is far on foot.
    const wall = [booth('A', 18, 0, 4, 26)];
    const stops: Spot[] = [
      [24, 4],
      [10, 12],
      [14, 24],
    ];
    expect(walkOrder(plan(wall), [16, 4], stops)).toEqual([1, 2, 0]);
  });
});

const door = (gate: string, leads: string, onward: Record<string, number> = {}): ManifestDoor => ({
  gate,
  leads,
  onward,
  position: [40, 15],
  at: [2, 15],
});

const hall = (id: string, ...doors: ManifestDoor[]): ManifestHall => ({
  id,
  name: {},
  tileset: '',
  shards: {},
  pages: {},
  doors,
});

/** 1 and 3 are beside 2, 3 also behind a long passage through 4. */
const FAIR = [
  hall('1', door('1-2', '2', { '2-3': 50 }), door('1-4', '4', { '4-3': 10 })),
  hall('2', door('2-3', '3')),
  hall('3'),
  hall('4', door('4-3', '3')),
];

describe('a way through halls', () => {
  const through = (out: Record<string, number>, home: Record<string, number>) =>
    throughDoors(FAIR, '1', '3', ({ gate }) => out[gate], ({ gate }) => home[gate]);

  it('takes the doors with the fewest metres in all', () => {
    const near = through({ '1-2': 5, '1-4': 90 }, { '2-3': 5, '4-3': 5 })!;
    expect([near.doors.map(({ gate }) => gate), near.metres]).toEqual([['1-2', '2-3'], 60]);
    const far = through({ '1-2': 5, '1-4': 9 }, { '2-3': 90, '4-3': 5 })!;
    expect([far.doors.map(({ gate }) => gate), far.metres]).toEqual([['1-4', '4-3'], 24]);
  });

  it('is none where no door is reached, or none leads on', () => {
    expect(through({}, { '2-3': 1 })).toBeUndefined();
    expect(through({ '1-2': 1 }, {})).toBeUndefined();
    expect(throughDoors(FAIR, '3', '1', () => 1, () => 1)).toBeUndefined();
  });
});

describe('a journey', () => {
  const floors = (wanted: string[]) =>
    floorsOf((id) => {
      wanted.push(id);
      return Promise.resolve(plan([]));
    });

  it('within a hall asks for nothing of the others', async () => {
    const halls = () => Promise.reject(new Error('not needed'));
    const journey = (await planJourney(
      { hall: '1', spot: [5, 5] },
      { hall: '1', booth: booth('A', 23.5, 0, 3, 3) },
      { floor: floors([]), halls },
    ))!;
    expect(journey.metres).toBeCloseTo(20, 3);
    expect(journey.stretches).toHaveLength(1);
    expect(journey.stretches[0]!.door).toBeUndefined();
  });

  it('over halls needs the floors of the first and the last alone', async () => {
    const wanted: string[] = [];
    const journey = (await planJourney(
      { hall: '1', spot: [5, 15] },
      { hall: '3', booth: booth('A', 28.5, 10, 3, 3) },
      { floor: floors(wanted), halls: () => Promise.resolve(FAIR) },
    ))!;
    expect(wanted.sort()).toEqual(['1', '3']);
    expect(journey.stretches.map((one) => one.hall)).toEqual(['1', '4', '3']);
    expect(journey.stretches.map((one) => one.way !== undefined)).toEqual([true, false, true]);
    const sum = journey.stretches.reduce((metres, one) => metres + one.metres, 0);
    expect(journey.metres).toBeCloseTo(sum, 6);
    expect(journey.metres).toBeCloseTo(35 + 10 + 28, 0);
  });

  it('asks again for a floor that did not come', async () => {
    let tries = 0;
    const floor = floorsOf(() => (tries++ ? Promise.resolve(plan([])) : Promise.reject(new Error())));
    await expect(floor('1')).rejects.toThrow();
    await expect(floor('1')).resolves.toBeInstanceOf(Floor);
  });
});

describe('being under way', () => {
  const way: Way = {
    spots: [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ],
    metres: 30,
  };

  it('counts down, and tells how far one is beside the way', () => {
    const progress = new Progress(way);
    progress.follow(4, 1);
    expect([progress.left, progress.off]).toEqual([26, 1]);
    progress.follow(10, 7);
    expect([progress.left, progress.off]).toEqual([13, 0]);
    progress.follow(0, 10);
    expect(progress.left).toBe(0);
  });

  it('does not jump to where the way comes by again', () => {
    const there = [[0, 0], [60, 0], [60, 2], [0, 2]] as const;
    const progress = new Progress({ spots: there, metres: 122 });
    progress.follow(5, 1.2);
    expect(progress.left).toBeCloseTo(117, 6);
  });
});

describe('what is told', () => {
  it('is whole minutes and round metres', () => {
    expect([5, 78, 100, 240].map(minutesOf)).toEqual([1, 1, 1, 3]);
    expect([0.4, 48.6, 123, 217].map(toldMetres)).toEqual([0, 49, 125, 220]);
  });
});
