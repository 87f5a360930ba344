/** A stick for the left thumb: it walks, while the other thumb looks around. Keys and taps on the
 * floor do the same, so it is nothing to those who use neither eyes nor fingers. */
import { el } from '../dom';
import type { InputFrame } from './frame';

/** CSS pixels from the middle at which one walks at full speed, and up to which one stands. */
const FULL = 44;
const STILL = 8;

/** Beyond so many times `FULL` one runs. */
const RUN = 1.6;

/** What a thumb at (x, y) CSS pixels from the stick's middle, y down, asks for. */
export function pushed(x: number, y: number): Pick<InputFrame, 'ahead' | 'aside' | 'fast'> {
  const far = Math.hypot(x, y);
  if (far <= STILL) return { ahead: 0, aside: 0, fast: false };
  const share = Math.min(1, (far - STILL) / (FULL - STILL)) / far;
  return { ahead: -y * share, aside: x * share, fast: far > FULL * RUN };
}

export class Stick {
  readonly element: HTMLElement;
  private readonly knob = el('div', { class: 'hallgen-knob' });
  private thumb: number | undefined;
  private at = { x: 0, y: 0 };

  constructor(private readonly changed: () => void) {
    this.element = el('div', { class: 'hallgen-stick', 'aria-hidden': 'true' }, this.knob);
    this.element.addEventListener('pointerdown', this.down);
    this.element.addEventListener('pointermove', this.move);
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      this.element.addEventListener(end, this.up);
    }
    this.element.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  /** Add what the thumb asks for to a frame. */
  read(frame: InputFrame): void {
    const { ahead, aside, fast } = pushed(this.at.x, this.at.y);
    frame.ahead += ahead;
    frame.aside += aside;
    frame.fast ||= fast;
  }

  private readonly down = (event: PointerEvent): void => {
    if (this.thumb !== undefined || event.button > 0) return;
    event.preventDefault();
    this.thumb = event.pointerId;
    this.element.setPointerCapture(event.pointerId);
    this.push(event);
  };

  private readonly move = (event: PointerEvent): void => {
    if (event.pointerId === this.thumb) this.push(event);
  };

  private readonly up = (event: PointerEvent): void => {
    if (event.pointerId !== this.thumb) return;
    this.thumb = undefined;
    this.put(0, 0);
  };

  private push({ clientX, clientY }: PointerEvent): void {
    const { left, top, width, height } = this.element.getBoundingClientRect();
    this.put(clientX - left - width / 2, clientY - top - height / 2);
  }

  private put(x: number, y: number): void {
    this.at = { x, y };
    const share = Math.min(1, FULL / Math.max(1, Math.hypot(x, y)));
    this.knob.style.setProperty('translate', `${x * share}px ${y * share}px`);
    this.changed();
  }
}
