/** How much of what is resident takes memory on the GPU, in bytes. */
import {
  type BufferAttribute,
  type BufferGeometry,
  InstancedMesh,
  Mesh,
  RedFormat,
  type Texture,
} from 'three';
import { texturesOf } from '../tile/textures';
import type { Tilesets } from './tilesets';

export interface Memory {
  readonly textures: number;
  readonly geometry: number;
}

/** Count what loaded tiles hold; what they share counts once. */
export function countMemory(tiles: Tilesets): Memory {
  const sources = new Map<unknown, number>();
  const arrays = new Map<unknown, number>();
  tiles.forEachModel((scene) => {
    for (const texture of texturesOf(scene)) sources.set(texture.source, textureBytes(texture));
    scene.traverse((object) => {
      if (!(object instanceof Mesh)) return;
      const geometry = object.geometry as BufferGeometry;
      const attributes = Object.values(geometry.attributes) as BufferAttribute[];
      if (geometry.index !== null) attributes.push(geometry.index);
      if (object instanceof InstancedMesh) attributes.push(object.instanceMatrix);
      for (const attribute of attributes) {
        const { array } = 'data' in attribute ? (attribute.data as BufferAttribute) : attribute;
        arrays.set(array, array.byteLength);
      }
    });
  });
  return { textures: sum(sources) + tiles.sharedBytes, geometry: sum(arrays) };
}

/** Four bytes a pixel, one where only red is kept, and a third more for smaller copies. */
function textureBytes(texture: Texture): number {
  const { width = 0, height = 0 } = texture.image as { width?: number; height?: number };
  const pixel = texture.format === RedFormat ? 1 : 4;
  return Math.round(width * height * pixel * (texture.generateMipmaps ? 4 / 3 : 1));
}

const sum = (sizes: ReadonlyMap<unknown, number>): number =>
  [...sizes.values()].reduce((total, bytes) => total + bytes, 0);
