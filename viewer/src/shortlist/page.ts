/** The page of a list: what is on it, what the visitor noted, and ways to take it along. */
import { button, el } from '../dom';
import { filled } from '../filled';
import type { PageCard } from '../manifest';
import { isProduct, readCards } from '../pages/cards';
import { type Words, wordsOf } from '../pages/part';
import { EXPORTS, type FairFacts, type Listed } from './exports';
import { linkTo, listIn } from './link';
import { type RowActions, row } from './row';
import type { Saved, Shortlist } from './shortlist';

export type ListWords = Words<
  | ('empty' | 'shared' | 'take' | 'own' | 'note' | 'remove' | 'removed' | 'undo' | 'gone')
  | ('walk' | 'plan' | 'share' | 'copied' | 'print' | 'clear' | 'temporary' | 'loading')
  | `tour${'' | '_title' | '_leg' | '_start' | '_without' | '_none' | '_searching' | '_failed'}`
  | ('table' | 'contacts' | 'calendar' | 'exhibitors' | 'products' | 'sessions' | 'visit')
  | ('name' | 'maker' | 'booth' | 'hall' | 'time' | 'website' | 'email' | 'phone' | 'address')
>;

const KINDS = ['exhibitors', 'products', 'sessions'] as const;

export class ShortlistPage {
  private readonly words: ListWords;
  private readonly root: string;
  private readonly status = el('p', { class: 'list-status', role: 'status' });
  private readonly walk = el('div', { class: 'list-walk' });
  private readonly rows = el('div', { class: 'list-rows' });
  private readonly tools = el('div', { class: 'list-tools' });
  /** Cards by their page's address: those that were read. */
  private readonly cards = new Map<string, PageCard | undefined>();
  private shown: readonly string[] = [];

  constructor(
    private readonly element: HTMLElement,
    private readonly list: Shortlist,
    signal: AbortSignal,
  ) {
    this.words = wordsOf(element);
    this.root = element.dataset.root ?? '';
    element.replaceChildren(this.status, this.tools, this.walk, this.rows);
    list.watch(() => {
      if (this.shared.length === 0) void this.show(this.list.items);
    }, signal);
  }

  /** What a link brought along. */
  private get shared(): readonly string[] {
    return listIn(location.hash);
  }

  /** Show what the address asks for. */
  async open(): Promise<void> {
    const { shared } = this;
    const items = shared.map((address) => ({ address, note: '' }));
    await this.show(shared.length > 0 ? items : this.list.items);
  }

  private async show(items: readonly Saved[]): Promise<void> {
    const missing = items.map(({ address }) => address).filter((one) => !this.cards.has(one));
    if (missing.length > 0) {
      this.say(this.words.loading);
      const cards = await readCards(this.root, document.documentElement.lang, missing);
      missing.forEach((address, at) => this.cards.set(address, cards[at]));
      if (this.follow(items)) return;
      this.say('');
    }
    // A note that is being written must not lose the cursor.
    const addresses = items.map(({ address }) => address);
    const same = addresses.join() === this.shown.join() && this.rows.childElementCount > 0;
    this.shown = addresses;
    this.offer(items);
    if (same) return;
    this.walk.replaceChildren();
    this.rows.replaceChildren(...this.sections(items));
  }

  /** What moved is saved under its new address. True where the list changed by it. */
  private follow(items: readonly Saved[]): boolean {
    let moved = false;
    for (const { address } of items) {
      const now = this.cards.get(address)?.address;
      if (now === undefined || now === address || !this.list.has(address)) continue;
      this.cards.set(now, this.cards.get(address));
      this.list.move(address, now);
      moved = true;
    }
    return moved;
  }

  private sections(items: readonly Saved[]): HTMLElement[] {
    if (items.length === 0) return [el('p', { class: 'empty' }, this.words.empty)];
    const actions: RowActions | undefined =
      this.shared.length > 0
        ? undefined
        : {
            note: (address, note) => this.list.note(address, note),
            remove: (address) => this.remove([address]),
          };
    return KINDS.flatMap((kind) => {
      const members = items.filter(({ address }) => kindOf(address) === kind);
      if (members.length === 0) return [];
      const rows = members.map((one) =>
        row(one, this.cards.get(one.address), this.root, this.words, actions),
      );
      const list = el('ul', { class: 'list-items' }, ...rows);
      return [el('section', {}, el('h2', {}, this.words[kind]), list)];
    });
  }

