/** A model taken apart: its parts move away from its middle, each the way it lies from there. */
import { Box3, Matrix3, type Object3D, Vector3 } from 'three';

/** How far the farthest part goes at most, as a share of how far it is from the middle. */
const SPREAD = 1.5;

/** Parts that lie so near to each other, as a share of the longest side, lie in each other: they are
 * drawn out by so much of it, one after the other, along the axis on which most parts lie. */
const TOGETHER = 0.03;
const DRAWN = 0.16;

interface Part {
  /** Moved by `way` times the share, in its parent's axes. */
  readonly pieces: readonly { readonly object: Object3D; readonly home: Vector3; readonly way: Vector3 }[];
  readonly middle: Vector3;
  readonly low: number;
  readonly way: Vector3;
}

export class Apart {
  private readonly parts: readonly Part[];
  private readonly foot: number;

  /** `object` has nodes that are named by the part they belong to. */
  constructor(private readonly object: Object3D) {
    object.updateMatrixWorld(true);
    const groups = partsOf(object).map((pieces) => {
      const box = new Box3();
      for (const piece of pieces) box.expandByObject(piece, true);
      return { pieces, box, middle: box.getCenter(new Vector3()) };
    });
    const whole = new Box3().setFromObject(object, true);
    const ways = waysOf(
      groups.map(({ middle }) => middle),
      whole,
    );
    this.foot = whole.min.y;
    this.parts = groups.map(({ pieces, box, middle }, at) => ({
      middle,
      low: box.min.y,
      way: ways[at]!,
      pieces: pieces.map((piece) => ({
        object: piece,
        home: piece.position.clone(),
        way: within(piece.parent!, ways[at]!),
      })),
    }));
  }

  get count(): number {
    return this.parts.length;
  }

  /** Take it apart: 0 is whole, 1 as far as it goes. What would sink into the floor is lifted. */
  spread(share: number): void {
    let sunk = 0;
    for (const { pieces, low, way } of this.parts) {
      for (const { object, home, way: own } of pieces) {
        object.position.copy(home).addScaledVector(own, share);
      }
      sunk = Math.max(sunk, this.foot - (low + way.y * share));
    }
    this.object.position.y = sunk;
    this.object.updateMatrixWorld(true);
  }
}

/** The topmost nodes of each part. */
function partsOf(root: Object3D): Object3D[][] {
  const found = new Map<string, Object3D[]>();
  const visit = (object: Object3D): void => {
    const name: unknown = object.userData.name;
    if (typeof name !== 'string') {
      for (const child of object.children) visit(child);
      return;
    }
    const pieces = found.get(name) ?? [];
    pieces.push(object);
    found.set(name, pieces);
  };
  visit(root);
  return [...found.values()];
}

/** Where the parts of a model go that lie at `middles`, in its axes. */
export function waysOf(middles: readonly Vector3[], whole: Box3): Vector3[] {
  const centre = whole.getCenter(new Vector3());
  const longest = Math.max(...whole.getSize(new Vector3()).toArray());
  const spread = new Box3().setFromPoints([...middles]).getSize(new Vector3());
  const axis = (['x', 'y', 'z'] as const).reduce((a, b) => (spread[b] > spread[a] ? b : a));
  return middles.map((middle, at) => {
    const way = middle.clone().sub(centre).multiplyScalar(SPREAD);
    const before = middles.slice(0, at).filter((other) => other.distanceTo(middle) < TOGETHER * longest);
    const along = middle[axis] < centre[axis] ? -1 : 1;
    way[axis] += along * before.length * DRAWN * longest;
    return way;
  });
}

/** A way of the model's axes in those of one of its nodes. */
function within(node: Object3D, way: Vector3): Vector3 {
  return way.clone().applyMatrix3(new Matrix3().setFromMatrix4(node.matrixWorld).invert());
}
