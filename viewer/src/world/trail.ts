/** A way as a line with arrows on the floor: one mesh, drawn in one call, made once a way. */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  Mesh,
  MeshBasicMaterial,
  type Scene,
} from 'three';
import type { Spot } from '../manifest';
import type { Way } from '../routes/floor';

/** Just above carpets, in metres. */
const HEIGHT = 0.03;
/** Half the widths of the line and of an arrow, and how long an arrow's arms reach back. */
const HALF = 0.11;
const ARM = 0.26;
const BACK = 0.3;
/** How thick the arms are, along the way. */
const THICK = 0.17;
/** Metres between two points of the line, and how many of them an arrow has to itself. */
const STEP = 0.25;
const EACH = 8;
/** How far from a corner the line begins to bend, in metres. */
const BEND = 0.5;
/** Indices of a step of the line, and of an arrow. */
const LINE = 6;
const ARROW = 12;

const BLUE = new Color('#1f6fff');
const WHITE = new Color('#ffffff');

export class Trail {
  private readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>;

  constructor(scene: Scene) {
    const material = new MeshBasicMaterial({
      vertexColors: true,
      transparent: true,
      depthWrite: false,
      side: DoubleSide,
      fog: false,
      toneMapped: false,
    });
    this.mesh = new Mesh(new BufferGeometry(), material);
    this.mesh.visible = false;
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 1;
    scene.add(this.mesh);
  }

  show({ spots }: Way): void {
    this.mesh.geometry.dispose();
    this.mesh.geometry = draw(evenly(bent(spots)));
    this.mesh.visible = true;
  }

  /** Leave out what is done, in metres of the way; allocates nothing. */
  cut(done: number): void {
    const chunk = Math.max(0, Math.floor(done / (STEP * EACH)));
    this.mesh.geometry.setDrawRange(chunk * (EACH * LINE + ARROW), Infinity);
  }

  clear(): void {
    this.mesh.visible = false;
  }
}

/** The line with its corners rounded off, as points. */
function bent(spots: readonly Spot[]): Spot[] {
  const line: Spot[] = [];
  spots.forEach((corner, i) => {
    const [before, after] = [spots[i - 1], spots[i + 1]];
    if (before === undefined || after === undefined) return void line.push(corner);
    const [a, b] = [towards(corner, before), towards(corner, after)];
    for (let k = 0; k <= 4; k++) line.push(curve(a, corner, b, k / 4));
  });
  return line;
}

/** A point beside a corner, on the way to the next one, and never past the middle. */
function towards([x, z]: Spot, [tx, tz]: Spot): Spot {
  const length = Math.hypot(tx - x, tz - z);
  const share = length === 0 ? 0 : Math.min(BEND / length, 0.5);
  return [x + (tx - x) * share, z + (tz - z) * share];
}

const curve = (a: Spot, corner: Spot, b: Spot, t: number): Spot => {
  const s = 1 - t;
  const at = (k: 0 | 1): number => s * s * a[k] + 2 * s * t * corner[k] + t * t * b[k];
  return [at(0), at(1)];
};

/** The same line as points a step apart, and its end. */
function evenly(line: readonly Spot[]): Spot[] {
  const points: Spot[] = line.slice(0, 1);
  let owed = STEP;
  for (let i = 1; i < line.length; i++) {
    const [[ax, az], [bx, bz]] = [line[i - 1]!, line[i]!];
    const length = Math.hypot(bx - ax, bz - az);
    let at = owed;
    for (; at < length; at += STEP) {
      points.push([ax + ((bx - ax) * at) / length, az + ((bz - az) * at) / length]);
    }
    owed = at - length;
  }
  return points;
}

/** Steps of the line, and an arrow after each few, in their order: so what is done is the begin. */
function draw(points: readonly Spot[]): BufferGeometry {
  const corners: number[] = [];
  const colors: number[] = [];
  const indices: number[] = [];
  const quad = (ring: readonly Spot[], { r, g, b }: Color, alpha: number): void => {
    const first = corners.length / 3;
    for (const [x, z] of ring) {
      corners.push(x, HEIGHT, z);
      colors.push(r, g, b, alpha);
    }
    indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
  };
  const across = points.map((_, i) => sideways(points[i - 1] ?? points[i]!, points[i + 1] ?? points[i]!));
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const [p, q] = [across[i - 1]!, across[i]!];
    quad([aside(a, p, HALF), aside(b, q, HALF), aside(b, q, -HALF), aside(a, p, -HALF)], BLUE, 0.82);
    if (i % EACH === 0) for (const arm of arrow(b, q)) quad(arm, WHITE, 0.95);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(corners), 3));
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 4));
  geometry.setIndex(indices);
  return geometry;
}

/** The two arms of an arrow whose tip is at a point. */
function arrow(tip: Spot, [ax, az]: Spot): Spot[][] {
  // Ahead is a quarter turn from sideways.
  const [fx, fz] = [az, -ax];
  const back = (spot: Spot, metres: number): Spot => [spot[0] - fx * metres, spot[1] - fz * metres];
  return [ARM, -ARM].map((arm) => {
    const end = back(aside(tip, [ax, az], arm), BACK);
    return [tip, end, back(end, THICK), back(tip, THICK)];
  });
}

/** The unit direction to the right of the way from one point to another. */
function sideways([ax, az]: Spot, [bx, bz]: Spot): Spot {
  const length = Math.hypot(bx - ax, bz - az) || 1;
  return [-(bz - az) / length, (bx - ax) / length];
}

const aside = ([x, z]: Spot, [dx, dz]: Spot, metres: number): Spot => [
  x + dx * metres,
  z + dz * metres,
];
