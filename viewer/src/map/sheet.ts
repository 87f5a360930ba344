/** A hall's drawing, and where a place of the floor is on it. */
import { inside } from '../geometry';
import type { HallShard, ShardBooth, Spot } from '../manifest';

/** Metres around the hall on its drawing (hallgen/site/plan_svg.py). */
const MARGIN = 3;

export class MapSheet {
  /** In metres. */
  readonly width: number;
  readonly height: number;
  private readonly west: number;
  private readonly north: number;

  constructor(private readonly shard: Pick<HallShard, 'bounds' | 'booths'>) {
    const [x0, z0, x1, z1] = shard.bounds;
    this.west = x0 - MARGIN;
    this.north = z0 - MARGIN;
    this.width = x1 - x0 + 2 * MARGIN;
    this.height = z1 - z0 + 2 * MARGIN;
  }

  /** An SVG's view box in which a place of the floor has its own coordinates. */
  get box(): string {
    return `${this.west} ${this.north} ${this.width} ${this.height}`;
  }

  /** How far to the right of the drawing's left edge a place is, as a share of its width. */
  across(x: number): number {
    return (x - this.west) / this.width;
  }

  /** The same from its upper edge down. */
  down(z: number): number {
    return (z - this.north) / this.height;
  }

  /** The place at such shares. */
  spot(across: number, down: number): Spot {
    return [this.west + across * this.width, this.north + down * this.height];
  }

  /** The booth that stands at a place. */
  boothAt([x, z]: Spot): ShardBooth | undefined {
    return this.shard.booths.find(({ outline }) => inside(outline, x, z));
  }
}
