/** A uniform grid over the hall's floor that tells which of many boxes may be near a point. */

/** The side of a cell in metres: about a booth's module. */
const CELL = 2;

/** Boxes by the cells they touch, in two flat arrays: nothing is allocated while asking. */
export class Cells {
  /** The items of cell c are `items[start[c]]` up to `items[start[c + 1]]`. */
  readonly start: Uint32Array;
  readonly items: Uint32Array;
  readonly columns: number;
  private readonly rows: number;

  /** `boxes` holds min x, min z, max x, max z of each item. */
  constructor(
    private readonly bounds: readonly [number, number, number, number],
    boxes: Float64Array,
  ) {
    const [x0, z0, x1, z1] = bounds;
    this.columns = Math.max(1, Math.ceil((x1 - x0) / CELL));
    this.rows = Math.max(1, Math.ceil((z1 - z0) / CELL));
    const cells: number[][] = Array.from({ length: this.columns * this.rows }, () => []);
    for (let item = 0; item * 4 < boxes.length; item++) {
      const [bx0, bz0, bx1, bz1] = boxes.subarray(item * 4) as unknown as [
        number,
        number,
        number,
        number,
      ];
      for (let row = this.row(bz0); row <= this.row(bz1); row++) {
        for (let column = this.column(bx0); column <= this.column(bx1); column++) {
          cells[row * this.columns + column]?.push(item);
        }
      }
    }
    this.start = new Uint32Array(cells.length + 1);
    cells.forEach((found, c) => {
      this.start[c + 1] = this.start[c]! + found.length;
    });
    this.items = Uint32Array.from(cells.flat());
  }

  column(x: number): number {
    return Math.min(this.columns - 1, Math.max(0, Math.floor((x - this.bounds[0]) / CELL)));
  }

  row(z: number): number {
    return Math.min(this.rows - 1, Math.max(0, Math.floor((z - this.bounds[1]) / CELL)));
  }
}
