/** A visit: what the visitor's moves, looks and clicks lead to. Knows no WebGL. */
import { button, el, icon } from '../dom';
import type { Emitter } from '../events';
import { ringDistance } from '../geometry';
import { type BoothChip } from '../hud/chip';
import type {
  HallShard,
  PageData,
  Pose,
  ShardBooth,
  ShardExperience,
  ShardMark,
} from '../manifest';
import type { Opening, Panel } from '../panels/panel';
import { boothContent, exhibitorContent, type PanelContext } from '../panels/exhibitor';
import { productContent } from '../panels/product';
import { worthContent } from '../panels/worth';
import { shortlist } from '../shortlist/shortlist';
import { NOTHING, type Shown } from '../state';
import type { Walk } from '../walk/walk';
import type { Pick } from '../world/pick';
import { AddressBar } from './address';
import { Attention } from './attention';
import { type Catalog, slugOf } from './catalog';
import type { Place } from './links';

/** What of a panel's context is a visit's own. */
type Ours = 'list' | 'selectExhibitor' | 'selectProduct' | 'contact' | 'enter';

/** Up to this distance in metres a click opens a booth's panel at once; farther away it leads
 * there first. */
const NEAR = 9;

export interface VisitParts {
  readonly page: PageData;
  readonly catalog: Catalog;
  readonly walk: Walk;
  readonly chip: BoothChip;
  readonly panel: Panel;
  readonly context: Omit<PanelContext, Ours>;
  readonly events: Emitter;
  /** The canvas, which gets the focus back. */
  readonly canvas: HTMLElement;
  /** Aborted when the visit ends. */
  readonly signal: AbortSignal;
  /** Something is to be drawn or timed. */
  wake(): void;
  /** The visitor steps into a panorama. */
  enter(experience: ShardExperience): void;
  /** Where the visitor is led, as a link names it. */
  led(): Place;
  /** Lead the visitor to a booth. */
  lead(booth: ShardBooth): void;
  /** Begin a trail at a stop of it. */
  start(trail: string, stop: number): void;
}

export class Visit {
  readonly attention: Attention;
  readonly address: AddressBar;
  private shown: Shown = NOTHING;
  private opening: Opening = 'looked';
  /** Booths whose panel the visitor closed, until they leave. */
  private readonly dismissed = new Set<string>();
  private readonly entered = new Set<string>();
  /** Looking opens nothing until the visitor has steered: where a link leads is no look. */
  private underWay = false;
  private readonly context: PanelContext;

  constructor(private readonly parts: VisitParts) {
    this.attention = new Attention(parts.catalog.shard.booths, {
      sighted: () => this.showChip(),
      held: (booth) => this.held(booth),
      left: (booth) => this.left(booth),
    });
    this.address = new AddressBar(parts.page, () => this.place, parts.signal);
    this.context = {
      ...parts.context,
      list: shortlist(parts.page.root),
      selectExhibitor: (id) => this.openExhibitor(id, 'asked'),
      selectProduct: (id) => this.openProduct(id, 'asked'),
      contact: (detail) => parts.events.emit('contact', detail),
      enter: (experience) => parts.enter(experience),
    };
  }

  /** The place a link to here would name. */
  get place(): Place {
    const { x, z, heading } = this.parts.walk.eyes;
    return { ...this.linkToShown(), ...this.parts.led(), at: { x, z, heading } };
  }

  /** The visitor's eyes moved, whoever moved them. */
  moved(): void {
    this.address.follow();
  }

  /** The visitor uses keys, wheel or pointer. */
  steered(): void {
    this.underWay = true;
  }

  /** One frame. True while a look is being timed. */
  step(seconds: number): boolean {
    return this.underWay && this.attention.step(seconds, this.parts.walk.eyes);
  }

  /** The hall is another now: tell of it what is shown, where that is still there. */
  renew(shard: HallShard): void {
    const { shown, opening } = this;
    const { catalog } = this.parts;
    catalog.take(shard);
    this.attention.take(catalog.shard.booths);
    const booth = shown.kind === 'booth' ? catalog.booth(shown.booth) : undefined;
    const again =
      (booth !== undefined && (this.openBooth(booth, opening), true)) ||
      (shown.kind === 'exhibitor' && this.openExhibitor(shown.exhibitor, opening)) ||
      (shown.kind === 'product' && this.openProduct(shown.product, opening));
    if (!again && shown.kind !== 'nothing') this.hide();
  }

