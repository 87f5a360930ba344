/** The frame loop: runs while something moves or loads, and sleeps otherwise. */
export class Loop {
  private handle: number | undefined;
  private last = 0;
  private ended = false;

  /** `frame` gets the seconds since the frame before and tells whether to go on. */
  constructor(private readonly frame: (seconds: number) => boolean) {}

  /** Something changed: see to it in the next frame. */
  wake(): void {
    if (this.handle !== undefined || this.ended) return;
    this.last = performance.now();
    this.handle = requestAnimationFrame(this.tick);
  }

  /** Stop for good. */
  end(): void {
    this.stop();
    this.ended = true;
  }

  stop(): void {
    if (this.handle !== undefined) cancelAnimationFrame(this.handle);
    this.handle = undefined;
  }

  private readonly tick = (): void => {
    const now = performance.now();
    const seconds = (now - this.last) / 1000;
    this.last = now;
    this.handle = requestAnimationFrame(this.tick);
    if (!this.frame(seconds)) this.stop();
  };
}
