/** A product's model as it was loaded, and its motion. */
import { type AnimationClip, AnimationMixer, type Mesh, type Object3D } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { fetchPacked } from '../network/fetching';

export interface Model {
  readonly object: Object3D;
  readonly motion: Motion | undefined;
}

/** Load a GLB with packed arrays and WebP pictures. */
export async function loadModel(address: string): Promise<Model> {
  const loader = new GLTFLoader();
  loader.setMeshoptDecoder(MeshoptDecoder);
  const { content } = await fetchPacked(address);
  const gltf = await loader.parseAsync(content, '');
  gltf.scene.traverse((object) => {
    const mesh = object as Partial<Mesh>;
    if (mesh.isMesh !== true) return;
    const [material] = [mesh.material ?? []].flat();
    object.castShadow = object.receiveShadow = material?.transparent !== true;
  });
  const motion =
    gltf.animations.length > 0 ? new Motion(gltf.scene, gltf.animations) : undefined;
  return { object: gltf.scene, motion };
}

/** All animations of a model at once, over and over. */
export class Motion {
  playing = false;
  private readonly mixer: AnimationMixer;

  constructor(object: Object3D, clips: readonly AnimationClip[]) {
    this.mixer = new AnimationMixer(object);
    for (const clip of clips) this.mixer.clipAction(clip).play();
    this.mixer.update(0);
  }

  step(seconds: number): void {
    if (this.playing) this.mixer.update(seconds);
  }
}
