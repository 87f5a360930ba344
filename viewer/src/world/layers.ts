/** What is drawn apart from the rest: layers of three.js. */
import type { Layers, Object3D } from 'three';

/** Many like pieces, and people: they take most of the triangles, and a small picture of a hall
 * in its floor tells nothing of them. */
const MANY = 1;

/** Let a tile's object be one of many. */
export const countAsMany = (object: Object3D): void => object.layers.set(MANY);

/** Let a camera, or a ray, meet them or not. */
export function seeMany({ layers }: { readonly layers: Layers }, seen: boolean): void {
  if (seen) layers.enable(MANY);
  else layers.disable(MANY);
}
