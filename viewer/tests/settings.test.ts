import { describe, expect, it } from 'vitest';
import type { Memory } from '../src/memory';
import { Settings } from '../src/settings';
import { type Device, suitedTier } from '../src/world/quality';
import { memory } from './kept';

const DESK: Device = { software: false, gpu: '', memory: 8, screen: 1080 };

describe('the tier that suits a device', () => {
  it.each<[Partial<Device>, string]>([
    [{}, 'medium'],
    [{ gpu: 'ANGLE (NVIDIA, NVIDIA GeForce RTX 4070 Direct3D11)' }, 'high'],
    [{ gpu: 'ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)' }, 'high'],
    [{ gpu: 'ANGLE (Intel, Mesa Intel(R) UHD Graphics 630)' }, 'medium'],
    [{ gpu: 'ANGLE (Intel, Intel(R) HD Graphics 4000)' }, 'low'],
    [{ gpu: 'Adreno (TM) 740', screen: 412 }, 'medium'],
    [{ gpu: 'Adreno (TM) 418', screen: 412 }, 'low'],
    [{ gpu: 'Mali-G52', screen: 360 }, 'low'],
    [{ gpu: 'Apple GPU', screen: 390, memory: undefined }, 'medium'],
    [{ gpu: 'NVIDIA GeForce RTX 4070', memory: 4 }, 'medium'],
    [{ gpu: 'NVIDIA GeForce RTX 4070', memory: 2 }, 'low'],
    [{ software: true, gpu: 'SwiftShader' }, 'low'],
  ])('of %j is %s', (device, tier) => {
    expect(suitedTier({ ...DESK, ...device })).toBe(tier);
  });
});

describe('settings', () => {
  it('follow the device until the visitor chooses', () => {
    const settings = new Settings('medium', '', memory());
    expect([settings.choice.value, settings.tier.value]).toEqual(['auto', 'medium']);
    settings.choose('high');
    expect([settings.choice.value, settings.tier.value]).toEqual(['high', 'high']);
    settings.choose('auto');
    expect(settings.tier.value).toBe('medium');
  });

  it('are remembered, but for what an address asks', () => {
    const kept = memory();
    new Settings('medium', '', kept).choose('low');
    expect(new Settings('high', '?booth=A1', kept).tier.value).toBe('low');
    expect(new Settings('high', '?quality=medium', kept).tier.value).toBe('medium');
    expect(new Settings('high', '?quality=best', kept).tier.value).toBe('low');
    expect(new Settings('high', '', kept).tier.value).toBe('low');
  });

  it('show people by tier, unless the visitor said', () => {
    const kept = memory();
    const settings = new Settings('medium', '', kept);
    expect(settings.people.value).toBe(true);
    settings.choose('low');
    expect(settings.people.value).toBe(false);
    settings.showPeople(true);
    settings.choose('medium');
    settings.choose('low');
    expect(settings.people.value).toBe(true);
    expect(new Settings('low', '', kept).people.value).toBe(true);
  });

  it('draw less on a slow machine, down to the lowest tier, and more again up to what suits it', () => {
    const settings = new Settings('medium', '', undefined);
    const seen: string[] = [];
    settings.tier.watch((tier) => seen.push(tier));
    for (const advice of ['as-is', 'less', 'less', 'as-is', 'more', 'more'] as const) {
      settings.adapt(advice);
    }
    expect(seen).toEqual(['medium', 'low', 'medium']);
  });

  it('keep a tier that was asked for, however slow or quick', () => {
    const settings = new Settings('medium', '?quality=high', undefined);
    settings.adapt('less');
    settings.adapt('more');
    expect([settings.tier.value, settings.suited.value]).toEqual(['high', 'medium']);
  });

  it('do without a memory that is full', () => {
    const full: Memory = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const settings = new Settings('medium', '', full);
    settings.choose('low');
    expect(settings.tier.value).toBe('low');
  });
});
