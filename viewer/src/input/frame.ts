/** What the visitor asks for in one frame, whatever device it came from. */
export interface InputFrame {
  /** -1 (back, left) to 1 (ahead, right); turn -1 (left) to 1 (right). */
  ahead: number;
  aside: number;
  turn: number;
  /** How often a key that turns went down since the last frame: right less left. */
  turns: number;
  fast: boolean;
  /** Degrees that the eyes were dragged since the last frame. */
  look: { heading: number; pitch: number };
  /** Whether a drag is under way, so that nothing else should turn the eyes. */
  looking: boolean;
  /** Metres that the wheel asks to go. */
  step: number;
}

export const restingInput = (): InputFrame => ({
  ahead: 0,
  aside: 0,
  turn: 0,
  turns: 0,
  fast: false,
  look: { heading: 0, pitch: 0 },
  looking: false,
  step: 0,
});

/** Whether a frame asks for anything. */
export const isSteered = (frame: InputFrame): boolean =>
  frame.ahead !== 0 ||
  frame.aside !== 0 ||
  frame.turn !== 0 ||
  frame.step !== 0 ||
  frame.look.heading !== 0 ||
  frame.look.pitch !== 0;
