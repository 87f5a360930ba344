/** Walks through boxes, by the same keys and drags as the viewer that comes after. */
import type { Wall } from './boxes';
import { type Eyes, turned } from './draw';
import { moves } from './moves';

/** As the viewer's: metres and degrees a second, degrees a pixel, pixels of a click. */
const [WALK, RUN, TURN, PITCH, RADIUS] = [2.6, 6, 100, 60, 0.3];
/** Seconds that a frame may move a visitor at most, and in one go: no wall is passed. */
const [LONGEST, STRIDE] = [0.5, 0.05];
export const [PER_PIXEL, PER_PIXEL_TOUCH, STEADY] = [0.16, 0.24, 8];
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

export interface Stroll {
  /** Go on for some seconds. True while there is more to come. */
  step(seconds: number): boolean;
  /** Hear no more keys and drags. */
  stop(): void;
}

/** `bounds` are min x, min z, max x, max z. `steered` is called for all that a visitor does;
 * `floorAt` gives the floor under a point of the canvas. */
export function stroll(
  canvas: HTMLElement,
  eyes: Eyes,
  bounds: readonly [number, number, number, number],
  walls: readonly Wall[],
  floorAt: (left: number, top: number) => readonly [number, number] | undefined,
  steered: () => void,
): Stroll {
  const held = new Set<string>();
  const ears = new AbortController();
  let fast = false;
  let goal: readonly [number, number] | undefined;
  let dragged = -1;
  const moved = moves();
  const hear = <K extends keyof GlobalEventHandlersEventMap>(
    target: EventTarget,
    kind: K,
    listener: (event: GlobalEventHandlersEventMap[K]) => void,
  ): void => target.addEventListener(kind, listener as EventListener, { signal: ears.signal });

  hear(window, 'keydown', (event) => {
    const { activeElement: focus, body } = document;
    if (!(event.code in AXES) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (focus !== canvas && (focus !== body || !onScreen(canvas))) return;
    event.preventDefault();
    fast = event.shiftKey;
    held.add(event.code);
    goal = undefined;
    steered();
  });
  hear(window, 'keyup', (event) => held.delete(event.code));
  hear(window, 'blur', () => held.clear());
  hear(canvas, 'pointerdown', (event) => {
    dragged = 0;
    moved(event);
    canvas.setPointerCapture(event.pointerId);
  });
  hear(canvas, 'pointermove', (event) => {
    if (dragged < 0) return;
    const [dx, dy] = moved(event);
    dragged += Math.abs(dx) + Math.abs(dy);
    const share = event.pointerType === 'touch' ? PER_PIXEL_TOUCH : PER_PIXEL;
    eyes.heading -= dx * share;
    eyes.pitch = Math.max(-PITCH, Math.min(PITCH, eyes.pitch + dy * share));
    steered();
  });
  hear(canvas, 'pointercancel', () => (dragged = -1));
  hear(canvas, 'pointerup', (event) => {
    if (dragged >= 0 && dragged < STEADY) goal = floorAt(event.offsetX, event.offsetY);
    dragged = -1;
    steered();
  });

  const move = (dx: number, dz: number): void => {
    eyes.x = Math.max(bounds[0] + RADIUS, Math.min(bounds[2] - RADIUS, eyes.x + dx));
    eyes.z = Math.max(bounds[1] + RADIUS, Math.min(bounds[3] - RADIUS, eyes.z + dz));
    for (const [x, z, cos, sin, length, thick] of walls) {
      const [ex, ez] = [eyes.x - x, eyes.z - z];
      const [along, across] = [ex * cos + ez * sin, ez * cos - ex * sin];
      const [a, b] = [length + RADIUS - Math.abs(along), thick + RADIUS - Math.abs(across)];
      if (a <= 0 || b <= 0) continue;
      const out = a < b ? Math.sign(along) * a : 0;
      const off = a < b ? 0 : Math.sign(across) * b;
      eyes.x += out * cos - off * sin;
      eyes.z += out * sin + off * cos;
    }
  };

  const stride = (time: number): void => {
    const asked = { ahead: 0, aside: 0, turn: 0 };
    for (const code of held) asked[AXES[code]![0]] += AXES[code]![1];
    eyes.heading += asked.turn * TURN * time;
    const reach = (fast ? RUN : WALK) * time;
    const [s, c] = turned(eyes.heading);
    if (held.size > 0) {
      move((s * asked.ahead + c * asked.aside) * reach, (s * asked.aside - c * asked.ahead) * reach);
    } else if (goal !== undefined) {
      const [dx, dz] = [goal[0] - eyes.x, goal[1] - eyes.z];
      const [left, { x, z }] = [Math.hypot(dx, dz), eyes];
      const share = Math.min(1, reach / left);
      move(dx * share, dz * share);
      // There, or held by a wall.
      if (left <= reach || Math.hypot(eyes.x - x, eyes.z - z) < reach / 9) goal = undefined;
    }
  };

  return {
    step: (seconds) => {
      for (let left = Math.min(seconds, LONGEST); left > 0; left -= STRIDE) {
        stride(Math.min(left, STRIDE));
      }
      return held.size > 0 || goal !== undefined;
    },
    stop: () => ears.abort(),
  };
}

function onScreen(element: HTMLElement): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0) >= height / 2;
}
