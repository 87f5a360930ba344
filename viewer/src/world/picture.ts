/** Draws the view: only when something in it changed, as sharply as the machine can, and the
 * floor's reflection only when what it mirrors changed too. */
import { type Advice, Governor } from './governor';
import type { Detail, Pixels } from './quality';
import { type Mirror, Reflection, type ReflectionUniforms } from './reflection';
import { Sharpness } from './sharpness';
import { type Stage, canvasBytes, resizeStage } from './stage';

/** What of the view is not as it was drawn. */
type Stale = 'nothing' | 'view' | 'hall';

const NO_MIRROR: Mirror = { share: 0, mirrored: 'large' };

export class Picture {
  private readonly sharpness = new Sharpness();
  private readonly governor = new Governor();
  /** Milliseconds of the processor for the last frame. */
  lastFrame = 0;
  private readonly reflection: Reflection;
  private stale: Stale = 'hall';
  private mirror = NO_MIRROR;
  private pixels: Pixels = { least: 1, most: 1 };

  constructor(
    private readonly stage: Stage,
    private readonly canvas: HTMLCanvasElement,
    uniforms: ReflectionUniforms,
  ) {
    this.reflection = new Reflection(stage, uniforms);
  }

  /** Bytes on the GPU besides the tiles'. */
  get bytes(): number {
    return canvasBytes(this.stage) + this.stage.light.bytes + this.reflection.bytes;
  }

  /** How often the floor's reflection was drawn. */
  get reflections(): number {
    return this.reflection.drawn;
  }

  /** Whether there is something to draw. */
  get pending(): boolean {
    const { stale, sharpness, pixels } = this;
    return stale !== 'nothing' || sharpness.pending || (pixels.least > 1 && !sharpness.atRest);
  }

  /** Note how long a frame took: it is drawn less sharply where frames are slow. What comes back tells
   * whether that does not help, or whether there is time for more. */
  paced(seconds: number, moved: boolean): Advice {
    const { sharpness, governor } = this;
    sharpness.note(seconds, moved);
    if (!moved) return 'as-is';
    const drawn = sharpness.scale < 1 ? 'coarse' : 'sharp';
    const advice = governor.note(seconds, drawn, sharpness.exhausted);
    if (advice === 'less') sharpness.relieve();
    return advice;
  }

  /** Draw as a tier wants it. */
  tune({ reflection, pixels }: Pick<Detail, 'reflection' | 'pixels'>): void {
    this.mirror = reflection;
    this.pixels = pixels;
    this.stale = 'hall';
  }

  /** The eyes moved, or the hall changed. */
  changed(): void {
    this.stale = 'hall';
  }

  /** Something changed that the floor need not mirror at once. */
  touched(): void {
    if (this.stale === 'nothing') this.stale = 'view';
  }

  /** Fit the canvas's box; true where it changed. */
  fit(): boolean {
    const { stage, canvas, sharpness } = this;
    const box = { width: canvas.clientWidth, height: canvas.clientHeight };
    const { least, most } = this.pixels;
    const pixels = { least: sharpness.atRest ? least : 1, most };
    if (!resizeStage(stage, box, pixels, sharpness.scale)) return false;
    this.stale = 'hall';
    return true;
  }

  draw(): void {
    if (this.stale === 'nothing') return;
    const began = performance.now();
    const { renderer, scene, camera } = this.stage;
    renderer.info.reset();
    // A mirror picture belongs to one eye.
    const mirror = renderer.xr.isPresenting ? NO_MIRROR : this.mirror;
    if (this.stale === 'hall') this.reflection.draw(mirror);
    this.stale = 'nothing';
    renderer.render(scene, camera);
    this.lastFrame = performance.now() - began;
  }
}
