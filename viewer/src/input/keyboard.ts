/** Keys that walk: arrows, WASD, Q and E, Shift. */
import type { InputFrame } from './frame';

/** Codes name places on the keyboard, so WASD is where it should be on any layout. */
const AXES: Readonly<Record<string, readonly ['ahead' | 'aside' | 'turn', number]>> = {
  KeyW: ['ahead', 1],
  ArrowUp: ['ahead', 1],
  KeyS: ['ahead', -1],
  ArrowDown: ['ahead', -1],
  KeyA: ['aside', -1],
  KeyD: ['aside', 1],
  KeyQ: ['turn', -1],
  ArrowLeft: ['turn', -1],
  KeyE: ['turn', 1],
  ArrowRight: ['turn', 1],
};

export interface KeyboardEvents {
  /** A key that walks went down or up. */
  changed(): void;
  /** Enter: open what is looked at. */
  opened(): void;
}

/** Listens while the canvas, or nothing at all, has the focus. */
export class Keyboard {
  private readonly held = new Set<string>();
  /** Keys that went down since the last frame: a short press counts on a slow machine as well. */
  private readonly pressed = new Set<string>();
  private fast = false;

  constructor(
    private readonly canvas: HTMLElement,
    private readonly events: KeyboardEvents,
    /** Whether the view is on screen: keys scroll the page where it is not. */
    private readonly onScreen: () => boolean,
    signal: AbortSignal,
  ) {
    window.addEventListener('keydown', this.down, { signal });
    window.addEventListener('keyup', this.up, { signal });
    window.addEventListener('blur', this.release, { signal });
    document.addEventListener('visibilitychange', this.release, { signal });
  }

  /** Add what is held to a frame. */
  read(frame: InputFrame): void {
    frame.ahead = frame.aside = frame.turn = 0;
    frame.fast = this.fast;
    this.held.forEach((code) => this.pressed.add(code));
    for (const code of this.pressed) {
      const axis = AXES[code];
      if (axis !== undefined) frame[axis[0]] = clamp(frame[axis[0]] + axis[1]);
    }
    this.pressed.clear();
  }

  private readonly down = (event: KeyboardEvent): void => {
    this.fast = event.shiftKey;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!this.listening()) return;
    if (event.code in AXES) {
      event.preventDefault();
      if (this.held.has(event.code)) return;
      this.held.add(event.code);
      this.pressed.add(event.code);
      this.events.changed();
    } else if (event.key === 'Enter' && document.activeElement === this.canvas) {
      event.preventDefault();
      this.events.opened();
    }
  };

  private readonly up = (event: KeyboardEvent): void => {
    this.fast = event.shiftKey;
    if (this.held.delete(event.code)) this.events.changed();
  };

  private readonly release = (): void => {
    this.held.clear();
    this.pressed.clear();
    this.fast = false;
    this.events.changed();
  };

  private listening(): boolean {
    const { activeElement } = document;
    const free = activeElement === null || activeElement === document.body;
    return activeElement === this.canvas || (free && this.onScreen());
  }
}

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));
