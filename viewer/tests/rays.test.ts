import { Matrix4, MeshBasicMaterial, PlaneGeometry, Raycaster, Vector3 } from 'three';
import { expect, it } from 'vitest';
import { PackedMesh } from '../src/tile/rays';

/** A floor of 200 by 200 squares of 10 cm, 1 m above the ground: 80,000 triangles. */
function floor(): PackedMesh {
  const geometry = new PlaneGeometry(20, 20, 200, 200);
  geometry.applyMatrix4(new Matrix4().makeRotationX(-Math.PI / 2));
  const mesh = new PackedMesh(geometry, new MeshBasicMaterial());
  mesh.position.y = 1;
  mesh.updateMatrixWorld();
  return mesh;
}

const down = (x: number, z: number): Raycaster =>
  new Raycaster(new Vector3(x, 3, z), new Vector3(0, -1, 0));

it('meets the nearest triangle, wherever it is', () => {
  const mesh = floor();
  for (const [x, z] of [
    [-9.97, -9.98],
    [0.02, 0.03],
    [9.97, 9.96],
  ] as const) {
    const [hit, ...more] = down(x, z).intersectObject(mesh);
    expect(more).toEqual([]);
    expect(hit?.distance).toBeCloseTo(2);
    expect(hit?.point.x).toBeCloseTo(x);
    const corner = new Vector3().fromBufferAttribute(
      mesh.geometry.getAttribute('position'),
      hit!.face!.a,
    );
    expect(Math.hypot(corner.x - x, corner.z - z)).toBeLessThan(0.15);
  }
});

it('misses what is beside it, behind it, or too far', () => {
  const mesh = floor();
  expect(down(10.1, 0).intersectObject(mesh)).toEqual([]);
  const below = new Raycaster(new Vector3(0, 0, 0), new Vector3(0, 1, 0));
  expect(below.intersectObject(mesh)).toEqual([]);
  const short = down(0, 0);
  short.far = 1.9;
  expect(short.intersectObject(mesh)).toEqual([]);
});
