/** One hall on screen: puts world, walk and visit together and runs the frames. */
import type { Stats } from './api';
import type { Boot } from './boot/handover';
import { screenSide, watchOnScreen } from './device';
import type { Emitter } from './events';
import { samePose } from './geometry';
import { makeBar } from './hud/bar';
import { BoothChip } from './hud/chip';
import { Curtain } from './hud/curtain';
import { tellOfNetwork } from './hud/network';
import { Notices } from './hud/notice';
import { FADE, type Poster, stillScale } from './hud/poster';
import { Controls } from './input/controls';
import { isSteered, restingInput } from './input/frame';
import type { Command } from './input/keyboard';
import type { HallShard, PageData, Pose, ShardWay } from './manifest';
import { fetchJson } from './network/fetching';
import { parseShard } from './page';
import { Panel } from './panels/panel';
import { type DoorEvents, DoorSign } from './passage/doors';
import type { Settings } from './settings';
import type { Pace } from './routes/usher';
import { Saver } from './stored/saver';
import type { Key, Say } from './strings';
import type { Playing } from './tours/player';
import { Catalog } from './visit/catalog';
import { Closer } from './visit/closer';
import { Guidance } from './visit/guidance';
import { followLinks } from './visit/inpage';
import type { Place } from './visit/links';
import { Outlook } from './visit/outlook';
import { Visit } from './visit/visit';
import { Collision } from './walk/collision';
import { PathFinder } from './walk/path';
import { Walk } from './walk/walk';
import { watchContext } from './world/context';
import { Exhibits } from './world/exhibits';
import { Experiences } from './world/experiences';
import { Loop } from './world/loop';
import { Marker } from './world/marker';
import { Picker } from './world/pick';
import { Picture } from './world/picture';
import { playingAtOnce } from './world/quality';
import { reflectionUniforms } from './world/reflection';
import { Screens } from './world/screens';
import { type Stage, placeCamera } from './world/stage';
import { statsOf } from './world/stats';
import { Surroundings } from './world/surroundings';
import { Tilesets } from './world/tilesets';
import { Traffic } from './world/traffic';
import { followComfort, followSettings, settingsFor } from './world/tuning';
import { offerVr } from './xr/offer';

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
  /** What the visitor walks in until the first view is there. */
  readonly lead: Boot | undefined;
  /** The view cannot go on. */
  fail(key: Key, error: unknown): void;
  /** The visitor comes near a door to another hall, or goes through it. */
  readonly doors: DoorEvents;
  readonly pace: Pace;
  /** Whether a tour goes on by itself. */
  readonly playing: Playing;
  /** Go on at another hall's page. */
  travel(address: string): void;
}

export class View {
  readonly guidance: Guidance;
  readonly visit: Visit;
  readonly walk: Walk;
  /** Resolves when all that the first view needs has been drawn. */
  readonly firstView: Promise<void>;
  private readonly tiles: Tilesets;
  private readonly marker: Marker;
  private readonly notices: Notices;
  private readonly controls: Controls;
  private readonly outlook: Outlook;
  private readonly loop = new Loop((seconds) => this.frame(seconds));
  private readonly settings: Settings;
  private readonly picture: Picture;
  private readonly screens: Screens;
  private readonly exhibits: Exhibits;
  private readonly experiences: Experiences;
  private readonly closer: Closer;
  private readonly calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  private readonly traffic = new Traffic();
  private readonly input = restingInput();
  private readonly drawnFrom: { -readonly [K in keyof Pose]: Pose[K] };
  private lastUpdate = 0;
  private readonly surroundings: Surroundings;
  private readonly curtain: Curtain;
  /** Leads the way until the first view is there. */
  private lead: Boot | undefined;
  private readonly sign: DoorSign;
  /** Aborted when the visitor goes on to another hall. */
  private readonly lifetime = new AbortController();

