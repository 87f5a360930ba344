/** The best order to see booths of several halls in: hall after hall as the fair has them, and in
 * each the shortest walk. */
import type { ShardBooth, Spot } from '../manifest';
import { walkOrder } from './field';
import type { FairFiles } from './files';
import { type Goal, planJourney } from './journey';

/** A stop of a walk, and how far it is to it from the one before. */
export interface WalkStop extends Goal {
  readonly metres: number;
}

export interface OrderedWalk {
  /** Where one begins. */
  readonly hall: string;
  readonly stops: readonly WalkStop[];
  readonly metres: number;
  /** Ids of booths that no way leads to, or that the fair has not. */
  readonly without: readonly string[];
}

/** A walk to booths by their ids. Rejects where a file of the fair does not come. */
export async function orderedWalk(
  booths: readonly string[],
  files: FairFiles,
): Promise<OrderedWalk | undefined> {
  const known = (await files.manifest()).booths;
  const halls = (await files.halls()).filter(({ id }) => booths.some((one) => known[one] === id));
  const without = booths.filter((one) => known[one] === undefined);
  const stops: WalkStop[] = [];
  let from: { readonly hall: string; readonly spot: Spot } | undefined;
  for (const { id: hall } of halls) {
    const shard = await files.shard(hall);
    const here = booths.flatMap((id) => shard.booths.find((booth) => booth.id === id) ?? []);
    const outside = shard.gates.find(({ leads }) => leads === null)?.position;
    const entry: Spot = outside ?? [shard.start.x, shard.start.z];
    from ??= { hall, spot: entry };
    const begin = from.hall === hall ? from.spot : await doorInto(from.hall, hall, files, entry);
    for (const at of walkOrder(shard, begin, here.map(spotOf))) {
      const goal = { hall, booth: here[at]! };
      const journey = await planJourney(from, goal, files);
      if (journey === undefined) without.push(goal.booth.id);
      else {
        stops.push({ ...goal, metres: journey.metres });
        from = { hall, spot: spotOf(goal.booth) };
      }
    }
  }
  const first = stops[0];
  if (first === undefined) return undefined;
  const metres = stops.reduce((sum, stop) => sum + stop.metres, 0);
  return { hall: halls[0]!.id, stops, metres, without };
}

const spotOf = ({ view }: ShardBooth): Spot => [view.x, view.z];

/** Where one comes into a hall from another, where a door leads from one to the other. */
async function doorInto(from: string, to: string, files: FairFiles, entry: Spot): Promise<Spot> {
  const doors = (await files.halls()).find(({ id }) => id === from)?.doors ?? [];
  return doors.find(({ leads }) => leads === to)?.at ?? entry;
}
