import { describe, expect, it, vi } from 'vitest';
import type { PageData, SavedHall } from '../src/manifest';
import { isOurs, savedName, seenBuild, seenName, storedOf } from '../src/stored/caches';
import { isOneOf, known } from '../src/stored/digest';
import { save } from '../src/stored/files';
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

describe('saving', () => {
  // printf 'the hall' | sha256sum
  const file = [8, '6bf084975cf607df'] as const;
  const list: SavedHall = {
    format: 1,
    build: 'b1',
    hall: '1',
    files: { full: [...file], late: [...file] },
    languages: {},
    unpacked: {},
  };

  it('ends for good with the first file that has no room, though another is kept after it', async () => {
    let arrive = (): void => undefined;
    const late = new Promise<void>((resolve) => (arrive = resolve));
    const cache = {
      match: () => Promise.resolve(undefined),
      put: (address: string) => {
        if (address.endsWith('full')) return Promise.reject(new DOMException('', 'QuotaExceededError'));
        return address.endsWith('late') ? late : Promise.resolve();
      },
    };
    const open = (): Promise<unknown> => Promise.resolve(cache);
    const match = (): Promise<Response> => Promise.resolve(new Response('the hall'));
    vi.stubGlobal('caches', { open, match });
    vi.stubGlobal('document', { baseURI: ROOT });
    const page = { root: '', hall: '1', language: 'en', shard: 'tiles/1/en.json' } as PageData;
    const came = vi.fn();
    const order = { list, files: Object.entries(list.files), bytes: 16 };
    try {
      const saving = save(page, 'Hall 1', order, came, new AbortController().signal);
      await expect(saving).rejects.toMatchObject({ name: 'QuotaExceededError' });
      arrive();
      await new Promise((resolve) => setTimeout(resolve));
      expect(came).not.toHaveBeenCalled();
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
