/** Signs at what is worth seeing: a star on the floor, and one above it that turns to the visitor.
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

/** Metres: how wide a star on the floor is and one above, how high that hangs, and how far it is
 * seen. */
const FLAT = 0.8;
const WIDE = 0.27;
const HIGH = 2.35;
const NEAR = 40;

/** Metres: nearer than this a star above is not seen, and so much farther it is as large as it is. */
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
    const texture = new CanvasTexture(drawStar());
    texture.colorSpace = SRGBColorSpace;
    const look = { map: texture, transparent: true, alphaTest: 0.05, toneMapped: false, fog: false };
    const flat = new MeshBasicMaterial({ ...look, depthWrite: false, opacity: 0.92 });
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

/** A golden star on a dark disc. */
function drawStar(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const pen = canvas.getContext('2d')!;
  const middle = SIDE / 2;
  pen.beginPath();
  pen.arc(middle, middle, middle - 4, 0, 2 * Math.PI);
  pen.fillStyle = 'rgb(16 24 38 / 0.9)';
  pen.fill();
  pen.strokeStyle = '#ffffff';
  pen.lineWidth = 5;
  pen.stroke();
  pen.beginPath();
  for (let tip = 0; tip < 10; tip++) {
    const reach = (tip % 2 === 0 ? 0.7 : 0.31) * middle;
    const angle = (tip * Math.PI) / 5 - Math.PI / 2;
    pen.lineTo(middle + reach * Math.cos(angle), middle + reach * Math.sin(angle));
  }
  pen.fillStyle = '#ffc53d';
  pen.fill();
  return canvas;
}
