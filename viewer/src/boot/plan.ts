/** Reads the plan that a page carries: `hallgen/site/boot_plan.py` writes it and says how. */

/** Metres of a step. */
const STEP = 0.05;

/** A corner in the scene: x, z in metres. */
export type Corner = readonly [number, number];

export interface Booth {
  readonly corners: readonly Corner[];
  /** Bit k is set where the side after corner k is a wall. */
  readonly closed: number;
  /** 0xrrggbb. */
  readonly color: number;
  /** Metres; 0 for bare floor. */
  readonly height: number;
}

export interface Plan {
  /** Min x, min z, max x, max z. */
  readonly bounds: readonly [number, number, number, number];
  readonly height: number;
  /** x, z, and degrees clockwise from north. */
  readonly start: readonly [number, number, number];
  readonly outline: readonly Corner[];
  readonly booths: readonly Booth[];
}

export function readPlan(text: string): Plan {
  let at = 1; // after the version
  const numbers = decode(text);
  const number = (): number => numbers[at++]!;
  const many = (count: number): number[] => numbers.slice(at, (at += count));
  const ring = (count: number, from: [number, number]): Corner[] =>
    Array.from({ length: count }, () => corner((from[0] += number()), (from[1] += number())));
  const [x, y, width, depth, height] = many(5) as [number, number, number, number, number];
  const [sx, sy, heading] = many(3) as [number, number, number];
  const colors = many(number());
  const outline = ring(number(), [0, 0]);
  const count = number();
  const [counts, paints, heights, closed, dx, dy] = [0, 0, 0, 0, 0, 0].map(() => many(count)) as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const rectangles = counts.filter((corners) => corners === 0).length;
  const [widths, depths] = [many(rectangles), many(rectangles)];
  let [left, low, k] = [0, 0, 0];
  const booths = counts.map((corners, n): Booth => {
    left += dx[n]!;
    low += dy[n]!;
    let points: Corner[];
    if (corners > 0) points = [corner(left, low), ...ring(corners - 1, [left, low])];
    else {
      const [right, high] = [left + widths[k]!, low + depths[k++]!];
      points = [corner(left, low), corner(right, low), corner(right, high), corner(left, high)];
    }
    return {
      corners: points,
      closed: closed[n]!,
      color: colors[paints[n]!]!,
      height: heights[n]! * STEP,
    };
  });
  return {
    bounds: [x * STEP, -(y + depth) * STEP, (x + width) * STEP, -y * STEP],
    height: height * STEP,
    start: [...corner(sx, sy), heading],
    outline,
    booths,
  };
}

/** A point of the plan in the scene, whose z runs down the plan. */
const corner = (x: number, y: number): Corner => [x * STEP, -y * STEP];

function decode(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) - 63;
    value |= (code & 31) << shift;
    shift += 5;
    if (code < 32) {
      numbers.push(value & 1 ? ~(value >> 1) : value >> 1);
      value = shift = 0;
    }
  }
  return numbers;
}
