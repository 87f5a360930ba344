/** Plane geometry on the hall's floor: metres, x to the right, z down the plan. */
import type { Pose, Spot } from './manifest';

export const RADIANS = Math.PI / 180;

/** Whether a point lies inside a ring (even-odd rule; the ring need not be closed). */
export function inside(ring: readonly Spot[], x: number, z: number): boolean {
  let within = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, az] = ring[i]!;
    const [bx, bz] = ring[j]!;
    if (az > z !== bz > z && x < ((bx - ax) * (z - az)) / (bz - az) + ax) within = !within;
  }
  return within;
}

/** How far along the segment from a by (dx, dz) the point is that is nearest to (x, z): 0 to 1. */
function shareAlong(
  x: number,
  z: number,
  ax: number,
  az: number,
  dx: number,
  dz: number,
): number {
  const length = dx * dx + dz * dz;
  return length > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (z - az) * dz) / length)) : 0;
}

/** Squared distance in m² from a point to the segment from a to b. */
export function segmentDistanceSquared(
  x: number,
  z: number,
  ax: number,
  az: number,
  bx: number,
  bz: number,
): number {
  const dx = bx - ax;
  const dz = bz - az;
  const t = shareAlong(x, z, ax, az, dx, dz);
  const ex = ax + t * dx - x;
  const ez = az + t * dz - z;
  return ex * ex + ez * ez;
}

/** Distance in metres from a point to a ring's area: 0 inside. */
export function ringDistance(ring: readonly Spot[], x: number, z: number): number {
  if (inside(ring, x, z)) return 0;
  let nearest = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, az] = ring[i]!;
    const [bx, bz] = ring[j]!;
    nearest = Math.min(nearest, segmentDistanceSquared(x, z, ax, az, bx, bz));
  }
  return Math.sqrt(nearest);
}

/** The point of a ring's edge that is nearest to a point. */
export function nearestOnRing(ring: readonly Spot[], x: number, z: number): Spot {
  let [found, nearest]: [Spot, number] = [[x, z], Infinity];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, az] = ring[j]!;
    const [dx, dz] = [ring[i]![0] - ax, ring[i]![1] - az];
    const t = shareAlong(x, z, ax, az, dx, dz);
    const far = Math.hypot(ax + t * dx - x, az + t * dz - z);
    if (far < nearest) [found, nearest] = [[ax + t * dx, az + t * dz], far];
  }
  return found;
}

/** How far in metres a ray (a unit direction) goes until it meets the ring's edge; Infinity
 * where it misses. */
export function rayToRing(
  ring: readonly Spot[],
  x: number,
  z: number,
  dx: number,
  dz: number,
): number {
  let nearest = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, az] = ring[j]!;
    const [bx, bz] = ring[i]!;
    const ex = bx - ax;
    const ez = bz - az;
    const cross = dx * ez - dz * ex;
    if (Math.abs(cross) < 1e-12) continue;
    const along = ((ax - x) * ez - (az - z) * ex) / cross;
    const share = ((ax - x) * dz - (az - z) * dx) / cross;
    if (along >= 0 && share >= 0 && share <= 1 && along < nearest) nearest = along;
  }
  return nearest;
}

/** A heading brought into [0, 360). */
export const wrapHeading = (degrees: number): number => ((degrees % 360) + 360) % 360;

/** The shortest turn from one heading to another, in (-180, 180] degrees. */
export function turn(from: number, to: number): number {
  const difference = wrapHeading(to - from);
  return difference > 180 ? difference - 360 : difference;
}

/** The heading in degrees, clockwise from north (-z), of a direction on the floor. */
export const headingOf = (dx: number, dz: number): number =>
  wrapHeading(Math.atan2(dx, -dz) / RADIANS);

/** The unit direction on the floor that a heading looks in, as [dx, dz]. */
export function direction(heading: number): Spot {
  return [Math.sin(heading * RADIANS), -Math.cos(heading * RADIANS)];
}

export const samePose = (a: Pose, b: Pose): boolean =>
  a.x === b.x && a.y === b.y && a.z === b.z && a.heading === b.heading && a.pitch === b.pitch;
