import { describe, expect, it } from 'vitest';
import { Sharpness } from '../src/world/sharpness';

function frames(sharpness: Sharpness, count: number, seconds: number, moving: boolean): void {
  for (let i = 0; i < count; i++) sharpness.note(seconds, moving);
}

describe('sharpness', () => {
  it('is full where frames come fast', () => {
    const sharpness = new Sharpness();
    frames(sharpness, 500, 1 / 60, true);
    expect(sharpness.scale).toBe(1);
  });

  it('falls while moving slowly, and comes back at rest', () => {
    const sharpness = new Sharpness();
    frames(sharpness, 30, 0.1, true);
    expect(sharpness.scale).toBeLessThan(0.6);
    expect(sharpness.pending).toBe(true);
    frames(sharpness, 5, 0.1, false);
    expect(sharpness.scale).toBe(1);
    expect(sharpness.pending).toBe(false);
  });

  it('knows when the visitor has rested for a while', () => {
    const sharpness = new Sharpness();
    frames(sharpness, 2, 0.1, false);
    expect(sharpness.atRest).toBe(false);
    frames(sharpness, 2, 0.1, false);
    expect(sharpness.atRest).toBe(true);
    frames(sharpness, 1, 0.1, true);
    expect(sharpness.atRest).toBe(false);
  });

  it('gives up where even the coarsest frames are slow, until less is drawn', () => {
    const sharpness = new Sharpness();
    frames(sharpness, 12, 0.1, true);
    expect(sharpness.exhausted).toBe(false);
    frames(sharpness, 12, 0.1, true);
    expect(sharpness.exhausted).toBe(true);
    sharpness.relieve();
    expect(sharpness.exhausted).toBe(false);
  });

  it('does not give up for a hitch', () => {
    const sharpness = new Sharpness();
    frames(sharpness, 20, 0.1, true);
    frames(sharpness, 100, 1 / 60, true);
    frames(sharpness, 8, 0.1, true);
    expect(sharpness.exhausted).toBe(false);
  });
});
