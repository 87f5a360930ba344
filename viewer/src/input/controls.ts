/** All that steers: keys, pointer and stick, the way the visitor finds comfortable. */
import { type Comfort, comfortIn } from '../comfort';
import { Vignette } from '../hud/vignette';
import { browserMemory } from '../memory';
import type { InputFrame } from './frame';
import { Keyboard, type KeyboardEvents } from './keyboard';
import { Pointer, type PointerEvents } from './pointer';
import { Stick } from './stick';

export class Controls {
  readonly comfort = comfortIn(browserMemory());
  /** What is seen of it, over the view. */
  readonly elements: readonly HTMLElement[];
  private readonly keyboard: Keyboard;
  private readonly pointer: Pointer;
  private readonly stick: Stick;
  private readonly vignette = new Vignette(this.comfort.vignette);

  /** `listening` tells whether keys are for the view; else they scroll the page. */
  constructor(
    canvas: HTMLElement,
    listening: () => boolean,
    signal: AbortSignal,
    events: KeyboardEvents & PointerEvents,
  ) {
    const letters = (): boolean => this.comfort.letters.value === 'on';
    this.keyboard = new Keyboard(canvas, events, listening, letters, signal);
    this.pointer = new Pointer(canvas, events);
    this.stick = new Stick(() => events.changed());
    this.elements = [this.vignette.element, this.stick.element];
  }

  /** Whether the view moves in this frame. */
  follow(moving: boolean): void {
    this.vignette.follow(moving);
  }

  /** Fill a frame with what came since the last. */
  read(frame: InputFrame): void {
    this.keyboard.read(frame);
    this.pointer.read(frame);
    this.stick.read(frame);
    adapt(frame, this.comfort);
  }
}

/** Turn a frame into what the visitor's settings make of it. */
export function adapt(frame: InputFrame, { drag, turning }: Pick<Comfort, 'drag' | 'turning'>): void {
  if (drag.value === 'eyes') {
    frame.look.heading *= -1;
    frame.look.pitch *= -1;
  }
  if (turning.value === 'smooth') return;
  frame.turn = 0;
  frame.look.heading += frame.turns * Number(turning.value);
}
