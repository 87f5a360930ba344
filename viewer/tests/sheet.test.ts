import { expect, it } from 'vitest';
import { MARGIN, layOut } from '../src/tile/sheet';

const SIZES = [
  { width: 512, height: 64 },
  { width: 1024, height: 1024 },
  { width: 300, height: 700 },
  { width: 1, height: 1 },
  { width: 512, height: 256 },
];

it('lays pictures side by side with a margin around each', () => {
  const { width, height, spots } = layOut(SIZES, 4096);
  expect(spots.map((spot) => ({ width: spot.width, height: spot.height }))).toEqual(SIZES);
  spots.forEach((one, at) => {
    expect(Math.min(one.x, one.y)).toBeGreaterThanOrEqual(MARGIN);
    expect(one.x + one.width + MARGIN).toBeLessThanOrEqual(width);
    expect(one.y + one.height + MARGIN).toBeLessThanOrEqual(height);
    for (const other of spots.slice(at + 1)) {
      const apart =
        one.x + one.width + 2 * MARGIN <= other.x ||
        other.x + other.width + 2 * MARGIN <= one.x ||
        one.y + one.height + 2 * MARGIN <= other.y ||
        other.y + other.height + 2 * MARGIN <= one.y;
      expect(apart).toBe(true);
    }
  });
});

it('wastes less than half', () => {
  const { width, height } = layOut(SIZES, 4096);
  const used = SIZES.reduce((sum, size) => sum + size.width * size.height, 0);
  expect(width * height).toBeLessThan(2 * used);
});

it('makes pictures smaller until they fit, all by the same share', () => {
  const { width, height, spots } = layOut(SIZES, 512);
  expect(Math.max(width, height)).toBeLessThanOrEqual(512);
  expect(spots[1]!.width / spots[0]!.width).toBeCloseTo(2, 1);
});
