/** Asks again, later each time, for what did not come after all tries. */
import { pause } from './tries';

/** Seconds before it is first asked for again, and at most. */
const SOON = 5;
const LATEST = 60;

export class Again {
  private asked = 0;
  private waiting = false;

  /** Asks until `signal` is aborted. */
  constructor(
    private readonly ask: () => void,
    private readonly signal: AbortSignal,
  ) {}

  /** Something did not come. */
  missed(): void {
    if (this.waiting || this.signal.aborted) return;
    this.waiting = true;
    const wait = Math.min(LATEST, SOON * 2 ** this.asked++);
    void pause(wait, this.signal).then(() => {
      this.waiting = false;
      if (!this.signal.aborted) this.ask();
    });
  }

  /** All of it came. */
  came(): void {
    this.asked = 0;
  }

  /** Whether something is still to be asked for. */
  get due(): boolean {
    return this.waiting;
  }
}
