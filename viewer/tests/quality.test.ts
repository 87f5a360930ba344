import { describe, expect, it } from 'vitest';
import { Quality } from '../src/world/quality';

function frames(quality: Quality, count: number, seconds: number, moving: boolean): void {
  for (let i = 0; i < count; i++) quality.note(seconds, moving);
}

describe('sharpness', () => {
  it('is full where frames come fast', () => {
    const quality = new Quality();
    frames(quality, 500, 1 / 60, true);
    expect(quality.scale).toBe(1);
  });

  it('falls while moving slowly, and comes back at rest', () => {
    const quality = new Quality();
    frames(quality, 30, 0.1, true);
    expect(quality.scale).toBeLessThan(0.6);
    expect(quality.pending).toBe(true);
    frames(quality, 5, 0.1, false);
    expect(quality.scale).toBe(1);
    expect(quality.pending).toBe(false);
  });
});
