/** Holds the frame rate: tells when less is to be drawn for good, and when more may be dared again.
 *
 * What a frame costs is seen while the visitor moves. Down goes at once; up only after a long time of
 * quick and sharp frames, and each time that proves too much after twice as long: it settles. */

/** A frame of up to so many seconds leaves time for more. */
const QUICK = 1 / 55;

/** Seconds of quick frames after which more is dared, at first and at most. */
const PATIENCE = 10;
const MOST = 1280;

/** A frame longer than this, in seconds, is no frame: the tab was in the background. */
const ABSENT = 1;

/** What a frame tells of how much should be drawn. */
export type Advice = 'less' | 'more' | 'as-is';

export class Governor {
  private quick = 0;
  private patience = PATIENCE;
  private dared = false;

  /** Note a frame in which the visitor moved, that was drawn at full sharpness or not; `exhausted`
   * says that even the coarsest frames are slow. */
  note(seconds: number, drawn: 'sharp' | 'coarse', exhausted: boolean): Advice {
    if (exhausted) return this.retreat();
    if (seconds > ABSENT) return 'as-is';
    // A hitch, as when a tile comes, costs some of what was gained, not all.
    const gained = seconds <= QUICK && drawn === 'sharp';
    this.quick = Math.max(0, this.quick + (gained ? seconds : -5 * seconds));
    if (this.quick < this.patience) return 'as-is';
    this.quick = 0;
    this.dared = true;
    return 'more';
  }

  private retreat(): Advice {
    this.quick = 0;
    if (this.dared) this.patience = Math.min(MOST, this.patience * 2);
    this.dared = false;
    return 'less';
  }
}
