/** The box in a page's header: results below it while one types. */
import { el } from '../dom';
import type { Found, SearchIndex } from './pagefind';
import { spelled } from './query';

/** Results that are shown, and milliseconds of rest after which is searched. */
const MOST = 8;
const REST = 120;

/** Words of the page, from the box's own attributes. */
export interface Words {
  readonly none: string;
  readonly failed: string;
  readonly walk: string;
}

export class SearchBox {
  private readonly list = el('ul', { class: 'search-list' });
  private readonly status = el('p', { class: 'search-status', role: 'status' });
  private readonly panel = el('div', { class: 'search-results' }, this.status, this.list);
  private timer = 0;
  /** Answers that come after a later question count for nothing. */
  private asked = 0;

  /** `root` leads from the page to the site's root. */
  constructor(
    box: HTMLElement,
    private readonly input: HTMLInputElement,
    private readonly index: SearchIndex,
    private readonly root: string,
    private readonly words: Words,
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
    const words = spelled(this.input.value);
    if (words === '') this.close();
    else this.timer = window.setTimeout(() => void this.search(words), REST);
  }

  private async search(words: string): Promise<void> {
    const asked = ++this.asked;
    try {
      const { found, total } = await this.index.find(words, MOST);
      if (asked === this.asked) this.show(found, total);
    } catch (error) {
      console.error(error);
      if (asked === this.asked) this.say(this.words.failed, 'seen');
    }
  }

  private show(found: readonly Found[], total: number): void {
    this.say(total === 0 ? this.words.none : String(total), total === 0 ? 'seen' : 'heard');
    this.list.replaceChildren(...found.map((one) => this.row(one)));
  }

  /** Results that are seen need not be counted for the eye as well. */
  private say(words: string, how: 'seen' | 'heard'): void {
    this.list.replaceChildren();
    this.status.textContent = words;
    this.status.classList.toggle('unseen', how === 'heard');
    this.panel.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
  }

  private row({ address, title, note, picture, walk }: Found): HTMLElement {
    const shown = el('span', { class: 'search-picture' });
    if (picture !== undefined) {
      shown.append(el('img', { src: this.root + picture, alt: '', loading: 'lazy' }));
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
      el('a', { class: 'search-page', href: this.root + address }, shown, names),
      walk !== undefined && el('a', { class: 'search-walk', href: this.root + walk }, this.words.walk),
    );
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
      this.list.querySelector('a')?.click();
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
    this.input.setAttribute('aria-expanded', 'false');
  }
}
