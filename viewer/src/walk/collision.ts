/** A visitor is a circle on the floor that slides along what stands there.
 *
 * Obstacles are closed rings, solid inside; the hall's bounds hold the visitor in. A uniform
 * grid finds the edges near a point, and nothing is allocated while walking. */
import { inside } from '../geometry';
import type { Spot } from '../manifest';
import { Cells } from './cells';

/** Half the width of a visitor, in metres. */
export const RADIUS = 0.3;

/** The longest move that is tried at once, in metres: less than the radius, so that the centre
 * cannot pass an edge between two tests, however low the frame rate. */
const STEP = 0.12;

/** How often overlaps are pushed apart in one step; corners take two or three. */
const PASSES = 4;

/** What may remain of an overlap, in metres, before a step counts as blocked. */
const SLACK = 1e-3;

type Ring = readonly Spot[];

/** A position on the floor that is moved in place. */
export interface Walker {
  x: number;
  z: number;
}

export class Collision {
  private readonly rings: readonly Ring[];
  private readonly ringBoxes: Float64Array;
  private readonly ringCells: Cells;
  /** ax, az, bx, bz of each edge. */
  private readonly edges: Float64Array;
  private readonly edgeCells: Cells;
  /** From the nearest edge to the point last asked about. */
  private readonly away = { x: 0, z: 0, distance: Infinity };

  constructor(
    readonly bounds: readonly [number, number, number, number],
    obstacles: readonly Ring[],
    readonly radius: number = RADIUS,
  ) {
    this.rings = obstacles.filter((ring) => ring.length >= 3);
    this.ringBoxes = boxesOf(this.rings);
    this.ringCells = new Cells(bounds, this.ringBoxes);
    const edges = this.rings.flatMap(edgesOf);
    this.edges = Float64Array.from(edges.flat(2));
    this.edgeCells = new Cells(bounds, boxesOf(edges));
  }

  /** Move by (dx, dz) metres, sliding along what is in the way. Changes `walker` in place and
   * tells whether it moved at all. A walker that stands in something may leave it. */
  move(walker: Walker, dx: number, dz: number): boolean {
    const distance = Math.hypot(dx, dz);
    if (!(distance > 0) || !Number.isFinite(distance)) return false;
    const steps = Math.ceil(distance / STEP);
    const { x, z } = walker;
    for (let i = 0; i < steps && this.step(walker, dx / steps, dz / steps); i++);
    return walker.x !== x || walker.z !== z;
  }

  /** Whether a visitor fits at a point; `margin` metres more or less than its radius. */
  free(x: number, z: number, margin = 0): boolean {
    const reach = this.radius + margin;
    const [x0, z0, x1, z1] = this.bounds;
    if (x < x0 + reach || x > x1 - reach || z < z0 + reach || z > z1 - reach) return false;
    return this.overlap(x, z, reach) <= 0 && !this.within(x, z);
  }

  /** Whether a visitor can walk straight from one point to another without touching anything. */
  clear(ax: number, az: number, bx: number, bz: number): boolean {
    const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, bz - az) / STEP));
    for (let i = 0; i <= steps; i++) {
      const t = i / steps;
      if (!this.free(ax + (bx - ax) * t, az + (bz - az) * t, -SLACK)) return false;
    }
    return true;
  }

  /** The free point nearest to a point, tried on circles of growing size; undefined where there
   * is none within `reach` metres. */
  nearestFree(x: number, z: number, reach = 12): Spot | undefined {
    if (this.free(x, z)) return [x, z];
    for (let distance = 0.15; distance <= reach; distance += 0.15) {
      const tries = Math.max(8, Math.ceil((2 * Math.PI * distance) / 0.3));
      for (let i = 0; i < tries; i++) {
        const angle = (2 * Math.PI * i) / tries;
        const px = x + distance * Math.cos(angle);
        const pz = z + distance * Math.sin(angle);
        if (this.free(px, pz)) return [px, pz];
      }
    }
    return undefined;
  }

  private step(walker: Walker, dx: number, dz: number): boolean {
    const { x, z } = walker;
    const before = this.overlap(x, z, this.radius);
    const caught = this.within(x, z);
    walker.x += dx;
    walker.z += dz;
    if (caught) {
      this.clamp(walker);
      return true;
    }
    for (let pass = 0; pass < PASSES; pass++) {
      this.clamp(walker);
      const deep = this.overlap(walker.x, walker.z, this.radius);
      if (deep <= 0 || this.away.distance < 1e-9) break;
      walker.x += (this.away.x / this.away.distance) * deep;
      walker.z += (this.away.z / this.away.distance) * deep;
    }
    this.clamp(walker);
    const after = this.overlap(walker.x, walker.z, this.radius);
    const stuck = after > SLACK && after >= before;
    if (stuck || this.within(walker.x, walker.z)) {
      walker.x = x;
      walker.z = z;
      return false;
    }
    return true;
  }

  private clamp(walker: Walker): void {
    const [x0, z0, x1, z1] = this.bounds;
    const r = this.radius;
    walker.x = Math.min(Math.max(walker.x, x0 + r), Math.max(x0 + r, x1 - r));
    walker.z = Math.min(Math.max(walker.z, z0 + r), Math.max(z0 + r, z1 - r));
  }

  /** By how many metres a circle overlaps the nearest edge; negative where it does not.
   * Leaves in `away` the way from that edge to the point. */
  private overlap(x: number, z: number, radius: number): number {
    const { edges, away } = this;
    const { start, items, columns } = this.edgeCells;
    const c0 = this.edgeCells.column(x - radius);
    const c1 = this.edgeCells.column(x + radius);
    const r1 = this.edgeCells.row(z + radius);
    away.distance = Infinity;
    for (let row = this.edgeCells.row(z - radius); row <= r1; row++) {
      const end = start[row * columns + c1 + 1]!;
      for (let k = start[row * columns + c0]!; k < end; k++) {
        const e = items[k]! * 4;
        const ax = edges[e]!;
        const az = edges[e + 1]!;
        const ex = edges[e + 2]! - ax;
        const ez = edges[e + 3]! - az;
        const along = ((x - ax) * ex + (z - az) * ez) / (ex * ex + ez * ez);
        const t = Math.min(1, Math.max(0, along));
        const nx = x - ax - t * ex;
        const nz = z - az - t * ez;
        const distance = Math.sqrt(nx * nx + nz * nz);
        if (distance < away.distance) {
          away.x = nx;
          away.z = nz;
          away.distance = distance;
        }
      }
    }
    return radius - away.distance;
  }

  /** Whether a point lies in an obstacle. */
  private within(x: number, z: number): boolean {
    const { start, items, columns } = this.ringCells;
    const cell = this.ringCells.row(z) * columns + this.ringCells.column(x);
    const end = start[cell + 1]!;
    for (let k = start[cell]!; k < end; k++) {
      if (inside(this.rings[items[k]!]!, x, z)) return true;
    }
    return false;
  }
}

function edgesOf(ring: Ring): Ring[] {
  const edges: Ring[] = [];
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length]!;
    if (a[0] !== b[0] || a[1] !== b[1]) edges.push([a, b]);
  });
  return edges;
}

function boxesOf(shapes: readonly Ring[]): Float64Array {
  const boxes = new Float64Array(shapes.length * 4);
  shapes.forEach((shape, i) => {
    const xs = shape.map(([x]) => x);
    const zs = shape.map(([, z]) => z);
    boxes.set([Math.min(...xs), Math.min(...zs), Math.max(...xs), Math.max(...zs)], i * 4);
  });
  return boxes;
}
