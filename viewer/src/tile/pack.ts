/** Packs parts into one set of vertex arrays, so that a tile is one draw.
 *
 * What differs from part to part (colour, gloss, glow, picture, light) is kept at vertices. */
import type { Feature } from '../world/features';
import { type Part, type PictureKey, type Shape, type Surface, expandedCount, placeCount, vertexCount } from './parts';

/** Where a part finds its picture. `layer` is NONE, ATLAS, or DETAIL and up. */
export interface PicturePlace {
  readonly layer: number;
  readonly offset: readonly [number, number];
  readonly scale: readonly [number, number];
}

export const NONE = 0;
export const ATLAS = 1;
export const DETAIL = 2;

/** Bits of `surface.w`: what the picture multiplies, and whether nothing is mirrored. */
export const TINTS_COLOR = 1;
export const TINTS_EMISSION = 2;
export const MATTE = 4;

/** What coded light is multiplied by: irradiance over pi is RANGE v². */
export const RANGE = 6;

/** Emission is `(a / FULL)²` times its colour, `a` of 255. */
export const FULL = 64;

/** Bytes of a packed vertex on the GPU. */
export const VERTEX_BYTES = 48;

export interface Packed {
  /** Metres, in the tile's axes. */
  readonly position: Float32Array;
  /** Four a vertex, the last unused: vertices align to four bytes. */
  readonly normal: Int8Array;
  readonly uv: Float32Array;
  readonly lightUv: Uint16Array;
  /** sRGB, and alpha. */
  readonly color: Uint8Array;
  /** sRGB, and how strong. */
  readonly emission: Uint8Array;
  /** Roughness and metalness of 255, the picture's layer, bits. */
  readonly surface: Uint8Array;
  /** Coded irradiance, and 255 where no other light counts. */
  readonly irradiance: Uint8Array;
  readonly index: Uint16Array | Uint32Array;
  /** Rows of `features`, whose first is none. */
  readonly rows: Uint16Array;
  readonly features: readonly (Feature | undefined)[];
}

/** Pack parts, every place with vertices of its own. `places` says where pictures are. */
export function pack(
  parts: readonly Part[],
  places: ReadonlyMap<PictureKey, PicturePlace>,
): Packed {
  const vertices = parts.reduce((sum, part) => sum + expandedCount(part), 0);
  const corners = parts.reduce((sum, part) => sum + cornerCount(part), 0);
  const features: (Feature | undefined)[] = [undefined];
  const packed: Packed = {
    position: new Float32Array(vertices * 3),
    normal: new Int8Array(vertices * 4),
    uv: new Float32Array(vertices * 2),
    lightUv: new Uint16Array(vertices * 2),
    color: new Uint8Array(vertices * 4),
    emission: new Uint8Array(vertices * 4),
    surface: new Uint8Array(vertices * 4),
    irradiance: new Uint8Array(vertices * 4),
    index: vertices > 65535 ? new Uint32Array(corners) : new Uint16Array(corners),
    rows: new Uint16Array(vertices),
    features,
  };
  const numbers = new Map<Feature | undefined, number>([[undefined, 0]]);
  const at = { vertex: 0, corner: 0 };
  for (const part of parts) {
    const rows = renumbered(part, features, numbers);
    const shown = part.surface.picture;
    const picture = shown === undefined ? undefined : places.get(shown);
    for (let place = 0; place < placeCount(part); place++) {
      for (const side of part.surface.doubleSided ? [1, -1] : [1]) {
        stand(packed, part, place, side, at);
        paint(packed, part, picture, at.vertex);
        lightUp(packed, part, place, at.vertex);
        own(packed, part, place, rows, at.vertex);
        at.vertex += vertexCount(part.shape);
        at.corner += part.shape.triangles.length;
      }
    }
  }
  return packed;
}

const cornerCount = (part: Part): number =>
  part.shape.triangles.length * placeCount(part) * (part.surface.doubleSided ? 2 : 1);

