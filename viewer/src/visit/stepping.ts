/** Steps from booth to booth: on to the nearest that was not yet seen, those in view first, and back
 * the way one came. */
import type { Pose, ShardBooth } from '../manifest';
import { boothsInView, walkingOrder } from './around';
import type { Catalog } from './catalog';

/** Metres from where a booth is looked at, within which one is there already. */
const THERE = 1;

export class Stepping {
  private seen: string[] = [];

  constructor(
    private readonly catalog: Catalog,
    private readonly eyes: Pose,
  ) {}

  /** The booth to go on to; undefined in a hall without booths. */
  next(): ShardBooth | undefined {
    const { booths } = this.catalog.shard;
    if (this.unseen(booths).length === 0) this.seen = this.seen.slice(-1);
    const { x, z } = this.eyes;
    const [next] = this.unseen(boothsInView(booths, this.eyes));
    const booth = next ?? walkingOrder([x, z], this.unseen(booths))[0];
    if (booth !== undefined) this.seen.push(booth.id);
    return booth;
  }

  /** The booth that one came from by `next`, if any. */
  previous(): ShardBooth | undefined {
    if (this.seen.length < 2) return undefined;
    this.seen.pop();
    return this.catalog.booth(this.seen.at(-1)!);
  }

  private unseen(booths: readonly ShardBooth[]): ShardBooth[] {
    const { x, z } = this.eyes;
    return booths.filter(
      ({ id, view }) => !this.seen.includes(id) && Math.hypot(view.x - x, view.z - z) > THERE,
    );
  }
}
