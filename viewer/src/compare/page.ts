/** The page of the comparison: which products, by its address, and what it shows of them. */
import { button, el } from '../dom';
import { counted, filled } from '../filled';
import type { PageCard } from '../manifest';
import { addressOf, nameOf, readCards } from '../pages/cards';
import { wordsOf, type Words } from '../pages/part';
import { ComparisonList, slugsOf } from './list';
import { tableOf, type TableWord } from './table';

type Word = TableWord | 'copied' | 'copy' | 'empty' | 'missing' | 'one' | 'only' | 'other' | 'print';

export function begin(element: HTMLElement, signal: AbortSignal): void {
  const { root = '' } = element.dataset;
  void new ComparisonPage(element, root, wordsOf<Word>(element), signal).read();
}

class ComparisonPage {
  private readonly status = el('p', { class: 'compare-status', role: 'status' });
  private readonly tools: HTMLElement;
  private readonly place: HTMLElement;
  private readonly own: ComparisonList;
  private readonly language = document.documentElement.lang;
  private cards: readonly PageCard[] = [];
  /** Answers that come after a later question count for nothing. */
  private asked = 0;

  constructor(
    element: HTMLElement,
    private readonly root: string,
    private readonly words: Words<Word>,
    signal: AbortSignal,
  ) {
    this.own = new ComparisonList(root);
    const name = document.querySelector('h1')?.textContent ?? '';
    const frame = { class: 'compare-frame', role: 'region', tabindex: '0', 'aria-label': name };
    this.place = el('div', frame);
    const only = el('input', { type: 'checkbox' });
    only.addEventListener('change', () => this.place.classList.toggle('only', only.checked));
    const copy = button({ class: 'button quiet small' }, () => void this.copy(copy), words.copy);
    copy.hidden = !window.isSecureContext;
    const print = button({ class: 'button quiet small' }, () => window.print(), words.print);
    const label = el('label', { class: 'compare-only' }, only, words.only);
    this.tools = el('div', { class: 'compare-tools' }, label, copy, print);
    element.replaceChildren(this.status, this.tools, this.place);
    window.addEventListener('popstate', () => void this.read(), { signal });
  }

  /** Show what the address names; the visitor's own list where it names nothing. */
  async read(): Promise<void> {
    const asked = ++this.asked;
    const named = slugsOf(new URLSearchParams(window.location.search).getAll('p'));
    const slugs = named.length > 0 ? named : this.own.slugs;
    const addresses = slugs.map(addressOf);
    const cards = await readCards(this.root, this.language, addresses);
    if (asked !== this.asked) return;
    this.cards = cards.filter((card) => card !== undefined);
    slugs.forEach((slug, at) => {
      const now = cards[at] && slugOf(cards[at]);
      if (now !== undefined && now !== slug) this.own.move(slug, now);
    });
    this.show(slugs.length - this.cards.length);
  }

  private show(missing: number): void {
    const { cards, words, root, language } = this;
    this.say();
    const some = counted(words, cards.length);
    const gone = missing > 0 ? ` · ${filled(words.missing, { n: missing })}` : '';
    this.status.textContent = (cards.length > 0 ? some : words.empty) + gone;
    this.tools.hidden = this.place.hidden = cards.length === 0;
    const remove = (card: PageCard): void => this.remove(card);
    const frame = { folder: `${root}${language}/`, root, language, words, remove };
    this.place.replaceChildren(tableOf(cards, frame));
  }

  /** The address says what is shown, so that it can be shared. */
  private say(): void {
    const slugs = this.cards.map(slugOf).map((slug) => ['p', slug]);
    const address = slugs.length > 0 ? `?${new URLSearchParams(slugs)}` : window.location.pathname;
    window.history.replaceState(window.history.state, '', address);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
      link.search = window.location.search;
    }
  }

  private remove(card: PageCard): void {
    this.own.remove(slugOf(card));
    this.cards = this.cards.filter((one) => one !== card);
    this.show(0);
    this.place.focus({ preventScroll: true });
  }

  private async copy(copy: HTMLButtonElement): Promise<void> {
    await navigator.clipboard.writeText(window.location.href);
    copy.textContent = this.words.copied;
  }
}

const slugOf = ({ address }: PageCard): string => nameOf(address);
