import { describe, expect, it } from 'vitest';
import type { SavedHall } from '../src/manifest';
import { isOurs, savedName, seenBuild, seenName, storedOf } from '../src/stored/caches';
import { isOneOf, known } from '../src/stored/digest';
import { isForever, listOf } from '../worker/places';

const ROOT = 'https://host.example/fair/';

describe('the names of caches', () => {
  const stored = { build: 'b1', hall: 'East hall/2', language: 'zh-Hant' };

  it('come back', () => {
    expect(seenBuild(ROOT, seenName(ROOT, 'b1'))).toBe('b1');
    expect(storedOf(ROOT, savedName(ROOT, stored))).toEqual(stored);
  });

  it('are told apart, also from those of other fairs of the origin', () => {
    expect(storedOf(ROOT, seenName(ROOT, 'b1'))).toBeUndefined();
    expect(seenBuild(ROOT, savedName(ROOT, stored))).toBeUndefined();
    expect(isOurs(ROOT, savedName(`${ROOT}next/`, stored))).toBe(false);
  });
});

describe('places', () => {
  it('of a hall lead to its list', () => {
    expect(listOf('tiles/2.1/block-001.glb.gz')).toBe('offline/2.1.json');
    expect(listOf('en/halls/2.1/')).toBe('offline/2.1.json');
    expect(listOf('en/exhibitors/abb/')).toBeUndefined();
    expect(listOf('fair.json')).toBeUndefined();
  });

  it('named by their content never change', () => {
    expect(isForever('media/0f.webp')).toBe(true);
    expect(isForever('tiles/1/hall.glb')).toBe(false);
  });
});

describe('bytes', () => {
  // printf 'the hall' | sha256sum
  const digest = '6bf084975cf607df';
  const bytes = new TextEncoder().encode('the hall').buffer;
  const list: SavedHall = {
    format: 1,
    build: 'b1',
    hall: '1',
    files: { 'tiles/1/hall.glb.gz': [3, 'ffffffffffffffff'] },
    languages: { en: { 'en/halls/1/': [8, digest] } },
    unpacked: { 'tiles/1/hall.glb': [8, digest] },
  };

  it('are those of a file, or of its model where the host unpacked it', async () => {
    expect(await isOneOf(bytes, known(list, 'en/halls/1/'))).toBe(true);
    expect(await isOneOf(bytes, known(list, 'tiles/1/hall.glb.gz'))).toBe(true);
    expect(await isOneOf(bytes, known(list, 'tiles/1/hall.glb'))).toBe(true);
  });

  it('of another build, or of half a file, are not', async () => {
    const other = new TextEncoder().encode('the HALL').buffer;
    expect(await isOneOf(other, known(list, 'en/halls/1/'))).toBe(false);
    expect(await isOneOf(bytes.slice(0, 4), known(list, 'en/halls/1/'))).toBe(false);
    expect(known(list, 'en/exhibitors/one/')).toEqual([]);
  });
});
