/** HALLGEN_light: what a glTF says of light that was baked into it. */
import { NoColorSpace, type Object3D, RedFormat, type Texture } from 'three';
import type { GLTF, GLTFLoaderPlugin, GLTFParser } from 'three/addons/loaders/GLTFLoader.js';
import type { Baked } from './parts';

const LIGHT = 'HALLGEN_light';

/** The extension's object at a primitive. */
export interface Light extends Baked {
  /** A texture, and which of the primitive's coordinates lead to it. */
  readonly lightmap?: { readonly index: number; readonly texCoord?: number };
}

/** What a glTF says of its pictures. */
interface Pictures {
  readonly textures: readonly {
    readonly source?: number;
    readonly extensions?: { readonly EXT_texture_webp?: { readonly source: number } };
  }[];
  readonly images: readonly { readonly uri?: string }[];
}

/** What a mesh says of its light; undefined where it was not baked. */
export const lightOf = (mesh: Object3D): Light | undefined =>
  (mesh.userData.gltfExtensions as Record<string, Light> | undefined)?.[LIGHT];

/** The lightmaps of a tileset by their files, which are named by their content: what two levels
 * share is once on the GPU. Two tilesets share none: each lets go of its own when it ends. */
export type SharedLight = Map<string, WeakRef<Texture['source']>>;

const lightmaps = new WeakMap<Object3D, Texture>();

/** The lightmap of a loaded glTF, if it has one. */
export const lightmapOf = (scene: Object3D): Texture | undefined => lightmaps.get(scene);

/** GLTFLoader plugin: loads the lightmap, which no material names. */
export class Lightmaps implements GLTFLoaderPlugin {
  // By the extension's own name the loader would think that it need not keep its objects.
  readonly name = `${LIGHT}/lightmaps`;

  /** `found` hears the address of a lightmap before it is loaded. */
  constructor(
    private readonly parser: GLTFParser,
    private readonly shared: SharedLight,
    private readonly found: (address: string) => void,
  ) {}

  async afterRoot({ scene }: GLTF): Promise<void> {
    let index: number | undefined;
    scene.traverse((object) => (index ??= lightOf(object)?.lightmap?.index));
    if (index === undefined) return;
    const uri = this.addressOf(index);
    if (uri !== undefined) this.found(uri);
    const texture = (await this.parser.getDependency('texture', index)) as Texture | null;
    if (texture === null) return;
    if (uri !== undefined) share(texture, uri, this.shared);
    texture.colorSpace = NoColorSpace;
    // Light is grey: one byte a texel on the GPU instead of four.
    texture.format = RedFormat;
    texture.channel = 1;
    lightmaps.set(scene, texture);
  }

  private addressOf(index: number): string | undefined {
    const { textures, images } = this.parser.json as Pictures;
    const { source, extensions } = textures[index]!;
    return images[extensions?.EXT_texture_webp?.source ?? source ?? -1]?.uri;
  }
}

function share(texture: Texture, uri: string, sources: SharedLight): void {
  const known = sources.get(uri)?.deref();
  if (known === undefined) sources.set(uri, new WeakRef(texture.source));
  else texture.source = known;
}
