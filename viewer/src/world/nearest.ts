/** Which of several things a visitor sees from near. */
import type { Frustum, Sphere, Vector3 } from 'three';

/** A view, how far it reaches in metres, how many things count, and what else they have to be. */
export interface Sight<T> {
  readonly eyes: Vector3;
  readonly frustum: Pick<Frustum, 'intersectsSphere'>;
  readonly reach: number;
  readonly most: number;
  readonly shows: (thing: T, eyes: Vector3) => boolean;
}

/** The nearest things in view, in `found`, which is emptied first: frames make no garbage. */
export function nearestInView<T extends { readonly sphere: Sphere }>(
  things: Iterable<T>,
  { eyes, frustum, reach, most, shows }: Sight<T>,
  found: T[],
): T[] {
  found.length = 0;
  for (const thing of things) {
    if (!shows(thing, eyes)) continue;
    if (thing.sphere.center.distanceTo(eyes) > reach) continue;
    if (frustum.intersectsSphere(thing.sphere)) found.push(thing);
  }
  if (found.length > 1) {
    found.sort((a, b) => a.sphere.center.distanceTo(eyes) - b.sphere.center.distanceTo(eyes));
  }
  if (found.length > most) found.length = most;
  return found;
}