  constructor(private readonly parts: ViewParts) {
    const { root, canvas, page, shard, stage, say, events } = parts;
    const { signal } = this.lifetime;
    this.lead = parts.lead;
    const catalog = new Catalog(shard);
    const collision = new Collision(shard.bounds, shard.obstacles);
    this.walk = new Walk(this.lead?.eyes ?? shard.start, collision, new PathFinder(collision), () =>
      this.calm.matches ? 'instant' : 'smooth',
    );
    this.drawnFrom = { ...this.walk.eyes };
    this.settings = settingsFor(stage);
    this.picture = new Picture(stage, canvas, reflectionUniforms);
    const onScreen = watchOnScreen(root, signal);
    const listening = (): boolean => onScreen() && this.closer.at !== 'model';
    this.controls = new Controls(canvas, listening, signal, {
      changed: () => this.loop.wake(),
      commanded: (command) => this.obey(command),
      pointed: (x, y) => this.visit.picked(picker.at(x, y)),
    });
    const { comfort } = this.controls;
    this.outlook = new Outlook({
      ...parts,
      catalog,
      walk: this.walk,
      signal,
      visit: () => this.visit,
      chosen: () => {
        bar.close();
        canvas.focus({ preventScroll: true });
      },
      wake: () => this.wake(),
    });
    const saver = new Saver(page, shard.name, say, signal, (error) => this.miss('no-tile', error));
    const bar = makeBar({ ...parts, settings: this.settings, comfort, outlook: this.outlook, saver });
    const chip = new BoothChip(catalog, say, (booth) => this.visit.openBooth(booth, 'asked'));
    const panel = new Panel(say, () => this.visit.close(), signal);
    this.notices = new Notices(say);
    this.sign = new DoorSign(shard.gates, say, { ...parts.doors, passed: this.pass });
    root.append(
      ...this.controls.elements,
      bar.element,
      ...bar.sheets,
      this.sign.element,
      chip.element,
      panel.element,
      this.notices.element,
      chip.voice,
      this.outlook.voice.element,
    );
    this.closer = new Closer(parts, () => this.calm.matches, {
      changed: () => this.wake(),
      missed: (key, error) => this.miss(key, error),
      fault: (error) => this.fault(error),
    });
    const { inspect, enter } = this.closer;
    this.visit = new Visit({
      page,
      catalog,
      walk: this.walk,
      chip,
      panel,
      context: { catalog, say, root: page.root, inspect },
      events,
      canvas,
      signal,
      wake: () => this.wake(),
      enter,
      led: () => this.guidance.place,
      lead: (booth) => void this.guidance.ways.usher.lead(booth.id),
      start: (trail, stop) => this.guidance.tours.start(trail, stop),
    });
    this.guidance = new Guidance({
      ...parts,
      catalog,
      signal,
      walk: this.walk,
      visit: this.visit,
      wake: () => this.wake(),
      pass: (way) => this.sign.go(way),
      missed: (key, error) => this.miss(key, error),
      enter,
      inspect,
    });
    this.exhibits = new Exhibits(() => this.calm.matches, () => this.touch());
    const failed = (error: unknown): void => this.miss('no-tile', error);
    const changed = (): void => this.wake();
    const came = (): void => this.notices.hide('no-tile');
    const tileEvents = { changed, failed, came, baked: () => stage.light.putOut() };
    tellOfNetwork(this.notices, say, signal, () => this.visit.address.write());
    this.tiles = new Tilesets(page.root, shard, stage, this.settings.detail, this.exhibits, tileEvents);
    followSettings(this.settings, this.picture, this.tiles, changed);
    followComfort(comfort, this.walk, stage, changed);
    this.screens = new Screens(
      stage.scene,
      page.root,
      shard.screens,
      () => this.calm.matches || this.closer.stills,
      () => playingAtOnce(this.settings.detail, screenSide()),
      { changed: () => this.touch(), failed },
    );
    this.surroundings = new Surroundings(stage.light, page.root, changed, failed);
    this.firstView = Promise.all([this.tiles.firstView, this.surroundings.show(shard)]).then(() => undefined);
    this.curtain = new Curtain(parts.poster, () =>
      !this.atStart || this.calm.matches
        ? 1
        : stillScale(canvas.clientWidth, canvas.clientHeight, stage.camera.fov),
    );
    this.marker = new Marker(stage.scene);
    this.experiences = new Experiences(stage.scene, shard.experiences);
    const picker = new Picker(stage, this.tiles, this.experiences, this.guidance.tours.signs);
    const { walk, picture, settings, tiles } = this;
    const seen = { walk, picture, settings, tiles, picker, catalog, look: () => void this.look() };
    offerVr(bar.element.lastElementChild!, say, () => this.closer.immerse(seen), signal);
    new ResizeObserver(() => this.wake()).observe(canvas);
    followLinks(root, (place) => void this.land(place), signal);
    watchContext(canvas, signal, {
      lost: () => {
        this.loop.stop();
        this.notices.show('lost-context');
      },
      restored: () => {
        this.notices.hide('lost-context');
        stage.light.restore();
        this.wake();
      },
      gone: (error) => parts.fail('no-context', error),
    });
    this.wake();
  }

  /** Go where a link leads; say so where nothing has that name. */
  async land(place: Place): Promise<void> {
    this.parts.root.scrollIntoView({ block: 'nearest' });
    const found = await this.guidance.guide.land(place).catch((error: unknown) => {
      this.fault(error);
      return false;
    });
    if (!found) this.notices.show('no-booth');
    else if (this.lead?.steered === false) this.lead.place(this.walk.eyes);
  }

  /** The hall changed: the next frame is to be drawn. */
  wake(): void {
    this.picture.changed();
    this.loop.wake();
  }

