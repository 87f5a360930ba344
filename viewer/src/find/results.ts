/** What was found, as rows with pictures. */
import { el } from '../dom';
import { nameOf } from '../pages/cards';
import type { SearchThing } from '../manifest';
import type { Words } from '../pages/part';
import { photoOf } from '../photo';

/** The words of a result. */
export type FindWord = SearchThing['kind'] | 'walk';

export class Results {
  readonly element = el('ol', { class: 'results' });

  constructor(
    private readonly root: string,
    private readonly words: Words<FindWord>,
  ) {}

  /** Show things in place of those before, each with a remark where there are some. */
  show(things: readonly SearchThing[], remarks: readonly string[] = []): void {
    this.element.replaceChildren(...things.map((thing, at) => this.row(thing, remarks[at])));
  }

  /** The links to the things, in their order. */
  links(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>('.result-page')];
  }

  private row(thing: SearchThing, remark: string | undefined): HTMLElement {
    const { kind, page, title, note, picture, walk } = thing;
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
      remark !== undefined && el('span', { class: 'result-why', dir: 'auto' }, remark),
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
