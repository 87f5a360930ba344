import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WayCard, WayEvents } from '../src/hud/way';
import type { HallShard, Manifest, Spot } from '../src/manifest';
import type { FairFiles } from '../src/routes/files';
import { floorsOf } from '../src/routes/journey';
import { type Pace, Usher } from '../src/routes/usher';
import { Catalog } from '../src/visit/catalog';
import { Collision } from '../src/walk/collision';
import { PathFinder } from '../src/walk/path';
import { type Motion, Walk } from '../src/walk/walk';
import { restingInput } from '../src/input/frame';
import type { Trail } from '../src/world/trail';

const box = (x: number, z: number, width: number, depth: number): Spot[] => [
  [x, z],
  [x + width, z],
  [x + width, z + depth],
  [x, z + depth],
];

function shardOf(hall: string, numbers: Readonly<Record<string, Spot>>, leads?: string): HallShard {
  const way = leads && { hall: leads, name: `Hall ${leads}`, page: '', at: [2, 15, 90] as const, out: 90 };
  return {
    format: 1,
    hall,
    name: hall,
    height: 12,
    bounds: [0, 0, 60, 30],
    start: { x: 5, y: 1.65, z: 15, heading: 0, pitch: 0 },
    tileset: '',
    booths: Object.entries(numbers).map(([number, [x, z]]) => ({
      id: `${hall}-${number}`,
      number,
      outline: box(x, z, 3, 3),
      view: { x: x + 1.5, y: 1.65, z: z + 5, heading: 0, pitch: 0 },
      zone: null,
      exhibitors: [],
    })),
    exhibitors: {},
    products: {},
    gates: way ? [{ id: 'east', name: '', position: [60, 15], leads: way }] : [],
    obstacles: [],
    probe: null,
    screens: [],
    experiences: [],
    plan: null,
    small_plan: null,
  trails: [],
  marks: [],
    own: null,
    zones: {},
  };
}

const HERE = shardOf('1', { A: [40, 10], shut: [20, 20] }, '2');
const THERE = shardOf('2', { B: [30, 10] });
const FAIR = {
  booths: { '1-A': '1', '2-B': '2' },
  halls: [
    { id: '1', doors: [{ gate: 'east', position: [60, 15], leads: '2', at: [2, 15], onward: {} }] },
    { id: '2', doors: [] },
  ],
} as unknown as Manifest;

function made(shard = HERE, start: Spot = [5, 15], motion: Motion = 'smooth') {
  const collision = new Collision(shard.bounds, shard.obstacles);
  const pose = { x: start[0], y: 1.65, z: start[1], heading: 90, pitch: 0 };
  const walk = new Walk(pose, collision, new PathFinder(collision), () => motion);
  let events: WayEvents | undefined;
  const card = {
    listen: (given: WayEvents) => (events = given),
    begin: vi.fn(),
    goOnTo: vi.fn(),
    tell: vi.fn(),
    show: vi.fn(),
    arrive: vi.fn(),
    hide: vi.fn(),
  };
  const trail = { show: vi.fn(), cut: vi.fn(), clear: vi.fn() };
  const shards: Readonly<Record<string, HallShard>> = { '1': HERE, '2': THERE };
  const files = {
    floor: floorsOf((hall) => Promise.resolve(shards[hall]!)),
    halls: () => Promise.resolve(FAIR.halls),
    manifest: () => Promise.resolve(FAIR),
    shard: (hall: string) => Promise.resolve(shards[hall]!),
  };
  const pace: Pace = { walking: false };
  const told = { arrived: vi.fn(), ended: vi.fn(), pass: vi.fn(), missed: vi.fn(), changed: vi.fn() };
  const usher = new Usher({
    shard,
    catalog: new Catalog(shard),
    walk,
    files: files as unknown as FairFiles,
    card: card as unknown as WayCard,
    trail: trail as unknown as Trail,
    pace,
    ...told,
  });
  usher.start();
  const run = (seconds: number): void => {
    for (let t = 0; t < seconds; t += 0.05) {
      walk.step(0.05, restingInput());
      usher.follow();
    }
  };
  return { usher, walk, card, trail, pace, told, files, run, events: events! };
}

