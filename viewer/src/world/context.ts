/** What to do when the browser takes the graphics chip away, and when it gives it back. */

/** Seconds that a lost context may take to come back. */
const PATIENCE = 10;

export interface ContextEvents {
  lost(): void;
  restored(): void;
  /** It does not come back. */
  gone(error: Error): void;
}

export function watchContext(
  canvas: HTMLCanvasElement,
  signal: AbortSignal,
  events: ContextEvents,
): void {
  let timer: number | undefined;
  const lost = (event: Event): void => {
    event.preventDefault();
    events.lost();
    timer = window.setTimeout(
      () => events.gone(new Error('The WebGL context was lost')),
      PATIENCE * 1000,
    );
  };
  const restored = (): void => {
    window.clearTimeout(timer);
    events.restored();
  };
  canvas.addEventListener('webglcontextlost', lost, { signal });
  canvas.addEventListener('webglcontextrestored', restored, { signal });
  signal.addEventListener('abort', () => window.clearTimeout(timer));
}