  stop(): void {
    this.loop.stop();
  }

  /** What is behind a door did not come. */
  stay(): void {
    this.sign.stay();
    this.guidance.tours.stay();
    this.notices.show('no-tile');
  }

  /** Go through a door; the page behind it goes by the address. */
  private readonly pass = (way: ShardWay): void => {
    this.visit.address.write();
    this.parts.doors.passed(way);
  };

  /** Let go of the hall and of all that it held, for good. */
  dispose(): void {
    this.lifetime.abort();
    this.loop.end();
    this.exhibits.rest();
    this.screens.stop();
    this.tiles.dispose();
    const { renderer } = this.parts.stage;
    renderer.dispose();
    renderer.forceContextLoss();
  }

  /** The first view is there: the visitor walks in it from now on. */
  reveal(): void {
    this.takeOver();
    this.curtain.release(this.atStart ? 'once-fine' : 'now');
    this.guidance.begin();
    this.wake();
  }

  private get atStart(): boolean {
    return samePose(this.walk.eyes, this.parts.shard.start);
  }

  /** Go on from where the visitor was led. */
  private takeOver(): void {
    const { lead } = this;
    if (lead === undefined) return;
    this.lead = undefined;
    this.walk.jump(lead.eyes);
    // The first picture compiles and uploads: nothing may show what is below before it is drawn.
    this.frame(0);
    if (document.activeElement === lead.canvas) this.parts.canvas.focus({ preventScroll: true });
    lead.leave(FADE);
  }

  stats(): Stats {
    const spent = { update: this.lastUpdate, bytes: this.traffic.take() };
    return statsOf(this.parts.stage, this.tiles, this.picture, this.settings, spent);
  }

  /** Show the hall as its shard has it by now, from where the visitor is. */
  async renew(): Promise<void> {
    const { root, shard: address } = this.parts.page;
    const shard = parseShard(await fetchJson(root + address, { cache: 'no-store' }));
    await Promise.all([this.tiles.renew(shard), this.surroundings.show(shard)]);
    const collision = new Collision(shard.bounds, shard.obstacles);
    this.walk.among(collision, new PathFinder(collision));
    this.screens.take(shard.screens);
    this.experiences.take(shard.experiences);
    this.visit.renew(shard);
    this.wake();
  }

  private frame(seconds: number): boolean {
    if (this.closer.covers) return false;
    const began = performance.now();
    const { picture, parts: { stage, canvas }, walk: { eyes } } = this;
    const moving = this.steer(seconds);
    const moved = !samePose(eyes, this.drawnFrom);
    this.settings.adapt(picture.paced(seconds, moved));
    this.controls.follow(moved);
    if (moved) {
      Object.assign(this.drawnFrom, eyes);
      this.visit.moved();
      this.outlook.moved();
      this.guidance.ways.follow();
      picture.changed();
    }
    const watching = this.visit.step(seconds);
    this.marker.show(this.walk.goal);
    placeCamera(stage.camera, eyes);
    if (picture.fit()) this.tiles.resize(canvas.clientWidth, canvas.clientHeight);
    const loading = this.look();
    const covered = this.curtain.follow(this.tiles, moved, loading);
    this.lastUpdate = performance.now() - began;
    if (this.lead === undefined) {
      this.sign.follow(eyes);
      picture.draw();
    }
    return moving || moved || watching || loading || covered || picture.pending;
  }

  /** Ask for the tiles that the camera needs, and turn what turns to it. True while more comes. */
  private look(): boolean {
    const { stage: { camera } } = this.parts;
    this.screens.follow(camera);
    this.experiences.follow(camera);
    this.guidance.tours.follow();
    this.exhibits.follow(camera);
    return this.tiles.update();
  }

  /** Walk as the visitor asks, or be where they are led. True while there is more to come. */
  private steer(seconds: number): boolean {
    if (this.lead !== undefined) {
      Object.assign(this.walk.eyes, this.lead.eyes);
      return true;
    }
    this.controls.read(this.input);
    const moving = this.walk.step(seconds, this.input);
    if (isSteered(this.input)) this.visit.steered();
    return moving;
  }

  private obey(command: Command): void {
    if (command === 'open') this.visit.openInView();
    else if (command === 'where') this.outlook.voice.tell();
    else this.outlook.step(command);
  }

  /** Something moves by itself, such as a video: draw it, and no more than that. */
  private touch(): void {
    this.picture.touched();
    this.loop.wake();
  }

  /** Something did not come, such as a tile: say so once, and go on. */
  private miss(key: Key, error?: unknown): void {
    this.notices.show(key);
    if (error !== undefined) this.fault(error);
  }

  private fault(error: unknown): void {
    this.parts.events.emit('error', { message: String(error), fatal: false });
  }
}