/** Positions, normals and triangles of one side of a part in one place. */
function stand(
  packed: Packed,
  part: Part,
  place: number,
  side: number,
  at: { readonly vertex: number; readonly corner: number },
): void {
  const { positions, normals, triangles } = part.shape;
  const m = part.places.subarray(place * 16, place * 16 + 16);
  const [n, determinant] = normalMatrix(m);
  const count = vertexCount(part.shape);
  for (let i = 0, p = at.vertex * 3, q = at.vertex * 4; i < count; i++, p += 3, q += 4) {
    const x = positions[i * 3]!;
    const y = positions[i * 3 + 1]!;
    const z = positions[i * 3 + 2]!;
    packed.position[p] = m[0]! * x + m[4]! * y + m[8]! * z + m[12]!;
    packed.position[p + 1] = m[1]! * x + m[5]! * y + m[9]! * z + m[13]!;
    packed.position[p + 2] = m[2]! * x + m[6]! * y + m[10]! * z + m[14]!;
    const u = normals[i * 3]!;
    const v = normals[i * 3 + 1]!;
    const w = normals[i * 3 + 2]!;
    const a = n[0]! * u + n[1]! * v + n[2]! * w;
    const b = n[3]! * u + n[4]! * v + n[5]! * w;
    const c = n[6]! * u + n[7]! * v + n[8]! * w;
    const length = (side * 127) / (Math.hypot(a, b, c) || 1);
    packed.normal[q] = Math.round(a * length);
    packed.normal[q + 1] = Math.round(b * length);
    packed.normal[q + 2] = Math.round(c * length);
  }
  // A mirrored place, or the far side, turns the triangles round.
  const swap = determinant * side < 0 ? 1 : 0;
  for (let i = 0; i < triangles.length; i += 3) {
    packed.index[at.corner + i] = at.vertex + triangles[i]!;
    packed.index[at.corner + i + 1] = at.vertex + triangles[i + 1 + swap]!;
    packed.index[at.corner + i + 2] = at.vertex + triangles[i + 2 - swap]!;
  }
}

/** Colours, and what is the same at all vertices: gloss, glow, where the picture is. */
function paint(
  packed: Packed,
  { shape, surface }: Part,
  picture: PicturePlace | undefined,
  first: number,
): void {
  const count = vertexCount(shape);
  const { colors, uvs } = shape;
  fill(packed.emission, glowOf(surface), first, count);
  fill(packed.surface, glossOf(surface, picture), first, count);
  fill(packed.color, [0, 0, 0, 255], first, count);
  const shown = surface.unlit ? packed.emission : packed.color;
  for (let i = 0; i < count; i++) {
    const q = (first + i) * 4;
    for (let c = 0; c < 3; c++) shown[q + c] = srgb(surface.color[c]! * (colors?.[i * 4 + c] ?? 1));
    packed.color[q + 3] = byte(surface.color[3] * (colors?.[i * 4 + 3] ?? 1));
  }
  if (picture === undefined || uvs === undefined) return;
  const [[u, v], [width, height]] = [picture.offset, picture.scale];
  for (let i = 0; i < count; i++) {
    packed.uv[(first + i) * 2] = u + width * uvs[i * 2]!;
    packed.uv[(first + i) * 2 + 1] = v + height * uvs[i * 2 + 1]!;
  }
}

/** The colour that shines, and how strong. What is unlit shines with its own colour. */
function glowOf({ emission, unlit }: Surface): number[] {
  if (unlit) return [0, 0, 0, FULL];
  const strength = Math.max(...emission);
  if (strength === 0) return [0, 0, 0, 0];
  const power = byte((FULL / 255) * Math.sqrt(strength));
  return [...emission.map((part) => srgb(part / strength)), power];
}

function glossOf(
  { roughness, metalness, tints, unlit }: Surface,
  picture: PicturePlace | undefined,
): number[] {
  const bits =
    (tints.color && !unlit ? TINTS_COLOR : 0) |
    (tints.emission || unlit ? TINTS_EMISSION : 0) |
    (unlit ? MATTE : 0);
  return [byte(roughness), byte(metalness), picture?.layer ?? NONE, bits];
}

