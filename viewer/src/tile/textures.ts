/** The textures of three.js's objects. */
import { Mesh, type Object3D, type Texture } from 'three';

/** All textures of an object's materials, each once. */
export function texturesOf(scene: Object3D): Set<Texture> {
  const textures = new Set<Texture>();
  scene.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    for (const material of [object.material].flat() as object[]) {
      for (const value of Object.values(material) as unknown[]) {
        if ((value as Texture | null)?.isTexture) textures.add(value as Texture);
      }
    }
  });
  return textures;
}
