/** Where one is and which booths are in view, as words and as a list: for those who do not see the
 * picture, and for those who would rather choose from a list. */
import { button, el, icon } from '../dom';
import type { ShardBooth } from '../manifest';
import type { Say } from '../strings';

export interface AroundEvents {
  /** A booth of the list was chosen. */
  chosen(booth: ShardBooth): void;
  next(): void;
  previous(): void;
}

export class AroundList {
  readonly content: readonly HTMLElement[];
  private readonly where = el('p');
  private readonly list = el('ol', { class: 'hallgen-near', id: 'hallgen-near-list' });
  private readonly none: HTMLElement;

  constructor(
    private readonly say: Say,
    private readonly events: AroundEvents,
  ) {
    this.none = el('p', { class: 'hallgen-note' }, say('near-empty'));
    this.list.setAttribute('aria-label', say('near-list'));
    const step = (words: string, sign: 'previous' | 'next', action: () => void): HTMLElement =>
      button({ class: 'hallgen-action' }, action, icon(sign), words);
    this.content = [
      this.where,
      this.list,
      this.none,
      el(
        'div',
        { class: 'hallgen-actions hallgen-steps' },
        step(say('near-previous'), 'previous', () => events.previous()),
        step(say('near-next'), 'next', () => events.next()),
      ),
    ];
  }

  /** Whether somebody sees it. */
  get shown(): boolean {
    return this.where.isConnected && this.where.closest('[hidden]') === null;
  }

  /** Show where one is, and the booths in view with the metres to each. `title` is what a booth is
   * called. The list stays as it is while the focus is in it. */
  show(
    where: string,
    booths: readonly { readonly booth: ShardBooth; readonly metres: number }[],
    title: (booth: ShardBooth) => string,
  ): void {
    if (this.where.textContent !== where) this.where.textContent = where;
    if (this.list.contains(document.activeElement)) return;
    this.none.hidden = booths.length > 0;
    this.list.hidden = booths.length === 0;
    this.list.replaceChildren(
      ...booths.map(({ booth, metres }) =>
        el(
          'li',
          {},
          button(
            { class: 'hallgen-row' },
            () => this.events.chosen(booth),
            el('span', { class: 'hallgen-near-name', dir: 'auto' }, title(booth)),
            el('span', { class: 'hallgen-near-far' }, this.say('near-metres', { metres })),
          ),
        ),
      ),
    );
  }
}