  /** The visitor clicked or tapped something. */
  picked(pick: Pick): void {
    this.steered();
    if (pick.kind === 'floor') this.parts.walk.goTo(pick.spot[0], pick.spot[1]);
    else if (pick.kind === 'experience') this.parts.enter(pick.experience);
    else if (pick.kind === 'mark') this.pickedMark(pick.mark);
    else if (pick.kind === 'product')
      this.openProduct(pick.product, 'asked', this.parts.catalog.booth(pick.booth));
    else if (pick.kind === 'booth') this.pickedBooth(this.parts.catalog.booth(pick.booth));
    this.parts.wake();
  }

  /** Open what is looked at, as Enter does. */
  openInView(): void {
    const booth = this.attention.inView ?? this.attention.booth;
    if (booth !== undefined) this.openBooth(booth, 'asked');
  }

  openBooth(booth: ShardBooth, opening: Opening): void {
    const [only] = booth.exhibitors;
    const alone =
      booth.exhibitors.length === 1 && this.parts.catalog.exhibitor(only ?? '') !== undefined;
    this.dismissed.delete(booth.id);
    this.attention.attend(booth);
    this.enter(booth);
    this.show(
      { kind: 'booth', booth: booth.id },
      this.withWay(
        booth,
        alone ? exhibitorContent(this.context, only!, booth) : boothContent(this.context, booth),
      ),
      this.parts.catalog.title(booth),
      opening,
    );
  }

  /** False where this hall knows no such exhibitor. */
  openExhibitor(id: string, opening: Opening): boolean {
    const exhibitor = this.parts.catalog.exhibitor(id);
    if (exhibitor === undefined) return false;
    const booth = this.shownBooth(id);
    const shared = booth !== undefined && booth.exhibitors.length > 1;
    const back = shared ? () => this.openBooth(booth, 'asked') : undefined;
    this.show(
      { kind: 'exhibitor', exhibitor: id },
      this.withWay(booth, exhibitorContent(this.context, id, booth)),
      exhibitor.name,
      opening,
      back,
    );
    return true;
  }

  /** False where this hall knows no such product. */
  openProduct(id: string, opening: Opening, booth?: ShardBooth): boolean {
    const product = this.parts.catalog.product(id);
    if (product === undefined) return false;
    const exhibitor = this.parts.catalog.exhibitorOf(id);
    if (booth !== undefined) {
      this.attention.attend(booth);
      this.enter(booth);
    }
    const back = exhibitor === undefined ? undefined : () => this.openExhibitor(exhibitor, 'asked');
    this.show(
      { kind: 'product', product: id },
      this.withWay(
        booth ?? (exhibitor === undefined ? undefined : this.shownBooth(exhibitor)),
        productContent(this.context, id),
      ),
      product.name,
      opening,
      back,
    );
    this.parts.events.emit('select-product', { product: id, exhibitor });
    return true;
  }

  /** What a sign on the floor stands for. */
  openMark(mark: ShardMark, opening: Opening): void {
    const start = (trail: string, stop: number): void => {
      this.close();
      this.parts.start(trail, stop);
    };
    this.show(
      { kind: 'mark', booth: mark.booth },
      worthContent({ ...this.context, start }, mark),
      this.context.say('worth-seeing'),
      opening,
    );
  }

  /** The visitor closed the panel: looking does not open it again until they leave. */
  close = (): void => {
    const { shown } = this;
    const related = shown.kind === 'booth' ? shown.booth : this.attention.booth?.id;
    if (related !== undefined) this.dismissed.add(related);
    this.hide();
    this.parts.canvas.focus({ preventScroll: true });
  };

  /** Stand at a pose at once. */
  jump(pose: Pose): void {
    this.parts.walk.jump(pose);
    this.moved();
    this.parts.wake();
  }

  private pickedBooth(booth: ShardBooth | undefined): void {
    if (booth === undefined) return;
    const { walk } = this.parts;
    const far = ringDistance(booth.outline, walk.eyes.x, walk.eyes.z) > NEAR;
    const { x, z, heading } = booth.view;
    const leads = far && walk.goTo(x, z, heading, () => this.openBooth(booth, 'asked'));
    if (!leads) this.openBooth(booth, 'asked');
  }

