/** Where somebody looks in a panorama: no browser in it. Angles in degrees. */

/** How far from top to bottom is seen: at least, at first, at most. */
const NARROW = 30;
const USUAL = 75;
const WIDE = 100;

/** Nobody looks over the poles: there left and right would change places. */
const STEEP = 89;

export class Look {
  /** To the right of the front face, from 0 up to 360. */
  heading: number;
  /** Up is positive. */
  pitch = 0;
  /** What is seen from top to bottom. */
  field = USUAL;

  /** `aspect` is the view's width over its height: a tall one sees more from top to bottom. */
  constructor(heading: number, aspect = 1) {
    this.heading = around(heading);
    if (aspect < 1) this.field = WIDE;
  }

  /** Turn to the right and up. */
  turn(right: number, up: number): void {
    this.heading = around(this.heading + right);
    this.pitch = Math.max(-STEEP, Math.min(STEEP, this.pitch + up));
  }

  /** See less and larger (below 1) or more (above 1). */
  zoom(by: number): void {
    this.field = Math.max(NARROW, Math.min(WIDE, this.field * by));
  }

  /** Turn as a drag of so many pixels in a view of this height: what is held follows the hand. */
  drag(right: number, down: number, height: number): void {
    const degrees = this.field / Math.max(1, height);
    this.turn(-right * degrees, down * degrees);
  }
}

/** The smallest size of faces that is as sharp as a view of this height, in its own pixels. */
export function suitedSize(sizes: readonly number[], height: number, field: number): number {
  const needed = height / Math.tan(((field / 2) * Math.PI) / 180);
  return sizes.find((size) => size >= 0.8 * needed) ?? sizes[sizes.length - 1]!;
}

const around = (degrees: number): number => ((degrees % 360) + 360) % 360;
