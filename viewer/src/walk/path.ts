/** Ways round what stands in the hall: A* on a coarse grid, then pulled straight.
 *
 * The grid is built when the first way is asked for. Cells are 0.2 m or, in large halls, as
 * wide as keeps them under 600,000. Hart, Nilsson and Raphael (1968), with the octile distance
 * of an eight-connected grid as heuristic. */
import type { Spot } from '../manifest';
import type { Collision } from './collision';
import { Heap } from './heap';

const FINEST = 0.2;
const MOST_CELLS = 600_000;
const DIAGONAL = Math.SQRT2;

const NEIGHBOURS: readonly (readonly [number, number, number])[] = [
  [1, 0, 1],
  [-1, 0, 1],
  [0, 1, 1],
  [0, -1, 1],
  [1, 1, DIAGONAL],
  [1, -1, DIAGONAL],
  [-1, 1, DIAGONAL],
  [-1, -1, DIAGONAL],
];

interface Grid {
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** 0 not looked at yet, 1 free, 2 taken. */
  readonly known: Uint8Array;
  readonly cost: Float32Array;
  readonly from: Int32Array;
}

export class PathFinder {
  private grid: Grid | undefined;

  constructor(private readonly collision: Collision) {}

  /** The corners of a way from one point to the free point nearest to another, without the
   * start; undefined where no way leads there. */
  find(ax: number, az: number, bx: number, bz: number): Spot[] | undefined {
    const goal = this.collision.nearestFree(bx, bz);
    if (goal === undefined) return undefined;
    if (this.collision.clear(ax, az, goal[0], goal[1])) return [goal];
    const cells = this.search(ax, az, goal[0], goal[1]);
    return cells === undefined ? undefined : this.pull([[ax, az], ...cells, goal]);
  }

  private search(ax: number, az: number, bx: number, bz: number): Spot[] | undefined {
    const grid = (this.grid ??= makeGrid(this.collision.bounds));
    const start = this.nearestCell(grid, ax, az);
    const goal = this.nearestCell(grid, bx, bz);
    if (start === undefined || goal === undefined) return undefined;
    grid.cost.fill(Infinity);
    grid.from.fill(-1);
    const open = new Heap();
    grid.cost[start] = 0;
    open.push(start, 0);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === goal) return this.cellsTo(grid, goal);
      this.expand(grid, open, at, goal);
    }
    return undefined;
  }

  /** Offer a cell's neighbours. */
  private expand(grid: Grid, open: Heap, at: number, goal: number): void {
    const { columns, cost, from } = grid;
    const x = at % columns;
    const z = Math.floor(at / columns);
    for (const [dx, dz, length] of NEIGHBOURS) {
      if (!this.free(grid, x + dx, z + dz)) continue;
      // No cutting of corners: a diagonal needs both of its sides.
      if (dx && dz && !(this.free(grid, x + dx, z) && this.free(grid, x, z + dz))) continue;
      const next = (z + dz) * columns + x + dx;
      const total = cost[at]! + length;
      if (total >= cost[next]! - 1e-4) continue;
      cost[next] = total;
      from[next] = at;
      open.push(next, total + octile(next, goal, columns));
    }
  }

  private free(grid: Grid, column: number, row: number): boolean {
    if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return false;
    const i = row * grid.columns + column;
    if (grid.known[i] === 0) {
      const [x, z] = this.centre(grid, column, row);
      grid.known[i] = this.collision.free(x, z) ? 1 : 2;
    }
    return grid.known[i] === 1;
  }

  private centre(grid: Grid, column: number, row: number): Spot {
    const [x0, z0] = this.collision.bounds;
    return [x0 + (column + 0.5) * grid.cell, z0 + (row + 0.5) * grid.cell];
  }

  /** The free cell nearest to a point, within a metre and a half. */
  private nearestCell(grid: Grid, x: number, z: number): number | undefined {
    const [x0, z0] = this.collision.bounds;
    const column = Math.floor((x - x0) / grid.cell);
    const row = Math.floor((z - z0) / grid.cell);
    const reach = Math.ceil(1.5 / grid.cell);
    let best: number | undefined;
    let nearest = Infinity;
    for (let r = Math.max(0, row - reach); r <= Math.min(grid.rows - 1, row + reach); r++) {
      const last = Math.min(grid.columns - 1, column + reach);
      for (let c = Math.max(0, column - reach); c <= last; c++) {
        const [cx, cz] = this.centre(grid, c, r);
        const distance = Math.hypot(cx - x, cz - z);
        if (distance < nearest && this.free(grid, c, r)) {
          nearest = distance;
          best = r * grid.columns + c;
        }
      }
    }
    return best;
  }

  private cellsTo(grid: Grid, goal: number): Spot[] {
    const way: Spot[] = [];
    for (let at = goal; at >= 0; at = grid.from[at]!) {
      way.push(this.centre(grid, at % grid.columns, Math.floor(at / grid.columns)));
    }
    return way.reverse();
  }

  /** Leave out corners that can be passed in a straight line. */
  private pull(way: readonly Spot[]): Spot[] {
    const pulled: Spot[] = [];
    let at = 0;
    while (at < way.length - 1) {
      let next = at + 1;
      // Look further in growing strides, then fall back to the last that could be seen.
      for (let stride = 2; at + stride < way.length; stride = Math.ceil(stride * 1.3)) {
        if (!this.sees(way[at]!, way[at + stride]!)) break;
        next = at + stride;
      }
      while (next + 1 < way.length && this.sees(way[at]!, way[next + 1]!)) next++;
      pulled.push(way[next]!);
      at = next;
    }
    return pulled;
  }

  private sees(a: Spot, b: Spot): boolean {
    return this.collision.clear(a[0], a[1], b[0], b[1]);
  }
}

/** The length, in cells, of the shortest way between two cells of an empty grid. */
function octile(a: number, b: number, columns: number): number {
  const dx = Math.abs((a % columns) - (b % columns));
  const dz = Math.abs(Math.floor(a / columns) - Math.floor(b / columns));
  return Math.max(dx, dz) + (DIAGONAL - 1) * Math.min(dx, dz);
}

function makeGrid([x0, z0, x1, z1]: readonly [number, number, number, number]): Grid {
  const cell = Math.max(FINEST, Math.sqrt(((x1 - x0) * (z1 - z0)) / MOST_CELLS));
  const columns = Math.max(1, Math.ceil((x1 - x0) / cell));
  const rows = Math.max(1, Math.ceil((z1 - z0) / cell));
  const count = columns * rows;
  return {
    cell,
    columns,
    rows,
    known: new Uint8Array(count),
    cost: new Float32Array(count),
    from: new Int32Array(count),
  };
}
