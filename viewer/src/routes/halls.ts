/** Through which doors one gets from hall to hall: the fewest metres on foot (Dijkstra 1959). */
import type { ManifestDoor, ManifestHall } from '../manifest';

/** A way through halls: the doors in their order, and all its metres. */
export interface Passages {
  readonly doors: readonly ManifestDoor[];
  readonly metres: number;
}

/** The doors on the way from one hall to another; undefined where none lead there.
 *
 * `out` tells how far it is from the start to a door of the first hall, and `home` from behind a
 * door into the last hall to the goal: undefined where no way leads there. */
export function throughDoors(
  halls: readonly ManifestHall[],
  from: string,
  to: string,
  out: (door: ManifestDoor) => number | undefined,
  home: (door: ManifestDoor) => number | undefined,
): Passages | undefined {
  const doorsOf = new Map(halls.map(({ id, doors }) => [id, doors]));
  const steps = (
    before: Passages,
    hall: string,
    length: (door: ManifestDoor) => number | undefined,
  ): Passages[] =>
    (doorsOf.get(hall) ?? []).flatMap((door) => {
      const metres = length(door);
      if (metres === undefined) return [];
      return [{ doors: [...before.doors, door], metres: before.metres + metres }];
    });
  const waiting = steps({ doors: [], metres: 0 }, from, out);
  const done = new Set<ManifestDoor>();
  let best: Passages | undefined;
  for (let at = nearest(waiting); at !== undefined; at = nearest(waiting)) {
    if (best !== undefined && at.metres >= best.metres) break;
    const last = at.doors.at(-1)!;
    if (done.has(last)) continue;
    done.add(last);
    const metres = last.leads === to ? home(last) : undefined;
    const whole = at.metres + (metres ?? Infinity);
    if (whole < (best?.metres ?? Infinity)) best = { doors: at.doors, metres: whole };
    waiting.push(...steps(at, last.leads, ({ gate }) => last.onward[gate]));
  }
  return best;
}

/** Takes the shortest out of those that wait. */
function nearest(waiting: Passages[]): Passages | undefined {
  waiting.sort((a, b) => b.metres - a.metres);
  return waiting.pop();
}