/** Baked light. What shows itself needs none, and counts as baked. */
function lightUp(packed: Packed, part: Part, place: number, first: number): void {
  const { baked, light, shape, surface } = part;
  const count = vertexCount(shape);
  if (baked !== undefined || surface.unlit) fill(packed.irradiance, [0, 0, 0, 255], first, count);
  if (baked === undefined) return;
  const beam = light?.subarray(place * 4, place * 4 + 4) ?? DARK;
  addVertexLight(packed, shape, Math.sqrt(baked.range / RANGE), beam, first);
  const { lightUvs } = shape;
  if (lightUvs === undefined) return;
  for (let i = 0; i < count * 2; i++) {
    packed.lightUv[first * 2 + i] = Math.round(65535 * Math.min(1, Math.max(0, lightUvs[i]!)));
  }
}

/** Light of vertices, which `to` brings to our range, and of a place. */
function addVertexLight(
  packed: Packed,
  { irradiance, positions }: Shape,
  to: number,
  beam: Float32Array,
  first: number,
): void {
  if (irradiance === undefined && beam === DARK) return;
  for (let i = 0, q = first * 4; i < positions.length / 3; i++, q += 4) {
    const grey = greyOf(beam, packed.normal, q) / RANGE;
    for (let c = 0; c < 3; c++) {
      const coded = to * (irradiance?.[i * 3 + c] ?? 0);
      packed.irradiance[q + c] = byte(Math.sqrt(coded * coded + grey));
    }
  }
}

const DARK = new Float32Array(4);

/** Light of a place on a packed normal. */
function greyOf(beam: Float32Array, normal: Int8Array, q: number): number {
  const along = beam[0]! * normal[q]! + beam[1]! * normal[q + 1]! + beam[2]! * normal[q + 2]!;
  return Math.max(0, beam[3]! + along / 127);
}

/** Give vertices the same four bytes. */
function fill(target: Uint8Array, four: readonly number[], first: number, count: number): void {
  const [word] = new Uint32Array(Uint8Array.from(four).buffer);
  new Uint32Array(target.buffer).fill(word!, first, first + count);
}

/** Which feature the vertices belong to. */
function own(
  packed: Packed,
  part: Part,
  place: number,
  rows: Uint16Array | undefined,
  first: number,
): void {
  if (rows === undefined || part.features === undefined) return;
  if (part.features.of === 'vertices') packed.rows.set(rows, first);
  else packed.rows.fill(rows[place]!, first, first + vertexCount(part.shape));
}

/** The rows of a part's features as numbers in one table for all parts. */
function renumbered(
  { features }: Part,
  table: (Feature | undefined)[],
  numbers: Map<Feature | undefined, number>,
): Uint16Array | undefined {
  if (features === undefined) return undefined;
  const to = features.table.map((feature) => {
    const known = numbers.get(feature);
    if (known !== undefined) return known;
    numbers.set(feature, table.length);
    return table.push(feature) - 1;
  });
  return Uint16Array.from(features.rows, (row) => to[row] ?? 0);
}

/** The matrix of normals of a matrix by columns, as rows, and the determinant. Normals go by the
 * cofactors, which need no division; mirrored places would turn them inward. */
function normalMatrix(m: Float32Array): [readonly number[], number] {
  const [a, b, c, , d, e, f, , g, h, i] = m as unknown as number[] as Ten;
  const rows = [
    ...[e * i - f * h, c * h - b * i, b * f - c * e],
    ...[f * g - d * i, a * i - c * g, c * d - a * f],
    ...[d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  const determinant = a * rows[0]! + d * rows[1]! + g * rows[2]!;
  return [determinant < 0 ? rows.map((value) => -value) : rows, determinant];
}

type Ten = [...Four, ...Four, number, number, number];
type Four = [number, number, number, number];

const byte = (fraction: number): number => Math.round(255 * Math.min(1, Math.max(0, fraction)));

/** sRGB bytes of linear fractions: a table is forty times as quick as the formula. */
const STEPS = 4096;
const CURVE = Uint8Array.from({ length: STEPS + 1 }, (_, at) => {
  const linear = at / STEPS;
  return byte(linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);
});

const srgb = (linear: number): number =>
  CURVE[Math.round(STEPS * Math.min(1, Math.max(0, linear)))]!;
