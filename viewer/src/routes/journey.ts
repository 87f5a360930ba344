/** A way from a place of the fair to another, over as many halls as it takes. */
import type { ManifestDoor, ManifestHall, ShardBooth, Spot } from '../manifest';
import { Floor, type FloorPlan, type Way } from './floor';
import { throughDoors } from './halls';

/** A place of the fair. */
export interface Place {
  readonly hall: string;
  readonly spot: Spot;
}

/** Where a journey leads. */
export interface Goal {
  readonly hall: string;
  readonly booth: ShardBooth;
}

/** The part of a journey in one hall. `way` is known where its floor was needed; `door` leads on
 * to the next hall, and is undefined in the last. */
export interface Stretch {
  readonly hall: string;
  readonly metres: number;
  readonly from: Spot;
  readonly to: Spot;
  readonly way: Way | undefined;
  readonly door: ManifestDoor | undefined;
}

export interface Journey {
  readonly stretches: readonly Stretch[];
  readonly metres: number;
}

/** What is known of the fair. `halls` are asked for only where a way leads out of its hall. */
export interface FairFloors {
  readonly floor: (hall: string) => Promise<Floor>;
  readonly halls: () => Promise<readonly ManifestHall[]>;
}

/** A short way; undefined where none leads there. It needs the floors of the first and the last
 * hall alone. Rejects where one of them, or fair.json, does not come. */
export async function planJourney(
  from: Place,
  to: Goal,
  fair: FairFloors,
): Promise<Journey | undefined> {
  const first = await fair.floor(from.hall);
  if (from.hall === to.hall) {
    const way = first.findBooth(from.spot, to.booth);
    if (way !== undefined) {
      return { stretches: [stretch(from.hall, way, undefined)], metres: way.metres };
    }
  }
  const halls = await fair.halls();
  const last = await fair.floor(to.hall);
  const outward = remembering((door: ManifestDoor) => first.find(from.spot, door.position));
  const homeward = remembering((door: ManifestDoor) => last.findBooth(door.at, to.booth));
  const found = throughDoors(
    halls,
    from.hall,
    to.hall,
    (door) => outward(door)?.metres,
    (door) => homeward(door)?.metres,
  );
  if (found === undefined) return undefined;
  const { doors, metres } = found;
  const [leave, arrive] = [doors[0]!, doors.at(-1)!];
  const between = doors.slice(1).map((door, i) => through(doors[i]!, door));
  return {
    metres,
    stretches: [
      stretch(from.hall, outward(leave)!, leave),
      ...between,
      stretch(to.hall, homeward(arrive)!, undefined),
    ],
  };
}

/** A stretch whose way is known. */
const stretch = (hall: string, way: Way, door: ManifestDoor | undefined): Stretch => ({
  hall,
  metres: way.metres,
  from: way.spots[0]!,
  to: way.spots.at(-1)!,
  way,
  door,
});

/** From behind one door to the next. */
const through = (before: ManifestDoor, door: ManifestDoor): Stretch => ({
  hall: before.leads,
  metres: before.onward[door.gate]!,
  from: before.at,
  to: door.position,
  way: undefined,
  door,
});

/** The floors of halls, each made once from what `plan` brings. */
export function floorsOf(plan: (hall: string) => Promise<FloorPlan>): FairFloors['floor'] {
  const made = new Map<string, Promise<Floor>>();
  return (hall) => {
    const known = made.get(hall) ?? plan(hall).then((shard) => new Floor(shard));
    made.set(hall, known);
    // What did not come is asked for again.
    known.catch(() => made.delete(hall));
    return known;
  };
}

/** Answers to the same question are found once. */
function remembering<Question, Answer>(
  ask: (question: Question) => Answer,
): (question: Question) => Answer {
  const known = new Map<Question, Answer>();
  return (question) => {
    if (!known.has(question)) known.set(question, ask(question));
    return known.get(question) as Answer;
  };
}
