/** What is drawn apart from the rest: layers of three.js. */
import type { Camera, Object3D } from 'three';

/** Many like pieces, and people: they take most of the triangles, and a small picture of a hall
 * in its floor tells nothing of them. */
const MANY = 1;

/** Let a tile's object be one of many. */
export const countAsMany = (object: Object3D): void => object.layers.set(MANY);

/** Let a camera see them, or not. */
export function seeMany(camera: Camera, seen: boolean): void {
  if (seen) camera.layers.enable(MANY);
  else camera.layers.disable(MANY);
}
