/** What the boot renderer leaves for the viewer, which goes on where the visitor is. */
import type { Pose } from '../manifest';

export interface Boot {
  /** Where the visitor is; it changes while they walk. */
  readonly eyes: Pose;
  readonly canvas: HTMLCanvasElement;
  /** Whether the visitor did anything so far. */
  readonly steered: boolean;
  /** Stand somewhere else. */
  place(pose: Pose): void;
  /** Hear no more keys and drags, fade for some milliseconds, and give all memory back. */
  leave(fade: number): void;
}

declare global {
  interface Window {
    hallgenBoot?: Boot;
  }
}
