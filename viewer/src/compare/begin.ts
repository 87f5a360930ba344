/** What pages with products have of the comparison: a button at each, and how many are chosen. */
import { button, el } from '../dom';
import { counted, filled } from '../filled';
import { wordsOf, type Words } from '../pages/part';
import { ComparisonList, MOST } from './list';

/** Products without a button. */
const BARE = '[data-product]:not([data-dressed])';

type Word = 'add' | 'add_name' | 'clear' | 'full' | 'one' | 'open' | 'other' | 'title';

export function begin(tray: HTMLElement, signal: AbortSignal): void {
  const { root = '', page = '' } = tray.dataset;
  new Tray(tray, page, new ComparisonList(root), wordsOf<Word>(tray), signal);
}

class Tray {
  private readonly status = el('p', { class: 'compare-status', role: 'status' });
  private readonly open: HTMLAnchorElement;

  constructor(
    private readonly element: HTMLElement,
    private readonly page: string,
    private readonly list: ComparisonList,
    private readonly words: Words<Word>,
    signal: AbortSignal,
  ) {
    this.open = el('a', { class: 'button small' }, words.open);
    const clear = button({ class: 'button quiet small' }, () => list.clear(), words.clear);
    element.append(el('strong', {}, words.title), this.status, this.open, clear);
    list.watch(() => this.update(), signal);
    // Results of a search come later.
    const later = new MutationObserver(() => this.dress());
    later.observe(document.querySelector('main')!, { childList: true, subtree: true });
    signal.addEventListener('abort', () => later.disconnect());
    this.dress();
    this.update();
  }

  /** Give each product that has none its button. */
  private dress(): void {
    for (const place of document.querySelectorAll<HTMLElement>(BARE)) {
      const { product = '', name = '' } = place.dataset;
      place.dataset.dressed = '';
      const label = filled(this.words.add_name, { name });
      const attributes = { class: 'compare-toggle', 'data-compare': product, 'aria-label': label };
      place.append(button(attributes, () => this.toggle(product), this.words.add));
      this.mark(place);
    }
  }

  private toggle(product: string): void {
    if (this.list.has(product)) this.list.remove(product);
    else if (!this.list.full) this.list.add(product);
    else this.status.textContent = filled(this.words.full, { n: MOST });
  }

  private update(): void {
    const { slugs } = this.list;
    this.mark(document.body);
    this.status.textContent = counted(this.words, slugs.length);
    this.open.href = `${this.page}?${new URLSearchParams(slugs.map((slug) => ['p', slug]))}`;
    this.element.hidden = slugs.length === 0;
  }

  private mark(within: HTMLElement): void {
    const { slugs } = this.list;
    for (const toggle of within.querySelectorAll<HTMLElement>('[data-compare]')) {
      toggle.setAttribute('aria-pressed', String(slugs.includes(toggle.dataset.compare ?? '')));
    }
  }
}
