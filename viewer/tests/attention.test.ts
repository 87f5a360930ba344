import { describe, expect, it } from 'vitest';
import type { Pose } from '../src/manifest';
import { Attention, HOLD, LEFT, REACH } from '../src/visit/attention';
import { at, booth } from './booths';

const A = booth('A', 0, 0);
const BEHIND_A = booth('behind A', 0, -3);
const B = booth('B', 20, 0);

function watch(): {
  attention: Attention;
  log: string[];
  hold: (pose: Pose, seconds: number) => void;
} {
  const log: string[] = [];
  const attention = new Attention([A, BEHIND_A, B], {
    sighted: (seen) => log.push(`sees ${seen?.id ?? 'nothing'}`),
    held: ({ id }) => log.push(`holds ${id}`),
    left: ({ id }) => log.push(`leaves ${id}`),
  });
  const hold = (pose: Pose, seconds: number): void => {
    for (let t = 0; t < seconds; t += 0.1) attention.step(0.1, pose);
  };
  return { attention, log, hold };
}

describe('attention', () => {
  it('holds the booth in the middle of the view after a while', () => {
    const { attention, log, hold } = watch();
    hold(at(1.5, 6), HOLD / 2);
    expect(attention.booth).toBeUndefined();
    hold(at(1.5, 6), HOLD);
    expect(attention.booth).toBe(A);
    expect(log).toEqual(['sees A', 'holds A']);
  });

  it('is not caught in passing', () => {
    const { log, hold } = watch();
    hold(at(1.5, 6), HOLD / 2);
    hold(at(10, 6, 90), HOLD * 3);
    expect(log).toEqual(['sees A', 'sees nothing']);
  });

  it('reaches six metres and not the booth behind', () => {
    const { attention } = watch();
    expect(attention.boothInView(at(1.5, 3 + REACH - 0.1))).toBe(A);
    expect(attention.boothInView(at(1.5, 3 + REACH + 0.1))).toBeUndefined();
    expect(attention.boothInView(at(1.5, 6, 180))).toBeUndefined();
    expect(attention.boothInView(at(1.5, 6, 0, 50))).toBeUndefined();
  });

  it('is with the booth that the visitor stands in, wherever they look', () => {
    const { attention } = watch();
    expect(attention.boothInView(at(1.5, 1.5, 137))).toBe(A);
  });

  it('leaves a booth some way off, once', () => {
    const { attention, log, hold } = watch();
    hold(at(1.5, 6), HOLD * 2);
    hold(at(1.5, 3 + LEFT - 0.1, 180), 1);
    expect(attention.booth).toBe(A);
    hold(at(1.5, 3 + LEFT + 0.1, 180), 1);
    expect(attention.booth).toBeUndefined();
    expect(log).toEqual(['sees A', 'holds A', 'sees nothing', 'leaves A']);
  });
});
