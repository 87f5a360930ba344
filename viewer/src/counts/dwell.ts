/** How long visitors look at a booth: until they look at another one, or put the page away. */

/** Shorter is a glance in passing, longer somebody who left the desk: seconds. */
const LEAST = 2;
const MOST = 600;

export class Dwell {
  private at: { readonly booth: string; readonly since: number } | undefined;

  constructor(private readonly left: (booth: string, seconds: number) => void) {}

  /** `now` in milliseconds. */
  enter(booth: string, now: number): void {
    if (this.at?.booth === booth) return;
    this.leave(now);
    this.at = { booth, since: now };
  }

  leave(now: number): void {
    const { at } = this;
    this.at = undefined;
    if (at === undefined) return;
    const seconds = Math.round((now - at.since) / 1000);
    if (seconds >= LEAST) this.left(at.booth, Math.min(seconds, MOST));
  }
}
