/** Signs at what is worth seeing: a ring on the floor, and one above it that turns to the visitor.
 *
 * All of a hall's are two draws. */
import {
  CanvasTexture,
  InstancedMesh,
  type Material,
  Matrix4,
  MeshBasicMaterial,
  type PerspectiveCamera,
  PlaneGeometry,
  Quaternion,
  type Raycaster,
  type Scene,
  SRGBColorSpace,
  Vector3,
} from 'three';
import type { ShardMark } from '../manifest';

/** Metres: how wide a ring on the floor is and one above, how high that hangs, and how far it is
 * seen. */
const FLAT = 0.7;
const WIDE = 0.2;
const HIGH = 2.35;
const NEAR = 40;

/** Metres: nearer than this a ring above is not seen, and so much farther it is as large as it is. */
const CLOSE = 2;
const GROWS = 5;

/** Just above carpets. */
const FLOOR = 0.03;

/** Pixels of the picture. */
const SIDE = 128;

const UP = new Vector3(0, 1, 0);

export class Signs {
  private readonly flat: InstancedMesh | undefined;
  private readonly high: InstancedMesh | undefined;
  private readonly matrix = new Matrix4();
  private readonly turn = new Quaternion();
  private readonly place = new Vector3();
  private readonly size = new Vector3();
  private readonly from = new Vector3(Infinity, 0, 0);

  constructor(
    scene: Scene,
    private readonly marks: readonly ShardMark[],
  ) {
    if (marks.length === 0) return;
    const texture = new CanvasTexture(drawRing());
    texture.colorSpace = SRGBColorSpace;
    const look = { map: texture, transparent: true, alphaTest: 0.05, toneMapped: false, fog: false };
    const flat = new MeshBasicMaterial({ ...look, depthWrite: false, opacity: 0.8 });
    const lying = new PlaneGeometry(FLAT, FLAT).rotateX(-Math.PI / 2);
    this.flat = many(lying, flat, marks.length);
    this.high = many(new PlaneGeometry(WIDE, WIDE), new MeshBasicMaterial(look), marks.length);
    marks.forEach(({ spot: [x, z] }, at) => {
      this.flat!.setMatrixAt(at, this.matrix.makeTranslation(x, FLOOR, z));
    });
    scene.add(this.flat, this.high);
  }

  /** Turn those that are near to the camera, and hide the others; who stands at one sees past it. */
  follow(camera: PerspectiveCamera): void {
    const { high, matrix, place, turn, size } = this;
    if (high === undefined || camera.position.equals(this.from)) return;
    this.from.copy(camera.position);
    this.marks.forEach(({ spot: [x, z] }, at) => {
      const [dx, dz] = [camera.position.x - x, camera.position.z - z];
      const away = Math.hypot(dx, dz);
      const seen = away < NEAR ? Math.min(1, Math.max(0, (away - CLOSE) / GROWS)) : 0;
      turn.setFromAxisAngle(UP, Math.atan2(dx, dz));
      matrix.compose(place.set(x, HIGH, z), turn, size.setScalar(seen));
      high.setMatrixAt(at, matrix);
    });
    high.instanceMatrix.needsUpdate = true;
    high.boundingSphere = null;
  }

  /** What is marked where a ray leads, and how far away it is. */
  along(ray: Raycaster): { mark: ShardMark; distance: number } | undefined {
    if (this.flat === undefined || this.high === undefined) return undefined;
    const [hit] = ray.intersectObjects([this.flat, this.high], false);
    const mark = hit?.instanceId === undefined ? undefined : this.marks[hit.instanceId];
    return mark && hit && hit.distance < NEAR ? { mark, distance: hit.distance } : undefined;
  }
}

function many(geometry: PlaneGeometry, material: Material, count: number): InstancedMesh {
  const mesh = new InstancedMesh(geometry, material, count);
  mesh.frustumCulled = false;
  return mesh;
}

/** A ring of light with a point in its middle, rimmed darkly so that it is seen on white as well. */
function drawRing(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const pen = canvas.getContext('2d')!;
  const middle = SIDE / 2;
  const disc = (reach: number, look: string): void => {
    pen.beginPath();
    pen.arc(middle, middle, reach * middle, 0, 2 * Math.PI);
    pen.fillStyle = look;
    pen.fill();
  };
  const ring = (reach: number, width: number, look: string): void => {
    pen.beginPath();
    pen.arc(middle, middle, reach * middle, 0, 2 * Math.PI);
    pen.lineWidth = width * middle;
    pen.strokeStyle = look;
    pen.stroke();
  };
  disc(0.9, 'rgb(255 255 255 / 0.16)');
  ring(0.84, 0.2, 'rgb(16 24 38 / 0.35)');
  ring(0.84, 0.1, '#ffffff');
  disc(0.42, 'rgb(16 24 38 / 0.35)');
  disc(0.36, '#ffffff');
  return canvas;
}
