/** Mouse, pen and fingers: a drag looks around, a click or tap points at something, the wheel
 * steps. One finger is all that is needed. */
import { moves } from '../boot/moves';
import type { InputFrame } from './frame';

/** Degrees that a drag across one CSS pixel turns the eyes: the scene follows the hand. */
const PER_PIXEL = 0.16;
const PER_PIXEL_TOUCH = 0.24;

/** A press that moves less than this many CSS pixels is a click. */
const STEADY = 6;
const STEADY_TOUCH = 12;

/** A press longer than this, in milliseconds, is no click. */
const LONGEST = 600;

/** Metres of one notch of the wheel, and the pixels that a notch scrolls. */
const NOTCH = 0.9;
const NOTCH_PIXELS = 100;

export interface PointerEvents {
  /** The view was dragged, or the wheel turned. */
  changed(): void;
  /** A click or tap at (x, y) of the view, from -1 to 1, y up. */
  pointed(x: number, y: number): void;
}

export class Pointer {
  private heading = 0;
  private pitch = 0;
  private wheel = 0;
  private dragging: number | undefined;
  private moved = 0;
  private pressed = 0;
  private readonly come = moves();

  constructor(
    private readonly canvas: HTMLElement,
    private readonly events: PointerEvents,
  ) {
    canvas.addEventListener('pointerdown', this.down);
    canvas.addEventListener('pointermove', this.move);
    canvas.addEventListener('pointerup', this.up);
    canvas.addEventListener('pointercancel', this.cancel);
    canvas.addEventListener('wheel', this.scroll, { passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  /** Give a frame what came since the last. */
  read(frame: InputFrame): void {
    frame.look.heading = this.heading;
    frame.look.pitch = this.pitch;
    frame.looking = this.dragging !== undefined && this.moved > STEADY;
    frame.step = this.wheel;
    this.heading = this.pitch = this.wheel = 0;
  }

  private readonly down = (event: PointerEvent): void => {
    if (this.dragging !== undefined || event.button > 0) return;
    this.dragging = event.pointerId;
    this.moved = 0;
    this.come(event);
    this.pressed = event.timeStamp;
    this.canvas.setPointerCapture(event.pointerId);
    this.canvas.dataset.dragging = '';
  };

  private readonly move = (event: PointerEvent): void => {
    if (event.pointerId !== this.dragging) return;
    const [dx, dy] = this.come(event);
    this.moved += Math.abs(dx) + Math.abs(dy);
    const share = event.pointerType === 'touch' ? PER_PIXEL_TOUCH : PER_PIXEL;
    this.heading -= dx * share;
    this.pitch += dy * share;
    this.events.changed();
  };

  private readonly up = (event: PointerEvent): void => {
    if (event.pointerId !== this.dragging) return;
    const steady = event.pointerType === 'touch' ? STEADY_TOUCH : STEADY;
    const click = this.moved <= steady && event.timeStamp - this.pressed <= LONGEST;
    this.cancel(event);
    if (!click) return;
    const box = this.canvas.getBoundingClientRect();
    this.events.pointed(
      ((event.clientX - box.left) / box.width) * 2 - 1,
      1 - ((event.clientY - box.top) / box.height) * 2,
    );
  };

  private readonly cancel = (event: PointerEvent): void => {
    if (event.pointerId !== this.dragging) return;
    this.dragging = undefined;
    delete this.canvas.dataset.dragging;
    this.events.changed();
  };

  private readonly scroll = (event: WheelEvent): void => {
    if (event.ctrlKey) return; // the browser's own zoom
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : NOTCH_PIXELS / 3;
    this.wheel -= ((event.deltaY * lines) / NOTCH_PIXELS) * NOTCH;
    this.events.changed();
  };
}
