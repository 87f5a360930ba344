/** One hall on screen: puts world, walk and visit together and runs the frames. */
import type { Stats } from './api';
import type { Emitter } from './events';
import { samePose } from './geometry';
import { makeBar } from './hud/bar';
import { BoothChip } from './hud/chip';
import { Notices } from './hud/notice';
import type { Poster } from './hud/poster';
import { isSteered, restingInput } from './input/frame';
import { Keyboard } from './input/keyboard';
import { Pointer } from './input/pointer';
import type { HallShard, PageData, Pose } from './manifest';
import { Panel } from './panels/panel';
import type { Key, Say } from './strings';
import { Catalog } from './visit/catalog';
import { Guide } from './visit/goto';
import { followLinks } from './visit/inpage';
import type { Place } from './visit/links';
import { Visit } from './visit/visit';
import { Collision } from './walk/collision';
import { PathFinder } from './walk/path';
import { Walk } from './walk/walk';
import { Loop } from './world/loop';
import { Marker } from './world/marker';
import { countMemory } from './world/memory';
import { Picker } from './world/pick';
import { Quality } from './world/quality';
import { type Stage, placeCamera, resizeStage } from './world/stage';
import { HallTiles } from './world/tiles';
import { Traffic } from './world/traffic';

/** Seconds that a lost context may take to come back. */
const PATIENCE = 10;

/** What a view is made from. `target` is the address of the page's own plan. */
export interface ViewParts {
  readonly root: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly page: PageData;
  readonly shard: HallShard;
  readonly stage: Stage;
  readonly say: Say;
  readonly events: Emitter;
  readonly poster: Poster;
  readonly target: string | undefined;
  /** The view cannot go on. */
  fail(key: Key, error: unknown): void;
}

export class View {
  readonly guide: Guide;
  readonly visit: Visit;
  readonly walk: Walk;
  /** Resolves when all that the first view needs has been drawn. */
  readonly firstView: Promise<void>;
  private readonly tiles: HallTiles;
  private readonly marker: Marker;
  private readonly notices: Notices;
  private readonly keyboard: Keyboard;
  private readonly pointer: Pointer;
  private readonly loop = new Loop((seconds) => this.frame(seconds));
  private readonly quality = new Quality();
  private readonly traffic = new Traffic();
  private readonly input = restingInput();
  private readonly drawnFrom: { -readonly [K in keyof Pose]: Pose[K] };
  private dirty = true;
  private lastFrame = 0;
  private lastUpdate = 0;
  private loadingShown = true;

  constructor(private readonly parts: ViewParts) {
    const { root, canvas, page, shard, stage, say, events } = parts;
    const catalog = new Catalog(shard);
    const collision = new Collision(shard.bounds, shard.obstacles);
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
    this.walk = new Walk(shard.start, collision, new PathFinder(collision), () =>
      calm.matches ? 'instant' : 'smooth',
    );
    this.drawnFrom = { ...this.walk.eyes };
    const bar = makeBar(root, page, shard.name, say, parts.target);
    const chip = new BoothChip(catalog, say, (booth) => this.visit.openBooth(booth, 'asked'));
    const panel = new Panel(say, () => this.visit.close());
    this.notices = new Notices(say);
    root.append(
      bar.element,
      bar.help,
      chip.element,
      panel.element,
      this.notices.element,
      chip.voice,
    );
    this.visit = new Visit({
      page,
      catalog,
      walk: this.walk,
      chip,
      panel,
      context: { catalog, say, root: page.root },
      events,
      canvas,
      wake: () => this.wake(),
    });
    this.guide = new Guide(page, catalog, this.visit, this.walk.eyes);
    const device = Math.min(screen.width, screen.height) < 600 ? 'small' : 'large';
    this.tiles = new HallTiles(page.root + shard.tileset, stage, device, {
      changed: () => this.wake(),
      failed: (error) => this.miss(error),
    });
    this.firstView = this.tiles.firstView;
    this.marker = new Marker(stage.scene);
    const picker = new Picker(stage, this.tiles);
    this.pointer = new Pointer(canvas, {
      changed: () => this.loop.wake(),
      pointed: (x, y) => this.visit.picked(picker.at(x, y)),
    });
    const onScreen = watchOnScreen(root);
    this.keyboard = new Keyboard(
      canvas,
      { changed: () => this.loop.wake(), opened: () => this.visit.openInView() },
      onScreen,
    );
    new ResizeObserver(() => this.wake()).observe(canvas);
    followLinks(root, (place) => void this.land(place));
    this.watchContext(canvas);
    this.wake();
  }

