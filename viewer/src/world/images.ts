/** Images of tiles, each fetched once however many tiles show it. */
import { Loader, type LoadingManager, Texture } from 'three';
import { fetchBytes } from '../network/fetching';

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
  private readonly whole = new Set<string>();

  /** `share` is how large pictures to come are kept, of their size along an edge. */
  constructor(
    manager: LoadingManager,
    public share: number,
    private readonly events: ImageEvents,
  ) {
    super(manager);
  }

  /** Keep a picture of this address whole: neighbours on it must not mix. */
  keepWhole(address: string): void {
    this.whole.add(nameOf(address));
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
    try {
      const texture = new Texture(await this.decode(await file, this.whole.has(nameOf(url))));
      texture.userData = { address: url };
      texture.needsUpdate = true;
      return texture;
    } catch (error) {
      if (this.files.get(url) === file) this.files.delete(url);
      throw error;
    }
  }

  /** A picture as large as it is kept on the GPU. */
  private async decode(file: Blob, entire: boolean): Promise<ImageBitmap> {
    const options: ImageBitmapOptions = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' };
    const whole = await createImageBitmap(file, options);
    const width = Math.round(whole.width * this.share);
    if (this.share === 1 || entire) return whole;
    const smaller = await createImageBitmap(whole, {
      ...options,
      resizeWidth: width,
      resizeHeight: Math.round(whole.height * this.share),
      resizeQuality: 'medium',
    });
    whole.close();
    return smaller;
  }

  private async fetch(url: string): Promise<Blob> {
    const bytes = await fetchBytes(url);
    this.events.arrived(bytes.byteLength);
    return new Blob([bytes]);
  }
}

/** The name of a file, which its content gave it. */
const nameOf = (address: string): string => address.slice(address.lastIndexOf('/') + 1);
