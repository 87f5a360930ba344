import {
  BoxGeometry,
  Group,
  InstancedBufferAttribute,
  InstancedMesh,
  Matrix4,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  type Object3D,
  PlaneGeometry,
  Raycaster,
  Texture,
  Vector3,
} from 'three';
import { expect, it } from 'vitest';
import { TilePacker } from '../src/tile/packer';
import { featureAt } from '../src/world/features';
import { seeMany } from '../src/world/layers';

const packer = new TilePacker({ sheet: 1024, anisotropy: 1, pattern: 512 });
const LIGHT = { gltfExtensions: { HALLGEN_light: { range: 6 } } };

/** Boxes of 1 m in a row along x, 10 m apart, each with a row of the feature table. */
function row(count: number, segments = 1): InstancedMesh {
  const geometry = new BoxGeometry(1, 1, 1, segments, segments, segments);
  const rows = Float32Array.from({ length: count }, (_, at) => at);
  geometry.setAttribute('_FEATURE_ID_0', new InstancedBufferAttribute(rows, 1));
  const light = new Float32Array(count * 4).fill(0.25);
  geometry.setAttribute('_LIGHT', new InstancedBufferAttribute(light, 4));
  const mesh = new InstancedMesh(geometry, new MeshStandardMaterial(), count);
  for (let at = 0; at < count; at++) mesh.setMatrixAt(at, new Matrix4().setPosition(10 * at, 0, 0));
  Object.assign(mesh.userData, LIGHT, { instanceFeatures: { attribute: 0, propertyTable: 0 } });
  return mesh;
}

/** A loaded tile, turned as the tiles renderer turns it, with a table of booths by number. */
function tile(...objects: Object3D[]): Group {
  const scene = new Group();
  scene.rotation.x = Math.PI / 2;
  scene.userData.structuralMetadata = {
    getPropertyTableData: (_: number, at: number) => ({ booth: `booth ${at}` }),
  };
  scene.add(...objects);
  return scene;
}

const meshesOf = (scene: Object3D): Mesh[] =>
  scene.children.filter((child): child is Mesh => 'isMesh' in child);

/** The booth below a place of the tile. */
function boothAt(scene: Object3D, x: number): string | undefined {
  scene.updateMatrixWorld(true);
  const ray = new Raycaster(new Vector3(x, 0, 5), new Vector3(0, 0, -1));
  seeMany(ray, true);
  const [hit] = ray.intersectObject(scene, true);
  return hit && featureAt(hit)?.booth;
}

it('makes one mesh of what is solid and one of what is clear', async () => {
  const glass = new MeshStandardMaterial({ transparent: true, opacity: 0.2 });
  const shadow = new MeshBasicMaterial({ transparent: true, color: 'black' });
  const scene = tile(
    row(3),
    new Mesh(new BoxGeometry(), new MeshStandardMaterial({ color: 'red' })),
    new Mesh(new PlaneGeometry(), glass),
    new Mesh(new PlaneGeometry(), shadow),
  );
  await packer.pack(scene);
  const meshes = meshesOf(scene);
  expect(meshes.map(({ geometry }) => geometry.index?.count)).toEqual([4 * 36, 2 * 6]);
  expect(meshes.map(({ material }) => (material as MeshStandardMaterial).transparent)).toEqual([
    false,
    true,
  ]);
  // Shadows come first: glass stands before them.
  const { array } = meshes[1]!.geometry.getAttribute('surface');
  expect([array[3]! & 4, array[4 * 4 + 3]! & 4]).toEqual([4, 0]);
});

it('keeps parts where they were in moved nodes', async () => {
  const node = new Group();
  node.position.set(0, 0, 7);
  node.scale.setScalar(2);
  node.add(new Mesh(new BoxGeometry(), new MeshStandardMaterial()));
  const scene = tile(node);
  await packer.pack(scene);
  const [mesh] = meshesOf(scene) as [Mesh];
  mesh.geometry.computeBoundingBox();
  expect(mesh.geometry.boundingBox!.min.toArray()).toEqual([-1, -1, 6]);
  expect(mesh.geometry.boundingBox!.max.toArray()).toEqual([1, 1, 8]);
});

it('keeps what each thing belongs to', async () => {
  const scene = tile(row(3));
  await packer.pack(scene);
  expect([0, 10, 20].map((x) => boothAt(scene, x))).toEqual(['booth 0', 'booth 1', 'booth 2']);
  expect(boothAt(scene, 5)).toBeUndefined();
});

it('leaves the largest repeated parts instanced where a tile would be too large', async () => {
  const scene = tile(row(300, 12), row(2));
  await packer.pack(scene);
  const [packed, instanced] = meshesOf(scene) as [Mesh, InstancedMesh];
  expect(scene.children).toHaveLength(2);
  expect(packed.geometry.getAttribute('position').count).toBe(2 * 24);
  expect(instanced).toBeInstanceOf(InstancedMesh);
  expect(instanced.count).toBe(300);
  expect(instanced.material).toBe(packed.material);
  expect([...instanced.geometry.getAttribute('instanceLight').array.slice(0, 2)]).toEqual([
    0.25, 0.25,
  ]);
  expect(boothAt(scene, 2990)).toBe('booth 299');
});

it('leaves alone what its material cannot say', async () => {
  const bumpy = new MeshStandardMaterial({ normalMap: new Texture() });
  const mesh = new Mesh(new BoxGeometry(), bumpy);
  const scene = tile(mesh);
  await packer.pack(scene);
  expect(scene.children).toEqual([mesh]);
  expect(mesh.material).toBe(bumpy);
});
