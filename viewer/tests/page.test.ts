import { describe, expect, it } from 'vitest';
import { ParseError } from '../src/parse';
import { parsePage, parseShard } from '../src/page';
import { Catalog } from '../src/visit/catalog';

const pose = { x: 0, y: 1.65, z: 0, heading: 0, pitch: 0 };

const exhibitor = (page: string, products: string[] = []): object => ({
  name: 'ABB',
  name2: '',
  intro: '',
  country: '',
  logo: null,
  website: null,
  email: null,
  phone: null,
  page,
  products,
  writable: false,
});

const SHARD = {
  format: 1,
  hall: '1',
  name: 'Hall 1',
  height: 12,
  bounds: [0, -10, 10, 0],
  start: pose,
  tileset: 'tiles/1/tileset.json',
  booths: [
    {
      id: '1-A012',
      number: 'A012',
      outline: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
      view: pose,
      zone: null,
      exhibitors: ['e1', 'e2'],
    },
    {
      id: '1-B1',
      number: 'B1',
      outline: [
        [2, 0],
        [3, 0],
        [3, 1],
      ],
      view: pose,
      zone: 'cnc',
      exhibitors: ['e1'],
    },
  ],
  exhibitors: {
    e1: exhibitor('en/exhibitors/abb-ltd/', ['p1']),
    e2: exhibitor('en/exhibitors/zzz/'),
  },
  products: {
    p1: {
      name: 'Arm',
      description: '',
      category: '',
      image: null,
      page: 'en/products/arm-6/',
      model: {
        near: 'media/near.glb',
        inspect: 'media/inspect.glb',
        apart: null,
        size: [0.5, 1.2, 0.6],
        scale: 0.5,
        animated: true,
      },
    },
  },
  gates: [{ id: 'g', name: 'South', position: [5, 0], leads: null }],
  obstacles: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
    ],
  ],
  probe: { picture: 'media/probe.webp', range: 16, low: [0, 0, -10], high: [10, 12, 0] },
  screens: [
    {
      booth: '1-A012',
      video: 'media/film.webm',
      corner: [0, 1, 0],
      along: [1.8, 0, 0],
      up: [0, 1, 0],
    },
  ],
  experiences: [
    {
      booth: '1-A012',
      exhibitor: 'e1',
      product: null,
      name: 'Acme',
      position: [1, 2, -3],
      panorama: { folder: 'media/room', sizes: [512, 1024], heading: 0 },
    },
  ],
  plan: 'en/halls/1/plan.svg',
  small_plan: 'plans/1.svg',
  trails: [
    {
      id: 'green',
      kind: 'hot_spot',
      name: 'Green',
      text: '',
      page: 'en/worth-seeing/green/',
      stops: [
        {
          name: 'Arm',
          text: 'Look.',
          hall: '1',
          hall_name: 'Hall 1',
          page: 'en/halls/1/',
          view: { x: 1, y: 1.65, z: -2, heading: 0, pitch: 0 },
          where: 'A012',
          booth: '1-A012',
          exhibitor: 'e1',
          product: 'p1',
          show: 'model',
          narration: { sound: 'media/a.m4a', captions: null },
        },
      ],
    },
  ],
  marks: [{ spot: [1, -2], booth: '1-A012', stops: [['green', 1]], highlights: ['p1'], experiences: [['product', 'p1']] }],
  own: null,
  zones: { cnc: 'Machine tools' },
};

function faultsOf(value: unknown): readonly string[] {
  try {
    parseShard(value);
  } catch (error) {
    if (error instanceof ParseError) return error.faults;
    throw error;
  }
  return [];
}

describe('a shard', () => {
  it('is taken as it is', () => {
    expect(parseShard(SHARD)).toEqual(SHARD);
  });

  it('may have fields that a newer site adds', () => {
    expect(parseShard({ ...SHARD, weather: 'fine' })).toEqual(SHARD);
  });

  it('may be of a site of before probes, screens, models, experiences, trails and plans', () => {
    const products = { p1: { ...SHARD.products.p1, model: undefined } };
    const old = {
      ...SHARD,
      products,
      probe: undefined,
      screens: undefined,
      experiences: undefined,
      plan: undefined,
      small_plan: undefined,
      trails: undefined,
      marks: undefined,
      own: undefined,
      zones: undefined,
    };
    const missing = { p1: { ...SHARD.products.p1, model: null } };
    expect(parseShard(old)).toEqual({
      ...SHARD,
      products: missing,
      probe: null,
      screens: [],
      experiences: [],
      plan: null,
      small_plan: null,
      trails: [],
      marks: [],
      zones: {},
    });
  });

  it('tells all its faults, each with the path of the field', () => {
    const [first, second] = SHARD.booths;
    const broken = {
      ...SHARD,
      height: '12',
      bounds: [0, 0, 1],
      booths: [
        { ...first, number: 12 },
        {
          ...second,
          outline: [
            [0, 0],
            [1, null],
          ],
        },
      ],
      exhibitors: { e1: { ...SHARD.exhibitors.e1, logo: 5 } },
    };
    const faults = faultsOf(broken);
    for (const path of [
      'height',
      'bounds',
      'booths[0].number',
      'booths[1].outline[1][1]',
      'exhibitors.e1.logo',
    ]) {
      expect(
        faults.some((fault) => fault.startsWith(`${path} `)),
        path,
      ).toBe(true);
    }
    expect(faults).toHaveLength(5);
  });

  it.each([undefined, null, [], 'x', { ...SHARD, format: 2 }])('is not %j', (value) => {
    expect(() => parseShard(value)).toThrow(ParseError);
  });
});

describe("a page's data", () => {
  it('is taken as it is', () => {
    const page = {
      format: 1,
      root: '../../../',
      language: 'en',
      hall: '1',
      shard: 'tiles/1/hall.en.json',
      languages: { en: 'en/halls/1/' },
      strings: { loading: 'Loading' },
      worker: null,
      twins: true,
    };
    expect(parsePage(page)).toEqual(page);
    expect(() => parsePage({ ...page, root: undefined })).toThrow('root should be a text');
  });
});

describe('the catalog', () => {
  const catalog = new Catalog(parseShard(SHARD));

  it.each(['1-A012', 'A012', 'a-012', 'A 012'])('finds a booth by %s', (name) => {
    expect(catalog.booth(name)?.id).toBe('1-A012');
  });

  it('finds the first of several booths of one number by it, and each by its id', () => {
    const twin = { ...SHARD.booths[0], id: '1-A012-2', exhibitors: ['e2'] };
    const twins = new Catalog(parseShard({ ...SHARD, booths: [...SHARD.booths, twin] }));
    expect(twins.booth('A012')?.id).toBe('1-A012');
    expect(twins.booth('1-A012-2')?.exhibitors).toEqual(['e2']);
    expect(twins.boothsOf('e2').map(({ id }) => id)).toEqual(['1-A012', '1-A012-2']);
  });

  it('finds exhibitors and products by id and slug', () => {
    expect(catalog.exhibitorId('e1')).toBe('e1');
    expect(catalog.exhibitorId('abb-ltd')).toBe('e1');
    expect(catalog.productId('arm-6')).toBe('p1');
    expect(catalog.exhibitorId('toString')).toBeUndefined();
    expect(catalog.productId('nothing')).toBeUndefined();
  });

  it('knows who makes what, and who is where', () => {
    expect(catalog.exhibitorOf('p1')).toBe('e1');
    expect(catalog.boothsOf('e1').map(({ number }) => number)).toEqual(['A012', 'B1']);
  });
});
