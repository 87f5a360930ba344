/** Reads the meshes of a loaded glTF as parts to pack. */
import {
  type BufferAttribute,
  type BufferGeometry,
  DoubleSide,
  InstancedMesh,
  type InterleavedBufferAttribute,
  type Material,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  type Object3D,
  type Texture,
} from 'three';
import type { FeatureReader } from '../world/features';
import { type Light, lightOf } from './lightmaps';
import type { Part, PictureKey, Shape, Surface } from './parts';
import type { Picture } from './pictures';

export interface FoundPicture {
  readonly picture: Picture;
  /** Some surface shows it again and again. */
  repeated: boolean;
}

/** A part, the mesh that it was, and the texture of its picture. */
export interface ReadPart extends Part {
  readonly mesh: Mesh;
  readonly texture: Texture | null;
}

export interface TileParts {
  readonly parts: readonly ReadPart[];
  readonly pictures: ReadonlyMap<PictureKey, FoundPicture>;
}

/** What tells a texture's picture from others: many tiles may show the same file. */
export const keyOf = (texture: Texture): PictureKey =>
  (texture.userData as { address?: string }).address ?? texture.source;

/** Read what can be packed; other meshes are left as they are. */
export function readParts(scene: Object3D, features: FeatureReader): TileParts {
  scene.updateMatrixWorld(true);
  const toTile = scene.matrixWorld.clone().invert();
  const shapes = new Map<BufferGeometry, Shape>();
  const pictures = new Map<PictureKey, FoundPicture>();
  const parts: ReadPart[] = [];
  scene.traverse((object) => {
    if (!(object instanceof Mesh) || Array.isArray(object.material)) return;
    const mesh = object as Mesh;
    const found = surfaceOf(mesh.material as Material);
    if (found === undefined || Object.keys(mesh.geometry.morphAttributes).length > 0) return;
    const { geometry } = mesh;
    const { surface, texture } = found;
    const shape = shapes.get(geometry) ?? shapeOf(geometry, texture, lightOf(mesh));
    shapes.set(geometry, shape);
    if (texture !== null) {
      const key = keyOf(texture);
      const shown = pictures.get(key) ?? { picture: texture.image as Picture, repeated: false };
      shown.repeated ||= repeats(shape.uvs);
      pictures.set(key, shown);
    }
    parts.push({
      mesh,
      texture,
      shape,
      surface,
      places: placesOf(mesh, toTile),
      baked: lightOf(mesh),
      light: floats(attributeOf(geometry, '_LIGHT')),
      features: features.read(mesh),
    });
  });
  return { parts, pictures };
}

interface Found {
  readonly surface: Surface;
  readonly texture: Texture | null;
}

/** What packing can say of a material; undefined where that is not all of it. */
function surfaceOf(material: Material): Found | undefined {
  if (material.alphaTest > 0) return undefined;
  const sides = {
    blended: material.transparent,
    doubleSided: material.side === DoubleSide,
  };
  if (material instanceof MeshBasicMaterial) {
    const { map, color, opacity } = material;
    const surface: Surface = {
      ...sides,
      color: [color.r, color.g, color.b, opacity],
      emission: [0, 0, 0],
      roughness: 1,
      metalness: 0,
      picture: map ? keyOf(map) : undefined,
      tints: { color: true, emission: false },
      unlit: true,
    };
    return { surface, texture: map };
  }
  if (!isPlainStandard(material)) return undefined;
  const { map, emissiveMap, color, emissive, emissiveIntensity: strength, opacity } = material;
  if (map !== null && emissiveMap !== null && map.source !== emissiveMap.source) return undefined;
  const texture = map ?? emissiveMap;
  const surface: Surface = {
    ...sides,
    color: [color.r, color.g, color.b, opacity],
    emission: [emissive.r * strength, emissive.g * strength, emissive.b * strength],
    roughness: material.roughness,
    metalness: material.metalness,
    picture: texture ? keyOf(texture) : undefined,
    tints: { color: map !== null, emission: emissiveMap !== null },
    unlit: false,
  };
  return { surface, texture };
}

