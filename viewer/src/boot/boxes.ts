/** A plan as boxes, which are all that the boot renderer draws. */
import type { Corner, Plan } from './plan';

/** Numbers a box: x, z, low, height; length, thickness, cosine, sine; red, green, blue, glow. */
export const NUMBERS = 12;

/** Sides that nobody walks through: x, z, cosine, sine, half length and half thickness. */
export type Wall = readonly [number, number, number, number, number, number];

export interface Boxes {
  readonly numbers: Float32Array;
  readonly walls: readonly Wall[];
}

const PANEL = 0xf2f3f3;
const FLOOR = 0xa6aaad;
const WALL = 0xd3d8dc;
const ROOF = 0x9ba2a8;
const LAMP = 0xffffff;

/** Metres: how thick panels are, how high a fascia and a platform, how far lamps are apart. */
const THICK = 0.06;
const FASCIA = 0.35;
const PLATFORM = 0.08;
const LAMPS = 9;
/** How high the walls of a hall without a roof are. */
const LOW = 1.2;

/** Whether a hall is seen from inside, or from above: without a roof, its walls low. */
export type Cover = 'roofed' | 'open';

/** `at` is where the middle of the hall stands; undefined where its plan has it. */
export function boxesOf(plan: Plan, at?: Corner, cover: Cover = 'roofed'): Boxes {
  const numbers: number[] = [];
  const walls: Wall[] = [];
  const [x0, z0, x1, z1] = plan.bounds;
  const middle: Corner = [(x0 + x1) / 2, (z0 + z1) / 2];
  const [mx, mz] = at ? [at[0] - middle[0], at[1] - middle[1]] : [0, 0];
  const box = (
    [x, z]: Corner,
    [length, cos, sin]: readonly [number, number, number],
    thick: number,
    [low, high]: Corner,
    color: number,
    glow = 0,
  ): void => {
    const shades = [color >> 16, (color >> 8) & 255, color & 255].map((part) => part / 255);
    numbers.push(x + mx, z + mz, low, high - low, length, thick, cos, sin, ...shades, glow);
    if (low < 1 && high > 1) walls.push([x, z, cos, sin, length / 2, thick / 2]);
  };
  const along = [x1 - x0, 1, 0] as const;
  const top = cover === 'roofed' ? plan.height : LOW;
  box(middle, along, z1 - z0, [-0.1, 0], FLOOR);
  if (cover === 'roofed') {
    box(middle, along, z1 - z0, [top, top + 0.3], ROOF);
    for (let z = z0 + LAMPS / 2; z < z1; z += LAMPS) {
      box([middle[0], z], along, 0.3, [top - 0.6, top - 0.5], LAMP, 1);
    }
  }
  for (const [a, b] of sides(plan.outline)) box(mid(a, b), run(a, b), 0.3, [0, top], WALL);
  for (const { corners, closed, color, height } of plan.booths) {
    const xs = corners.map(([x]) => x);
    const zs = corners.map(([, z]) => z);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [far, near] = [Math.min(...zs), Math.max(...zs)];
    const size = [right - left, near - far] as const;
    const centre: Corner = [(left + right) / 2, (far + near) / 2];
    box(centre, [size[0] - THICK, 1, 0], size[1] - THICK, [0, PLATFORM], pale(color));
    if (height === 0) continue;
    if (closed === 0) {
      const core = [size[0] / 3, 1, 0] as const;
      box(centre, core, size[1] / 3, [0, height], PANEL);
      box(centre, core, size[1] / 3, [height, height + 1], color);
    }
    sides(corners).forEach(([a, b], k) => {
      const wall = (closed >> k) & 1;
      if (wall) box(mid(a, b), run(a, b), THICK, [0, height], PANEL);
      box(mid(a, b), run(a, b), THICK + 0.02, [height - FASCIA, height + 0.01], color);
    });
  }
  return { numbers: new Float32Array(numbers), walls };
}

const sides = (ring: readonly Corner[]): [Corner, Corner][] =>
  ring.map((corner, k) => [corner, ring[(k + 1) % ring.length]!]);

const mid = (a: Corner, b: Corner): Corner => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** How long a side is, and where it runs. */
function run(a: Corner, b: Corner): [number, number, number] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  return [length, (b[0] - a[0]) / length, (b[1] - a[1]) / length];
}

/** A colour half way to white. */
const pale = (color: number): number => ((color >> 1) & 0x7f7f7f) + 0x7f7f7f;
