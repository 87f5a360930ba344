import { describe, expect, it } from 'vitest';
import type { ShardBooth } from '../src/manifest';
import { MapSheet } from '../src/map/sheet';
import { scrollKept } from '../src/map/zoom';

const BOOTH: ShardBooth = {
  id: '1-A',
  number: 'A',
  outline: [
    [10, -20],
    [16, -20],
    [16, -14],
    [10, -14],
  ],
  view: { x: 13, y: 1.65, z: -11, heading: 0, pitch: 0 },
  zone: null,
  exhibitors: [],
};
const SHEET = new MapSheet({ bounds: [0, -72, 108, 0], booths: [BOOTH] });

describe("a hall's drawing", () => {
  it('has three metres more than the hall on each side', () => {
    expect([SHEET.width, SHEET.height, SHEET.box]).toEqual([114, 78, '-3 -75 114 78']);
    expect([SHEET.across(-3), SHEET.down(-75)]).toEqual([0, 0]);
    expect([SHEET.across(111), SHEET.down(3)]).toEqual([1, 1]);
  });

  it('leads from a place to the drawing and back', () => {
    const [x, z] = SHEET.spot(SHEET.across(54), SHEET.down(-30));
    expect(x).toBeCloseTo(54, 9);
    expect(z).toBeCloseTo(-30, 9);
  });

  it('knows the booth at a place', () => {
    expect(SHEET.boothAt([12, -15])?.id).toBe('1-A');
    expect(SHEET.boothAt([12, -13])).toBeUndefined();
  });
});

describe('zooming', () => {
  it('keeps what is under the pointer where it is', () => {
    // 150 pixels from the edge is the drawing's 250th pixel, which is the 500th when it doubles.
    expect(scrollKept(100, 150, 2)).toBe(350);
    expect(scrollKept(350, 150, 0.5)).toBe(100);
  });
});
