/** A product out of its booth: it floats before the visitor, who takes, turns and lets go of it. */
import { Box3, Group, type Raycaster, type Scene, Vector3 } from 'three';
import { RADIANS, direction } from '../geometry';
import { type Model, loadModel } from '../inspect/model';
import { release } from '../inspect/release';
import type { ShardProductModel } from '../manifest';
import { dress } from '../tile/exhibit';
import type { Hand } from './hands';
import type { Stand } from './rig';

/** Its longest side, at most, in metres: what fits between two hands. */
const LONGEST = 0.45;

/** Where it floats: metres ahead of the visitor, and below the eyes. */
const AHEAD = 0.62;
const BELOW = 0.28;

/** Light of no place in particular: irradiance over pi, more of it from above. */
const LIGHT = [0, 0.12, 0, 0.42] as const;

export class Holding {
  /** What is shown; the model lies in it with its middle at its origin. */
  readonly object = new Group();
  private model: Model | undefined;
  private hand: Hand | undefined;

  constructor(
    private readonly scene: Scene,
    private readonly product: string,
    private readonly facts: ShardProductModel,
  ) {
    scene.add(this.object);
  }

  /** The hand that has it. */
  get held(): Hand | undefined {
    return this.hand;
  }

  /** Fetch it; rejects where it does not come. */
  async load(address: string): Promise<void> {
    const model = await loadModel(address);
    const { object } = model;
    const scale = Math.min(1, LONGEST / Math.max(...this.facts.size));
    object.scale.multiplyScalar(scale);
    const middle = new Box3().setFromObject(object).getCenter(new Vector3());
    object.position.sub(middle);
    dress(object, { booth: '', product: this.product, exhibitor: '', light: LIGHT });
    this.object.add(object);
    this.model = model;
    if (model.motion !== undefined) model.motion.playing = true;
  }

  /** Float before somebody whose eyes are at a height. */
  place({ x, z, heading }: Stand, height: number): void {
    const [dx, dz] = direction(heading);
    this.object.position.set(x + dx * AHEAD, height - BELOW, z + dz * AHEAD);
    this.object.rotation.set(0, -heading * RADIANS, 0);
    this.object.updateMatrixWorld();
  }

  /** Whether a hand points at it, or reaches into it. */
  meets(hand: Hand, ray: Raycaster): boolean {
    if (this.model === undefined) return false;
    const box = new Box3().setFromObject(this.object).expandByScalar(0.04);
    if (box.containsPoint(hand.origin)) return true;
    return ray.intersectObject(this.object, true).length > 0;
  }

  /** From now on it moves with a hand. */
  take(hand: Hand): void {
    this.hand = hand;
    hand.pointer.attach(this.object);
  }

  /** It stays where it is. */
  release(): void {
    this.hand = undefined;
    this.scene.attach(this.object);
  }

  step(seconds: number): void {
    this.model?.motion?.step(seconds);
  }

  dispose(): void {
    this.object.removeFromParent();
    this.object.traverse(release);
  }
}
