/** A visitor's two hands: controllers, or bare hands that pinch. Both point along a ray and press;
 * controllers have a stick each as well. */
import {
  CylinderGeometry,
  Group,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  type Object3D,
  Quaternion,
  type Scene,
  Vector3,
  type WebXRManager,
} from 'three';
import { XRHandModelFactory } from 'three/addons/webxr/XRHandModelFactory.js';
import { release } from '../inspect/release';

/** Metres of a ray that are drawn. */
const RAY = 1.6;

/** How far a stick is pushed to count, and how far it has to come back. */
const PUSHED = 0.7;
const BACK = 0.4;

/** Axes of a stick in the mapping that WebXR calls xr-standard. */
const ACROSS = 2;
const ALONG = 3;

export interface HandEvents {
  /** The trigger, or finger and thumb. */
  pressed(hand: Hand): void;
  released(hand: Hand): void;
  /** The button at the side of a controller. */
  squeezed(hand: Hand): void;
  loosened(hand: Hand): void;
  /** A stick was pushed to the left, -1, or the right, 1. */
  flicked(way: -1 | 1): void;
  /** A stick is pushed forward, and let go. */
  pushed(hand: Hand): void;
  eased(hand: Hand): void;
}

type Stick = 'rest' | 'across' | 'ahead';

/** One hand: where it is and where it points. */
export class Hand {
  readonly origin = new Vector3();
  readonly direction = new Vector3();
  readonly ray: Mesh<CylinderGeometry, MeshBasicMaterial>;
  source: XRInputSource | undefined;
  private readonly handle = handle();
  private stick: Stick = 'rest';
  private readonly turn = new Quaternion();

  /** `pointer` is the ray's space in the hall, `grip` that of what is held. */
  constructor(
    readonly pointer: Object3D,
    private readonly grip: Object3D,
    private readonly bare: Object3D,
    private readonly events: HandEvents,
  ) {
    this.ray = new Mesh(
      new CylinderGeometry(0.0015, 0.003, RAY, 8).rotateX(-Math.PI / 2).translate(0, 0, -RAY / 2),
      new MeshBasicMaterial({ color: '#ffffff', transparent: true, opacity: 0.55, fog: false }),
    );
    pointer.add(this.ray);
    this.grip.add(this.handle);
    this.grip.visible = false;
  }

  /** The next session's hands stand where these do: nothing of them may stay there. */
  dispose(): void {
    for (const object of [this.ray, this.handle]) {
      object.removeFromParent();
      object.traverse(release);
    }
    for (const object of this.objects) object.removeFromParent();
  }

  get objects(): readonly Object3D[] {
    return [this.pointer, this.grip, this.bare];
  }

  /** Take its ray and its stick as they are now. */
  read(): void {
    const { matrixWorld } = this.pointer;
    this.origin.setFromMatrixPosition(matrixWorld);
    this.direction.set(0, 0, -1).applyQuaternion(this.turn.setFromRotationMatrix(matrixWorld));
    const axes = this.source?.gamepad?.axes ?? [];
    this.steer(axes[ACROSS] ?? 0, axes[ALONG] ?? 0);
  }

  private steer(across: number, along: number): void {
    const { events, stick } = this;
    if (stick === 'rest' && Math.abs(across) > PUSHED) {
      this.stick = 'across';
      events.flicked(across < 0 ? -1 : 1);
    } else if (stick === 'rest' && along < -PUSHED) {
      this.stick = 'ahead';
      events.pushed(this);
    } else if (stick !== 'rest' && Math.hypot(across, along) < BACK) {
      this.stick = 'rest';
      if (stick === 'ahead') events.eased(this);
    }
  }
}

/** Both hands, in a scene until they are let go. */
export class Hands {
  readonly both: readonly Hand[];
  private readonly lifetime: (() => void)[] = [];

  constructor(scene: Scene, xr: WebXRManager, events: HandEvents) {
    const models = new XRHandModelFactory();
    this.both = [0, 1].map((index) => {
      const pointer = xr.getController(index);
      const bare = xr.getHand(index);
      const fingers = models.createHandModel(bare, 'spheres');
      bare.add(fingers);
      const hand = new Hand(pointer, xr.getControllerGrip(index), bare, events);
      const listen = (
        name: 'connected' | 'disconnected' | 'selectstart' | 'selectend' | 'squeezestart' | 'squeezeend',
        heard: (event: { readonly data: XRInputSource }) => void,
      ): void => {
        pointer.addEventListener(name, heard);
        this.lifetime.push(() => pointer.removeEventListener(name, heard));
      };
      listen('connected', ({ data }) => (hand.source = data));
      listen('disconnected', () => (hand.source = undefined));
      listen('selectstart', () => events.pressed(hand));
      listen('selectend', () => events.released(hand));
      listen('squeezestart', () => events.squeezed(hand));
      listen('squeezeend', () => events.loosened(hand));
      scene.add(...hand.objects);
      this.lifetime.push(() => {
        fingers.removeFromParent();
        hand.dispose();
      });
      return hand;
    });
  }

  read(): void {
    for (const hand of this.both) if (hand.source !== undefined) hand.read();
  }

  dispose(): void {
    for (const end of this.lifetime) end();
  }
}

/** What stands for a controller of any make: what is held, no picture of it. */
function handle(): Group {
  const group = new Group();
  const paint = new MeshStandardMaterial({ color: '#3a4048', roughness: 0.55 });
  const stem = new Mesh(new CylinderGeometry(0.017, 0.02, 0.11, 16).rotateX(0.35 * Math.PI), paint);
  const head = new Mesh(new CylinderGeometry(0.03, 0.03, 0.025, 20).rotateX(0.12 * Math.PI), paint);
  head.position.set(0, 0.012, -0.05);
  group.add(stem, head);
  return group;
}

