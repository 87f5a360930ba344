/** A board in the hall with words and buttons on it: what a panel is on a page. */
import {
  CanvasTexture,
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  SRGBColorSpace,
  type Vector2,
} from 'three';
import { RADIANS, direction } from '../geometry';
import { release } from '../inspect/release';
import type { Stand } from './rig';
import { type Area, type Telling, paint } from './writing';

/** Pixels of a metre of board: words of 36 pixels are 31 mm high, read with ease at arm's length
 * and twice that. */
const PIXELS = 1150;

/** How a board stands before somebody: metres ahead, the height of its middle over the floor,
 * and degrees by which its top leans away. */
export interface Placing {
  readonly ahead: number;
  readonly height: number;
  readonly lean: number;
}

export class Board {
  readonly object: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private readonly canvas = document.createElement('canvas');
  private telling: Telling | undefined;
  private areas: readonly Area[] = [];
  private pointed: Area | undefined;

  /** `width` is in pixels of the board. */
  constructor(
    private readonly width: number,
    private readonly language: string,
  ) {
    this.object = new Mesh(
      new PlaneGeometry(1, 1),
      new MeshBasicMaterial({ transparent: true, toneMapped: false, fog: false }),
    );
    this.object.rotation.order = 'YXZ';
    this.object.renderOrder = 10;
    this.object.visible = false;
  }

  show(telling: Telling): void {
    this.telling = telling;
    this.pointed = undefined;
    this.draw();
    this.object.visible = true;
  }

  hide(): void {
    this.telling = undefined;
    this.object.visible = false;
  }

  /** Stand before somebody, turned to them. */
  place({ x, z, heading }: Stand, { ahead, height, lean }: Placing): void {
    const [dx, dz] = direction(heading);
    this.object.position.set(x + dx * ahead, height, z + dz * ahead);
    this.object.rotation.set(-lean * RADIANS, -heading * RADIANS, 0);
    this.object.updateMatrixWorld();
  }

  /** The button at a place of the board is pointed at; undefined where nobody points at any. */
  point(uv: Vector2 | undefined): void {
    const area = uv && this.at(uv);
    if (area?.action === this.pointed?.action) return;
    this.pointed = area;
    this.draw();
  }

  /** Press what is at a place of the board. */
  press(uv: Vector2): void {
    this.at(uv)?.action.act();
  }

  dispose(): void {
    this.object.removeFromParent();
    release(this.object);
  }

  private at(uv: Vector2): Area | undefined {
    const { width, height } = this.canvas;
    const [x, y] = [uv.x * width, (1 - uv.y) * height];
    return this.areas.find(
      (area) => x >= area.x && y >= area.y && x <= area.x + area.width && y <= area.y + area.height,
    );
  }

  private draw(): void {
    const { canvas, object, telling } = this;
    if (telling === undefined) return;
    const before = canvas.height;
    this.areas = paint(canvas, this.width, telling, this.language, this.pointed?.action);
    const { map } = object.material;
    if (map === null || before !== canvas.height) {
      map?.dispose();
      object.material.map = this.texture();
      object.material.needsUpdate = true;
    } else map.needsUpdate = true;
    object.scale.set(canvas.width / PIXELS, canvas.height / PIXELS, 1);
  }

  private texture(): CanvasTexture {
    const texture = new CanvasTexture(this.canvas);
    texture.colorSpace = SRGBColorSpace;
    texture.anisotropy = 4;
    texture.minFilter = LinearFilter;
    texture.generateMipmaps = false;
    return texture;
  }
}
