/** Leads the visitor to a booth: finds the way, shows it, tells how far it is, and where it ends. */
import { headingOf, inside } from '../geometry';
import type { WayCard } from '../hud/way';
import type { HallShard, ShardBooth, ShardWay, Spot } from '../manifest';
import { Catalog } from '../visit/catalog';
import type { Walk } from '../walk/walk';
import type { Trail } from '../world/trail';
import type { FairFiles } from './files';
import { apart } from './floor';
import { type Goal, type Journey, type Stretch, planJourney } from './journey';
import { Progress } from './progress';

/** Metres from the way at which another is looked for, again after so many more, and metres from
 * its end at which one is there. */
const LOST = 5;
const FURTHER = 3;
const THERE = 1.6;

/** Whether the visitor is walked along: it goes on in the next hall. */
export interface Pace {
  walking: boolean;
}

export interface UsherParts {
  readonly shard: HallShard;
  readonly catalog: Catalog;
  readonly walk: Walk;
  readonly files: FairFiles;
  readonly card: WayCard;
  readonly trail: Trail;
  readonly pace: Pace;
  /** The visitor is there. */
  arrived(booth: ShardBooth): void;
  /** Nobody is led any more, though they are not there. */
  ended(): void;
  /** Go through a door to another hall. */
  pass(way: ShardWay): void;
  /** Nothing has that name, no way leads there, or what one needs to find it did not come. */
  missed(key: 'no-booth' | 'no-way' | 'way-failed', error?: unknown): void;
  /** Something is to be drawn, and the address to be written. */
  changed(): void;
}

/** A booth as it was asked for, and what it is called. */
interface Named extends Goal {
  readonly name: string;
  readonly title: string;
}

interface Led {
  readonly goal: Named;
  /** The part of the way in this hall, and the metres after it. */
  readonly stretch: Stretch;
  readonly beyond: number;
  readonly progress: Progress;
}

export class Usher {
  private led: Led | undefined;
  /** Nobody is walked before they see where. */
  private started = false;
  /** How far from the way another one is looked for. */
  private lost = LOST;
  /** What is found after something else was asked counts for nothing. */
  private asked = 0;

  constructor(private readonly parts: UsherParts) {
    parts.card.listen({
      walk: () => (parts.pace.walking ? this.halt() : this.walkOn()),
      end: () => this.end(),
    });
  }

  /** The booth that the visitor is led to, as a link names it. */
  get bound(): string | undefined {
    return this.led?.goal.name;
  }

  /** The way in this hall that is shown. */
  get way(): Stretch['way'] {
    return this.led?.stretch.way;
  }

  /** The booth it leads to, where that is in this hall. */
  get goal(): ShardBooth | undefined {
    const { led } = this;
    return led?.stretch.door === undefined ? led?.goal.booth : undefined;
  }

  /** Lead to a booth by its id, or by its number in this hall; true also where no way leads there,
   * which is told. False where no booth has that name, which is told as well. */
  async lead(name: string): Promise<boolean> {
    const asked = ++this.asked;
    try {
      const goal = await this.find(name);
      if (goal === undefined) {
        this.parts.missed('no-booth');
        return false;
      }
      const journey = await this.plan(goal);
      if (asked !== this.asked) return true;
      if (journey === undefined) this.refuse();
      else this.begin(goal, journey, 'anew');
    } catch (error) {
      if (asked === this.asked) this.parts.missed('way-failed', error);
    }
    return true;
  }

  /** The visitor's eyes moved. */
  follow(): void {
    const { led } = this;
    if (led === undefined) return;
    const { walk, trail, card, pace } = this.parts;
    const { x, z } = walk.eyes;
    const { progress } = led;
    progress.follow(x, z);
    if (this.isThere(led)) return this.arrive(led);
    trail.cut(progress.done);
    card.tell(progress.left + led.beyond);
    const stands = this.started && walk.goal === undefined && progress.left > THERE;
    if (pace.walking && stands) this.rest();
    if (progress.off > this.lost) void this.again(led);
  }

  /** The visitor sees the hall: who was walked here goes on. */
  start(): void {
    this.started = true;
    if (this.parts.pace.walking) this.walkOn();
  }

