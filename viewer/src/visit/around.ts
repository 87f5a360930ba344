/** What is around a visitor: the booths in view in walking order, and what is near on which side.
 * Pure: for those who cannot see the picture. Metres and degrees. */
import {
  direction,
  headingOf,
  inside,
  nearestOnRing,
  rayToRing,
  ringDistance,
  turn,
} from '../geometry';
import type { Pose, ShardBooth, Spot } from '../manifest';

/** How far a booth is in view, and how far to either side of where the eyes look. */
const SIGHT = 30;
const HALF_FIELD = 50;

/** How far a booth is near, and how many of those are told. */
const NEAR = 8;
const TOLD = 3;

/** What is hidden by this little is not hidden. */
const SLACK = 0.25;

export type Side = 'here' | 'ahead' | 'left' | 'right' | 'behind';

export interface Neighbour {
  readonly booth: ShardBooth;
  readonly side: Side;
}

/** The nearest booths and where they are, the nearest first. */
export function neighbours(booths: readonly ShardBooth[], eyes: Pose): Neighbour[] {
  return booths
    .map((booth) => ({ booth, far: ringDistance(booth.outline, eyes.x, eyes.z) }))
    .filter(({ far }) => far <= NEAR)
    .sort((a, b) => a.far - b.far)
    .slice(0, TOLD)
    .map(({ booth }) => ({ booth, side: sideOf(booth, eyes) }));
}

/** The booths that the eyes could see from where they are, in the order in which one would walk by. */
export function boothsInView(booths: readonly ShardBooth[], eyes: Pose): ShardBooth[] {
  const within = booths.filter(
    ({ outline }) => ringDistance(outline, eyes.x, eyes.z) <= SIGHT,
  );
  const seen = within.filter((booth) => isSeen(booth, within, eyes));
  return walkingOrder([eyes.x, eyes.z], seen);
}

/** The order in which one passes where booths are looked at: always the nearest of those left. */
export function walkingOrder(from: Spot, booths: readonly ShardBooth[]): ShardBooth[] {
  const left = [...booths];
  const order: ShardBooth[] = [];
  let [x, z] = from;
  while (left.length > 0) {
    const far = left.map(({ view }) => Math.hypot(view.x - x, view.z - z));
    const [next] = left.splice(far.indexOf(Math.min(...far)), 1);
    order.push(next!);
    ({ x, z } = next!.view);
  }
  return order;
}

/** Whether something of a booth is before the eyes, and no other booth before it. */
function isSeen(booth: ShardBooth, others: readonly ShardBooth[], eyes: Pose): boolean {
  const { outline, view } = booth;
  if (inside(outline, eyes.x, eyes.z)) return true;
  const points = [nearestOnRing(outline, eyes.x, eyes.z), ...outline, [view.x, view.z] as const];
  return points.some(([x, z]) => {
    const far = Math.hypot(x - eyes.x, z - eyes.z);
    const heading = headingOf(x - eyes.x, z - eyes.z);
    if (Math.abs(turn(eyes.heading, heading)) > HALF_FIELD) return false;
    const [dx, dz] = direction(heading);
    return others.every(
      (other) =>
        other === booth || rayToRing(other.outline, eyes.x, eyes.z, dx, dz) > far - SLACK,
    );
  });
}

function sideOf({ outline }: ShardBooth, eyes: Pose): Side {
  if (inside(outline, eyes.x, eyes.z)) return 'here';
  const [x, z] = nearestOnRing(outline, eyes.x, eyes.z);
  const off = turn(eyes.heading, headingOf(x - eyes.x, z - eyes.z));
  if (Math.abs(off) <= 45) return 'ahead';
  if (Math.abs(off) > 135) return 'behind';
  return off > 0 ? 'right' : 'left';
}
