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

export interface ImageEvents {
  /** Bytes of an image came. */
  readonly arrived: (bytes: number) => void;
  /** An image did not come; the surface stays plain. */
  readonly failed: (error: unknown) => void;
}

/** The pattern of addresses that this loader takes from GLTFLoader. */
export const IMAGES = /\.(webp|png|jpe?g|avif)(\?.*)?$/i;

export class SharedImages extends Loader<Texture> {
  private readonly shared = new Map<string, Shared>();

  constructor(
    manager: LoadingManager,
    /** Images with a longer side than this, in pixels, are made smaller as they come. */
    private readonly longest: number,
    private readonly events: ImageEvents,
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
        this.events.failed(error);
        this.manager.itemError(url);
        onError?.(error);
      })
      .finally(() => this.manager.itemEnd(url));
  }

  private async texture(url: string): Promise<Texture> {
    const entry = this.shared.get(url) ?? { source: this.source(url), users: 0 };
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

  private async source(url: string): Promise<TextureSource<ImageBitmap>> {
    const bytes = await fetchBytes(url);
    this.events.arrived(bytes.byteLength);
    const bitmap = await decode(bytes, this.longest);
    // A tile that goes closes its bitmaps; this one may still be on others. `release` does it.
    Object.defineProperty(bitmap, 'close', { value: () => undefined });
    return new TextureSource(bitmap);
  }

  private release(url: string, entry: Shared, source: TextureSource<ImageBitmap>): void {
    entry.users--;
    if (entry.users > 0) return;
    if (this.shared.get(url) === entry) this.shared.delete(url);
    ImageBitmap.prototype.close.call(source.data);
  }
}

async function decode(bytes: ArrayBuffer, longest: number): Promise<ImageBitmap> {
  const options = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const;
  const whole = await createImageBitmap(new Blob([bytes]), options);
  const share = longest / Math.max(whole.width, whole.height);
  if (share >= 1) return whole;
  const smaller = await createImageBitmap(whole, {
    ...options,
    resizeWidth: Math.max(1, Math.round(whole.width * share)),
    resizeHeight: Math.max(1, Math.round(whole.height * share)),
    resizeQuality: 'medium',
  });
  whole.close();
  return smaller;
}
