/** The page of the search: words and filters in, results out, all of it in the address. */
import { button, el, icon } from '../dom';
import { counted, filled } from '../filled';
import type { SearchThing } from '../manifest';
import type { Words } from '../pages/part';
import type { SearchIndex } from '../search/index';
import { Filters } from './filters';
import { narrow, type Narrowed } from './narrowing';
import { Results } from './results';
import { STEP, addressOf, chosenWith, wantedOf, type Chosen, type Wanted } from './wanted';

/** Milliseconds of rest after which is searched. */
const REST = 60;

export type FindWord =
  | `${'' | 'show_'}${'one' | 'other'}`
  | SearchThing['kind']
  | 'again'
  | 'choices'
  | 'clear'
  | 'close'
  | 'failed'
  | 'filters'
  | 'loosen'
  | 'more'
  | 'none'
  | 'nothing'
  | 'remove'
  | 'walk';

export class FindPage {
  private readonly input: HTMLInputElement;
  private readonly lists: HTMLElement;
  private readonly status = el('p', { class: 'find-status', role: 'status', tabindex: '-1' });
  private readonly chips = el('ul', { class: 'chips' });
  private readonly advice = el('div', { class: 'find-advice' });
  private readonly more: HTMLButtonElement;
  private readonly results: Results;
  private readonly filters: Filters;
  private wanted: Wanted = wantedOf(new URLSearchParams());
  /** Whether the words are being typed: each stretch of typing is one step back. */
  private typing = false;
  private timer = 0;
  /** Answers that come after a later question count for nothing. */
  private asked = 0;

  constructor(
    element: HTMLElement,
    root: string,
    private readonly index: SearchIndex,
    private readonly words: Words<FindWord>,
    signal: AbortSignal,
  ) {
    const form = element.querySelector('form')!;
    const place = element.querySelector<HTMLElement>('.find-place')!;
    this.lists = element.querySelector<HTMLElement>('.find-lists')!;
    this.input = form.querySelector('input')!;
    this.results = new Results(root, words);
    this.more = button({ class: 'button quiet find-more' }, () => void this.showMore(), words.more);
    const panel = place.querySelector<HTMLElement>('.find-filters')!;
    this.filters = new Filters(place, panel, words, (chosen) => void this.choose(chosen), signal);
    const tools = el('div', { class: 'find-tools' }, this.status, this.filters.opener);
    place.before(tools, this.chips);
    const found = [this.advice, this.lists, this.results.element, this.more];
    place.after(el('div', { class: 'find-found' }, ...found));
    form.hidden = place.hidden = false;
    // They stay for those who find nothing.
    this.lists.hidden = true;
    this.lists.querySelector('p')?.remove();
    form.addEventListener('submit', (event) => event.preventDefault());
    this.input.addEventListener('input', () => this.type());
    this.input.addEventListener('change', () => (this.typing = false));
    element.addEventListener('keydown', (event) => this.press(event));
    window.addEventListener('popstate', () => this.read(), { signal });
    this.read();
    const blank = addressOf(this.wanted) === '?';
    if (blank && window.matchMedia('(pointer: fine)').matches) this.input.focus();
  }

  /** Take what is wanted from the address. */
  private read(): void {
    const wanted = wantedOf(new URLSearchParams(window.location.search));
    this.wanted = { ...wanted, chosen: this.filters.known(wanted.chosen) };
    this.input.value = this.wanted.words;
    this.typing = false;
    window.clearTimeout(this.timer);
    void this.update();
  }

