/** How far it is on foot from one place of a hall to many others, for tours (Dijkstra 1959).
 *
 * Good enough to compare, not to show: a coarse grid has eight directions, so a length may be 8 %
 * too long. `Floor` finds the ways themselves. */
import type { Spot } from '../manifest';
import { Collision } from '../walk/collision';
import { Heap } from '../walk/heap';
import type { FloorPlan } from './floor';
import { tour } from './tour';

/** The side of a cell in metres, and how far from a place its cell may be. */
const CELL = 0.5;
const NEAR = 3;

const STEPS = [-1, 0, 1].flatMap((dx) =>
  [-1, 0, 1].flatMap((dz) => (dx === 0 && dz === 0 ? [] : [[dx, dz, Math.hypot(dx, dz)] as const])),
);

export class Field {
  private readonly columns: number;
  private readonly rows: number;
  /** Whether a visitor fits in the middle of a cell. */
  private readonly open: Uint8Array;

  constructor(private readonly plan: FloorPlan) {
    const [x0, z0, x1, z1] = plan.bounds;
    this.columns = Math.max(1, Math.ceil((x1 - x0) / CELL));
    this.rows = Math.max(1, Math.ceil((z1 - z0) / CELL));
    const blocked = [...plan.obstacles, ...plan.booths.map(({ outline }) => outline)];
    const collision = new Collision(plan.bounds, blocked);
    this.open = Uint8Array.from({ length: this.columns * this.rows }, (_, cell) => {
      const [x, z] = this.middle(cell);
      return collision.free(x, z) ? 1 : 0;
    });
  }

  /** Metres from a place to each of others; Infinity where no way leads there. */
  metres(from: Spot, to: readonly Spot[]): number[] {
    const costs = new Float32Array(this.open.length).fill(Infinity);
    const start = this.beside(from);
    if (start !== undefined) this.spread(start, costs);
    return to.map((spot) => {
      const cell = this.beside(spot);
      return cell === undefined ? Infinity : costs[cell]! * CELL;
    });
  }

  /** Fill in the steps that it takes to each cell. */
  private spread(start: number, costs: Float32Array): void {
    const { columns, rows, open } = this;
    const waiting = new Heap();
    const done = new Uint8Array(open.length);
    costs[start] = 0;
    waiting.push(start, 0);
    const free = (x: number, z: number): boolean =>
      x >= 0 && z >= 0 && x < columns && z < rows && open[z * columns + x] === 1;
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (done[at] === 1) continue;
      done[at] = 1;
      const [x, z] = [at % columns, Math.floor(at / columns)];
      for (const [dx, dz, length] of STEPS) {
        // No cutting of corners: a diagonal needs both of its sides.
        if (!free(x + dx, z + dz) || !free(x + dx, z) || !free(x, z + dz)) continue;
        const next = (z + dz) * columns + x + dx;
        const cost = costs[at]! + length;
        if (cost >= costs[next]! - 1e-4) continue;
        costs[next] = cost;
        waiting.push(next, cost);
      }
    }
  }

  /** The open cell next to a place. */
  private beside([x, z]: Spot): number | undefined {
    const [x0, z0] = this.plan.bounds;
    const reach = Math.ceil(NEAR / CELL);
    const [column, row] = [Math.floor((x - x0) / CELL), Math.floor((z - z0) / CELL)];
    let best: number | undefined;
    let nearest = NEAR;
    for (let r = Math.max(0, row - reach); r <= Math.min(this.rows - 1, row + reach); r++) {
      const last = Math.min(this.columns - 1, column + reach);
      for (let c = Math.max(0, column - reach); c <= last; c++) {
        const cell = r * this.columns + c;
        const [cx, cz] = this.middle(cell);
        const apart = Math.hypot(cx - x, cz - z);
        if (this.open[cell] === 1 && apart < nearest) [best, nearest] = [cell, apart];
      }
    }
    return best;
  }

  private middle(cell: number): Spot {
    const [x0, z0] = this.plan.bounds;
    const row = Math.floor(cell / this.columns);
    return [x0 + ((cell % this.columns) + 0.5) * CELL, z0 + (row + 0.5) * CELL];
  }
}

/** Metres that stand for no way at all. */
const NO_WAY = 1e6;

/** The best order to see places of a hall in, by their numbers, from where one stands. Places that
 * no way leads to come last. */
export function walkOrder(plan: FloorPlan, start: Spot, stops: readonly Spot[]): number[] {
  const field = new Field(plan);
  const places = [start, ...stops];
  const far = places.map((place) => field.metres(place, places));
  const metres = (a: number, b: number): number => Math.min(NO_WAY, far[a]![b]!);
  return tour(0, [...stops.keys()].map((stop) => stop + 1), metres);
}
