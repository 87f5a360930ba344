/** The tiles of a hall, and those of a booth that is apart from it: one that changes while a visitor
 * looks at it. Other tiles take the place of those that are shown once they are as fine. */
import type { Object3D } from 'three';
import type { HallShard } from '../manifest';
import type { Progress } from '../state';
import type { Exhibits } from './exhibits';
import type { Detail } from './quality';
import type { Stage } from './stage';
import { type Extra, HallTiles, type TilesEvents } from './tiles';

/** Frames in which nothing came, after which nothing will: each looks one level deeper. */
const QUIET = 4;

/** What is to take the place of what is shown. */
interface Coming {
  readonly sets: ReadonlyMap<string, HallTiles>;
  readonly fresh: readonly HallTiles[];
  readonly end: () => void;
  quiet: number;
}

export class Tilesets {
  /** Resolves when all of it stands as it is seen from afar; rejects where nothing came. */
  readonly firstView: Promise<void>;
  /** By their addresses. */
  private shown: ReadonlyMap<string, HallTiles>;
  private coming: Coming | undefined;
  private readonly baked = new Set<HallTiles>();
  private readonly hidden = new Set<Extra>();
  private size: readonly [number, number] = [1, 1];

  /** `root` leads to the site's root. */
  constructor(
    private readonly root: string,
    shard: HallShard,
    private readonly stage: Stage,
    private detail: Detail,
    private readonly exhibits: Exhibits,
    private readonly events: TilesEvents,
  ) {
    this.shown = new Map(addressesOf(shard).map((address) => [address, this.made(address)]));
    const first = [...this.shown.values()].map((tiles) => tiles.firstView);
    this.firstView = Promise.all(first).then(() => undefined);
  }

  /** Show what another shard names. Resolves when it is shown, or when something else is to be. */
  renew(shard: HallShard): Promise<void> {
    this.abandon();
    const fresh: HallTiles[] = [];
    const sets = new Map<string, HallTiles>();
    for (const address of addressesOf(shard)) {
      const known = this.shown.get(address);
      const tiles = known ?? this.made(address);
      sets.set(address, tiles);
      if (known !== undefined) continue;
      tiles.group.visible = false;
      fresh.push(tiles);
    }
    return new Promise((end) => {
      const coming = (this.coming = { sets, fresh, end, quiet: 0 });
      for (const tiles of fresh) {
        tiles.firstView.catch((error: unknown) => {
          if (this.coming === coming) this.abandon();
          this.events.failed(error);
        });
      }
      this.events.changed();
    });
  }

  /** What can be hit by a ray. */
  get groups(): Object3D[] {
    return [...this.shown.values()].map((tiles) => tiles.group);
  }

  /** Ask for what the view needs. True while tiles are under way. */
  update(): boolean {
    let more = false;
    for (const tiles of this.all) more = tiles.update() || more;
    return this.replace() || more;
  }

  /** Draw more or less from now on. */
  tune(detail: Detail): void {
    this.detail = detail;
    for (const tiles of this.all) tiles.tune(detail);
  }

  dispose(): void {
    this.abandon();
    for (const tiles of this.all) tiles.dispose();
  }

  /** Show or hide what may be left out. */
  show(extra: Extra, shown: boolean): void {
    if (shown) this.hidden.delete(extra);
    else this.hidden.add(extra);
    for (const tiles of this.all) tiles.show(extra, shown);
  }

  /** The view's size in points. */
  resize(width: number, height: number): void {
    this.size = [width, height];
    for (const tiles of this.all) tiles.resize(width, height);
  }

  get sharedBytes(): number {
    return this.sum((tiles) => tiles.sharedBytes);
  }

  get visible(): number {
    return this.sum((tiles) => tiles.visible);
  }

  get loading(): number {
    return this.sum((tiles) => tiles.loading);
  }

  get progress(): Progress {
    const parts = [...this.shown.values()].map((tiles) => tiles.progress);
    const [loaded, total, bytes] = (['loaded', 'total', 'bytes'] as const).map((key) =>
      parts.reduce((sum, part) => sum + part[key], 0),
    );
    return { loaded: loaded!, total: total!, bytes: bytes! };
  }

  forEachModel(visit: (scene: Object3D) => void): void {
    for (const tiles of this.all) tiles.forEachModel(visit);
  }

  private get all(): readonly HallTiles[] {
    return [...this.shown.values(), ...(this.coming?.fresh ?? [])];
  }

  private sum(count: (tiles: HallTiles) => number): number {
    return this.all.reduce((sum, tiles) => sum + count(tiles), 0);
  }

  /** Let what came take its place, once it is fine. True while it is waited for. */
  private replace(): boolean {
    const { coming } = this;
    if (coming === undefined) return false;
    coming.quiet = coming.fresh.every((tiles) => tiles.fine) ? coming.quiet + 1 : 0;
    if (coming.quiet < QUIET) return true;
    this.coming = undefined;
    const gone = [...this.shown].filter(([address]) => !coming.sets.has(address));
    this.shown = coming.sets;
    for (const [, tiles] of gone) this.forget(tiles);
    for (const tiles of coming.fresh) {
      tiles.group.visible = true;
      if (this.baked.has(tiles)) this.events.baked();
    }
    coming.end();
    this.events.changed();
    return true;
  }

  /** What was to come is not wanted any more. */
  private abandon(): void {
    const { coming } = this;
    this.coming = undefined;
    for (const tiles of coming?.fresh ?? []) this.forget(tiles);
    coming?.end();
  }

  private forget(tiles: HallTiles): void {
    this.baked.delete(tiles);
    tiles.dispose();
  }

  private made(address: string): HallTiles {
    const { events, stage, detail, exhibits, root } = this;
    const tiles: HallTiles = new HallTiles(root + address, stage, detail, exhibits, {
      ...events,
      // What comes to be shown later brings its light then.
      baked: () => {
        this.baked.add(tiles);
        if (tiles.group.visible) events.baked();
      },
    });
    for (const extra of this.hidden) tiles.show(extra, false);
    tiles.resize(...this.size);
    return tiles;
  }
}

const addressesOf = ({ tileset, own }: HallShard): string[] =>
  own === null ? [tileset] : [tileset, own];
