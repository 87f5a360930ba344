import { describe, expect, it } from 'vitest';
import { ATLAS, FULL, MATTE, TINTS_COLOR, TINTS_EMISSION, pack } from '../src/tile/pack';
import type { Part, Surface } from '../src/tile/parts';

const GREY: Surface = {
  color: [0.5, 0.25, 0, 1],
  emission: [0, 0, 0],
  roughness: 0.2,
  metalness: 1,
  picture: undefined,
  tints: { color: false, emission: false },
  blended: false,
  doubleSided: false,
  unlit: false,
};

/** A triangle on the floor that looks up. */
const FLOOR = {
  positions: Float32Array.of(0, 0, 0, 0, 0, 1, 1, 0, 0),
  normals: Float32Array.of(0, 1, 0, 0, 1, 0, 0, 1, 0),
  triangles: Uint16Array.of(0, 1, 2),
  uvs: Float32Array.of(0, 0, 0, 1, 1, 0),
  colors: undefined,
  lightUvs: undefined,
  irradiance: undefined,
};

const AT_ORIGIN = Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

function part(changes: Partial<Part> = {}, surface: Partial<Surface> = {}): Part {
  return {
    shape: FLOOR,
    surface: { ...GREY, ...surface },
    places: AT_ORIGIN,
    baked: undefined,
    light: undefined,
    features: undefined,
    ...changes,
  };
}

/** The normal that the order of a triangle's corners gives. */
function wound(packed: ReturnType<typeof pack>, triangle: number): number[] {
  const [a, b, c] = [0, 1, 2].map((corner) => {
    const at = packed.index[triangle * 3 + corner]! * 3;
    return [...packed.position.subarray(at, at + 3)];
  }) as [number[], number[], number[]];
  const [u, v] = [b.map((x, i) => x - a[i]!), c.map((x, i) => x - a[i]!)];
  const cross = [0, 1, 2].map(
    (i) => u[(i + 1) % 3]! * v[(i + 2) % 3]! - u[(i + 2) % 3]! * v[(i + 1) % 3]!,
  );
  return cross.map((x) => Math.round(x / Math.hypot(...cross)) + 0);
}

