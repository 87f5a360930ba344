/** A visit in virtual reality: the hall around a visitor who wears a headset, in its own metres.
 *
 * The room that the headset knows is laid over the hall's floor, and laid elsewhere when the visitor
 * jumps or turns by a stick; steps in the room are steps in the hall. */
import { Scheduler } from '3d-tiles-renderer/core';
import { Raycaster, type Vector2 } from 'three';
import type { Emitter } from '../events';
import { samePose, turn } from '../geometry';
import type { Pose, ShardBooth, Spot } from '../manifest';
import type { Settings } from '../settings';
import type { Say } from '../strings';
import type { Catalog } from '../visit/catalog';
import type { Tilesets } from '../world/tilesets';
import type { Walk } from '../walk/walk';
import type { Pick, Picker } from '../world/pick';
import type { Picture } from '../world/picture';
import type { Tier } from '../world/quality';
import { type Stage, widen } from '../world/stage';
import { Arc } from './arc';
import { Board, type Placing } from './board';
import { type Hand, Hands } from './hands';
import { Holding } from './holding';
import { type Stand, inHall, originOf, pitchOf, roomFor, standOf } from './rig';
import { type Subject, tell } from './telling';
import { Veil } from './veil';
import type { Telling } from './writing';

/** Degrees of one turn by a stick or a button. */
const SNAP = 30;

/** Boards: what is told, before the eyes; and what one can always do, low, like a desk. */
const TOLD = { ahead: 1.2, below: 0.12, lean: 0 } as const;
const DESK: Placing = { ahead: 0.55, height: 0.92, lean: 52 };
const TOLD_WIDTH = 1040;
const DESK_WIDTH = 900;

/** How far somebody may walk or turn away from their desk before it comes after them. */
const AWAY = 0.6;
const ASIDE = 65;

/** Of the pixels that a headset recommends, how many a tier draws along an edge. */
const SHARPNESS: Readonly<Record<Tier, number>> = { low: 0.75, medium: 1, high: 1 };

/** How much coarser the picture may grow towards its edge, where lenses blur it anyway: 0 to 1. */
const FOVEATION = 0.7;

/** Frames whose mean time decides whether less has to be drawn, and what they may take, in seconds. */
const JUDGED = 90;
const SLOW = 1 / 50;

/** What of a hall's view a visit in virtual reality goes through. */
export interface HallParts {
  readonly stage: Stage;
  readonly picture: Picture;
  readonly settings: Settings;
  readonly picker: Picker;
  readonly walk: Walk;
  readonly catalog: Catalog;
  readonly events: Emitter;
  readonly say: Say;
  readonly language: string;
  /** The way from the page to the site's root. */
  readonly root: string;
  /** Ask for the tiles that the camera needs, and turn what turns to it. */
  look(): void;
  readonly tiles: Tilesets;
  /** Something did not come. */
  readonly missed: (error: unknown) => void;
}

/** Show the hall in a session until that ends; then the visitor stands where they stood in it. */
export async function immerse(session: XRSession, parts: HallParts): Promise<void> {
  const { renderer, camera } = parts.stage;
  const { xr } = renderer;
  const eyes = parts.walk.eyes.y;
  xr.enabled = true;
  xr.setReferenceSpaceType('local-floor');
  xr.setFramebufferScaleFactor(SHARPNESS[parts.settings.tier.value]);
  xr.setFoveation(FOVEATION);
  // Only then has three.js put back what it changed.
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      xr.removeEventListener('sessionend', end);
      resolve();
    };
    xr.addEventListener('sessionend', end);
  });
  const visit = new Immersion(session, parts);
  // What loads tiles goes on in the headset's frames: a page's own rest meanwhile.
  Scheduler.setXRSession(session);
  try {
    renderer.setAnimationLoop(visit.frame);
    await xr.setSession(session);
    await ended;
  } finally {
    renderer.setAnimationLoop(null);
    Scheduler.setXRSession(null as unknown as XRSession);
    xr.enabled = false;
    visit.dispose();
    camera.scale.setScalar(1);
    widen(parts.stage, parts.stage.lens.field);
    const { clientWidth, clientHeight } = renderer.domElement;
    parts.tiles.resize(clientWidth, clientHeight);
    parts.walk.jump({ ...parts.walk.eyes, y: eyes, pitch: 0 });
  }
}

/** The pose of nobody, so that the first frame stands where the visitor was. */
const NOWHERE: Pose = { x: NaN, y: NaN, z: NaN, heading: NaN, pitch: NaN };

/** Where a press lands. */
type Aim = { readonly board: Board; readonly uv: Vector2 } | 'item' | Pick;

