import { describe, expect, it } from 'vitest';
import type { Spot } from '../src/manifest';
import { Collision } from '../src/walk/collision';
import { Heap } from '../src/walk/heap';
import { PathFinder } from '../src/walk/path';

const box = (x0: number, z0: number, x1: number, z1: number): Spot[] => [
  [x0, z0],
  [x1, z0],
  [x1, z1],
  [x0, z1],
];

const length = (from: Spot, way: readonly Spot[]): number =>
  way.reduce<readonly [Spot, number]>(
    ([at, sum], spot) => [spot, sum + Math.hypot(spot[0] - at[0], spot[1] - at[1])] as const,
    [from, 0],
  )[1];

/** Every leg of a way can be walked without touching anything. */
function walkable(collision: Collision, from: Spot, way: readonly Spot[]): boolean {
  let at = from;
  return way.every((spot) => {
    const clear = collision.clear(at[0], at[1], spot[0], spot[1]);
    at = spot;
    return clear;
  });
}

describe('a way', () => {
  it('is straight where nothing stands in it', () => {
    const finder = new PathFinder(new Collision([0, 0, 20, 20], []));
    expect(finder.find(1, 1, 18, 15)).toEqual([[18, 15]]);
  });

  it('leads round a wall, and hardly longer than it must be', () => {
    const collision = new Collision([0, 0, 20, 20], [box(10, 0, 10.05, 15)]);
    const way = new PathFinder(collision).find(5, 5, 15, 5)!;
    expect(way.at(-1)).toEqual([15, 5]);
    expect(walkable(collision, [5, 5], way)).toBe(true);
    // Over the wall's end at (10, 15), a radius away: 2 * hypot(5, 10.3) = 22.9 m. A grid of
    // 0.2 m adds at most a cell at each corner.
    const shortest = 2 * Math.hypot(5, 10.3);
    expect(length([5, 5], way)).toBeLessThan(shortest + 0.8);
  });

  it('leads into a booth through its open side', () => {
    const booth = [box(8, 8, 11, 8.05), box(8, 8, 8.05, 11), box(10.95, 8, 11, 11)];
    const collision = new Collision([0, 0, 20, 20], booth);
    const way = new PathFinder(collision).find(9.5, 4, 9.5, 9)!;
    expect(way.at(-1)).toEqual([9.5, 9]);
    expect(walkable(collision, [9.5, 4], way)).toBe(true);
  });

  it('ends at the floor nearest to a goal that is taken', () => {
    const collision = new Collision([0, 0, 20, 20], [box(9, 9, 11, 11)]);
    const [x, z] = new PathFinder(collision).find(2, 10, 9.2, 10)!.at(-1)!;
    expect(collision.free(x, z)).toBe(true);
    expect(Math.hypot(x - 9.2, z - 10)).toBeLessThan(0.8);
  });

  it('is none where a wall shuts the goal off', () => {
    const collision = new Collision([0, 0, 20, 20], [box(10, 0, 10.05, 20)]);
    expect(new PathFinder(collision).find(5, 5, 15, 5)).toBeUndefined();
  });

  it('is found across the largest halls', () => {
    const rows = Array.from({ length: 30 }, (_, i) =>
      box(5 + i * 8, i % 2 ? 0 : 4, 6 + i * 8, i % 2 ? 104 : 108),
    );
    const collision = new Collision([0, 0, 270, 108], rows);
    const way = new PathFinder(collision).find(1, 50, 268, 50)!;
    expect(walkable(collision, [1, 50], way)).toBe(true);
  });
});

describe('the heap', () => {
  it('gives the cheapest first', () => {
    const heap = new Heap();
    const costs = [5, 3, 8, 1, 9, 2, 7, 3, 0];
    costs.forEach((cost, cell) => heap.push(cell, cost));
    const given = costs.map(() => costs[heap.pop()!]!);
    expect(given).toEqual([...costs].sort((a, b) => a - b));
    expect(heap.pop()).toBeUndefined();
  });
});
