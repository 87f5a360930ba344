/** Where one is and how one gets elsewhere: the map, the way on the floor and who leads along it. */
import { WayCard } from '../hud/way';
import type { HallShard, PageData, ShardBooth, ShardWay, Spot } from '../manifest';
import { HallMap } from '../map/map';
import type { Say } from '../strings';
import type { Catalog } from '../visit/catalog';
import type { Visit } from '../visit/visit';
import type { Walk } from '../walk/walk';
import type { Stage } from '../world/stage';
import { Trail } from '../world/trail';
import { FairFiles } from './files';
import { Rounds } from './rounds';
import { type Pace, Usher } from './usher';

/** A click on the map within so many metres is walked to, one farther away jumped to. */
const WALKED = 25;

export interface WayfindingParts {
  /** The view, to which the map and the way's card are added. */
  readonly root: HTMLElement;
  readonly page: PageData;
  readonly shard: HallShard;
  readonly catalog: Catalog;
  readonly walk: Walk;
  readonly visit: Visit;
  readonly stage: Stage;
  readonly say: Say;
  readonly pace: Pace;
  readonly canvas: HTMLElement;
  readonly signal: AbortSignal;
  pass(way: ShardWay): void;
  missed(key: 'no-booth' | 'no-way' | 'way-failed', error?: unknown): void;
  /** Something is to be drawn. */
  wake(): void;
}

export class Wayfinding {
  readonly usher: Usher;
  readonly rounds = new Rounds((booth) => void this.usher.lead(booth));
  private readonly map: HallMap | undefined;

  constructor(private readonly parts: WayfindingParts) {
    const { page, shard, catalog, walk, visit, stage, say, canvas, signal } = parts;
    const card = new WayCard(say);
    this.map = this.makeMap();
    this.usher = new Usher({
      shard,
      catalog,
      walk,
      card,
      trail: new Trail(stage.scene),
      pace: parts.pace,
      files: new FairFiles(page.root, page.language).keep(shard),
      arrived: (booth) => {
        visit.openBooth(booth, 'linked');
        this.rounds.arrived(booth.id);
      },
      ended: () => this.rounds.begin([]),
      pass: (way) => parts.pass(way),
      missed: (key, error) => parts.missed(key, error),
      changed: () => {
        this.map?.show(this.usher.way, this.usher.goal);
        visit.moved();
        parts.wake();
      },
    });
    const maps = this.map === undefined ? [] : [this.map.element, this.map.large];
    parts.root.append(card.element, card.voice, ...maps);
    const open = (event: KeyboardEvent): void => {
      if (event.code === 'KeyM' && !event.ctrlKey && !event.metaKey) this.map?.open();
    };
    canvas.addEventListener('keydown', open, { signal });
  }

  /** Lead to a booth, and on to others. As `Usher.lead`. */
  lead(booth: string, route: readonly string[] = []): Promise<boolean> {
    this.rounds.begin([booth, ...route]);
    return this.usher.lead(booth);
  }

  /** The visitor's eyes moved. */
  follow(): void {
    this.usher.follow();
    this.map?.follow(this.parts.walk.eyes);
  }

  /** Sites of before have no plans that tell where they are. */
  private makeMap(): HallMap | undefined {
    const { shard, page, say, walk, visit, signal } = this.parts;
    const { plan, small_plan: small } = shard;
    if (plan === null || small === null) return undefined;
    const events = {
      booth: (booth: ShardBooth) => visit.openBooth(booth, 'asked'),
      floor: (spot: Spot) => this.goTo(spot),
    };
    const plans = { small, large: plan };
    return new HallMap(shard, page.root, plans, say, events, walk.eyes, signal);
  }

  private goTo([x, z]: Spot): void {
    const { walk, visit } = this.parts;
    const near = Math.hypot(x - walk.eyes.x, z - walk.eyes.z) < WALKED;
    if (!near || !walk.goTo(x, z)) visit.jump({ ...walk.eyes, x, z });
    this.parts.wake();
  }
}
