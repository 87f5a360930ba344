/** The box in a page's header: results below it while one types. */
import { el } from '../dom';
import { counted, filled } from '../filled';
import type { SearchThing } from '../manifest';
import type { Words } from '../pages/part';
import { photoOf } from '../photo';
import type { SearchIndex } from './index';

/** Results that are shown, and milliseconds of rest after which is searched. */
const MOST = 8;
const REST = 60;

export type BoxWord = 'none' | 'failed' | 'walk' | 'way' | 'one' | 'other' | 'all';

/** The ways from the page to the site's root, and to the page of the search. */
export interface Ways {
  readonly root: string;
  readonly page: string;
}

export class SearchBox {
  private readonly list = el('ul', { class: 'search-list' });
  private readonly status = el('p', { class: 'search-status', role: 'status' });
  private readonly panel = el('div', { class: 'search-results' }, this.status, this.list);
  private timer = 0;
  /** Answers that come after a later question count for nothing. */
  private asked = 0;

  constructor(
    box: HTMLElement,
    private readonly input: HTMLInputElement,
    private readonly index: SearchIndex,
    private readonly ways: Ways,
    private readonly words: Words<BoxWord>,
    signal: AbortSignal,
  ) {
    this.panel.hidden = true;
    box.append(this.panel);
    box.hidden = false;
    input.addEventListener('focus', () => void index.warm().catch(() => undefined));
    input.addEventListener('input', () => this.type());
    box.addEventListener('keydown', (event) => this.press(event));
    const elsewhere = ({ target }: PointerEvent): void => {
      if (!box.contains(target as Node)) this.close();
    };
    document.addEventListener('pointerdown', elsewhere, { signal });
    box.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !box.contains(relatedTarget)) this.close();
    });
  }

  private type(): void {
    window.clearTimeout(this.timer);
    this.asked++;
    const typed = this.input.value.trim();
    if (typed === '') this.close();
    else this.timer = window.setTimeout(() => void this.search(typed), REST);
  }

  private async search(typed: string): Promise<void> {
    const asked = ++this.asked;
    try {
      const { found, total } = await this.index.find(typed, MOST);
      if (asked === this.asked) this.show(found, total);
    } catch (error) {
      console.error(error);
      if (asked === this.asked) this.say(this.words.failed, 'seen');
    }
  }

  private show(found: readonly SearchThing[], total: number): void {
    if (total === 0) return this.say(this.words.none, 'seen');
    this.say(counted(this.words, total), 'heard');
    this.list.append(...found.map((one) => this.row(one)), this.all(total));
  }

  /** The last row, which leads to all results. */
  private all(total: number): HTMLElement {
    const words = filled(this.words.all, { n: total });
    return el('li', {}, el('a', { class: 'search-page search-all', href: this.allAddress() }, words));
  }

  private allAddress(): string {
    return `${this.ways.page}?${new URLSearchParams({ q: this.input.value.trim() })}`;
  }

  /** Results that are seen need not be counted for the eye as well. */
  private say(words: string, how: 'seen' | 'heard'): void {
    this.list.replaceChildren();
    this.status.textContent = words;
    this.status.classList.toggle('unseen', how === 'heard');
    this.panel.hidden = false;
  }

  private row({ page, title, note, picture, walk, booth }: SearchThing): HTMLElement {
    const { root } = this.ways;
    const shown = el('span', { class: 'search-picture' });
    if (picture !== null) {
      shown.append(photoOf(root + picture, { alt: '', loading: 'lazy' }).element);
    }
    const names = el(
      'span',
      { class: 'search-names' },
      el('span', { class: 'search-title', dir: 'auto' }, title),
      el('span', { class: 'search-note', dir: 'auto' }, note),
    );
    return el(
      'li',
      {},
      el('a', { class: 'search-page', href: root + page }, shown, names),
      walk !== null && el('a', { class: 'search-walk', href: root + walk }, this.words.walk),
      booth !== null && inHall() && this.way(booth),
    );
  }

  /** In a hall one is led from where one stands, also to other halls. */
  private way(booth: string): HTMLElement {
    const href = `${window.location.pathname}?${new URLSearchParams({ to: booth })}`;
    const link = el('a', { class: 'search-walk search-way', href }, this.words.way);
    link.addEventListener('click', () => this.close());
    return link;
  }

  private press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !this.panel.hidden) {
      this.input.focus();
      this.close();
      event.preventDefault();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.move(event.key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
    } else if (event.key === 'Enter' && event.target === this.input) {
      if (this.input.value.trim() !== '') window.location.assign(this.allAddress());
      event.preventDefault();
    }
  }

  /** Go to the next link, or the one before; from the first one back to the words. */
  private move(by: 1 | -1): void {
    const links = [...this.list.querySelectorAll<HTMLElement>('.search-page')];
    const at = links.indexOf(document.activeElement as HTMLElement) + by;
    if (at < 0) this.input.focus();
    else links[Math.min(at, links.length - 1)]?.focus();
  }

  private close(): void {
    this.panel.hidden = true;
  }
}

/** Whether the page has a hall's view. */
const inHall = (): boolean => document.getElementById('hallgen-view') !== null;
