/** What tells a product's size: a ruled floor, dimension lines, and a person beside it. */
import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  Color,
  DoubleSide,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  type Object3D,
  PlaneGeometry,
  SRGBColorSpace,
  Vector3,
} from 'three';
import { type Grid, type Measure, type Size, measuresOf } from './measures';

/** Height of the person in metres, and how wide the picture of them is. */
export const PERSON = 1.75;
const PERSON_WIDE = 0.7;

const FINE = new Color('#c3cad1');
const STRONG = new Color('#98a2ac');
const INK = new Color('#1b4f9c');

/** Lines every `fine` and every `strong` metres, which fade away from the middle into `air`. */
export function ruledFloor(grid: Grid, air: Color): LineSegments {
  const points: number[] = [];
  const colors: number[] = [];
  const color = new Color();
  const count = Math.round(grid.reach / grid.fine);
  const every = Math.round(grid.strong / grid.fine);
  // Each line in pieces, so that its colour can change on the way.
  const piece = grid.strong / 2;
  const pieces = Math.round((2 * grid.reach) / piece);
  for (let i = -count; i <= count; i++) {
    const across = i * grid.fine;
    const ink = i % every === 0 ? STRONG : FINE;
    for (let k = 0; k < pieces; k++) {
      const ends = [k * piece - grid.reach, (k + 1) * piece - grid.reach];
      for (const along of ends) points.push(across, 0, along);
      for (const along of ends) points.push(along, 0, across);
      for (const along of [...ends, ...ends]) {
        const away = Math.min(1, Math.hypot(across, along) / grid.reach);
        color.lerpColors(ink, air, away * away);
        colors.push(color.r, color.g, color.b);
      }
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(points), 3));
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 3));
  const lines = new LineSegments(
    geometry,
    new LineBasicMaterial({ vertexColors: true, depthWrite: false, toneMapped: false }),
  );
  lines.renderOrder = -2;
  return lines;
}

/** Three lines with ticks at their ends, laid anew as the viewer goes around. */
export class Measures {
  readonly object: LineSegments;
  measures: readonly Measure[] = [];
  private readonly positions = new BufferAttribute(new Float32Array(18 * 3), 3);

  constructor(private readonly size: Size) {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', this.positions);
    this.object = new LineSegments(
      geometry,
      new LineBasicMaterial({ color: INK, toneMapped: false }),
    );
    this.object.frustumCulled = false;
  }

  /** Lay the lines for a viewer at (x, z). */
  face(x: number, z: number): void {
    this.measures = measuresOf(this.size, x, z);
    const tick = Math.max(...this.size) * 0.02;
    let at = 0;
    const put = (point: readonly number[]): void => {
      this.positions.setXYZ(at++, point[0]!, point[1]!, point[2]!);
    };
    for (const { axis, from, to } of this.measures) {
      put(from);
      put(to);
      const across = axis === 0 ? 2 : 0;
      for (const end of [from, to]) {
        for (const side of [-tick, tick]) put(end.map((v, i) => (i === across ? v + side : v)));
      }
    }
    this.positions.needsUpdate = true;
  }

  /** The middle of a measure, into a vector. */
  static middle({ from, to }: Measure, into: Vector3): Vector3 {
    return into.set((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2);
  }
}

/** A person as a flat shape, 1.75 m tall, which turns to whoever looks. */
export function person(): Object3D {
  const texture = new CanvasTexture(silhouette());
  texture.colorSpace = SRGBColorSpace;
  const material = new MeshBasicMaterial({
    map: texture,
    transparent: true,
    alphaTest: 0.02,
    side: DoubleSide,
    toneMapped: false,
  });
  const flat = new Mesh(new PlaneGeometry(PERSON_WIDE, PERSON), material);
  flat.position.y = PERSON / 2;
  const group = new Group();
  group.add(flat);
  return group;
}

/** Drawn in centimetres, seen from the front, standing at ease. */
function silhouette(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const scale = 4;
  canvas.width = PERSON_WIDE * 100 * scale;
  canvas.height = PERSON * 100 * scale;
  const pen = canvas.getContext('2d')!;
  pen.scale(scale, scale);
  pen.translate(PERSON_WIDE * 50, 0);
  pen.fillStyle = '#7f8b98';
  pen.beginPath();
  pen.ellipse(0, 11.5, 8.2, 11.3, 0, 0, 2 * Math.PI);
  pen.fill();
  for (const side of [-1, 1]) {
    pen.beginPath();
    pen.moveTo(0, 20);
    pen.lineTo(4.6 * side, 20);
    pen.bezierCurveTo(4.8 * side, 28, 9 * side, 28.5, 15 * side, 30);
    pen.bezierCurveTo(21.5 * side, 31.5, 22.6 * side, 36, 23.2 * side, 44);
    pen.bezierCurveTo(24.2 * side, 58, 26 * side, 70, 27 * side, 80);
    pen.bezierCurveTo(27.6 * side, 86, 27 * side, 92, 24.6 * side, 93);
    pen.bezierCurveTo(22 * side, 93, 22.2 * side, 86, 21.8 * side, 80);
    pen.bezierCurveTo(20.6 * side, 68, 18.4 * side, 58, 16.6 * side, 48);
    pen.bezierCurveTo(15.6 * side, 60, 15.2 * side, 68, 16 * side, 80);
    pen.bezierCurveTo(17.4 * side, 96, 15.6 * side, 112, 14.6 * side, 128);
    pen.bezierCurveTo(13.8 * side, 142, 13.2 * side, 156, 12.6 * side, 168);
    pen.bezierCurveTo(15 * side, 171, 18 * side, 172.6, 17.4 * side, 175);
    pen.lineTo(5.4 * side, 175);
    pen.bezierCurveTo(4.8 * side, 160, 3.6 * side, 136, 2.2 * side, 112);
    pen.bezierCurveTo(1.8 * side, 104, 1.2 * side, 96, 0, 92);
    pen.closePath();
    pen.fill();
  }
  return canvas;
}