  private type(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const step = this.typing ? 'same' : 'next';
      this.typing = true;
      void this.go({ ...this.wanted, words: this.input.value.trim(), shown: STEP }, step);
    }, REST);
  }

  /** Want something else; a visitor comes back to what was before, unless it is the same step. */
  private go(wanted: Wanted, step: 'next' | 'same'): Promise<void> {
    const [before, after] = [addressOf(this.wanted), addressOf(wanted)];
    if (before === after) return Promise.resolve();
    this.wanted = wanted;
    const address = after === '?' ? window.location.pathname : after;
    if (step === 'next') window.history.pushState(null, '', address);
    else window.history.replaceState(window.history.state, '', address);
    return this.update();
  }

  private choose(chosen: Chosen): Promise<void> {
    this.typing = false;
    return this.go({ ...this.wanted, chosen, shown: STEP }, 'next');
  }

  private async update(): Promise<void> {
    const asked = ++this.asked;
    const { words, chosen, shown } = this.wanted;
    try {
      const [matches, facets, { count }] = await Promise.all([
        this.index.matches(words),
        this.index.facets(),
        this.index.warm(),
      ]);
      const narrowed = narrow(matches, chosen, facets, count);
      const things = await this.index.things(narrowed.found.slice(0, shown));
      if (asked !== this.asked) return;
      this.results.show(things);
      this.tell(narrowed);
      if (narrowed.found.length === 0) await this.advise(narrowed, asked);
    } catch (error) {
      console.error(error);
      if (asked === this.asked) this.fail();
    }
  }

  private tell(narrowed: Narrowed): void {
    const { chosen, shown } = this.wanted;
    const total = narrowed.found.length;
    this.status.textContent = counted(this.words, total);
    this.filters.update(chosen, narrowed);
    this.chips.replaceChildren(...this.chipsOf(chosen));
    this.more.hidden = total <= shown;
    this.advice.replaceChildren();
    this.lists.hidden = true;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
      link.search = window.location.search;
    }
  }

  private chipsOf(chosen: Chosen): HTMLElement[] {
    const chips = [...chosen].flatMap(([facet, values]) =>
      values.map((value) => {
        const name = this.filters.name(facet, value) ?? value;
        const label = filled(this.words.remove, { name });
        const rest = chosenWith(chosen, facet, values.filter((one) => one !== value));
        const drop = (): void => void this.drop(rest);
        return button({ class: 'chip', 'aria-label': label }, drop, name, icon('close'));
      }),
    );
    if (chips.length > 1) {
      chips.push(button({ class: 'chip chip-all' }, () => void this.drop(new Map()), this.words.clear));
    }
    return chips.map((chip) => el('li', {}, chip));
  }

  /** Choose less. The chip that was pressed goes, and what it led to is told in its place. */
  private async drop(chosen: Chosen): Promise<void> {
    await this.choose(chosen);
    this.status.focus({ preventScroll: true });
  }

  /** Where nothing is found: what to leave out, and how much would be found then. */
  private async advise(narrowed: Narrowed, asked: number): Promise<void> {
    const { words, chosen } = this.wanted;
    const ways = [...chosen.keys()].map((facet) => {
      const names = chosen.get(facet)!.map((value) => this.filters.name(facet, value) ?? value);
      const next = { ...this.wanted, chosen: chosenWith(chosen, facet, []) };
      return { name: names.join(', '), total: narrowed.without(facet), next };
    });
    const each = words.split(/\s+/u);
    const [facets, { count }] = await Promise.all([this.index.facets(), this.index.warm()]);
    for (const [at, name] of each.entries()) {
      if (each.length < 2 && chosen.size === 0) break;
      const rest = each.filter((_, other) => other !== at).join(' ');
      const total = narrow(await this.index.matches(rest), chosen, facets, count).found.length;
      if (name !== '') ways.push({ name, total, next: { ...this.wanted, words: rest } });
    }
    const all = await this.index.matches(words);
    if (asked !== this.asked) return;
    let useful = ways.filter(({ total }) => total > 0);
    if (useful.length === 0 && chosen.size > 1 && all.length > 0) {
      const name = this.words.filters;
      useful = [{ name, total: all.length, next: { ...this.wanted, chosen: new Map() } }];
    }
    this.lists.hidden = useful.length > 0;
    this.advice.replaceChildren(
      el('p', {}, useful.length > 0 ? this.words.none : this.words.nothing),
      ...useful.map(({ name, total, next }) => {
        const label = filled(this.words.loosen, { name, n: total });
        return button({ class: 'button quiet small' }, () => void this.loosen(next), label);
      }),
    );
  }

  private async loosen(next: Wanted): Promise<void> {
    this.input.value = next.words;
    await this.go(next, 'next');
    this.status.focus({ preventScroll: true });
  }

  private fail(): void {
    this.status.textContent = this.words.failed;
    const again = button({ class: 'button quiet small' }, () => void this.update(), this.words.again);
    this.advice.replaceChildren(again);
    this.lists.hidden = false;
  }

  private async showMore(): Promise<void> {
    const { shown } = this.wanted;
    await this.go({ ...this.wanted, shown: shown + STEP }, 'same');
    this.results.links()[shown]?.focus();
  }

  /** Arrows lead from the words through the results and back. */
  private press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = this.results.links();
    const from = links.indexOf(event.target as HTMLElement);
    if (step === undefined || (from < 0 && event.target !== this.input)) return;
    const at = from + step;
    if (at < 0) this.input.focus();
    else (links[at] ?? this.more).focus();
    event.preventDefault();
  }
}
