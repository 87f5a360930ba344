/** Makes a drawing larger in its frame, which scrolls: by wheel, pinch, keys and buttons. */

/** How much larger than the frame a drawing gets at most, and how much a step of buttons, keys
 * and of the wheel does. */
const MOST = 12;
const STEP = 1.5;
const WHEEL = 1.0015;
/** Pixels from which on a press that moves is a drag. */
const DRAG = 4;

/** When the wheel zooms: always, or in a page that it scrolls only with a key held or once the
 * drawing has the focus. */
export type Wheel = 'always' | 'in-a-page';

/** A point of the window. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where to scroll to, along one axis, for what is under a point of the frame to stay there when
 * the drawing grows by a factor. `at` is from the frame's edge. */
export const scrollKept = (scroll: number, at: number, factor: number): number =>
  (scroll + at) * factor - at;

export class Zoom {
  private factor = 1;
  /** The drawing's size at factor 1. */
  private base = { width: 0, height: 0 };

  /** `changed` is called with the factor, 1 where the whole drawing fits. */
  constructor(
    private readonly frame: HTMLElement,
    private readonly drawing: HTMLElement | SVGElement,
    private readonly wheel: Wheel,
    private readonly changed: (factor: number) => void,
    signal: AbortSignal,
  ) {
    frame.addEventListener('wheel', (event) => this.wheeled(event), { passive: false, signal });
    frame.addEventListener('keydown', (event) => this.pressed(event), { signal });
    this.followPinches(signal);
    this.followDrags(signal);
    // Phones change the window's height while one scrolls.
    let wide = window.innerWidth;
    const resized = (): void => {
      if (window.innerWidth === wide) return;
      wide = window.innerWidth;
      this.fit();
    };
    window.addEventListener('resize', resized, { signal });
  }

  in = (): void => this.by(STEP);
  out = (): void => this.by(1 / STEP);

  /** Show the whole drawing. */
  fit = (): void => {
    this.factor = 1;
    for (const name of ['inline-size', 'block-size', 'max-block-size', 'max-inline-size']) {
      this.drawing.style.removeProperty(name);
    }
    this.changed(1);
  };

  /** Make it larger by a factor; what is under `at`, or in the middle, stays where it is. */
  by(factor: number, at: Point = this.middle): void {
    if (this.factor === 1) this.base = this.drawing.getBoundingClientRect();
    const next = Math.min(MOST, Math.max(1, this.factor * factor));
    const grown = next / this.factor;
    if (next === 1) return this.fit();
    const { frame, drawing } = this;
    const { left, top } = frame.getBoundingClientRect();
    const [x, y] = [at.x - left - frame.clientLeft, at.y - top - frame.clientTop];
    const [wide, high] = [
      scrollKept(frame.scrollLeft, x - this.gap('x'), grown) + this.gap('x'),
      scrollKept(frame.scrollTop, y - this.gap('y'), grown) + this.gap('y'),
    ];
    this.factor = next;
    drawing.style.setProperty('max-inline-size', 'none');
    drawing.style.setProperty('max-block-size', 'none');
    drawing.style.setProperty('inline-size', `${this.base.width * next}px`);
    drawing.style.setProperty('block-size', `${this.base.height * next}px`);
    this.changed(next);
    frame.scrollTo({ left: wide, top: high, behavior: 'instant' });
  }

  /** Room beside a drawing that is smaller than its frame. */
  private gap(axis: 'x' | 'y'): number {
    if (this.factor !== 1) return 0;
    const { frame, drawing } = this;
    const [inner, outer] = [drawing.getBoundingClientRect(), frame.getBoundingClientRect()];
    return axis === 'x'
      ? Math.max(0, inner.left - outer.left - frame.clientLeft)
      : Math.max(0, inner.top - outer.top - frame.clientTop);
  }

  private get middle(): Point {
    const { left, top, width, height } = this.frame.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  private wheeled(event: WheelEvent): void {
    const meant = event.ctrlKey || event.metaKey || this.frame.matches(':focus-within');
    if (this.wheel === 'in-a-page' && !meant) return;
    if (this.factor === 1 && event.deltaY > 0) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 30 : event.deltaY;
    this.by(WHEEL ** -(event.ctrlKey ? pixels * 5 : pixels), { x: event.clientX, y: event.clientY });
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = { '+': this.in, '=': this.in, '-': this.out, '0': this.fit }[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  }

  private followPinches(signal: AbortSignal): void {
    let apart = 0;
    const spread = ({ touches: [a, b] }: TouchEvent): number =>
      Math.hypot(a!.clientX - b!.clientX, a!.clientY - b!.clientY);
    const begin = (event: TouchEvent): void => {
      if (event.touches.length === 2) apart = spread(event);
    };
    const move = (event: TouchEvent): void => {
      const [a, b] = event.touches;
      if (event.touches.length !== 2 || a === undefined || b === undefined) return;
      event.preventDefault();
      const now = spread(event);
      const middle = { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 };
      if (apart > 0) this.by(now / apart, middle);
      apart = now;
    };
    this.frame.addEventListener('touchstart', begin, { passive: true, signal });
    this.frame.addEventListener('touchmove', move, { passive: false, signal });
  }

  /** A mouse drags the drawing along; fingers do so by themselves. A drag is no click. */
  private followDrags(signal: AbortSignal): void {
    const { frame } = this;
    let last: Point | undefined;
    let moved = 0;
    const down = (event: PointerEvent): void => {
      moved = 0;
      if (event.pointerType === 'mouse' && event.button === 0 && this.factor > 1) last = event;
    };
    const move = (event: PointerEvent): void => {
      if (last === undefined) return;
      const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
      moved += Math.abs(dx) + Math.abs(dy);
      last = { x: event.clientX, y: event.clientY };
      if (moved > DRAG) frame.scrollBy({ left: -dx, top: -dy, behavior: 'instant' });
    };
    const click = (event: MouseEvent): void => {
      // Keys click as well, and drag nothing.
      if (moved <= DRAG || event.detail === 0) return;
      event.preventDefault();
      event.stopPropagation();
    };
    frame.addEventListener('pointerdown', down, { signal });
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', () => (last = undefined), { signal });
    frame.addEventListener('click', click, { capture: true, signal });
    frame.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
  }
}
