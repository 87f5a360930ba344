/** Images of tiles, each fetched once however many tiles show it. */
import { Loader, type LoadingManager, Texture } from 'three';
import { fetchBytes } from './fetching';

export interface ImageEvents {
  /** Bytes of an image came. */
  readonly arrived: (bytes: number) => void;
  /** An image did not come; the surface stays plain. */
  readonly failed: (error: unknown) => void;
}

/** The pattern of addresses that this loader takes from GLTFLoader. */
export const IMAGES = /\.(webp|png|jpe?g|avif)(\?.*)?$/i;

export class SharedImages extends Loader<Texture> {
  /** Files as they came, which browsers keep outside of the page's memory. Who shows an image
   * decodes it anew: packed tiles keep none of their images. */
  private readonly files = new Map<string, Promise<Blob>>();

  constructor(
    manager: LoadingManager,
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
    const file = this.files.get(url) ?? this.fetch(url);
    this.files.set(url, file);
    const options = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' } as const;
    try {
      const texture = new Texture(await createImageBitmap(await file, options));
      texture.needsUpdate = true;
      return texture;
    } catch (error) {
      if (this.files.get(url) === file) this.files.delete(url);
      throw error;
    }
  }

  private async fetch(url: string): Promise<Blob> {
    const bytes = await fetchBytes(url);
    this.events.arrived(bytes.byteLength);
    return new Blob([bytes]);
  }
}