describe('places', () => {
  it('moves, turns and scales each copy', () => {
    // Twice as wide along x and stood up on its edge: up becomes +z, then 5 m to the right.
    const stood = Float32Array.of(2, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0, 5, 0, 0, 1);
    const packed = pack([part({ places: Float32Array.of(...AT_ORIGIN, ...stood) })], new Map());
    expect([...packed.position.subarray(9)]).toEqual([5, 0, 0, 5, -1, 0, 7, 0, 0]);
    expect([...packed.normal.subarray(12, 15)]).toEqual([0, 0, 127]);
    expect([...packed.index]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(wound(packed, 1)).toEqual([0, 0, 1]);
  });

  it('keeps normals upright on what is stretched', () => {
    const s = Math.SQRT1_2;
    const slope = { ...FLOOR, normals: Float32Array.of(s, s, 0, s, s, 0, s, s, 0) };
    const wide = AT_ORIGIN.with(0, 3);
    const { normal } = pack([part({ shape: slope, places: wide })], new Map());
    const [x, y] = [1 / Math.hypot(1, 3), 3 / Math.hypot(1, 3)];
    expect([...normal.subarray(0, 3)]).toEqual([Math.round(127 * x), Math.round(127 * y), 0]);
  });

  it('keeps the outside of mirrored things outside', () => {
    const packed = pack([part({ places: AT_ORIGIN.with(0, -1) })], new Map());
    expect([...packed.normal.subarray(0, 3)]).toEqual([0, 127, 0]);
    expect(wound(packed, 0)).toEqual([0, 1, 0]);
  });

  it('gives a leaf both its sides', () => {
    const packed = pack([part({}, { doubleSided: true })], new Map());
    expect([...packed.normal.subarray(12, 15)]).toEqual([0, -127, 0]);
    expect([wound(packed, 0), wound(packed, 1)]).toEqual([
      [0, 1, 0],
      [0, -1, 0],
    ]);
  });

  it('counts in 32 bits where 16 do not reach', () => {
    const places = new Float32Array(16 * 30_000);
    for (let at = 0; at < 30_000; at++) places.set(AT_ORIGIN, at * 16);
    const { index } = pack([part({ places })], new Map());
    expect(index).toBeInstanceOf(Uint32Array);
    expect(index.at(-1)).toBe(89_999);
  });
});

describe('surfaces', () => {
  it('keeps colours as sRGB, and the gloss', () => {
    const colors = Float32Array.of(1, 1, 1, 1, 0.5, 1, 1, 0.5, 0, 0, 0, 0);
    const { color, surface } = pack([part({ shape: { ...FLOOR, colors } })], new Map());
    expect([...color]).toEqual([188, 137, 0, 255, 137, 137, 0, 128, 0, 0, 0, 0]);
    expect([...surface.subarray(0, 4)]).toEqual([51, 255, 0, 0]);
  });

  it('keeps how strong a lamp shines', () => {
    const { emission } = pack([part({}, { emission: [4, 2, 0] })], new Map());
    expect([...emission.subarray(0, 4)]).toEqual([255, 188, 0, 2 * FULL]);
  });

  it('lets what is unlit shine in its own colour', () => {
    const picture = {};
    const places = new Map([
      [picture, { layer: ATLAS, offset: [0, 0], scale: [1, 1] } as const],
    ]);
    const unlit = part({}, { unlit: true, picture, tints: { color: true, emission: false } });
    const { color, emission, surface, irradiance } = pack([unlit], places);
    expect([...color.subarray(0, 4)]).toEqual([0, 0, 0, 255]);
    expect([...emission.subarray(0, 4)]).toEqual([188, 137, 0, FULL]);
    expect(surface[3]).toBe(TINTS_EMISSION | MATTE);
    expect([...irradiance.subarray(0, 4)]).toEqual([0, 0, 0, 255]);
  });

  it('finds pictures where they were laid', () => {
    const picture = {};
    const places = new Map([
      [picture, { layer: ATLAS, offset: [0.5, 0.25], scale: [0.25, 0.5] } as const],
    ]);
    const shown = part({}, { picture, tints: { color: true, emission: false } });
    const { uv, surface } = pack([part(), shown], places);
    expect([...uv.subarray(6)]).toEqual([0.5, 0.25, 0.5, 0.75, 0.75, 0.25]);
    expect([...surface.subarray(14, 16)]).toEqual([ATLAS, TINTS_COLOR]);
  });
});

describe('light', () => {
  const coded = (r: number): number => Math.round(255 * Math.sqrt(r / 6));

  it('comes from vertices, in our range', () => {
    const irradiance = new Float32Array(9).fill(0.5);
    const packed = pack(
      [part({ shape: { ...FLOOR, irradiance }, baked: { range: 6 } }), part()],
      new Map(),
    );
    expect([...packed.irradiance.subarray(0, 4)]).toEqual([128, 128, 128, 255]);
    expect([...packed.irradiance.subarray(12, 16)]).toEqual([0, 0, 0, 0]);
    const bright = pack(
      [part({ shape: { ...FLOOR, irradiance }, baked: { range: 24 } })],
      new Map(),
    );
    expect(bright.irradiance[0]).toBe(255);
  });

  it('comes from places by the normal, and never takes light away', () => {
    const light = Float32Array.of(0, 0.5, 0, 0.25, 0, -0.5, 0, 0.25);
    const places = Float32Array.of(...AT_ORIGIN, ...AT_ORIGIN);
    const { irradiance } = pack([part({ places, light, baked: { range: 6 } })], new Map());
    expect(irradiance[0]).toBe(coded(0.75));
    expect(irradiance[12]).toBe(0);
  });

  it('comes from the lightmap too', () => {
    const lightUvs = Float32Array.of(0, 0.5, 1, 0, 0.25, 1);
    const shape = { ...FLOOR, lightUvs };
    const { lightUv } = pack([part({ shape, baked: { range: 6 } })], new Map());
    expect([...lightUv]).toEqual([0, 32768, 65535, 0, 16384, 65535]);
  });
});

it('keeps what each vertex and each place belongs to', () => {
  const [one, two] = ['a', 'b'].map((booth) => ({ booth, product: '', exhibitor: '' }));
  const own = part({
    features: { table: [undefined, one], rows: [0, 1, 1], of: 'vertices' },
  });
  const placed = part({
    places: Float32Array.of(...AT_ORIGIN, ...AT_ORIGIN),
    features: { table: [undefined, two, one], rows: [1, 2], of: 'places' },
  });
  const { rows, features } = pack([own, part(), placed], new Map());
  expect([...rows].map((row) => features[row]?.booth)).toEqual([
    ...[undefined, 'a', 'a'],
    ...[undefined, undefined, undefined],
    ...['b', 'b', 'b', 'a', 'a', 'a'],
  ]);
});
