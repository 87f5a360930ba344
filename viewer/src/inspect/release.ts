/** What goes with what is not shown any more. */
import type { Mesh, Object3D } from 'three';

/** Give back what an object holds on the GPU. */
export function release(object: Object3D): void {
  const mesh = object as Partial<Mesh>;
  mesh.geometry?.dispose();
  for (const material of [mesh.material ?? []].flat()) {
    for (const value of Object.values(material) as unknown[]) {
      if (isTexture(value)) value.dispose();
    }
    material.dispose();
  }
}

function isTexture(value: unknown): value is { dispose(): void } {
  return typeof value === 'object' && value !== null && 'isTexture' in value;
}
