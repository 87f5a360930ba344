/** Tells those who cannot see where they have come to: when they rest, and not at every step. */
import { el } from '../dom';
import type { Pose } from '../manifest';

/** Milliseconds at rest before something is told, and between two tellings. */
const REST = 1200;
const APART = 8000;

/** Metres from where something was told last, within which one is still there. */
const STILL_THERE = 4;

export class Voice {
  readonly element = el('p', { class: 'hallgen-unseen', role: 'status' });
  private timer: number | undefined;
  private told: { readonly x: number; readonly z: number; readonly at: number } | undefined;

  /** `words` is what is to be told of where the eyes are now; `moving` whether they are under way, be
   * it that a slow machine shows that seldom. */
  constructor(
    private readonly eyes: Pose,
    private readonly moving: () => boolean,
    private readonly words: () => string,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => window.clearTimeout(this.timer));
  }

  /** The eyes moved. */
  moved(): void {
    window.clearTimeout(this.timer);
    const since = this.told === undefined ? APART : performance.now() - this.told.at;
    this.timer = window.setTimeout(this.rested, Math.max(REST, APART - since));
  }

  /** Tell where one is at once: somebody asked. */
  tell(): void {
    window.clearTimeout(this.timer);
    const { x, z } = this.eyes;
    this.told = { x, z, at: performance.now() };
    // Words that stay the same are not told again unless they come anew.
    this.element.replaceChildren(el('span', {}, this.words()));
  }

  private readonly rested = (): void => {
    if (this.moving()) return this.moved();
    const { eyes, told } = this;
    const far = told === undefined ? Infinity : Math.hypot(eyes.x - told.x, eyes.z - told.z);
    if (far > STILL_THERE) this.tell();
  };
}
