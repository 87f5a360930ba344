import { describe, expect, it } from 'vitest';
import { inside } from '../src/geometry';
import type { Spot } from '../src/manifest';
import { Collision, RADIUS } from '../src/walk/collision';

const box = (x0: number, z0: number, x1: number, z1: number): Spot[] => [
  [x0, z0],
  [x1, z0],
  [x1, z1],
  [x0, z1],
];

const BOUNDS = [0, 0, 20, 20] as const;

/** A millimetre: what the walker may be inside of something, by its own rule. */
const SLACK = 1.1e-3;

/** A fixed pseudo-random sequence in [0, 1): Lehmer's, with Park and Miller's constants. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

describe('a walker', () => {
  it('stops before a wall, a radius away', () => {
    const collision = new Collision(BOUNDS, [box(10, 0, 10.05, 20)]);
    const walker = { x: 8, z: 10 };
    collision.move(walker, 5, 0);
    expect(walker.x).toBeGreaterThan(9.5);
    expect(walker.x).toBeLessThan(10 - RADIUS + SLACK);
    expect(walker.z).toBeCloseTo(10);
  });

  it('slides along a wall that it meets at a slant', () => {
    const collision = new Collision(BOUNDS, [box(10, 0, 10.05, 20)]);
    const walker = { x: 9, z: 5 };
    collision.move(walker, 3, 3);
    expect(walker.x).toBeLessThan(10 - RADIUS + SLACK);
    expect(walker.z).toBeCloseTo(8, 1);
  });

  it.each([1, 5, 50, 500])('does not pass a thin panel in one move of %d m', (distance) => {
    const collision = new Collision(BOUNDS, [box(10, 0, 10.016, 20)]);
    const walker = { x: 9.6, z: 10 };
    collision.move(walker, distance, 0);
    expect(walker.x).toBeLessThan(10);
  });

  it('stays within the bounds of the hall', () => {
    const collision = new Collision(BOUNDS, []);
    const walker = { x: 10, z: 10 };
    collision.move(walker, 100, -100);
    expect(walker.x).toBeCloseTo(20 - RADIUS);
    expect(walker.z).toBeCloseTo(RADIUS);
  });

  it('walks out of what it was put in', () => {
    const collision = new Collision(BOUNDS, [box(9, 9, 11, 11)]);
    const walker = { x: 10.9, z: 10 };
    for (let i = 0; i < 40; i++) collision.move(walker, 0.1, 0);
    expect(walker.x).toBeGreaterThan(11);
  });

  it('does not squeeze through a gap that is narrower than it', () => {
    const gap = RADIUS * 2 - 0.1;
    const collision = new Collision(BOUNDS, [box(10, 0, 10.1, 10), box(10, 10 + gap, 10.1, 20)]);
    const walker = { x: 9, z: 10 + gap / 2 };
    for (let i = 0; i < 60; i++) collision.move(walker, 0.2, 0);
    expect(walker.x).toBeLessThan(10);
  });

  it('goes through a door that is wider than it', () => {
    const collision = new Collision(BOUNDS, [box(10, 0, 10.1, 10), box(10, 10.7, 10.1, 20)]);
    const walker = { x: 9, z: 10.35 };
    for (let i = 0; i < 20; i++) collision.move(walker, 0.2, 0);
    expect(walker.x).toBeGreaterThan(11);
  });

  it.each([1, 2, 3, 4, 5])('never ends inside anything, wherever it wanders (%d)', (seed) => {
    const random = sequence(seed);
    const obstacles: Spot[][] = Array.from({ length: 40 }, () => {
      const x = 2 + random() * 15;
      const z = 2 + random() * 15;
      const turn = random() * Math.PI;
      const corners = box(-1.5 * random(), -0.03, 1.5 * random() + 0.1, 0.03);
      return corners.map(([cx, cz]) => [
        x + cx * Math.cos(turn) - cz * Math.sin(turn),
        z + cx * Math.sin(turn) + cz * Math.cos(turn),
      ]);
    });
    const collision = new Collision(BOUNDS, obstacles);
    const start = collision.nearestFree(10, 10)!;
    const walker = { x: start[0], z: start[1] };
    for (let i = 0; i < 2000; i++) {
      const heading = random() * 2 * Math.PI;
      const distance = random() * (i % 10 === 0 ? 6 : 0.3);
      collision.move(walker, Math.cos(heading) * distance, Math.sin(heading) * distance);
      expect(obstacles.some((ring) => inside(ring, walker.x, walker.z))).toBe(false);
      // A corner of two panels may hold it a little nearer than its radius, never half of it.
      expect(collision.free(walker.x, walker.z, -RADIUS / 2)).toBe(true);
    }
  });
});

describe('free floor', () => {
  const collision = new Collision(BOUNDS, [box(5, 5, 15, 15)]);

  it('is not inside an obstacle, nor closer to it than a radius', () => {
    expect(collision.free(10, 10)).toBe(false);
    expect(collision.free(5 - RADIUS + 0.01, 10)).toBe(false);
    expect(collision.free(5 - RADIUS - 0.01, 10)).toBe(true);
  });

  it('is found next to a point that is taken', () => {
    const [x, z] = collision.nearestFree(5.5, 10)!;
    expect(collision.free(x, z)).toBe(true);
    expect(Math.hypot(x - 5.5, z - 10)).toBeLessThan(1);
  });

  it('is not found where there is none', () => {
    expect(new Collision([0, 0, 1, 1], [box(-1, -1, 2, 2)]).nearestFree(0.5, 0.5)).toBeUndefined();
  });
});
