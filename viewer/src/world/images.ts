/** Images of tiles, each decoded and kept on the GPU once however many tiles show it.
 *
 * three.js shares a texture's memory between textures of one `TextureSource`; this loader hands out
 * textures with one source for each address and counts those in use. */
import { Loader, type LoadingManager, Texture, TextureSource } from 'three';
import { fetchBytes } from './fetching';

interface Shared {
  readonly source: Promise<TextureSource<ImageBitmap>>;
  users: number;
}

/** The pattern of addresses that this loader takes from GLTFLoader. */
export const IMAGES = /\.(webp|png|jpe?g|avif)(\?.*)?$/i;

export class SharedImages extends Loader<Texture> {
  private readonly shared = new Map<string, Shared>();

  /** `failed` is told of each image that did not come; the surface stays plain. */
  constructor(
    manager: LoadingManager,
    private readonly failed: (error: unknown) => void,
  ) {
    super(manager);
  }

  override load(
    url: string,
    onLoad: (texture: Texture) => void,
    _onProgress?: (event: ProgressEvent) => void,
    onError?: (error: unknown) => void,
  ): void {
    this.manager.itemStart(url);
    void this.texture(url)
      .then(onLoad, (error: unknown) => {
        this.failed(error);
        this.manager.itemError(url);
        onError?.(error);
      })
      .finally(() => this.manager.itemEnd(url));
  }

  private async texture(url: string): Promise<Texture> {
    const entry = this.shared.get(url) ?? { source: decode(url), users: 0 };
    this.shared.set(url, entry);
    entry.users++;
    let source: TextureSource<ImageBitmap>;
    try {
      source = await entry.source;
    } catch (error) {
      if (this.shared.get(url) === entry) this.shared.delete(url);
      throw error;
    }
    const texture = new Texture();
    texture.source = source;
    texture.needsUpdate = true;
    texture.addEventListener('dispose', () => this.release(url, entry, source));
    return texture;
  }

  private release(url: string, entry: Shared, source: TextureSource<ImageBitmap>): void {
    entry.users--;
    if (entry.users > 0) return;
    if (this.shared.get(url) === entry) this.shared.delete(url);
    ImageBitmap.prototype.close.call(source.data);
  }
}

async function decode(url: string): Promise<TextureSource<ImageBitmap>> {
  const blob = new Blob([await fetchBytes(url)]);
  const bitmap = await createImageBitmap(blob, {
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  });
  // A tile that goes closes its bitmaps; this one may still be on other tiles. `release` does it.
  Object.defineProperty(bitmap, 'close', { value: () => undefined });
  return new TextureSource(bitmap);
}
