/** What a tile is made of before it is packed: plain arrays, no three.js objects. */
import type { Feature } from '../world/features';

/** A picture of a tile, by what tells it from others: its address, if it has one. */
export type PictureKey = object | string;

/** How a surface takes light. Colours are linear; `emission` is radiance. */
export interface Surface {
  readonly color: readonly [number, number, number, number];
  readonly emission: readonly [number, number, number];
  readonly roughness: number;
  readonly metalness: number;
  readonly picture: PictureKey | undefined;
  /** What the picture multiplies. */
  readonly tints: { readonly color: boolean; readonly emission: boolean };
  readonly blended: boolean;
  readonly doubleSided: boolean;
  /** Shown as it is, whatever light there is. */
  readonly unlit: boolean;
}

/** Triangles of one surface, n vertices. Normals are unit; uvs have v down. */
export interface Shape {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly triangles: Uint16Array | Uint32Array;
  readonly uvs: Float32Array | undefined;
  /** Linear factors, four a vertex. */
  readonly colors: Float32Array | undefined;
  readonly lightUvs: Float32Array | undefined;
  /** The root of irradiance over pi by `range`, three a vertex. */
  readonly irradiance: Float32Array | undefined;
}

/** Baked light: what the square of a coded value is multiplied by. */
export interface Baked {
  readonly range: number;
}

/** A shape, its surface, and the places where it stands: 16 numbers a place, column by column. */
export interface Part {
  readonly shape: Shape;
  readonly surface: Surface;
  readonly places: Float32Array;
  readonly baked: Baked | undefined;
  /** Light of each place to first order: x, y, z, w; irradiance over pi is w + xyz . normal. */
  readonly light: Float32Array | undefined;
  readonly features: Features | undefined;
}

/** Which feature each vertex, or each place, belongs to: numbers in `table`, whose first is
 * none. */
export interface Features {
  readonly table: readonly (Feature | undefined)[];
  readonly rows: ArrayLike<number>;
  readonly of: 'vertices' | 'places';
}

export const vertexCount = (shape: Shape): number => shape.positions.length / 3;

export const placeCount = (part: Part): number => part.places.length / 16;

/** Vertices of a part once every place has its own; a surface with two sides has both. */
export const expandedCount = (part: Part): number =>
  vertexCount(part.shape) * placeCount(part) * (part.surface.doubleSided ? 2 : 1);
