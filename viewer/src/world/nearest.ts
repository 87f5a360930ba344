/** Which of several things a visitor sees from near. */
import { Frustum, Matrix4, type PerspectiveCamera, type Sphere, Vector3 } from 'three';

/** The things in view within some metres, the nearest first. Frames make no garbage here while
 * nothing is near. */
export class Sight<T extends { readonly sphere: Sphere }> {
  /** What was seen last. */
  readonly found: T[] = [];
  private readonly frustum = new Frustum();
  private readonly view = new Matrix4();
  private readonly eyes = new Vector3();

  /** `reach` is in metres; `shows` tells what else a thing has to be, seen from the eyes. */
  constructor(
    private readonly reach: number,
    private readonly shows: (thing: T, eyes: Vector3) => boolean,
  ) {}

  /** Look for at most `most` things. */
  look(things: Iterable<T>, camera: PerspectiveCamera, most: number): readonly T[] {
    const { found, frustum, view, eyes } = this;
    view.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    frustum.setFromProjectionMatrix(view);
    eyes.copy(camera.position);
    found.length = 0;
    for (const thing of things) {
      if (!this.shows(thing, eyes)) continue;
      if (thing.sphere.center.distanceTo(eyes) > this.reach) continue;
      if (frustum.intersectsSphere(thing.sphere)) found.push(thing);
    }
    if (found.length > 1) found.sort(this.byDistance);
    if (found.length > most) found.length = most;
    return found;
  }

  /** See nothing any more. */
  forget(): void {
    this.found.length = 0;
  }

  private readonly byDistance = (a: T, b: T): number =>
    a.sphere.center.distanceTo(this.eyes) - b.sphere.center.distanceTo(this.eyes);
}
