/** Turns a tile's many meshes into two: what is solid, and what one looks through. */
import {
  BufferAttribute,
  BufferGeometry,
  InstancedBufferAttribute,
  InstancedMesh,
  type Material,
  Matrix4,
  type Mesh,
  type Object3D,
  type Texture,
} from 'three';
import { FeatureReader, keepFeatures } from '../world/features';
import { countAsMany } from '../world/layers';
import { lightmapOf } from './lightmaps';
import { type Look, bakedMaterial } from './material';
import { ATLAS, type Packed, type PicturePlace, RANGE, VERTEX_BYTES, pack } from './pack';
import { type Part, type PictureKey, expandedCount, placeCount } from './parts';
import { Details, drawSheet } from './pictures';
import { PackedMesh } from './rays';
import { type ReadPart, type TileParts, keyOf, readParts } from './reader';
import { texturesOf } from './textures';

/** Repeated meshes get vertices of their own in every place, up to this many bytes a tile. */
const MOST_BYTES = 4e6;

const UPRIGHT = new Float32Array(new Matrix4().elements);

export interface PackerLimits {
  /** The longest side of a tile's sheet of pictures, in pixels. */
  readonly sheet: number;
  /** How sharp pictures are that are seen at a slant: samples a pixel. */
  readonly anisotropy: number;
  /** Edge in pixels of pictures that repeat. */
  readonly pattern: number;
}

export class TilePacker {
  private readonly details: Details;

  /** `limits` hold for tiles to come. */
  constructor(public limits: PackerLimits) {
    this.details = new Details(limits.anisotropy, limits.pattern);
  }

  /** Bytes of pictures on the GPU that no tile has for itself. */
  get bytes(): number {
    return this.details.bytes;
  }

  /** Pack a tile's meshes in place. */
  async pack(scene: Object3D): Promise<void> {
    const { parts, pictures } = readParts(scene, new FeatureReader(scene));
    if (parts.length === 0) return;
    const places = new Map<PictureKey, PicturePlace>();
    const sheet = this.place(pictures, parts, places);
    await nextTask();
    const repeated = tooMany(parts);
    const solid = parts.filter((part) => !part.surface.blended && !repeated.has(part));
    // Shadows lie on floors, and glass stands before both.
    const clear = parts.filter((part) => part.surface.blended);
    clear.sort((one, other) => Number(other.surface.unlit) - Number(one.surface.unlit));
    const look = (transparent: boolean): Look => ({
      sheet,
      details: this.details.uniform,
      lightmap: lightmapOf(scene),
      range: parts.find(({ baked }) => baked)?.baked?.range ?? RANGE,
      transparent,
    });
    const material = bakedMaterial(look(false));
    const meshes: Mesh[] = [];
    if (solid.length > 0) meshes.push(merged(solid, places, material));
    for (const part of repeated) {
      const mesh = instanced(part, places, material);
      // Lamps are what floors mirror.
      if (!part.surface.emission.some(Boolean)) countAsMany(mesh);
      meshes.push(mesh);
    }
    if (clear.length > 0) meshes.push(merged(clear, places, bakedMaterial(look(true))));
    scene.add(...meshes);
    discard(parts, scene);
  }

  /** Find a place for each picture; the sheet of those that are shown once, if any. */
  private place(
    pictures: TileParts['pictures'],
    parts: readonly ReadPart[],
    places: Map<PictureKey, PicturePlace>,
  ): Texture | undefined {
    for (const [key, { picture, repeated }] of pictures) {
      if (repeated) places.set(key, this.details.place(key, picture));
    }
    const single = [...pictures].filter(([, { repeated }]) => !repeated);
    if (single.length === 0) return undefined;
    if (single.length === 1) return this.alone(single[0]![0], parts, places);
    const drawn = single.map(([key, { picture }]) => [key, picture] as const);
    const sheet = drawSheet(drawn, this.limits.sheet, places);
    sheet.anisotropy = this.limits.anisotropy;
    return sheet;
  }

