/** The picture of a hall's light, from the build, as an environment for three.js.
 *
 * It is decoded on the graphics chip: browsers that guard against fingerprinting give false
 * pixels to whoever reads a canvas back. */
import {
  EquirectangularReflectionMapping,
  HalfFloatType,
  LinearFilter,
  NoBlending,
  NoColorSpace,
  NoToneMapping,
  RepeatWrapping,
  ShaderMaterial,
  Texture,
  WebGLRenderTarget,
  type WebGLRenderer,
} from 'three';
import { FullScreenQuad } from 'three/addons/postprocessing/Pass.js';
import type { ShardProbe } from '../manifest';
import { fetchBytes } from '../network/fetching';

/** A probe whose picture has come. */
export interface Probe extends Pick<ShardProbe, 'range' | 'low' | 'high'> {
  readonly pixels: ImageBitmap;
}

/** Fetch a hall's probe; undefined where it has none, or `missed` was told why it did not come. */
export async function fetchProbe(
  root: string,
  shard: ShardProbe | null,
  missed: (error: unknown) => void,
): Promise<Probe | undefined> {
  if (shard === null) return undefined;
  try {
    return await fetchPicture(root, shard);
  } catch (error) {
    missed(error);
    return undefined;
  }
}

/** Throws FetchError, or DOMException where it is no picture. */
async function fetchPicture(root: string, shard: ShardProbe): Promise<Probe> {
  const bytes = await fetchBytes(root + shard.picture);
  const pixels = await createImageBitmap(new Blob([bytes]), {
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  });
  return { ...shard, pixels };
}

/** Linear radiance as an equirectangular half-float texture; its owner disposes of it. */
export function decodeProbe(renderer: WebGLRenderer, probe: Probe): WebGLRenderTarget {
  const { width, height } = probe.pixels;
  const target = new WebGLRenderTarget(width, height, {
    type: HalfFloatType,
    colorSpace: NoColorSpace,
    minFilter: LinearFilter,
    magFilter: LinearFilter,
    wrapS: RepeatWrapping,
    depthBuffer: false,
  });
  target.texture.mapping = EquirectangularReflectionMapping;
  const picture = new Texture(probe.pixels);
  picture.generateMipmaps = false;
  picture.minFilter = LinearFilter;
  picture.needsUpdate = true;
  const material = new ShaderMaterial({
    uniforms: { picture: { value: picture }, range: { value: probe.range } },
    vertexShader: 'varying vec2 at; void main() { at = uv; gl_Position = vec4(position, 1.0); }',
    // A bitmap's first row is its top; a texture's is its bottom.
    fragmentShader: `uniform sampler2D picture; uniform float range; varying vec2 at;
      void main() {
        vec3 root = texture2D(picture, vec2(at.x, 1.0 - at.y)).rgb;
        gl_FragColor = vec4(root * root * range, 1.0);
      }`,
    blending: NoBlending,
    depthTest: false,
    depthWrite: false,
  });
  const quad = new FullScreenQuad(material);
  const { toneMapping } = renderer;
  renderer.toneMapping = NoToneMapping;
  renderer.setRenderTarget(target);
  quad.render(renderer);
  renderer.setRenderTarget(null);
  renderer.toneMapping = toneMapping;
  quad.dispose();
  material.dispose();
  picture.dispose();
  return target;
}
