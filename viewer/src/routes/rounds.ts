/** A walk to one booth after the other, in an order that a link names: `?to=A&route=B,C`. */

/** More stops nobody walks to; a link that names them is not believed. */
const MOST = 60;

export class Rounds {
  private left: readonly string[] = [];

  /** `lead` leads to a booth. */
  constructor(private readonly lead: (booth: string) => void) {}

  /** The booths after the one that is led to now. */
  get route(): readonly string[] {
    return this.left.slice(1);
  }

  /** Walk to these booths; none ends a walk. The first is led to by whoever begins. */
  begin(stops: readonly string[]): void {
    this.left = stops.slice(0, MOST);
  }

  /** The visitor is at a booth: lead on to the next. */
  arrived(booth: string): void {
    if (this.left[0] !== booth) return;
    this.left = this.left.slice(1);
    const [next] = this.left;
    if (next !== undefined) this.lead(next);
  }
}