  /** The only picture of a tile is its sheet as it is. */
  private alone(
    key: PictureKey,
    parts: readonly ReadPart[],
    places: Map<PictureKey, PicturePlace>,
  ): Texture | undefined {
    const sheet = parts.find(({ texture }) => texture !== null && keyOf(texture) === key)?.texture;
    if (!sheet) return undefined;
    places.set(key, { layer: ATLAS, offset: [0, 0], scale: [1, 1] });
    sheet.anisotropy = this.limits.anisotropy;
    return sheet;
  }
}

/** Lets a frame come between two long steps. */
const nextTask = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

/** The parts that stay instanced, the largest first, for the others to be small enough. */
function tooMany(parts: readonly ReadPart[]): ReadonlySet<ReadPart> {
  let bytes = parts.reduce((sum, part) => sum + expandedCount(part), 0) * VERTEX_BYTES;
  const repeated = parts.filter((part) => placeCount(part) > 1 && !part.surface.blended);
  repeated.sort((one, other) => expandedCount(other) - expandedCount(one));
  const kept = new Set<ReadPart>();
  for (const part of repeated) {
    if (bytes <= MOST_BYTES) break;
    bytes -= expandedCount(part) * VERTEX_BYTES;
    kept.add(part);
  }
  return kept;
}

function merged(
  parts: readonly Part[],
  places: ReadonlyMap<PictureKey, PicturePlace>,
  material: Material,
): Mesh {
  const packed = pack(parts, places);
  const mesh = new PackedMesh(geometryOf(packed), material);
  keepFeatures(mesh, { table: packed.features, rows: packed.rows, of: 'vertices' });
  return mesh;
}

/** A part that stays one draw for all its places. */
function instanced(
  part: Part,
  places: ReadonlyMap<PictureKey, PicturePlace>,
  material: Material,
): Mesh {
  const geometry = geometryOf(pack([{ ...part, places: UPRIGHT, light: undefined }], places));
  const count = placeCount(part);
  const light = part.light ?? new Float32Array(count * 4);
  geometry.setAttribute('instanceLight', new InstancedBufferAttribute(light, 4));
  const mesh = new InstancedMesh(geometry, material, count);
  mesh.instanceMatrix.array.set(part.places);
  if (part.features !== undefined) keepFeatures(mesh, part.features);
  return mesh;
}

function geometryOf(packed: Packed): BufferGeometry {
  const geometry = new BufferGeometry();
  const set = (name: string, array: BufferAttribute['array'], size: number, share = true): unknown =>
    geometry.setAttribute(name, new BufferAttribute(array, size, share));
  set('position', packed.position, 3, false);
  set('normal', packed.normal, 4);
  set('uv', packed.uv, 2, false);
  set('uv1', packed.lightUv, 2);
  set('color', packed.color, 4);
  set('emission', packed.emission, 4);
  set('surface', packed.surface, 4, false);
  set('irradiance', packed.irradiance, 4);
  geometry.setIndex(new BufferAttribute(packed.index, 1));
  geometry.computeBoundingSphere();
  return geometry;
}

/** Let go of what was packed: the meshes were never drawn, their pictures are on the sheet. */
function discard(parts: readonly ReadPart[], scene: Object3D): void {
  const textures = new Set<Texture>();
  for (const { mesh, texture } of parts) {
    mesh.removeFromParent();
    (mesh.userData as { meshFeatures?: { dispose(): void } }).meshFeatures?.dispose();
    if (texture !== null) textures.add(texture);
  }
  const needed = new Set([...texturesOf(scene)].map(({ source }) => source));
  for (const texture of textures) {
    if (needed.has(texture.source)) continue;
    texture.dispose();
    const image: unknown = texture.image;
    if (image instanceof ImageBitmap) image.close();
  }
}
