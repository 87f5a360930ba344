/** HALLGEN_light: what a glTF says of light that was baked into it. */
import { NoColorSpace, type Object3D, type Texture } from 'three';
import type { GLTF, GLTFLoaderPlugin, GLTFParser } from 'three/addons/loaders/GLTFLoader.js';
import type { Baked } from './parts';

const LIGHT = 'HALLGEN_light';

/** The extension's object at a primitive. */
export interface Light extends Baked {
  /** A texture, and which of the primitive's coordinates lead to it. */
  readonly lightmap?: { readonly index: number; readonly texCoord?: number };
}

/** What a mesh says of its light; undefined where it was not baked. */
export const lightOf = (mesh: Object3D): Light | undefined =>
  (mesh.userData.gltfExtensions as Record<string, Light> | undefined)?.[LIGHT];

const lightmaps = new WeakMap<Object3D, Texture>();

/** The lightmap of a loaded glTF, if it has one. */
export const lightmapOf = (scene: Object3D): Texture | undefined => lightmaps.get(scene);

/** GLTFLoader plugin: loads the lightmap, which no material names. */
export class Lightmaps implements GLTFLoaderPlugin {
  // By the extension's own name the loader would think that it need not keep its objects.
  readonly name = `${LIGHT}/lightmaps`;

  constructor(private readonly parser: GLTFParser) {}

  async afterRoot({ scene }: GLTF): Promise<void> {
    let index: number | undefined;
    scene.traverse((object) => (index ??= lightOf(object)?.lightmap?.index));
    if (index === undefined) return;
    const texture = (await this.parser.getDependency('texture', index)) as Texture | null;
    if (texture === null) return;
    texture.colorSpace = NoColorSpace;
    texture.channel = 1;
    lightmaps.set(scene, texture);
  }
}
