import { describe, expect, it } from 'vitest';
// A hall of 24 x 14 m with three booths and an empty one, as the site's own test wrote it.
import PAGE from '../../tests/site/golden/hall.html?raw';
import { NUMBERS, boxesOf } from '../src/boot/boxes';
import { type Plan, readPlan } from '../src/boot/plan';

const TEXT = /id="hallgen-plan">([^<]*)</.exec(PAGE)![1]!;

describe('a plan', () => {
  const plan = readPlan(TEXT);

  it('has the hall in the axes of the scene', () => {
    expect(plan.bounds.map(Math.abs)).toEqual([0, 14, 24, 0]);
    expect(plan.height).toBe(12);
    expect(plan.start.map((number) => Number(number.toFixed(2)))).toEqual([12, -1, 0]);
    expect(plan.outline).toHaveLength(4);
  });

  it('has rectangles and other outlines', () => {
    const [wide, , odd, empty] = plan.booths;
    const near = (corners: Plan['outline']): number[][] =>
      corners.map((corner) => corner.map((part) => Math.round(part * 100) / 100));
    expect(near(wide!.corners)).toEqual([[3, -6], [9, -6], [9, -9], [3, -9]]);
    expect(near(odd!.corners)).toEqual([[12, -6], [18, -6], [18, -9], [15, -9], [15, -12], [12, -12]]);
    expect(odd!.closed).toBe(0b111110);
    expect([wide!.height, empty!.height]).toEqual([2.5, 0]);
    expect(wide!.color).not.toBe(empty!.color);
  });
});

describe('boxes', () => {
  const { numbers, walls } = boxesOf(readPlan(TEXT));

  it('are walls where a side is closed, and a fascia on every side', () => {
    // Floor, roof, lamps, four walls; a platform a booth; walls and fascias of those with somebody.
    const lamps = 2;
    const closed = 3 + 3 + 5;
    const sides = 4 + 4 + 6;
    expect(numbers.length / NUMBERS).toBe(2 + lamps + 4 + 4 + closed + sides);
    expect(walls).toHaveLength(4 + closed);
  });

  it('are all of some size and inside of the hall', () => {
    for (let at = 0; at < numbers.length; at += NUMBERS) {
      const [x, z, , height, length, thick] = numbers.subarray(at, at + 6);
      expect(Math.min(height!, length!, thick!)).toBeGreaterThan(0);
      expect(x! >= 0 && x! <= 24 && z! <= 0 && z! >= -14).toBe(true);
    }
  });
});
