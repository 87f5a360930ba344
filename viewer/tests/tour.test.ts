import { describe, expect, it } from 'vitest';
import type { Spot } from '../src/manifest';
import { apart } from '../src/routes/floor';
import { tour } from '../src/routes/tour';

function* orders(left: readonly number[]): Generator<readonly number[]> {
  if (left.length === 0) yield [];
  for (const first of left) {
    for (const rest of orders(left.filter((one) => one !== first))) yield [first, ...rest];
  }
}

const walk = (start: Spot, stops: readonly Spot[], order: readonly number[]): number => {
  let metres = 0;
  let at = start;
  for (const stop of order) {
    metres += apart(at, stops[stop]!);
    at = stops[stop]!;
  }
  return metres;
};

let state = 11;
const chance = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
const spot = (): Spot => [chance() * 200, chance() * 100];

describe('a tour', () => {
  it('of nothing is none, of one is that', () => {
    expect(tour([0, 0], [], apart)).toEqual([]);
    expect(tour([0, 0], [[1, 1]], apart)).toEqual([0]);
  });

  it('is at most a little longer than the best, by trying every order', () => {
    let [ours, best] = [0, 0];
    for (let stops = 2; stops <= 8; stops++) {
      const all = [...orders([...Array(stops).keys()])];
      for (let round = 0; round < (stops < 8 ? 12 : 4); round++) {
        const [start, ...places] = Array.from({ length: stops + 1 }, spot);
        const order = tour(start!, places, apart);
        expect([...order].sort()).toEqual([...Array(stops).keys()]);
        const least = Math.min(...all.map((one) => walk(start!, places, one)));
        const found = walk(start!, places, order);
        expect(found).toBeLessThan(least * 1.12);
        ours += found;
        best += least;
      }
    }
    expect(ours / best).toBeLessThan(1.01);
  });

  it('sees stops along an aisle one after the other', () => {
    const stops = [30, 10, 50, 20, 40].map((x): Spot => [x, 0]);
    expect(tour([0, 0], stops, apart)).toEqual([1, 3, 0, 4, 2]);
  });

  it('of fifty takes no time worth waiting for', () => {
    const stops = Array.from({ length: 50 }, spot);
    const before = performance.now();
    const order = tour([0, 0], stops, apart);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(new Set(order).size).toBe(50);
  });
});
