/** A page as a skilled developer would write it with three.js alone: benchmarks compare with it.
 *
 * The address says where one stands and looks: `?at=x,y,z,heading`, as in a hall's shard. */
import {
  AmbientLight,
  Color,
  DirectionalLight,
  type Object3D,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
} from 'three';

const RADIANS = Math.PI / 180;

export interface Peer {
  /** Resolves when all that stands in view at the start was drawn. */
  readonly ready: Promise<void>;
  /** Walk straight on for some frames, so many metres in each. */
  walk(frames: number, step: number): Promise<void>;
}

declare global {
  interface Window {
    peer?: Peer;
  }
}

export interface View {
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  readonly renderer: WebGLRenderer;
}

/** A view of nothing yet, over the whole page. */
export function createView(): View {
  const renderer = new WebGLRenderer({ antialias: true });
  renderer.setSize(innerWidth, innerHeight);
  document.body.append(renderer.domElement);
  const scene = new Scene();
  scene.background = new Color('#aab2b8');
  const sun = new DirectionalLight('#ffffff', 2);
  sun.position.set(0.3, 1, 0.2);
  scene.add(new AmbientLight('#ffffff', 1.5), sun);
  const camera = new PerspectiveCamera(innerWidth < innerHeight ? 72 : 60, innerWidth / innerHeight, 0.1, 600);
  camera.rotation.order = 'YXZ';
  const [x, y, z, heading] = (asked('at') ?? '0,1.6,0,0').split(',').map(Number);
  camera.position.set(x!, y!, z);
  camera.rotation.y = -heading! * RADIANS;
  camera.updateMatrixWorld();
  return { scene, camera, renderer };
}

/** Draw while it loads, and let benchmarks walk. `update` comes before each picture. */
export function show(
  { scene, camera, renderer }: View,
  loaded: Promise<unknown>,
  update: () => void = () => undefined,
): void {
  const draw = (): void => {
    update();
    renderer.render(scene, camera);
  };
  let walking = false;
  const idle = (): void => {
    if (walking) return;
    draw();
    requestAnimationFrame(idle);
  };
  idle();
  window.peer = {
    ready: loaded.then(() => frame(draw)),
    walk: async (frames, step) => {
      walking = true;
      for (let left = frames; left > 0; left--) {
        camera.translateZ(-step);
        await frame(draw);
      }
    },
  };
}

/** A parameter of the address. */
export const asked = (name: string): string | null => new URLSearchParams(location.search).get(name);

/** Put a model on a place of the hall's floor, turned by degrees around Y. */
export function place(model: Object3D, [x, z, turn]: readonly [number, number, number]): Object3D {
  model.position.set(x, 0, z);
  model.rotation.y = turn * RADIANS;
  return model;
}

const frame = (draw: () => void): Promise<void> =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      draw();
      resolve();
    }),
  );
