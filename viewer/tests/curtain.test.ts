import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Curtain } from '../src/hud/curtain';
import type { Poster } from '../src/hud/poster';

const tiles = { progress: { loaded: 1, total: 2, bytes: 0 } };

/** A curtain before a poster that notes how it left. */
function hung(shows = true): { readonly curtain: Curtain; readonly left: number[] } {
  const left: number[] = [];
  const poster = {
    shows,
    show: () => undefined,
    letThrough: () => undefined,
    leave: (growth: number) => left.push(growth),
  };
  return { curtain: new Curtain(poster as unknown as Poster, () => 1.5), left };
}

const frames = (curtain: Curtain, count: number, moved: boolean, loading: boolean): boolean[] =>
  Array.from({ length: count }, () => curtain.follow(tiles, moved, loading));

describe('the build’s picture', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('stays until one can walk, whatever happens', () => {
    const { curtain, left } = hung();
    expect(frames(curtain, 20, true, false)).not.toContain(true);
    expect(left).toEqual([]);
  });

  it('leaves once nothing finer is to come, and asks for frames until then', () => {
    const { curtain, left } = hung();
    curtain.release('once-fine');
    expect(frames(curtain, 30, false, true)).not.toContain(false);
    expect(frames(curtain, 5, false, false)).not.toContain(false);
    expect(left).toEqual([]);
    expect(frames(curtain, 2, false, false)).toEqual([false, false]);
    expect(left).toEqual([1.5]);
  });

  it('leaves as soon as the visitor moves', () => {
    const { curtain, left } = hung();
    curtain.release('once-fine');
    curtain.follow(tiles, true, true);
    expect(left).toEqual([1.5]);
  });

  it('leaves at once where it shows something else, and after a while on a slow line', () => {
    const other = hung();
    other.curtain.release('now');
    vi.advanceTimersByTime(1);
    other.curtain.follow(tiles, false, true);
    expect(other.left).toEqual([1.5]);
    const plan = hung(false);
    plan.curtain.release('once-fine');
    vi.advanceTimersByTime(1);
    plan.curtain.follow(tiles, false, true);
    expect(plan.left).toEqual([1.5]);
    const slow = hung();
    slow.curtain.release('once-fine');
    slow.curtain.follow(tiles, false, true);
    vi.advanceTimersByTime(30_000);
    slow.curtain.follow(tiles, false, true);
    expect(slow.left).toEqual([1.5]);
  });
});