  private remove(addresses: readonly string[]): void {
    const before = this.list.items;
    this.list.restore(before.filter(({ address }) => !addresses.includes(address)));
    const undo = button(
      { class: 'button small quiet' },
      () => {
        this.list.restore(before);
        this.say('');
      },
      this.words.undo,
    );
    this.say(filled(this.words.removed, { n: addresses.length }), undo);
    undo.focus();
  }

  /** What can be done with the list. */
  private offer(items: readonly Saved[]): void {
    const { words } = this;
    const { shared } = this;
    if (shared.length > 0) {
      const take = (): void => {
        this.list.add(shared);
        location.hash = '';
      };
      this.tools.replaceChildren(
        el('p', {}, words.shared),
        button({ class: 'button small' }, take, words.take),
        el('a', { class: 'button small quiet', href: '#' }, words.own),
      );
      return;
    }
    const files = EXPORTS.map(({ word, save }) =>
      this.tool(words[word], () => save(this.listed(items), this.fair, words)),
    );
    const addresses = items.map(({ address }) => address);
    const tools = [
      this.tool(words.tour, () => void this.lead(items)),
      this.tool(words.share, () => void this.share(linkTo(location.href, addresses))),
      ...files,
      this.tool(words.print, () => window.print()),
      this.tool(words.clear, () => this.remove(addresses)),
    ];
    const warning = this.list.keeping === 'until-closed' && el('p', {}, words.temporary);
    this.tools.replaceChildren(
      ...[warning, ...(items.length > 0 ? tools : [])].filter((one) => one !== false),
    );
  }

  /** Tell the walk through all that is on the list. */
  private async lead(items: readonly Saved[]): Promise<void> {
    const { words, root } = this;
    this.walk.replaceChildren(el('p', { role: 'status' }, words.tour_searching));
    try {
      const { tourOf } = await import('./tour');
      const cards = this.listed(items).map(({ card }) => card);
      const told = await tourOf(cards, root, document.documentElement.lang, words);
      this.walk.replaceChildren(told);
      told.querySelector<HTMLElement>('h2')?.focus();
    } catch (error) {
      console.error(error);
      this.walk.replaceChildren(el('p', { role: 'status' }, words.tour_failed));
    }
  }

  private tool(words: string, action: () => void): HTMLButtonElement {
    return button({ class: 'button small quiet' }, action, words);
  }

  /** By the device's own sheet, as phones have it; else into the clipboard. */
  private async share(url: string): Promise<void> {
    const sheet = { title: document.title, url };
    try {
      // Browsers without the sheet do not even know the question.
      if ((navigator as Partial<Navigator>).canShare?.(sheet)) await navigator.share(sheet);
      else {
        await navigator.clipboard.writeText(url);
        this.say(this.words.copied);
      }
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      // Changed their mind, or may not: the link is there to be copied by hand.
      if (error.name !== 'AbortError') this.say('', field(url, this.words.share));
    }
  }

  private listed(items: readonly Saved[]): readonly Listed[] {
    return items.flatMap(({ address, note }) => {
      const card = this.cards.get(address);
      return card === undefined ? [] : [{ card, note }];
    });
  }

  private get fair(): FairFacts {
    const { fair = '', place = '', start = '', end = '' } = this.element.dataset;
    const folder = new URL(`${this.root}${document.documentElement.lang}/`, document.baseURI).href;
    return { name: fair, place, start, end, folder };
  }

  private say(words: string, ...more: HTMLElement[]): void {
    this.status.replaceChildren(words, ' ', ...more);
  }
}

/** The part of the list in which a page stands, by its address. */
function kindOf(address: string): (typeof KINDS)[number] {
  if (isProduct(address)) return 'products';
  return address.startsWith('exhibitors/') ? 'exhibitors' : 'sessions';
}

function field(url: string, label: string): HTMLInputElement {
  const input = el('input', { class: 'list-link', readonly: '', 'aria-label': label, value: url });
  input.addEventListener('focus', () => input.select());
  return input;
}
