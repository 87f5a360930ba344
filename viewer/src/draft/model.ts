/** What is drawn on a hall's plan, and every change that a person makes to it: pure functions, so
 * that undoing is going back to what was.
 *
 * Coordinates are those of the sheet: the drawing's own units, y down. `scale` is metres a unit. */

export type Point = readonly [number, number];
export type Ring = readonly Point[];

export const KINDS = ['booth', 'gate', 'outline', 'wall', 'column', 'area'] as const;
export type Kind = (typeof KINDS)[number];

/** A thing on the plan. `rings` are its outline and its holes; of a gate the two ends of a line. */
export interface Thing {
  readonly id: number;
  readonly kind: Kind;
  readonly rings: readonly Ring[];
  readonly number: string;
  readonly name: string;
  readonly zone: string;
  readonly sort: string;
}

export interface Plan {
  readonly name: string;
  readonly scale: number;
  readonly things: readonly Thing[];
}

/** A new thing of a kind, with the next id of a plan. */
export function added(plan: Plan, kind: Kind, ring: Ring, number = ''): [Plan, Thing] {
  const id = Math.max(0, ...plan.things.map((one) => one.id)) + 1;
  const thing: Thing = { id, kind, rings: [ring], number, name: '', zone: '', sort: '' };
  return [{ ...plan, things: [...plan.things, thing] }, thing];
}

/** The plan with some things changed, each by itself. */
export function changed(
  plan: Plan,
  ids: ReadonlySet<number>,
  change: (thing: Thing) => Thing,
): Plan {
  return { ...plan, things: plan.things.map((one) => (ids.has(one.id) ? change(one) : one)) };
}

export function moved(plan: Plan, ids: ReadonlySet<number>, dx: number, dy: number): Plan {
  return changed(plan, ids, (thing) => ({
    ...thing,
    rings: thing.rings.map((ring) => ring.map(([x, y]): Point => [x + dx, y + dy])),
  }));
}

/** A corner of a thing put elsewhere. */
export function bent(plan: Plan, id: number, ring: number, corner: number, to: Point): Plan {
  return changed(plan, new Set([id]), (thing) => ({
    ...thing,
    rings: thing.rings.map((one, at) =>
      at === ring ? one.map((point, i) => (i === corner ? to : point)) : one,
    ),
  }));
}

export function removed(plan: Plan, ids: ReadonlySet<number>): Plan {
  return { ...plan, things: plan.things.filter((one) => !ids.has(one.id)) };
}

/** One thing in the place of several: the first of them with another outline. */
export function merged(plan: Plan, ids: ReadonlySet<number>, rings: readonly Ring[]): Plan {
  const first = plan.things.find((one) => ids.has(one.id));
  if (first === undefined) return plan;
  const things = plan.things.filter((one) => one.id === first.id || !ids.has(one.id));
  return changed({ ...plan, things }, new Set([first.id]), (thing) => ({ ...thing, rings }));
}

/** Several things in the place of one: the first keeps its number, the others get free ones. */
export function split(plan: Plan, id: number, parts: readonly (readonly Ring[])[]): Plan {
  const whole = plan.things.find((one) => one.id === id);
  if (whole === undefined || parts.length < 2) return plan;
  let next = Math.max(...plan.things.map((one) => one.id)) + 1;
  const numbers = new Set(plan.things.map((one) => one.number));
  const pieces = parts.map((rings, at): Thing => {
    if (at === 0) return { ...whole, rings };
    const number = whole.number && freeNumber(whole.number, numbers);
    numbers.add(number);
    return { ...whole, id: next++, rings, number, name: '' };
  });
  return { ...plan, things: plan.things.flatMap((one) => (one.id === id ? pieces : [one])) };
}

/** A number like this one that no thing has: "A12-2" beside "A12". */
export function freeNumber(number: string, taken: ReadonlySet<string>): string {
  let at = 2;
  while (taken.has(`${number}-${at}`)) at += 1;
  return `${number}-${at}`;
}

/** The number after this one, as rows are numbered: "A09" is followed by "A10". */
export function nextNumber(number: string): string {
  return number.replace(/\d+(?!.*\d)/, (digits) =>
    String(Number(digits) + 1).padStart(digits.length, '0'),
  );
}

/** Things numbered one after the other, beginning with a number, in the order they are given. */
export function numbered(plan: Plan, ids: readonly number[], first: string): Plan {
  const numbers = new Map<number, string>();
  let number = first;
  for (const id of ids) {
    numbers.set(id, number);
    number = nextNumber(number);
  }
  return changed(plan, new Set(ids), (one) => ({ ...one, number: numbers.get(one.id)! }));
}

/** The scale at which two points of the sheet are so many metres apart; undefined where they are
 * one, or the distance is none. */
export function scaleBy(first: Point, second: Point, metres: number): number | undefined {
  const units = Math.hypot(second[0] - first[0], second[1] - first[1]);
  return units > 0 && metres > 0 && Number.isFinite(metres) ? metres / units : undefined;
}

/** Numbers that more than one booth bears, in order. */
export function repeated(plan: Plan): string[] {
  const counts = new Map<string, number>();
  for (const { kind, number } of plan.things) {
    if (kind === 'booth' && number) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([number]) => number);
}

export function bounds(rings: readonly Ring[]): { x: number; y: number; w: number; h: number } {
  const xs = rings.flatMap((ring) => ring.map(([x]) => x));
  const ys = rings.flatMap((ring) => ring.map(([, y]) => y));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

/** The area of an outline less its holes, in square metres. */
export function area(thing: Thing, scale: number): number {
  const [outer = 0, ...holes] = thing.rings.map(shoelace);
  return (outer - holes.reduce((sum, one) => sum + one, 0)) * scale * scale;
}

function shoelace(ring: Ring): number {
  const twice = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** A point drawn to the nearest corner or side of other things, where one is within `reach`. */
export function snapped(point: Point, things: readonly Thing[], reach: number): Point {
  let best = point;
  let least = reach;
  const corners = things.flatMap((one) => one.rings.flat());
  for (const corner of corners) {
    const distance = Math.hypot(corner[0] - point[0], corner[1] - point[1]);
    if (distance < least) [best, least] = [corner, distance];
  }
  if (best !== point) return best;
  // No corner is near: each axis by itself is drawn to those of the corners, so that sides align.
  const near = (value: number, axis: 0 | 1): number => {
    let found = value;
    let by = reach;
    for (const corner of corners) {
      const off = Math.abs(corner[axis] - value);
      if (off < by) [found, by] = [corner[axis], off];
    }
    return found;
  };
  return [near(point[0], 0), near(point[1], 1)];
}

/** Rectangles are drawn from one corner to the other. */
export function rectangle(from: Point, to: Point): Ring {
  return [from, [to[0], from[1]], to, [from[0], to[1]]];
}
