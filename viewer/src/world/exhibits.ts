/** Models that move: the nearest ones that the visitor sees, and no more than needed. */
import {
  AnimationMixer,
  Box3,
  type Object3D,
  type PerspectiveCamera,
  Sphere,
} from 'three';
import type { GLTF, GLTFLoaderPlugin } from 'three/addons/loaders/GLTFLoader.js';
import { Sight } from './nearest';

/** Metres within which a model moves, and how many do at once. */
const NEAR = 9;
const MOST = 2;

/** Seconds between two pictures of what moves. */
const PAUSE = 1 / 24;

/** GLTFLoader plugin: keeps a file's animations with its scene. */
export class Animations implements GLTFLoaderPlugin {
  readonly name = 'HALLGEN_animations';

  afterRoot({ scene, animations }: GLTF): null {
    scene.animations = animations;
    return null;
  }
}

interface Moving {
  readonly model: Object3D;
  readonly mixer: AnimationMixer;
  readonly sphere: Sphere;
}

export class Exhibits {
  private readonly known = new Map<Object3D, Moving>();
  private readonly sight = new Sight<Moving>(NEAR, stands);
  private timer: number | undefined;
  private last = 0;

  /** `calm` tells whether the visitor asked for less motion; `changed` draws another picture. */
  constructor(
    private readonly calm: () => boolean,
    private readonly changed: () => void,
  ) {}

  /** How many models move now. */
  get moving(): number {
    return this.sight.found.length;
  }

  /** A model came. */
  add(model: Object3D): void {
    if (model.animations.length === 0) return;
    const mixer = new AnimationMixer(model);
    for (const clip of model.animations) mixer.clipAction(clip).play();
    this.known.set(model, { model, mixer, sphere: new Sphere() });
  }

  /** A model is gone. */
  remove(model: Object3D): void {
    const gone = this.known.get(model);
    if (gone === undefined) return;
    gone.mixer.stopAllAction();
    this.known.delete(model);
    const { found } = this.sight;
    if (found.includes(gone)) found.splice(found.indexOf(gone), 1);
  }

  /** Move what this camera sees from near, and nothing else. */
  follow(camera: PerspectiveCamera): void {
    if (this.known.size === 0) return this.rest();
    const shown = this.sight.look(this.known.values(), camera, this.calm() ? 0 : MOST);
    if (shown.length === 0) this.rest();
    else if (this.timer === undefined) {
      this.last = performance.now();
      this.timer = window.setInterval(this.tick, PAUSE * 1000);
    }
  }

  /** Nothing moves any more. */
  rest(): void {
    window.clearInterval(this.timer);
    this.timer = undefined;
    this.sight.forget();
  }

  private readonly tick = (): void => {
    const now = performance.now();
    const seconds = (now - this.last) / 1000;
    this.last = now;
    // A page in the background draws nothing.
    if (document.hidden) return;
    for (const { model, mixer } of this.sight.found) {
      mixer.update(seconds);
      // The tiles' group looks after its tiles only when it is moved itself.
      model.updateMatrixWorld(true);
    }
    this.changed();
  };
}

/** Whether a model stands somewhere; where, is seen to once. */
function stands({ model, sphere }: Moving): boolean {
  if (model.parent === null) return false;
  if (sphere.isEmpty()) {
    model.updateWorldMatrix(true, false);
    new Box3().setFromObject(model).getBoundingSphere(sphere);
  }
  return true;
}