  /** Go where a link leads; say so where nothing has that name. */
  async land(place: Place): Promise<void> {
    this.parts.root.scrollIntoView({ block: 'nearest' });
    const found = await this.guide.land(place).catch((error: unknown) => {
      this.parts.events.emit('error', { message: String(error), fatal: false });
      return false;
    });
    if (!found) this.notices.show('no-booth');
  }

  /** The next frame is to be drawn. */
  wake(): void {
    this.dirty = true;
    this.loop.wake();
  }

  stop(): void {
    this.loop.stop();
  }

  /** The first view is there: take the poster away. */
  reveal(): void {
    this.loadingShown = false;
    this.parts.poster.leave();
    this.wake();
  }

  stats(): Stats {
    const { renderer, light } = this.parts.stage;
    const memory = countMemory(this.tiles);
    return {
      drawCalls: renderer.info.render.calls,
      triangles: renderer.info.render.triangles,
      textureBytes: memory.textures + light.bytes,
      geometryBytes: memory.geometry,
      frameMs: this.lastFrame,
      updateMs: this.lastUpdate,
      tilesVisible: this.tiles.visible,
      tilesLoading: this.tiles.loading,
      bytesTransferred: this.traffic.take(),
    };
  }

  private frame(seconds: number): boolean {
    const began = performance.now();
    const { stage, canvas, poster } = this.parts;
    const { eyes } = this.walk;
    this.keyboard.read(this.input);
    this.pointer.read(this.input);
    const moving = this.walk.step(seconds, this.input);
    if (isSteered(this.input)) this.visit.steered();
    const moved = !samePose(eyes, this.drawnFrom);
    this.quality.note(seconds, moved);
    if (moved) {
      Object.assign(this.drawnFrom, eyes);
      this.visit.moved();
      this.dirty = true;
    }
    const watching = this.visit.step(seconds);
    this.marker.show(this.walk.goal);
    placeCamera(stage.camera, eyes);
    if (resizeStage(stage, canvas.clientWidth, canvas.clientHeight, this.quality.scale)) {
      this.tiles.resize(canvas.clientWidth, canvas.clientHeight);
      this.dirty = true;
    }
    const loading = this.tiles.update();
    const updated = performance.now();
    if (this.loadingShown) poster.show(this.tiles.progress);
    if (this.dirty) {
      this.dirty = false;
      stage.renderer.render(stage.scene, stage.camera);
      this.lastUpdate = updated - began;
      this.lastFrame = performance.now() - began;
    }
    return moving || moved || watching || loading || this.quality.pending || this.dirty;
  }

  /** A tile or an image did not come: say so once, and go on. */
  private miss(error: unknown): void {
    this.notices.show('no-tile');
    this.parts.events.emit('error', { message: String(error), fatal: false });
  }

  private watchContext(canvas: HTMLCanvasElement): void {
    let timer: number | undefined;
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      this.loop.stop();
      this.notices.show('lost-context');
      timer = window.setTimeout(
        () => this.parts.fail('no-context', new Error('The WebGL context was lost')),
        PATIENCE * 1000,
      );
    });
    canvas.addEventListener('webglcontextrestored', () => {
      window.clearTimeout(timer);
      this.notices.hide('lost-context');
      this.parts.stage.light.restore();
      this.wake();
    });
  }
}

/** Tells whether at least half of an element is on screen. */
function watchOnScreen(element: HTMLElement): () => boolean {
  let seen = true;
  new IntersectionObserver(
    ([entry]) => {
      seen = (entry?.intersectionRatio ?? 0) >= 0.5;
    },
    { threshold: [0, 0.5] },
  ).observe(element);
  return () => seen;
}
