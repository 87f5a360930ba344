/** The arc by which one aims at a place on the floor: thrown from the hand, seen as a row of beads
 * with a ring where it lands. */
import {
  InstancedMesh,
  Group,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  RingGeometry,
  SphereGeometry,
  Vector3,
} from 'three';
import type { Spot } from '../manifest';

/** Metres a second at which it is thrown, and what pulls it down. Level from the hip it lands some
 * four metres ahead, and eight at most. */
const SPEED = 8;
const PULL = 9.81;

/** Where it may be thrown up to, in degrees above level: more would come back. */
const STEEP = Math.sin((60 * Math.PI) / 180);

const BEADS = 28;
const BEAD = 0.014;
const RING = [0.24, 0.3] as const;

/** Above carpets and platforms. */
const OVER_FLOOR = 0.12;

const GOOD = '#3ba4ff';
const BAD = '#9aa2ab';

/** Where what is thrown from a hand reaches the floor. `direction` is a unit vector. */
export function landing(origin: Vector3, direction: Vector3): { spot: Spot; seconds: number } {
  const rise = SPEED * Math.min(direction.y, STEEP);
  const seconds = (rise + Math.sqrt(rise * rise + 2 * PULL * Math.max(0, origin.y))) / PULL;
  return {
    spot: [
      origin.x + direction.x * SPEED * seconds,
      origin.z + direction.z * SPEED * seconds,
    ],
    seconds,
  };
}

export class Arc {
  readonly object = new Group();
  private readonly paint = new MeshBasicMaterial({ color: GOOD, toneMapped: false, fog: false });
  private readonly beads = new InstancedMesh(new SphereGeometry(BEAD, 8, 6), this.paint, BEADS);
  private readonly ring = new Mesh(
    new RingGeometry(...RING, 40).rotateX(-Math.PI / 2),
    this.paint,
  );
  private readonly matrix = new Matrix4();

  constructor() {
    this.beads.frustumCulled = false;
    this.object.add(this.beads, this.ring);
    this.object.visible = false;
  }

  /** Show it as thrown from a hand; the ring only where one may stand. Where it lands. */
  aim(origin: Vector3, direction: Vector3, free: (spot: Spot) => boolean): Spot | undefined {
    const { spot, seconds } = landing(origin, direction);
    const rise = SPEED * Math.min(direction.y, STEEP);
    for (let bead = 0; bead < BEADS; bead++) {
      const at = (seconds * (bead + 1)) / BEADS;
      const height = origin.y + rise * at - (PULL * at * at) / 2;
      this.matrix.makeTranslation(
        origin.x + direction.x * SPEED * at,
        Math.max(height, 0),
        origin.z + direction.z * SPEED * at,
      );
      this.beads.setMatrixAt(bead, this.matrix);
    }
    this.beads.instanceMatrix.needsUpdate = true;
    const good = free(spot);
    this.paint.color.set(good ? GOOD : BAD);
    this.ring.visible = good;
    this.ring.position.set(spot[0], OVER_FLOOR, spot[1]);
    this.object.visible = true;
    return good ? spot : undefined;
  }

  hide(): void {
    this.object.visible = false;
  }

  dispose(): void {
    this.object.removeFromParent();
    this.beads.geometry.dispose();
    this.beads.dispose();
    this.ring.geometry.dispose();
    this.paint.dispose();
  }
}
