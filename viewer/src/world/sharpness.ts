/** Draws less sharply while the visitor moves on a slow machine, and sharply again at rest. */

/** Sharpness that is tried, from full to coarse. */
const SCALES = [1, 0.75, 0.5, 0.35] as const;

/** A frame that takes longer than this, in seconds, is slow; a quick one could be sharper. */
const SLOW = 1 / 24;
const QUICK = 1 / 55;

/** How many slow or quick frames in a row change the sharpness. */
const PATIENCE = 4;

/** How many times in a row the coarsest frames may prove slow. */
const SURRENDER = 3;

/** Seconds at rest after which the view is drawn at full sharpness. */
const REST = 0.25;

export class Sharpness {
  private level = 0;
  private streak = 0;
  private resting = 0;
  private overtaxed = 0;

  /** Whether frames stay slow even where they are coarsest: less has to be drawn. */
  get exhausted(): boolean {
    return this.overtaxed >= SURRENDER;
  }

  /** The share of full sharpness to draw the next frame with. */
  get scale(): number {
    return this.atRest ? 1 : (SCALES[this.level] ?? 1);
  }

  /** Whether the visitor has rested for a while. */
  get atRest(): boolean {
    return this.resting >= REST;
  }

  /** Whether a sharper picture is still to come once the visitor rests. */
  get pending(): boolean {
    return this.level > 0 && !this.atRest;
  }

  /** Note how long a frame took, and whether the visitor moved in it. */
  note(seconds: number, moving: boolean): void {
    this.resting = moving ? 0 : this.resting + seconds;
    if (!moving) return;
    const slow = seconds > SLOW;
    const quick = seconds < QUICK;
    this.streak = slow ? Math.max(0, this.streak) + 1 : quick ? Math.min(0, this.streak) - 1 : 0;
    if (this.streak >= PATIENCE) this.change(1);
    else if (this.streak <= -PATIENCE * 20) this.change(-1);
  }

  /** Less is drawn from now on: see how that goes. */
  relieve(): void {
    this.overtaxed = 0;
  }

  private change(by: number): void {
    const wanted = this.level + by;
    this.overtaxed = wanted >= SCALES.length ? this.overtaxed + 1 : 0;
    this.level = Math.min(SCALES.length - 1, Math.max(0, wanted));
    this.streak = 0;
  }
}
