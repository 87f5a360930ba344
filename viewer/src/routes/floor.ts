/** Ways over a hall's floor: along the aisles, off the walls, and never through a booth.
 *
 * Where there is room, a way keeps as far from booths and walls as a visitor would who passes
 * others; where that leads a long way round or nowhere, it goes wherever one fits. */
import { inside } from '../geometry';
import type { HallShard, ShardBooth, Spot } from '../manifest';
import { Collision, RADIUS } from '../walk/collision';
import { PathFinder } from '../walk/path';

/** Metres that a way keeps from what stands there, if it can. */
const ROOM = 0.9;
/** How far from a place a way with that room may begin or end. */
const ASIDE = 3;
/** How far before a side of a booth one stands, in metres. */
const BEFORE = 0.8;
/** A way with room is worth so many times the length of one without, and so many metres more. */
const WORTH = 1.15;
const SPARE = 4;

/** What of a shard is needed. */
export type FloorPlan = Pick<HallShard, 'bounds' | 'obstacles' | 'booths'>;

/** A way and its length; `spots` are its corners, the start and the end among them. */
export interface Way {
  readonly spots: readonly Spot[];
  readonly metres: number;
}

/** Looks for ways of one width. */
class Paths {
  readonly collision: Collision;
  private readonly finder: PathFinder;

  constructor(plan: FloorPlan, radius: number, open: readonly string[]) {
    const booths = plan.booths.filter(({ id }) => !open.includes(id));
    const blocked = [...plan.obstacles, ...booths.map(({ outline }) => outline)];
    this.collision = new Collision(plan.bounds, blocked, radius);
    this.finder = new PathFinder(this.collision);
  }

  /** The corners of a way between two free places, with both. It is looked for from its end: a
   * place that no way leads to is mostly a small one, and soon searched. */
  between(a: Spot, b: Spot): readonly Spot[] | undefined {
    const corners = this.finder.find(b[0], b[1], a[0], a[1]);
    return corners && [b, ...corners].reverse();
  }
}

export class Floor {
  private readonly tight: Paths;
  private roomy: Paths | undefined;

  constructor(private readonly plan: FloorPlan) {
    this.tight = new Paths(plan, RADIUS, []);
  }

  /** A way from one place to another; undefined where none leads there. Each place is taken to
   * be on the free floor next to it. One who stands in a booth finds the way out of it. */
  find(from: Spot, to: Spot): Way | undefined {
    const around = this.plan.booths.filter(({ outline }) => inside(outline, from[0], from[1]));
    if (around.length === 0) return this.over(this.tight, from, to);
    const open = around.map(({ id }) => id);
    return this.over(new Paths(this.plan, RADIUS, open), from, to);
  }

  /** A way to a booth: to where one sees it best, else to any side of it. */
  findBooth(from: Spot, booth: ShardBooth): Way | undefined {
    for (const spot of placesBefore(booth)) {
      const way = this.find(from, spot);
      if (way !== undefined) return way;
    }
    return undefined;
  }

  private over(tight: Paths, from: Spot, to: Spot): Way | undefined {
    const a = tight.collision.nearestFree(from[0], from[1]);
    const b = this.tight.collision.nearestFree(to[0], to[1], ASIDE);
    if (a === undefined || b === undefined) return undefined;
    const short = checked(tight, tight.between(a, b));
    if (short === undefined) return undefined;
    const wide = checked(tight, this.withRoom(tight, a, b));
    return wide && wide.metres <= short.metres * WORTH + SPARE ? wide : short;
  }

  /** Out to where there is room, on from there, and in at the end. */
  private withRoom(tight: Paths, a: Spot, b: Spot): readonly Spot[] | undefined {
    const roomy = (this.roomy ??= new Paths(this.plan, ROOM, []));
    const out = roomy.collision.nearestFree(a[0], a[1], ASIDE);
    const end = roomy.collision.nearestFree(b[0], b[1], ASIDE);
    if (out === undefined || end === undefined) return undefined;
    const parts = [tight.between(a, out), roomy.between(out, end), tight.between(end, b)];
    return parts.every((part) => part !== undefined) ? joined(parts) : undefined;
  }
}

/** Where to stand to see a booth, the best first: its own place, then before each side. Outlines
 * are clockwise seen from above, so out is to the left of an edge. */
function placesBefore({ view, outline }: ShardBooth): readonly Spot[] {
  const sides = outline.map((a, i): Spot => {
    const b = outline[(i + 1) % outline.length]!;
    const [dx, dz] = [b[0] - a[0], b[1] - a[1]];
    const out = BEFORE / (Math.hypot(dx, dz) || 1);
    return [(a[0] + b[0]) / 2 + dz * out, (a[1] + b[1]) / 2 - dx * out];
  });
  return [[view.x, view.z], ...sides];
}

/** The length of a line in metres. */
export function lengthOf(spots: readonly Spot[]): number {
  let metres = 0;
  for (let i = 1; i < spots.length; i++) metres += apart(spots[i - 1]!, spots[i]!);
  return metres;
}

export const apart = (a: Spot, b: Spot): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function joined(parts: readonly (readonly Spot[])[]): readonly Spot[] {
  const all = parts.flat();
  return all.filter((spot, i) => i === 0 || apart(spot, all[i - 1]!) > 1e-6);
}

/** The way, if one fits all along it: a grid's cells may lie on both sides of a wall. */
function checked({ collision }: Paths, spots: readonly Spot[] | undefined): Way | undefined {
  if (spots === undefined) return undefined;
  const fits = spots.every((b, i) => {
    const a = spots[i - 1] ?? b;
    return collision.clear(a[0], a[1], b[0], b[1]);
  });
  return fits ? { spots, metres: lengthOf(spots) } : undefined;
}