class Immersion {
  private readonly board: Board;
  private readonly desk: Board;
  private readonly arc = new Arc();
  private readonly veil = new Veil();
  private readonly hands: Hands;
  private readonly ray = new Raycaster();
  private base: XRReferenceSpace | undefined;
  private room: Stand = { x: 0, z: 0, heading: 0 };
  private head: Stand | undefined;
  /** The visitor's eyes as they were told last. */
  private seen: Pose = NOWHERE;
  private deskAt: Stand | undefined;
  /** The hand that aims at the floor, and where it would land. */
  private aiming: Hand | undefined;
  private goal: Spot | undefined;
  /** What a hand pressed on, until it lets go. */
  private readonly pressing = new Map<Hand, Pick>();
  private item: Holding | undefined;
  private last = 0;
  private frames = 0;
  private spent = 0;

  constructor(
    private readonly session: XRSession,
    private readonly parts: HallParts,
  ) {
    const { scene, renderer } = parts.stage;
    this.board = new Board(TOLD_WIDTH, parts.language);
    this.desk = new Board(DESK_WIDTH, parts.language);
    this.hands = new Hands(scene, renderer.xr, {
      pressed: (hand) => this.pressed(hand),
      released: (hand) => this.released(hand),
      squeezed: (hand) => this.grab(hand),
      loosened: (hand) => this.letGo(hand),
      flicked: (way) => this.turn(way),
      pushed: (hand) => (this.aiming ??= hand),
      eased: (hand) => this.land(hand),
    });
    scene.add(this.board.object, this.desk.object, this.arc.object, this.veil.object);
  }

  /** One picture, for both eyes. */
  readonly frame = (now: number, frame?: XRFrame): void => {
    const { stage, picture, walk } = this.parts;
    const { xr } = stage.renderer;
    if (frame === undefined || !xr.isPresenting) return;
    this.base ??= xr.getReferenceSpace() ?? undefined;
    const pose = this.base && frame.getViewerPose(this.base);
    if (pose === undefined) return; // it is not known yet where the head is
    const seconds = Math.min((now - this.last) / 1000, 0.1);
    this.last = now;
    const { transform } = pose;
    if (this.head === undefined) this.begin();
    this.head = standOf(transform);
    if (!samePose(walk.eyes, this.seen)) this.stand(walk.eyes); // a link or a page led elsewhere
    const stand = this.here;
    const { y } = transform.position;
    Object.assign(walk.eyes, stand, { y, pitch: pitchOf(transform) });
    this.seen = { ...walk.eyes };
    this.keepDesk(stand);
    this.hands.read();
    this.aim();
    this.item?.step(seconds);
    this.veil.step(seconds);
    this.parts.look();
    picture.changed();
    picture.draw();
    this.judge(seconds);
  };

  dispose(): void {
    this.item?.dispose();
    this.hands.dispose();
    for (const part of [this.board, this.desk, this.arc, this.veil]) part.dispose();
  }

  private begin(): void {
    const { renderState } = this.session;
    const { framebufferWidth = 0, framebufferHeight = 0 } = renderState.baseLayer ?? {};
    this.parts.tiles.resize(framebufferWidth / 2, framebufferHeight);
    this.desk.show(this.always());
  }

  /** Stand somewhere else at once. */
  private stand(wanted: Stand): void {
    if (this.head === undefined || this.base === undefined) return;
    this.room = roomFor(this.head, wanted);
    const { position, orientation } = originOf(this.room);
    this.parts.stage.renderer.xr.setReferenceSpace(
      this.base.getOffsetReferenceSpace(new XRRigidTransform(position, orientation)),
    );
    this.veil.draw();
    this.deskAt = undefined;
  }

  private get here(): Stand {
    return inHall(this.room, this.head ?? this.room);
  }

  private turn(way: -1 | 1): void {
    const { here } = this;
    this.stand({ ...here, heading: here.heading + way * SNAP });
  }

  /** The desk follows who walks or turns away from it. */
  private keepDesk(stand: Stand): void {
    const { deskAt } = this;
    const away =
      deskAt === undefined ||
      Math.hypot(stand.x - deskAt.x, stand.z - deskAt.z) > AWAY ||
      Math.abs(turn(deskAt.heading, stand.heading)) > ASIDE;
    if (!away) return;
    this.deskAt = stand;
    this.desk.place(stand, DESK);
  }

  private always(): Telling {
    const { say } = this.parts;
    return {
      title: '',
      facts: say('vr-help'),
      text: '',
      actions: [
        { label: say('vr-left'), act: () => this.turn(-1) },
        { label: say('vr-right'), act: () => this.turn(1) },
        { label: say('vr-leave'), act: () => void this.session.end() },
      ],
    };
  }

  /** Show where hands point. */
  private aim(): void {
    let pointed = 0;
    for (const board of [this.board, this.desk]) {
      const hits = this.hands.both.map((hand) => this.on(board, hand));
      board.point(hits.find((hit) => hit !== undefined));
      pointed += hits.filter((hit) => hit !== undefined).length;
    }
    if (this.aiming === undefined) this.arc.hide();
    else {
      const { origin, direction } = this.aiming;
      this.goal = this.arc.aim(origin, direction, ([x, z]) => this.parts.walk.fits(x, z));
    }
    for (const hand of this.hands.both) hand.ray.material.opacity = pointed > 0 ? 0.9 : 0.5;
  }

