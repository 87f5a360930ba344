/** Lays the pictures of a tile out on one sheet. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture's place on the sheet in pixels, without its margin. */
export interface Spot extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Sheet extends Size {
  readonly spots: readonly Spot[];
}

/** Pixels around a picture that repeat its edge: smaller copies of the sheet, down to a
 * sixteenth, do not mix neighbours. */
export const MARGIN = 8;

/** Places begin at multiples of this, so that they fall on whole pixels of smaller copies. */
const STEP = 2 * MARGIN;

/** Lay out pictures that are made smaller until the sheet's sides are at most `longest` pixels. */
export function layOut(sizes: readonly Size[], longest: number): Sheet {
  for (let share = 1; ; share *= 0.85) {
    const small = sizes.map(({ width, height }) => ({
      width: Math.max(1, Math.round(width * share)),
      height: Math.max(1, Math.round(height * share)),
    }));
    const sheet = densest(small, longest);
    if (sheet !== undefined) return sheet;
  }
}

/** The smallest sheet of several widths. */
function densest(sizes: readonly Size[], longest: number): Sheet | undefined {
  const widest = Math.max(...sizes.map(({ width }) => padded(width)));
  const sheets = [widest, 512, 768, 1024, 1536, 2048, 3072, 4096]
    .filter((width) => width >= widest && width <= longest)
    .map((width) => shelves(sizes, width))
    .filter(({ height }) => height <= longest);
  const area = ({ width, height }: Size): number => width * height;
  return sheets.sort((one, other) => area(one) - area(other))[0];
}

/** Pictures by height in rows from the top, as books on shelves. */
function shelves(sizes: readonly Size[], width: number): Sheet {
  const spots: Spot[] = [];
  const order = sizes.map((_, at) => at).sort((a, b) => sizes[b]!.height - sizes[a]!.height);
  let x = 0;
  let y = 0;
  let shelf = 0;
  for (const at of order) {
    const size = sizes[at]!;
    if (x + padded(size.width) > width) {
      x = 0;
      y += shelf;
      shelf = 0;
    }
    spots[at] = { ...size, x: x + MARGIN, y: y + MARGIN };
    x += padded(size.width);
    shelf = Math.max(shelf, padded(size.height));
  }
  return { width, height: y + shelf, spots };
}

const padded = (length: number): number => Math.ceil((length + 2 * MARGIN) / STEP) * STEP;