  /** Walk the visitor along the rest of the way. */
  walkOn(): void {
    const { led } = this;
    if (led === undefined) return;
    const { walk, pace, card } = this.parts;
    const { progress, stretch, goal } = led;
    pace.walking = true;
    card.show('walking');
    const heading = stretch.door === undefined ? facing(goal.booth, stretch.to) : undefined;
    walk.along(progress.ahead(), heading, () => this.through(led));
    this.parts.changed();
  }

  /** Lead no further. */
  end(): void {
    this.asked++;
    this.led = undefined;
    if (this.parts.pace.walking) this.parts.walk.stop();
    this.parts.pace.walking = false;
    this.parts.trail.clear();
    this.parts.card.hide();
    this.parts.ended();
    this.parts.changed();
  }

  private async find(name: string): Promise<Named | undefined> {
    const { catalog, shard, files } = this.parts;
    const here = catalog.booth(name);
    if (here !== undefined) {
      return { name: here.id, hall: shard.hall, booth: here, title: catalog.title(here) };
    }
    const hall = (await files.manifest()).booths[name];
    if (hall === undefined) return undefined;
    const there = new Catalog(await files.shard(hall));
    const booth = there.booth(name);
    return booth && { name, hall, booth, title: there.title(booth) };
  }

  private plan(goal: Goal): Promise<Journey | undefined> {
    const { walk, shard, files } = this.parts;
    return planJourney({ hall: shard.hall, spot: [walk.eyes.x, walk.eyes.z] }, goal, files);
  }

  private begin(goal: Named, journey: Journey, how: 'anew' | 'again'): void {
    const { card, trail, pace } = this.parts;
    const [stretch] = journey.stretches;
    if (stretch?.way === undefined) return this.refuse();
    const progress = new Progress(stretch.way);
    this.led = { goal, stretch, beyond: journey.metres - stretch.metres, progress };
    this.lost = LOST;
    trail.show(stretch.way);
    card.goOnTo(this.behind(stretch)?.name);
    if (how === 'anew') card.begin(goal.title, journey.metres);
    else card.tell(journey.metres);
    if (pace.walking && this.started) this.walkOn();
    this.parts.changed();
  }

  /** The visitor left the way: find another from here. */
  private async again(led: Led): Promise<void> {
    const asked = ++this.asked;
    this.lost = led.progress.off + FURTHER;
    try {
      const journey = await this.plan(led.goal);
      if (asked === this.asked && journey !== undefined) this.begin(led.goal, journey, 'again');
    } catch (error) {
      if (asked === this.asked) this.parts.missed('way-failed', error);
    }
  }

  private refuse(): void {
    this.end();
    this.parts.missed('no-way');
  }

  private isThere({ stretch, progress, goal }: Led): boolean {
    if (stretch.door !== undefined) return false;
    const { x, z } = this.parts.walk.eyes;
    return progress.left + progress.off < THERE || inside(goal.booth.outline, x, z);
  }

  private arrive({ goal }: Led): void {
    const { card, trail, pace } = this.parts;
    this.led = undefined;
    pace.walking = false;
    trail.clear();
    card.arrive(goal.title);
    this.parts.arrived(goal.booth);
    this.parts.changed();
  }

  /** At the end of a walk through this hall. */
  private through(led: Led): void {
    if (this.led !== led) return;
    const behind = this.behind(led.stretch);
    const { x, z } = this.parts.walk.eyes;
    if (apart([x, z], led.stretch.way!.spots.at(-1)!) > LOST) return this.rest();
    led.progress.finish();
    if (behind === undefined) this.arrive(led);
    else this.parts.pass(behind);
  }

  private behind({ door }: Stretch): ShardWay | undefined {
    const gate = this.parts.shard.gates.find(({ id }) => id === door?.gate);
    return gate?.leads ?? undefined;
  }

  private halt(): void {
    this.parts.walk.stop();
    this.rest();
  }

  /** The visitor walks by themselves from here on. */
  private rest(): void {
    this.parts.pace.walking = false;
    this.parts.card.show('leading');
  }
}

/** How to look at a booth from a place before it. */
function facing({ view, outline }: ShardBooth, [x, z]: Spot): number {
  if (Math.hypot(view.x - x, view.z - z) < 1) return view.heading;
  const middle = (axis: 0 | 1): number =>
    outline.reduce((sum, corner) => sum + corner[axis], 0) / outline.length;
  return headingOf(middle(0) - x, middle(1) - z);
}