  /** Where a hand points on a board. */
  private on(board: Board, hand: Hand): Vector2 | undefined {
    if (!board.object.visible || hand.source === undefined) return undefined;
    this.ray.set(hand.origin, hand.direction);
    return this.ray.intersectObject(board.object, false)[0]?.uv;
  }

  private under(hand: Hand): Aim {
    for (const board of [this.board, this.desk]) {
      const uv = this.on(board, hand);
      if (uv !== undefined) return { board, uv };
    }
    this.ray.set(hand.origin, hand.direction);
    if (this.item?.meets(hand, this.ray) === true) return 'item';
    return this.parts.picker.along(hand.origin, hand.direction);
  }

  private pressed(hand: Hand): void {
    hand.read();
    const aim = this.under(hand);
    if (aim === 'item') this.item?.take(hand);
    else if ('board' in aim) aim.board.press(aim.uv);
    else if (aim.kind === 'floor' || aim.kind === 'nothing') this.aiming ??= hand;
    else this.pressing.set(hand, aim);
  }

  private released(hand: Hand): void {
    this.letGo(hand);
    this.land(hand);
    const pick = this.pressing.get(hand);
    this.pressing.delete(hand);
    const subject = pick && subjectOf(pick);
    if (subject !== undefined) this.open(subject);
  }

  /** Take what floats there, or a product out of its booth. */
  private grab(hand: Hand): void {
    hand.read();
    const aim = this.under(hand);
    if (aim === 'item') this.item?.take(hand);
    else if (typeof aim === 'object' && 'kind' in aim && aim.kind === 'product')
      this.take(aim.product);
  }

  private letGo(hand: Hand): void {
    if (this.item?.held === hand) this.item.release();
  }

  /** Jump to where a hand aimed, if a way leads there. */
  private land(hand: Hand): void {
    if (this.aiming !== hand) return;
    const { goal } = this;
    this.aiming = this.goal = undefined;
    const spot = goal && this.parts.walk.reach(goal[0], goal[1]);
    if (spot === undefined) return;
    this.stand({ x: spot[0], z: spot[1], heading: this.here.heading });
    this.board.hide();
    this.item?.dispose(); // it was left behind
    this.item = undefined;
  }

  private open(subject: Subject): void {
    const { catalog, events, say } = this.parts;
    const telling = tell(subject, {
      catalog,
      say,
      open: (other) => this.open(other),
      go: (booth) => this.go(booth, subject),
      take: (product) => this.take(product),
      close: () => this.board.hide(),
    });
    if (telling === undefined) return;
    this.show(telling);
    if (subject.kind !== 'product') return;
    const { product } = subject;
    events.emit('select-product', { product, exhibitor: catalog.exhibitorOf(product) });
  }

  private show(telling: Telling): void {
    const { ahead, below, lean } = TOLD;
    const height = Math.max(1, this.parts.walk.eyes.y - below);
    this.board.show(telling);
    this.board.place(this.here, { ahead, height, lean });
  }

  private go(booth: ShardBooth, subject: Subject): void {
    this.stand(booth.view);
    this.open(subject);
  }

  /** A product floats before the visitor, once it came. */
  private take(id: string): void {
    const { catalog, root, stage, missed } = this.parts;
    const product = catalog.product(id);
    if (product?.model == null) return;
    this.item?.dispose();
    const item = (this.item = new Holding(stage.scene, id, product.model));
    this.board.hide();
    item.place(this.here, this.parts.walk.eyes.y);
    item.load(root + product.model.inspect).catch((error: unknown) => {
      item.dispose();
      if (this.item === item) this.item = undefined;
      missed(error);
      this.open({ kind: 'product', product: id });
    });
  }

  /** Draw less from now on where a headset waits for its pictures. */
  private judge(seconds: number): void {
    this.spent += seconds;
    if (++this.frames < JUDGED) return;
    if (this.spent / this.frames > SLOW) this.parts.settings.adapt('less');
    this.frames = this.spent = 0;
  }
}

/** What a board tells of what was pressed on. */
function subjectOf(pick: Pick): Subject | undefined {
  switch (pick.kind) {
    case 'product':
      return { kind: 'product', product: pick.product };
    case 'booth':
      return { kind: 'booth', booth: pick.booth };
    case 'experience': {
      const { product, exhibitor } = pick.experience;
      return product === null ? { kind: 'exhibitor', exhibitor } : { kind: 'product', product };
    }
    case 'mark': {
      const [highlight] = pick.mark.highlights;
      if (highlight !== undefined) return { kind: 'product', product: highlight };
      return pick.mark.booth === null ? undefined : { kind: 'booth', booth: pick.mark.booth };
    }
    default:
      return undefined;
  }
}
