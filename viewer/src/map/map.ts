/** The small map in a corner of the view, and the large one that it opens. */
import { button, el, icon } from '../dom';
import type { HallShard, Pose, ShardBooth, Spot } from '../manifest';
import type { Way } from '../routes/floor';
import type { Say } from '../strings';
import { MapDrawing } from './drawing';
import { MapSheet } from './sheet';
import { Zoom } from './zoom';

/** On narrower screens the map is folded until it is wanted: CSS pixels. */
const NARROW = 960;

export interface MapEvents {
  /** A booth, or a place of the floor, was clicked. */
  booth(booth: ShardBooth): void;
  floor(spot: Spot): void;
}

export class HallMap {
  readonly element: HTMLElement;
  readonly large: HTMLElement;
  private readonly sheet: MapSheet;
  private readonly small: MapDrawing;
  private wide: { readonly drawing: MapDrawing; readonly zoom: Zoom } | undefined;
  private readonly frame = el('div', { class: 'hallgen-map-frame', tabindex: '0' });
  private readonly opener: HTMLButtonElement;
  private eyes: Readonly<Pose>;
  private way: Way | undefined;
  private goal: ShardBooth | undefined;

  /** `root` leads from the page to the site's root, `plans` from there to the hall's drawings. */
  constructor(
    private readonly shard: HallShard,
    private readonly root: string,
    private readonly plans: { readonly small: string; readonly large: string },
    private readonly say: Say,
    private readonly events: MapEvents,
    eyes: Readonly<Pose>,
    private readonly signal: AbortSignal,
  ) {
    this.eyes = eyes;
    this.sheet = new MapSheet(shard);
    this.small = new MapDrawing(this.sheet, root + plans.small);
    this.opener = button(
      { class: 'hallgen-map-open', 'aria-label': say('map-large'), title: say('map-large') },
      () => this.open(),
      this.small.element,
    );
    this.element = el('div', { class: 'hallgen-map' }, this.opener);
    this.element.append(this.makeFold());
    this.large = this.makeLarge();
    this.small.follow(eyes);
  }

  /** The visitor is here now. */
  follow(eyes: Readonly<Pose>): void {
    this.eyes = eyes;
    this.small.follow(eyes);
    if (!this.large.hidden) this.wide?.drawing.follow(eyes);
  }

  /** A way is shown, or none. */
  show(way: Way | undefined, goal: ShardBooth | undefined): void {
    this.way = way;
    this.goal = goal;
    this.small.show(way, goal);
    this.wide?.drawing.show(way, goal);
  }

  /** Open the large map with the visitor in its middle. */
  open = (): void => {
    this.large.hidden = false;
    const { drawing } = (this.wide ??= this.makeWide());
    drawing.follow(this.eyes);
    drawing.show(this.way, this.goal);
    this.frame.focus({ preventScroll: true });
  };

  close = (): void => {
    this.large.hidden = true;
    this.opener.focus({ preventScroll: true });
  };

  private makeFold(): HTMLButtonElement {
    const fold = button({ class: 'hallgen-button hallgen-map-fold' }, () => set(!this.opener.hidden));
    const set = (folded: boolean): void => {
      this.opener.hidden = folded;
      this.element.toggleAttribute('data-folded', folded);
      const words = this.say(folded ? 'map' : 'map-fold');
      fold.replaceChildren(icon(folded ? 'map' : 'close'));
      fold.setAttribute('aria-label', words);
      fold.setAttribute('aria-expanded', String(!folded));
      fold.title = words;
    };
    set(window.innerWidth < NARROW);
    return fold;
  }

  private makeLarge(): HTMLElement {
    const { say } = this;
    const tool = (words: string, sign: string, action: () => void): HTMLButtonElement =>
      button({ class: 'hallgen-button', 'aria-label': words, title: words }, action, sign);
    const title = `${say('map')} · ${this.shard.name}`;
    const element = el(
      'section',
      { class: 'hallgen-large-map', role: 'dialog', 'aria-label': title },
      el(
        'div',
        { class: 'hallgen-map-head' },
        el('h2', { dir: 'auto' }, title),
        tool(say('map-in'), '+', () => this.wide?.zoom.in()),
        tool(say('map-out'), '−', () => this.wide?.zoom.out()),
        button(
          { class: 'hallgen-button', 'aria-label': say('close'), title: say('close') },
          this.close,
          icon('close'),
        ),
      ),
      this.frame,
      el('p', { class: 'hallgen-map-help', id: 'hallgen-map-help' }, say('map-help')),
    );
    this.frame.setAttribute('role', 'group');
    this.frame.setAttribute('aria-label', title);
    this.frame.setAttribute('aria-describedby', 'hallgen-map-help');
    element.hidden = true;
    element.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') this.close();
    });
    return element;
  }

  /** The large drawing is fetched when it is first wanted. */
  private makeWide(): NonNullable<HallMap['wide']> {
    const drawing = new MapDrawing(this.sheet, this.root + this.plans.large);
    this.frame.append(drawing.element);
    drawing.element.addEventListener('click', ({ clientX, clientY }) => {
      const { left, top, width, height } = drawing.element.getBoundingClientRect();
      this.clicked(this.sheet.spot((clientX - left) / width, (clientY - top) / height));
    });
    const fit = (factor: number): void => {
      this.frame.toggleAttribute('data-zoomed', factor > 1);
    };
    return { drawing, zoom: new Zoom(this.frame, drawing.element, 'always', fit, this.signal) };
  }

  private clicked(spot: Spot): void {
    this.close();
    const booth = this.sheet.boothAt(spot);
    if (booth === undefined) this.events.floor(spot);
    else this.events.booth(booth);
  }
}
