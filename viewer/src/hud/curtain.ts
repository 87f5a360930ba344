/** When the build's picture leaves: once the view shows as much, or the visitor moves. */
import type { Progress } from '../state';
import type { Poster } from './poster';

/** Milliseconds that the picture stays at most, once one can walk. */
const LONGEST = 20_000;
/** Frames without a tile to come after which there are none: each looks one level deeper. */
const QUIET = 5;

/** Whether the picture shows what the view will, or something else. */
export type Leaving = 'once-fine' | 'now';

export class Curtain {
  private latest = Infinity;
  private quiet = 0;
  private gone = false;

  /** `growth` is how much larger the picture is made for it to lie on the view. */
  constructor(
    private readonly poster: Poster,
    private readonly growth: () => number,
  ) {}

  /** One can walk. */
  release(leaving: Leaving): void {
    this.poster.letThrough();
    this.latest = leaving === 'now' || !this.poster.shows ? 0 : performance.now() + LONGEST;
  }

  /** A frame, in which the visitor moved or not, and tiles are to come or not. True while frames
   * are needed to see whether to leave. */
  follow(tiles: { readonly progress: Progress }, moved: boolean, loading: boolean): boolean {
    if (this.gone) return false;
    this.poster.show(tiles.progress);
    if (this.latest === Infinity) return false;
    this.quiet = loading ? 0 : this.quiet + 1;
    this.gone = moved || this.quiet > QUIET || performance.now() > this.latest;
    if (this.gone) this.poster.leave(this.growth());
    return !this.gone;
  }
}