function isPlainStandard(material: Material): material is MeshStandardMaterial {
  return (
    material instanceof MeshStandardMaterial &&
    !('isMeshPhysicalMaterial' in material) &&
    [material.normalMap, material.roughnessMap, material.metalnessMap, material.aoMap].every(
      (map) => map === null,
    ) &&
    [material.map, material.emissiveMap].every((map) => (map?.channel ?? 0) === 0)
  );
}

function shapeOf(
  geometry: BufferGeometry,
  texture: Texture | null,
  light: Light | undefined,
): Shape {
  const positions = floats(attributeOf(geometry, 'position'))!;
  if (!geometry.hasAttribute('normal')) geometry.computeVertexNormals();
  return {
    positions,
    normals: floats(attributeOf(geometry, 'normal'))!,
    triangles: trianglesOf(geometry, positions.length / 3),
    uvs: texture ? moved(floats(attributeOf(geometry, 'uv')), texture) : undefined,
    colors: fourfold(attributeOf(geometry, 'color')),
    lightUvs: light?.lightmap
      ? floats(attributeOf(geometry, light.lightmap.texCoord ? `uv${light.lightmap.texCoord}` : 'uv'))
      : undefined,
    irradiance: light ? floats(attributeOf(geometry, '_irradiance'), 3) : undefined,
  };
}

type Attribute = BufferAttribute | InterleavedBufferAttribute;

const attributeOf = (geometry: BufferGeometry, name: string): Attribute | undefined =>
  geometry.hasAttribute(name) ? geometry.getAttribute(name) : undefined;

/** An attribute's numbers, `size` of each item, as fractions where they are normalized. */
function floats(attribute: Attribute | undefined, size?: number): Float32Array | undefined {
  if (attribute === undefined) return undefined;
  const { itemSize, count } = attribute;
  const kept = size ?? itemSize;
  if (attribute.array instanceof Float32Array && kept === itemSize && !('data' in attribute)) {
    return attribute.array;
  }
  const numbers = new Float32Array(count * kept);
  for (let item = 0; item < count; item++) {
    for (let at = 0; at < kept; at++) numbers[item * kept + at] = attribute.getComponent(item, at);
  }
  return numbers;
}

/** Colours with alpha, whether they had it or not. */
function fourfold(attribute: Attribute | undefined): Float32Array | undefined {
  if (attribute === undefined || attribute.itemSize === 4) return floats(attribute);
  const numbers = new Float32Array(attribute.count * 4).fill(1);
  for (let item = 0; item < attribute.count; item++) {
    for (let at = 0; at < 3; at++) numbers[item * 4 + at] = attribute.getComponent(item, at);
  }
  return numbers;
}

function trianglesOf(geometry: BufferGeometry, vertices: number): Uint16Array | Uint32Array {
  const index = geometry.index?.array;
  if (index instanceof Uint16Array || index instanceof Uint32Array) return index;
  return index ? Uint32Array.from(index) : Uint32Array.from({ length: vertices }, (_, at) => at);
}

/** Coordinates with their texture's own transformation (KHR_texture_transform). */
function moved(uvs: Float32Array | undefined, texture: Texture): Float32Array | undefined {
  if (uvs === undefined) return undefined;
  if (texture.matrixAutoUpdate) texture.updateMatrix();
  const [a, b, , c, d, , e, f] = texture.matrix.elements;
  if (a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0) return uvs;
  const result = new Float32Array(uvs.length);
  for (let at = 0; at < uvs.length; at += 2) {
    const [u, v] = [uvs[at]!, uvs[at + 1]!];
    result[at] = a * u + c * v + e;
    result[at + 1] = b * u + d * v + f;
  }
  return result;
}

function repeats(uvs: Float32Array | undefined): boolean {
  return uvs?.some((value) => value < -0.001 || value > 1.001) ?? false;
}

function placesOf(mesh: Mesh, toTile: Matrix4): Float32Array {
  const base = new Matrix4().multiplyMatrices(toTile, mesh.matrixWorld);
  if (!(mesh instanceof InstancedMesh)) return new Float32Array(base.elements);
  const places = new Float32Array(mesh.count * 16);
  const place = new Matrix4();
  for (let at = 0; at < mesh.count; at++) {
    mesh.getMatrixAt(at, place);
    place.premultiply(base).toArray(places, at * 16);
  }
  return places;
}
