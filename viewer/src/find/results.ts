/** What was found, as rows with pictures. */
import { el } from '../dom';
import { nameOf } from '../pages/cards';
import type { SearchThing } from '../manifest';
import type { Words } from '../pages/part';
import { photoOf } from '../photo';
import type { FindWord } from './page';

export class Results {
  readonly element = el('ol', { class: 'results' });

  constructor(
    private readonly root: string,
    private readonly words: Words<FindWord>,
  ) {}

  /** Show things in place of those before. */
  show(things: readonly SearchThing[]): void {
    this.element.replaceChildren(...things.map((thing) => this.row(thing)));
  }

  /** The links to the things, in their order. */
  links(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('.result-page')];
  }

  private row({ kind, page, title, note, picture, walk }: SearchThing): HTMLElement {
    const { root, words } = this;
    const shown = el('span', { class: `result-picture ${kind}` });
    if (picture !== null) {
      shown.append(photoOf(root + picture, { alt: '', loading: 'lazy' }).element);
    }
    const names = el(
      'span',
      { class: 'result-names' },
      el('span', { class: 'result-title', dir: 'auto' }, title),
      el('span', { class: 'result-note', dir: 'auto' }, note),
    );
    const product = kind === 'product' ? nameOf(page.slice(page.indexOf('/') + 1)) : undefined;
    const foot = el(
      'p',
      { class: 'result-foot', 'data-product': product, 'data-name': title },
      el('span', { class: 'result-kind' }, words[kind]),
      walk !== null && el('a', { class: 'result-walk', href: root + walk }, words.walk),
    );
    const link = el('a', { class: 'result-page', href: root + page }, shown, names);
    return el('li', { class: 'result' }, link, foot);
  }
}