  private pickedMark(mark: ShardMark): void {
    const { walk, catalog } = this.parts;
    const [x, z] = mark.spot;
    const view = mark.booth === null ? undefined : catalog.booth(mark.booth)?.view;
    const far = Math.hypot(x - walk.eyes.x, z - walk.eyes.z) > NEAR;
    const open = (): void => this.openMark(mark, 'asked');
    if (!(far && walk.goTo(view?.x ?? x, view?.z ?? z, view?.heading, open))) open();
  }

  private held(booth: ShardBooth): void {
    this.enter(booth);
    this.showChip();
    const pinned =
      this.shown.kind !== 'nothing' && (this.opening !== 'looked' || this.parts.panel.focused);
    const led = this.parts.led().tour !== undefined;
    if (!pinned && !led && !this.dismissed.has(booth.id)) this.openBooth(booth, 'looked');
  }

  private left(booth: ShardBooth): void {
    this.dismissed.delete(booth.id);
    this.entered.delete(booth.id);
    const { shown } = this;
    const about =
      shown.kind === 'booth' || shown.kind === 'mark'
        ? shown.booth === booth.id
        : shown.kind === 'exhibitor' && booth.exhibitors.includes(shown.exhibitor);
    if (about && !this.parts.panel.focused) this.hide();
    this.showChip();
  }

  private enter(booth: ShardBooth): void {
    if (this.entered.has(booth.id)) return;
    this.entered.add(booth.id);
    this.parts.chip.announce(booth);
    const { id, number, exhibitors } = booth;
    this.parts.events.emit('enter-booth', { booth: id, number, exhibitors });
  }

  private show(
    shown: Shown,
    element: HTMLElement,
    title: string,
    opening: Opening,
    back?: () => void,
  ): void {
    this.shown = shown;
    this.opening = opening;
    this.parts.panel.show({ title, element, back }, opening);
    this.showChip();
    this.address.follow();
  }

  /** What a panel says, and ways to the booth where the visitor is not at it. */
  private withWay(booth: ShardBooth | undefined, content: HTMLElement): HTMLElement {
    const { context, walk } = this.parts;
    if (booth === undefined || ringDistance(booth.outline, walk.eyes.x, walk.eyes.z) <= NEAR)
      return content;
    const leave = (then: () => void) => () => {
      this.close();
      then();
    };
    const ways = el(
      'div',
      { class: 'hallgen-actions' },
      button(
        { class: 'hallgen-action' },
        leave(() => this.parts.lead(booth)),
        icon('way'),
        context.say('take-me'),
      ),
      button(
        { class: 'hallgen-action' },
        leave(() => {
          this.jump(booth.view);
          this.openBooth(booth, 'linked');
        }),
        context.say('go-there'),
      ),
    );
    content.firstElementChild?.after(ways);
    return content;
  }

  private hide(): void {
    this.shown = NOTHING;
    this.parts.panel.hide();
    this.showChip();
    this.address.follow();
  }

  private showChip(): void {
    const booth = this.attention.inView;
    this.parts.chip.show(this.shown.kind === 'nothing' ? booth : undefined);
  }

  /** The booth at which an exhibitor's panel was opened. */
  private shownBooth(exhibitor: string): ShardBooth | undefined {
    const { booth } = this.attention;
    if (booth?.exhibitors.includes(exhibitor)) return booth;
    return this.parts.catalog.boothsOf(exhibitor)[0];
  }

  private linkToShown(): Place {
    const { shown } = this;
    const { catalog } = this.parts;
    if (shown.kind === 'booth') {
      const booth = catalog.booth(shown.booth)!;
      return { booth: catalog.booth(booth.number) === booth ? booth.number : booth.id };
    }
    if (shown.kind === 'exhibitor')
      return {
        exhibitor: slugOf(catalog.exhibitor(shown.exhibitor)?.page ?? '') || shown.exhibitor,
      };
    if (shown.kind === 'product')
      return { product: slugOf(catalog.product(shown.product)?.page ?? '') || shown.product };
    return {};
  }
}
