import { describe, expect, it } from 'vitest';
import {
  type Size,
  distanceTo,
  gridOf,
  measuresOf,
  spoken,
  spokenScale,
  spokenSize,
  unitOf,
} from '../src/inspect/measures';

describe('a size in words', () => {
  it.each<[Size, string, string]>([
    [[1.844, 1.179, 4.25], 'en', '1.84 × 1.18 × 4.25 m'],
    [[0.46, 0.3, 0.999], 'en', '46.0 × 30.0 × 99.9 cm'],
    [[0.0864, 0.114, 0.197], 'en', '86 × 114 × 197 mm'],
    [[1.844, 1.179, 4.25], 'de', '1,84 × 1,18 × 4,25 m'],
    [[12.5, 3, 1250], 'en', '12.50 × 3.00 × 1,250.00 m'],
  ])('of %j in %s is %s', (size, language, words) => {
    expect(spokenSize(size, language)).toBe(words);
  });

  it('has one unit for all its lengths', () => {
    expect(spoken(0.05, unitOf([0.05, 2, 1]), 'en')).toBe('0.05 m');
  });
});

describe('a scale in words', () => {
  it.each([
    [0.25, '1 : 4'],
    [0.4, '1 : 2.5'],
    [0.013, '1 : 77'],
    [3, '3 : 1'],
    [1, undefined],
    [0.995, undefined],
    [0, undefined],
    [Number.NaN, undefined],
  ])('of %d is %s', (scale, words) => {
    expect(spokenScale(scale, 'en')).toBe(words);
  });
});

describe('a ruled floor', () => {
  it.each<[Size, number, number]>([
    [[0.08, 0.1, 0.2], 0.01, 0.1],
    [[0.46, 1.2, 0.5], 0.1, 1],
    [[2, 2, 4.25], 0.1, 1],
    [[30, 8, 9], 1, 10],
  ])('for %j has lines every %d and %d m', (size, fine, strong) => {
    const grid = gridOf(size);
    expect([grid.fine, grid.strong]).toEqual([fine, strong]);
    expect(grid.reach).toBeGreaterThan(Math.max(size[0], size[2]) / 2);
    expect(grid.reach / strong).toBeCloseTo(Math.round(grid.reach / strong), 6);
    // So many lines are still drawn at once.
    expect(grid.reach / fine).toBeLessThan(300);
  });
});

describe('dimension lines', () => {
  const size: Size = [2, 1, 4];

  it.each([
    [5, 9],
    [-5, 9],
    [5, -9],
    [-5, -9],
    [9, 0.1],
    [0, 9],
  ])('are as long as what they measure, on the side of (%d, %d)', (x, z) => {
    const lines = measuresOf(size, x, z);
    expect(lines.map(({ axis, from, to }) => Math.abs(to[axis] - from[axis]))).toEqual([2, 1, 4]);
    const [width, height, depth] = lines;
    expect(Math.sign(width!.from[2])).toBe(z < 0 ? -1 : 1);
    expect(Math.sign(depth!.from[0])).toBe(x < 0 ? -1 : 1);
    // None runs through the product.
    expect(Math.abs(width!.from[2])).toBeGreaterThan(2);
    expect(Math.abs(depth!.from[0])).toBeGreaterThan(1);
    expect(Math.abs(height!.from[0])).toBeGreaterThan(1);
    expect(Math.abs(height!.from[2])).toBeGreaterThan(2);
  });
});

describe('the distance from which a box fills a view', () => {
  const square = { field: 90, aspect: 1 };

  it('seen straight on is that of its front', () => {
    // 45 degrees each way: as far from the front as half of it is high.
    expect(distanceTo([2, 2, 2], [0, 0, 1], square)).toBeCloseTo(2);
    expect(distanceTo([4, 2, 2], [0, 0, 1], square)).toBeCloseTo(3);
    expect(distanceTo([4, 2, 2], [0, 0, 1], { field: 90, aspect: 2 })).toBeCloseTo(2);
    expect(distanceTo([4, 2, 2], [1, 0, 0], square)).toBeCloseTo(3);
  });

  it('holds every corner whichever way it is seen', () => {
    const size: Size = [1, 2, 5];
    for (let turn = 0; turn < 6.2; turn += 0.4) {
      for (const rise of [-0.4, 0, 0.6, 1.4]) {
        const way = [
          Math.sin(turn) * Math.cos(rise),
          Math.sin(rise),
          Math.cos(turn) * Math.cos(rise),
        ] as const;
        const near = distanceTo(size, way, { field: 30, aspect: 0.5 });
        const ball = Math.hypot(...size) / 2 / Math.sin(Math.atan(Math.tan(Math.PI / 12) * 0.5));
        expect(near).toBeLessThanOrEqual(ball + 1e-9);
        expect(near).toBeGreaterThan(ball / 6);
      }
    }
  });
});
