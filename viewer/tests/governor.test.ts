import { describe, expect, it } from 'vitest';
import { Settings } from '../src/settings';
import { type Advice, Governor } from '../src/world/governor';
import { Picture } from '../src/world/picture';
import { Sharpness } from '../src/world/sharpness';

/** What comes of frames of a length that are drawn at full sharpness. */
function frames(governor: Governor, seconds: number, frame: number): Advice[] {
  const told: Advice[] = [];
  for (let t = 0; t < seconds; t += frame) {
    const advice = governor.note(frame, 'sharp', false);
    if (advice !== 'as-is') told.push(advice);
  }
  return told;
}

describe('the governor of frames', () => {
  it('dares more after ten seconds of quick frames, and not before', () => {
    const governor = new Governor();
    expect(frames(governor, 9.5, 1 / 60)).toEqual([]);
    expect(frames(governor, 1, 1 / 60)).toEqual(['more']);
  });

  it('dares nothing where frames are neither slow nor quick, or quick because they are coarse', () => {
    const governor = new Governor();
    expect(frames(governor, 60, 1 / 30)).toEqual([]);
    for (let i = 0; i < 6000; i++) expect(governor.note(1 / 60, 'coarse', false)).toBe('as-is');
  });

  it('waits twice as long after each time that more was too much, and so settles', () => {
    const governor = new Governor();
    const waits: number[] = [];
    for (let round = 0; round < 4; round++) {
      let waited = 0;
      while (governor.note(1 / 60, 'sharp', false) !== 'more') waited += 1 / 60;
      waits.push(Math.round(waited));
      expect(governor.note(0.1, 'coarse', true)).toBe('less');
    }
    expect(waits).toEqual([10, 20, 40, 80]);
  });

  it('takes a hitch for less than the end of quick frames, and an absence for nothing', () => {
    const governor = new Governor();
    frames(governor, 9.5, 1 / 60);
    governor.note(0.2, 'sharp', false);
    governor.note(40, 'sharp', false);
    expect(frames(governor, 2, 1 / 60)).toEqual(['more']);
  });
});

/** A visit on a machine whose frames cost what a tier and a sharpness make of them: seconds. */
function visit(
  settings: Settings,
  cost: (tier: string, scale: number, time: number) => number,
  seconds: number,
): string[] {
  const picture = Object.create(Picture.prototype) as Picture;
  const sharpness = new Sharpness();
  Object.assign(picture, { sharpness, governor: new Governor() });
  const seen: string[] = [];
  settings.tier.watch((tier) => seen.push(tier));
  for (let t = 0; t < seconds; ) {
    const frame = cost(settings.tier.value, sharpness.scale, t);
    t += frame;
    settings.adapt(picture.paced(frame, true));
  }
  return seen;
}

describe('a visit', () => {
  const BASE = { low: 1 / 120, medium: 1 / 60, high: 1 / 40 } as const;

  it('gets less drawn while a machine is hot, and all of it again once it has cooled', () => {
    const settings = new Settings('medium', '', undefined);
    const hot = (time: number): number => (time < 30 ? 8 : 1);
    const cost = (tier: string, scale: number, time: number): number =>
      BASE[tier as keyof typeof BASE] * Math.max(0.4, scale * scale) * hot(time);
    expect(visit(settings, cost, 120)).toEqual(['medium', 'low', 'medium']);
  });

  it('does not go up and down for ever on a machine between two tiers', () => {
    const settings = new Settings('high', '', undefined);
    const cost = (tier: string): number => (tier === 'high' ? 0.06 : 1 / 60);
    const seen = visit(settings, cost, 600);
    expect(seen[0]).toBe('high');
    expect(seen.length).toBeLessThanOrEqual(12);
    expect(settings.tier.value).toBe('medium');
  });

  it('keeps what the visitor chose', () => {
    const settings = new Settings('medium', '', undefined);
    settings.choose('high');
    expect(visit(settings, () => 0.1, 30)).toEqual(['high']);
  });
});
