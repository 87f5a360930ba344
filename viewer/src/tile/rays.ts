/** Finds where a ray meets a packed mesh, fast: whole blocks of triangles are passed over. */
import {
  Box3,
  type BufferGeometry,
  type Intersection,
  type Material,
  Matrix4,
  Mesh,
  Ray,
  type Raycaster,
  Vector3,
} from 'three';

/** Corners in a block of triangles. Neighbours in a tile's index are neighbours in the hall. */
const BLOCK = 3 * 128;

export class PackedMesh extends Mesh<BufferGeometry, Material> {
  /** Lowest and highest corner of each block, six numbers; made when first needed. */
  private blocks: Float32Array | undefined;

  override raycast(raycaster: Raycaster, hits: Intersection[]): void {
    const { geometry } = this;
    ray.copy(raycaster.ray).applyMatrix4(inverse.copy(this.matrixWorld).invert());
    if (geometry.boundingBox === null) geometry.computeBoundingBox();
    if (!ray.intersectsBox(geometry.boundingBox!)) return;
    this.blocks ??= blocksOf(geometry);
    let nearest: Intersection | undefined;
    for (let block = 0; block < this.blocks.length / 6; block++) {
      box.min.fromArray(this.blocks, block * 6);
      box.max.fromArray(this.blocks, block * 6 + 3);
      if (!ray.intersectsBox(box)) continue;
      nearest = this.nearestIn(block, raycaster, nearest);
    }
    if (nearest !== undefined) hits.push(nearest);
  }

  private nearestIn(
    block: number,
    raycaster: Raycaster,
    before: Intersection | undefined,
  ): Intersection | undefined {
    const index = this.geometry.index!.array;
    const positions = this.geometry.getAttribute('position').array;
    let nearest = before;
    const end = Math.min(index.length, (block + 1) * BLOCK);
    for (let at = block * BLOCK; at < end; at += 3) {
      a.fromArray(positions, index[at]! * 3);
      b.fromArray(positions, index[at + 1]! * 3);
      c.fromArray(positions, index[at + 2]! * 3);
      if (ray.intersectTriangle(a, b, c, true, met) === null) continue;
      const point = met.applyMatrix4(this.matrixWorld).clone();
      const distance = raycaster.ray.origin.distanceTo(point);
      if (distance < raycaster.near || distance > raycaster.far) continue;
      if (nearest !== undefined && nearest.distance <= distance) continue;
      const [i, j, k] = [index[at]!, index[at + 1]!, index[at + 2]!];
      const face = { a: i, b: j, c: k, normal: new Vector3(), materialIndex: 0 };
      nearest = { distance, point, object: this, face };
    }
    return nearest;
  }
}

function blocksOf(geometry: BufferGeometry): Float32Array {
  const index = geometry.index!.array;
  const positions = geometry.getAttribute('position').array;
  const blocks = new Float32Array(Math.ceil(index.length / BLOCK) * 6);
  for (let block = 0; block < blocks.length; block += 6) {
    const start = (block / 6) * BLOCK;
    const end = Math.min(index.length, start + BLOCK);
    for (let axis = 0; axis < 3; axis++) {
      let low = Infinity;
      let high = -Infinity;
      for (let at = start; at < end; at++) {
        const value = positions[index[at]! * 3 + axis]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
      blocks[block + axis] = low;
      blocks[block + 3 + axis] = high;
    }
  }
  return blocks;
}

const ray = new Ray();
const box = new Box3();
const inverse = new Matrix4();
const met = new Vector3();
const [a, b, c] = [new Vector3(), new Vector3(), new Vector3()];
