/** Tours and hot spots in a hall: their signs on the floor, and the one that the visitor is on. */
import { button, el, icon } from '../dom';
import type { Emitter } from '../events';
import type { Shown } from '../inspect/open';
import type {
  HallShard,
  PageData,
  ShardExperience,
  ShardProduct,
  ShardStop,
} from '../manifest';
import type { Say } from '../strings';
import type { Catalog } from '../visit/catalog';
import { type OnTour, formatPlace } from '../visit/links';
import type { Visit } from '../visit/visit';
import type { Walk } from '../walk/walk';
import { Signs } from '../world/signs';
import type { Stage } from '../world/stage';
import { TourCard } from './card';
import { type Coming, type Playing, TourPlayer } from './player';
import { Voice } from './voice';

/** Ways in which a model is shown, what their button says, and how it is shown at first. */
const MODELS = [
  { show: 'model', words: 'inspect', first: 'whole' },
  { show: 'exploded', words: 'inspect-apart', first: 'apart' },
  { show: 'ar', words: 'ar', first: 'room' },
] as const;

export interface TouringParts {
  /** The view, to which the tour's card is added. */
  readonly root: HTMLElement;
  readonly canvas: HTMLElement;
  readonly page: PageData;
  readonly shard: HallShard;
  readonly stage: Stage;
  readonly say: Say;
  readonly events: Emitter;
  readonly catalog: Catalog;
  readonly walk: Walk;
  readonly playing: Playing;
  readonly signal: AbortSignal;
  readonly visit: Visit;
  travel(address: string): void;
  enter(experience: ShardExperience): void;
  inspect(product: ShardProduct, from: HTMLButtonElement, first?: Shown): void;
  wake(): void;
}

export class Touring {
  readonly signs: Signs;
  private readonly card: TourCard;
  private readonly player: TourPlayer;

  constructor(private readonly parts: TouringParts) {
    const { root, page, say, signal } = parts;
    this.signs = new Signs(parts.stage.scene, parts.shard.marks);
    this.card = new TourCard(say, {
      play: () => this.player.toggle(),
      step: (by) => this.player.step(by),
      leave: () => this.leave(),
    });
    const voice = new Voice(page.root, page.language, {
      said: (words) => this.card.caption(words),
      ended: () => this.player.told(),
    });
    this.player = new TourPlayer({
      ...parts,
      card: this.card,
      voice,
      more: (stop) => this.more(stop),
      jump: (stop) => parts.visit.jump(stop.view),
      travel: (stop, place) =>
        parts.travel(page.root + stop.page + formatPlace(place, location.search)),
      changed: () => this.changed(),
    });
    root.append(this.card.element, this.card.voice, voice.element);
    signal.addEventListener('abort', () => voice.stop());
  }

  get place(): OnTour {
    return this.player.place;
  }

  get under(): boolean {
    return this.place.tour !== undefined;
  }

  /** Where a link leads. False where this hall has no such stop. */
  land(tour: string, stop: number, coming: Coming): boolean {
    return this.player.go(tour, stop, coming);
  }

  /** The visitor begins a trail at a stop. */
  start(tour: string, stop: number): void {
    this.parts.playing.on = true;
    this.player.go(tour, stop, 'walk');
    this.card.focus();
  }

  /** The hall is seen now. */
  begin(): void {
    this.player.begin();
  }

  follow(): void {
    this.player.follow();
    this.signs.follow(this.parts.stage.camera);
  }

  /** What is behind a door did not come. */
  stay(): void {
    this.player.pause();
  }

  private leave(): void {
    this.player.leave();
    this.parts.canvas.focus({ preventScroll: true });
  }

  private changed(): void {
    this.parts.root.toggleAttribute('data-touring', this.under);
    this.parts.visit.moved();
  }

  /** Buttons for what a stop shows, and for all that is known of it. */
  private more(stop: ShardStop): readonly HTMLElement[] {
    const shown = this.shown(stop);
    const details = this.details(stop);
    return [shown, details].filter((one) => one !== undefined);
  }

  private shown(stop: ShardStop): HTMLElement | undefined {
    const { catalog, say, shard } = this.parts;
    const product = stop.product === null ? undefined : catalog.product(stop.product);
    if (stop.show === 'video') return this.film(stop, product);
    if (stop.show !== 'panorama') return product?.model ? this.model(product, stop.show) : undefined;
    const experience = shard.experiences.find(
      (one) => one.exhibitor === stop.exhibitor && one.product === stop.product,
    );
    return experience && this.action('around', say('panorama'), () => this.parts.enter(experience));
  }

  private model(product: ShardProduct, show: ShardStop['show']): HTMLButtonElement | undefined {
    const way = MODELS.find((one) => one.show === show);
    if (way === undefined) return undefined;
    const made = this.action('solid', this.parts.say(way.words), () =>
      this.parts.inspect(product, made, way.first),
    );
    return made;
  }

  private film(stop: ShardStop, product: ShardProduct | undefined): HTMLElement | undefined {
    const { catalog, page, say } = this.parts;
    const exhibitor = stop.exhibitor === null ? undefined : catalog.exhibitor(stop.exhibitor);
    const film = (product ?? exhibitor)?.page;
    return film === undefined
      ? undefined
      : el('a', { class: 'hallgen-action', href: page.root + film }, icon('play'), say('tour-video'));
  }

  private details(stop: ShardStop): HTMLElement | undefined {
    const { catalog, say, visit } = this.parts;
    const booth = stop.booth === null ? undefined : catalog.booth(stop.booth);
    if (booth === undefined) return undefined;
    return this.action('page', say('tour-details'), () => {
      if (stop.product !== null) visit.openProduct(stop.product, 'asked', booth);
      else visit.openBooth(booth, 'asked');
    });
  }

  /** A button; what it leads to needs the visitor's eyes, so the tour waits. */
  private action(sign: 'solid' | 'around' | 'page', words: string, act: () => void): HTMLButtonElement {
    const pressed = (): void => {
      this.player.pause();
      act();
    };
    return button({ class: 'hallgen-action' }, pressed, icon(sign), words);
  }
}
