/** Keys that walk: arrows, WASD, Q and E, Shift; and those that lead on and tell where one is. */
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

/** What one asks for with a key that does not walk. */
export type Command = 'open' | 'next' | 'previous' | 'where';

const COMMANDS: Readonly<Record<string, Command>> = {
  KeyN: 'next',
  KeyP: 'previous',
  KeyL: 'where',
};

/** Those that mean something else to a page while it has the focus itself. */
const WITH_FOCUS: Readonly<Record<string, Command>> = {
  Enter: 'open',
  NumpadEnter: 'open',
  PageDown: 'next',
  PageUp: 'previous',
};

export interface KeyboardEvents {
  /** A key that walks went down or up. */
  changed(): void;
  commanded(command: Command): void;
}

/** Listens while the canvas, or nothing at all, has the focus. */
export class Keyboard {
  private readonly held = new Set<string>();
  /** Keys that went down since the last frame: a short press counts on a slow machine as well. */
  private readonly pressed = new Set<string>();
  private turns = 0;
  private fast = false;

  constructor(
    private readonly canvas: HTMLElement,
    private readonly events: KeyboardEvents,
    /** Whether the view is on screen: keys scroll the page where it is not. */
    private readonly onScreen: () => boolean,
    /** Whether letters are keys of the view. */
    private readonly letters: () => boolean,
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
    frame.turns = this.turns;
    this.turns = 0;
    this.held.forEach((code) => this.pressed.add(code));
    for (const code of this.pressed) {
      const axis = AXES[code];
      if (axis !== undefined) frame[axis[0]] = clamp(frame[axis[0]] + axis[1]);
    }
    this.pressed.clear();
  }

  private readonly down = (event: KeyboardEvent): void => {
    this.fast = event.shiftKey;
    const { code } = event;
    if (event.isComposing || isShortcut(event) || !this.listening(code)) return;
    const axis = AXES[code];
    const command = COMMANDS[code] ?? (this.focused ? WITH_FOCUS[code] : undefined);
    if (axis === undefined && command === undefined) return;
    event.preventDefault();
    if (command !== undefined) this.events.commanded(command);
    else if (!this.held.has(code)) this.press(code, axis!);
  };

  private press(code: string, [axis, sign]: (typeof AXES)[string]): void {
    this.held.add(code);
    this.pressed.add(code);
    if (axis === 'turn') this.turns += sign;
    this.events.changed();
  }

  private readonly up = (event: KeyboardEvent): void => {
    this.fast = event.shiftKey;
    if (this.held.delete(event.code)) this.events.changed();
  };

  private readonly release = (): void => {
    this.held.clear();
    this.pressed.clear();
    this.turns = 0;
    this.fast = false;
    this.events.changed();
  };

  private listening(code: string): boolean {
    if (code.startsWith('Key') && !this.letters()) return false;
    const { activeElement } = document;
    const free = activeElement === null || activeElement === document.body;
    return this.focused || (free && this.onScreen());
  }

  private get focused(): boolean {
    return document.activeElement === this.canvas;
  }
}

/** Whether a key is the browser's or the system's. */
const isShortcut = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey;

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));
