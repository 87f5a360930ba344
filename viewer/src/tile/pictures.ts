/** The pictures of tiles as two textures: a sheet of a tile's own, and the small repeated ones
 * (carpet, boards, concrete) in layers that all tiles share. */
import {
  CanvasTexture,
  DataArrayTexture,
  LinearFilter,
  LinearMipmapLinearFilter,
  RepeatWrapping,
  SRGBColorSpace,
  type Texture,
} from 'three';
import { ATLAS, DETAIL, type PicturePlace } from './pack';
import type { PictureKey } from './parts';
import { MARGIN, type Spot, layOut } from './sheet';

/** What a browser can draw on a canvas. */
export type Picture = ImageBitmap | HTMLImageElement | HTMLCanvasElement;

/** How many more layers there is room for when all are taken. */
const GROWTH = 4;

/** Draw pictures on one sheet; `places` learns where. */
export function drawSheet(
  pictures: readonly (readonly [PictureKey, Picture])[],
  longest: number,
  places: Map<PictureKey, PicturePlace>,
): Texture {
  const sheet = layOut(
    pictures.map(([, picture]) => picture),
    longest,
  );
  const canvas = document.createElement('canvas');
  canvas.width = sheet.width;
  canvas.height = sheet.height;
  const context = brush(canvas);
  pictures.forEach(([key, picture], at) => {
    const spot = sheet.spots[at]!;
    drawWithMargin(context, picture, spot);
    places.set(key, {
      layer: ATLAS,
      offset: [spot.x / sheet.width, spot.y / sheet.height],
      scale: [spot.width / sheet.width, spot.height / sheet.height],
    });
  });
  const texture = new CanvasTexture(canvas);
  texture.flipY = false;
  texture.colorSpace = SRGBColorSpace;
  texture.minFilter = LinearMipmapLinearFilter;
  return texture;
}

/** The picture, and around it a margin that goes on with its edges. */
function drawWithMargin(context: CanvasRenderingContext2D, picture: Picture, spot: Spot): void {
  const { x, y, width, height } = spot;
  const { width: w, height: h } = picture;
  const m = MARGIN;
  context.drawImage(picture, 0, 0, w, 1, x, y - m, width, m);
  context.drawImage(picture, 0, h - 1, w, 1, x, y + height, width, m);
  context.drawImage(picture, 0, 0, 1, h, x - m, y, m, height);
  context.drawImage(picture, w - 1, 0, 1, h, x + width, y, m, height);
  context.drawImage(picture, x, y, width, height);
}

/** Repeated pictures in layers. There are few in any fair: they are the kit's own. */
export class Details {
  readonly uniform: { value: DataArrayTexture };
  private readonly layers = new Map<PictureKey, number>();

  /** `edge` is that of each of them in pixels. */
  constructor(
    private readonly anisotropy: number,
    private readonly edge: number,
  ) {
    this.uniform = { value: this.texture(1) };
  }

  /** Bytes on the GPU, with smaller copies. */
  get bytes(): number {
    return Math.round((this.uniform.value.image.data!.byteLength * 4) / 3);
  }

  /** Where a picture is; one that was not there joins. */
  place(key: PictureKey, picture: Picture): PicturePlace {
    let layer = this.layers.get(key);
    if (layer === undefined) {
      layer = this.layers.size;
      this.layers.set(key, layer);
      this.draw(picture, layer);
    }
    return { layer: DETAIL + layer, offset: [0, 0], scale: [1, 1] };
  }

  private draw(picture: Picture, layer: number): void {
    if (layer >= this.uniform.value.image.depth) this.grow();
    const { edge } = this;
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = edge;
    const context = brush(canvas);
    context.drawImage(picture, 0, 0, edge, edge);
    const texture = this.uniform.value;
    const pixels = context.getImageData(0, 0, edge, edge).data;
    (texture.image.data as Uint8Array).set(pixels, layer * edge * edge * 4);
    texture.needsUpdate = true;
  }

  private grow(): void {
    const before = this.uniform.value;
    const after = this.texture(before.image.depth + GROWTH);
    (after.image.data as Uint8Array).set(before.image.data as Uint8Array);
    before.dispose();
    this.uniform.value = after;
  }

  private texture(depth: number): DataArrayTexture {
    const { edge } = this;
    const texture = new DataArrayTexture(new Uint8Array(edge * edge * 4 * depth), edge, edge, depth);
    texture.colorSpace = SRGBColorSpace;
    texture.wrapS = texture.wrapT = RepeatWrapping;
    texture.magFilter = LinearFilter;
    texture.minFilter = LinearMipmapLinearFilter;
    texture.generateMipmaps = true;
    texture.anisotropy = this.anisotropy;
    texture.needsUpdate = true;
    return texture;
  }
}

function brush(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  // In main memory: a canvas on the GPU waits there behind whatever is being drawn.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser cannot draw on a canvas');
  context.imageSmoothingQuality = 'high';
  return context;
}
