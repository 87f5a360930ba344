/** How far along a way somebody is. Nothing is allocated while following. */
import { segmentDistanceSquared } from '../geometry';
import type { Spot } from '../manifest';
import type { Way } from './floor';

/** How far back along the way one may have gone, and how far ahead one may cut, in metres. */
const BEHIND = 8;
const AHEAD = 25;

export class Progress {
  /** Metres still to go, from the nearest point of the way on. */
  left: number;
  /** Metres beside the way. */
  off = 0;
  /** Metres of the way that are done. */
  done = 0;
  private readonly starts: Float64Array;

  constructor(readonly way: Way) {
    const { spots } = way;
    this.starts = new Float64Array(spots.length);
    for (let i = 1; i < spots.length; i++) {
      const [ax, az] = spots[i - 1]!;
      const [bx, bz] = spots[i]!;
      this.starts[i] = this.starts[i - 1]! + Math.hypot(bx - ax, bz - az);
    }
    this.left = way.metres;
  }

  /** Somebody is at (x, z) now. Ways that cross themselves are followed in their order. */
  follow(x: number, z: number): void {
    const { spots } = this.way;
    const { starts } = this;
    const [low, high] = [this.done - BEHIND, this.done + AHEAD];
    let nearest = Infinity;
    for (let i = 1; i < spots.length; i++) {
      const [begin, end] = [starts[i - 1]!, starts[i]!];
      if (end < low || begin > high) continue;
      const a = spots[i - 1]!;
      const b = spots[i]!;
      const distance = segmentDistanceSquared(x, z, a[0], a[1], b[0], b[1]);
      if (distance >= nearest) continue;
      nearest = distance;
      this.done = begin + along(x, z, a[0], a[1], b[0], b[1]);
    }
    this.off = Math.sqrt(nearest);
    this.left = Math.max(0, this.way.metres - this.done);
  }

  /** Somebody is at its end, however they came there. */
  finish(): void {
    this.done = this.way.metres;
    this.left = this.off = 0;
  }

  /** The corners that are still to come. */
  ahead(): readonly Spot[] {
    return this.way.spots.filter((_, i) => this.starts[i]! > this.done);
  }
}

/** Metres from a to the point of the segment from a to b that is nearest to (x, z). */
function along(x: number, z: number, ax: number, az: number, bx: number, bz: number): number {
  const [dx, dz] = [bx - ax, bz - az];
  const length = Math.hypot(dx, dz);
  if (length === 0) return 0;
  return Math.min(length, Math.max(0, ((x - ax) * dx + (z - az) * dz) / length));
}
