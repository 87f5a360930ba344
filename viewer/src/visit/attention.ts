/** Which booth the visitor looks at, and since when.
 *
 * A booth is looked at when it is the first on the line of sight within reach, or when the
 * visitor stands in it. Held long enough, it has the visitor's attention; attention lasts until
 * the visitor leaves the booth or holds their eyes on another one. Pure: time comes from
 * outside. */
import { RADIANS, direction, inside, rayToRing, ringDistance } from '../geometry';
import type { Pose, ShardBooth, Spot } from '../manifest';

/** How far a booth may be to be looked at, in metres. */
export const REACH = 6;

/** How long it must be held, in seconds. */
export const HOLD = 0.6;

/** How far from its edge a visitor has left a booth, in metres. */
export const LEFT = 7;

/** Eyes on the floor or on the roof look at no booth: degrees up or down. */
const PITCH = 40;

interface Shape {
  readonly booth: ShardBooth;
  readonly box: readonly [number, number, number, number];
}

export interface AttentionEvents {
  /** A booth is in the middle of the view, or none is any more. */
  sighted(booth: ShardBooth | undefined): void;
  /** It was held long enough: it has the visitor's attention now. */
  held(booth: ShardBooth): void;
  /** The visitor went away from a booth that had been held. */
  left(booth: ShardBooth): void;
}

export class Attention {
  private shapes!: readonly Shape[];
  private sighted: ShardBooth | undefined;
  private since = 0;
  private visiting: ShardBooth | undefined;
  private readonly stays = new Set<ShardBooth>();

  constructor(
    booths: readonly ShardBooth[],
    private readonly events: AttentionEvents,
  ) {
    this.take(booths);
  }

  /** Look at other booths, as from the start. */
  take(booths: readonly ShardBooth[]): void {
    this.shapes = booths.map((booth) => ({ booth, box: boxOf(booth.outline) }));
    this.sighted = this.visiting = undefined;
    this.stays.clear();
  }

  /** The booth that has the visitor's attention. */
  get booth(): ShardBooth | undefined {
    return this.visiting;
  }

  /** The booth in the middle of the view. */
  get inView(): ShardBooth | undefined {
    return this.sighted;
  }

  /** Give a booth attention at once, without an event: a click or a link asked for it. */
  attend(booth: ShardBooth): void {
    this.visiting = booth;
    this.stays.add(booth);
  }

  /** True while the hold of a booth is being timed. */
  step(seconds: number, eyes: Pose): boolean {
    this.leave(eyes);
    const booth = this.boothInView(eyes);
    if (booth !== this.sighted) {
      this.sighted = booth;
      this.since = 0;
      this.events.sighted(booth);
    } else if (booth !== undefined && booth !== this.visiting) {
      this.since += seconds;
      if (this.since >= HOLD) this.hold(booth);
    }
    return this.sighted !== undefined && this.sighted !== this.visiting;
  }

  /** The booth the eyes rest on, if any. */
  boothInView(eyes: Pose): ShardBooth | undefined {
    const [dx, dz] = direction(eyes.heading);
    const reach = Math.abs(eyes.pitch) > PITCH ? 0 : REACH * Math.cos(eyes.pitch * RADIANS);
    let nearest = reach;
    let found: ShardBooth | undefined;
    for (const { booth, box } of this.shapes) {
      if (outOfReach(box, eyes)) continue;
      if (inside(booth.outline, eyes.x, eyes.z)) return booth;
      const distance = rayToRing(booth.outline, eyes.x, eyes.z, dx, dz);
      if (distance < nearest) {
        nearest = distance;
        found = booth;
      }
    }
    return found;
  }

  private hold(booth: ShardBooth): void {
    this.attend(booth);
    this.events.held(booth);
  }

  private leave(eyes: Pose): void {
    for (const booth of this.stays) {
      if (ringDistance(booth.outline, eyes.x, eyes.z) <= LEFT) continue;
      this.stays.delete(booth);
      if (this.visiting === booth) this.visiting = undefined;
      this.events.left(booth);
    }
  }
}

const outOfReach = (box: Shape['box'], eyes: Pose): boolean =>
  eyes.x < box[0] - REACH ||
  eyes.x > box[2] + REACH ||
  eyes.z < box[1] - REACH ||
  eyes.z > box[3] + REACH;

function boxOf(outline: readonly Spot[]): Shape['box'] {
  const xs = outline.map(([x]) => x);
  const zs = outline.map(([, z]) => z);
  return [Math.min(...xs), Math.min(...zs), Math.max(...xs), Math.max(...zs)];
}
