import { describe, expect, it } from 'vitest';
import { Look, suitedSize } from '../src/panorama/look';

describe('a look around a panorama', () => {
  it('goes all around and never over a pole', () => {
    const look = new Look(-30);
    expect(look.heading).toBe(330);
    look.turn(50, 0);
    expect(look.heading).toBe(20);
    look.turn(0, 200);
    expect(look.pitch).toBe(89);
    look.turn(0, -500);
    expect(look.pitch).toBe(-89);
  });

  it('sees more on a tall screen', () => {
    expect(new Look(0, 16 / 9).field).toBe(75);
    expect(new Look(0, 9 / 16).field).toBe(100);
  });

  it('follows the hand that drags it', () => {
    const look = new Look(0);
    look.drag(600, 0, 600);
    expect(look.heading).toBeCloseTo(360 - 75);
    look.drag(0, 300, 600);
    expect(look.pitch).toBeCloseTo(37.5);
  });

  it('shows no more and no less than makes sense', () => {
    const look = new Look(0);
    look.zoom(0.01);
    expect(look.field).toBe(30);
    look.zoom(100);
    expect(look.field).toBe(100);
  });
});

describe('the size of faces', () => {
  it('is the smallest that is sharp enough, or the largest there is', () => {
    expect(suitedSize([512, 1024, 2048], 300, 75)).toBe(512);
    expect(suitedSize([512, 1024, 2048], 800, 75)).toBe(1024);
    expect(suitedSize([512, 1024, 2048], 4000, 75)).toBe(2048);
    expect(suitedSize([512], 4000, 30)).toBe(512);
  });
});
