/** When the build's picture leaves: once the view shows as much, or the visitor moves. */
import type { Progress } from '../state';
import type { Poster } from './poster';

/** Milliseconds that the picture stays at most, once one can walk. */
const LONGEST = 6000;

/** Whether the picture shows what the view will, or something else. */
export type Leaving = 'once-fine' | 'now';

export class Curtain {
  private latest = Infinity;
  private gone = false;

  /** `growth` is how much larger the picture is made for it to lie on the view. */
  constructor(
    private readonly poster: Poster,
    private readonly growth: () => number,
  ) {}

  /** One can walk. */
  release(leaving: Leaving): void {
    this.latest = leaving === 'now' ? 0 : performance.now() + LONGEST;
  }

  /** A frame: the visitor moved, or the view is as fine as it will be; or neither. */
  follow(tiles: { readonly progress: Progress }, settled: boolean): void {
    if (this.gone) return;
    this.poster.show(tiles.progress);
    if (this.latest === Infinity || (!settled && performance.now() < this.latest)) return;
    this.gone = true;
    this.poster.leave(this.growth());
  }
}