describe('who leads the way', () => {
  let it_: ReturnType<typeof made>;
  beforeEach(() => (it_ = made()));

  it('shows it, counts down and ends where it leads', async () => {
    const { usher, walk, card, trail, told } = it_;
    expect(await usher.lead('A')).toBe(true);
    expect(usher.bound).toBe('1-A');
    expect(card.begin).toHaveBeenCalledWith('A', expect.closeTo(36.5, 0));
    expect(card.goOnTo).toHaveBeenCalledWith(undefined);
    expect(trail.show).toHaveBeenCalledOnce();
    walk.jump({ ...walk.eyes, x: 30 });
    usher.follow();
    expect(card.tell).toHaveBeenLastCalledWith(expect.closeTo(11.5, 0));
    walk.jump({ ...walk.eyes, x: 41, z: 15 });
    usher.follow();
    expect(told.arrived).toHaveBeenCalledWith(HERE.booths[0]);
    expect([usher.bound, trail.clear.mock.calls.length]).toEqual([undefined, 1]);
  });

  it('finds another way for one who leaves it', async () => {
    const { usher, walk, trail, card } = it_;
    await usher.lead('A');
    walk.jump({ ...walk.eyes, x: 20, z: 3 });
    usher.follow();
    await vi.waitFor(() => expect(trail.show).toHaveBeenCalledTimes(2));
    expect(card.begin).toHaveBeenCalledOnce();
  });

  it('walks one there who wants that, until one steers', async () => {
    const { usher, run, pace, events, told, walk } = it_;
    await usher.lead('A');
    events.walk();
    run(4);
    expect(pace.walking).toBe(true);
    walk.step(0.05, { ...restingInput(), ahead: 1 });
    usher.follow();
    expect(pace.walking).toBe(false);
    events.walk();
    run(15);
    expect(told.arrived).toHaveBeenCalledOnce();
    expect(pace.walking).toBe(false);
  });

  it('leads through the door to another hall', async () => {
    const { usher, run, card, told, events, pace } = it_;
    expect(await usher.lead('2-B')).toBe(true);
    expect(card.begin).toHaveBeenCalledWith('B', expect.closeTo(55 + 29.5, 0));
    expect(card.goOnTo).toHaveBeenCalledWith('Hall 2');
    expect(usher.goal).toBeUndefined();
    events.walk();
    run(25);
    expect(told.pass).toHaveBeenCalledOnce();
    // In the next hall it goes on by itself.
    expect(pace.walking).toBe(true);
  });

  it('is there at once for who wants no motion, in this hall and at a door', async () => {
    const { usher, events, told, pace, run } = made(HERE, [5, 15], 'instant');
    await usher.lead('A');
    events.walk();
    expect(told.arrived).toHaveBeenCalledOnce();
    await usher.lead('2-B');
    events.walk();
    expect(told.pass).toHaveBeenCalledOnce();
    // While the next hall comes.
    run(1);
    expect(pace.walking).toBe(true);
  });

  it('walks nobody on who does not see the hall yet', async () => {
    const { usher, walk, pace } = it_;
    Object.assign(usher, { started: false });
    pace.walking = true;
    await usher.lead('A');
    usher.follow();
    expect([walk.goal, pace.walking]).toEqual([undefined, true]);
    usher.start();
    expect(walk.goal).toBeDefined();
  });

  it('says so where nothing has that name, and where no way leads there', async () => {
    const { usher, told } = it_;
    expect(await usher.lead('nobody')).toBe(false);
    const far = made(THERE, [5, 5]);
    expect(await far.usher.lead('1-A')).toBe(true);
    expect(far.told.missed).toHaveBeenCalledWith('no-way');
    expect(told.missed).toHaveBeenCalledWith('no-booth');
  });

  it('says so where what it needs does not come', async () => {
    const { usher, files, told } = it_;
    files.manifest = () => Promise.reject(new Error('offline'));
    expect(await usher.lead('2-B')).toBe(true);
    expect(told.missed).toHaveBeenCalledWith('way-failed', expect.any(Error));
  });

  it('ends when asked to, and forgets what is still being looked for', async () => {
    const { usher, trail } = it_;
    const found = usher.lead('A');
    usher.end();
    await found;
    expect(usher.bound).toBeUndefined();
    expect(trail.show).not.toHaveBeenCalled();
  });
});
