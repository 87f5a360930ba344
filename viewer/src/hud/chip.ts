/** The booth in the middle of the view, as a button that opens its panel; and the voice that
 * tells those who cannot see which booth they have come to. */
import { button, el } from '../dom';
import type { ShardBooth } from '../manifest';
import type { Say } from '../strings';
import type { Catalog } from '../visit/catalog';

export class BoothChip {
  readonly element: HTMLButtonElement;
  readonly voice = el('p', { class: 'hallgen-unseen', 'aria-live': 'polite' });
  private booth: ShardBooth | undefined;

  constructor(
    private readonly catalog: Catalog,
    private readonly say: Say,
    open: (booth: ShardBooth) => void,
  ) {
    this.element = button({ class: 'hallgen-chip' }, () => {
      if (this.booth !== undefined) open(this.booth);
    });
    this.element.hidden = true;
  }

  /** Show a booth, or nothing. */
  show(booth: ShardBooth | undefined): void {
    this.booth = booth;
    this.element.hidden = booth === undefined;
    if (booth === undefined) return;
    const name =
      this.catalog.exhibitor(booth.exhibitors[0] ?? '')?.name ?? this.say('no-exhibitor');
    this.element.replaceChildren(
      el('span', { class: 'hallgen-number' }, booth.number),
      el('span', { class: 'hallgen-chip-name', dir: 'auto' }, name),
    );
    this.element.setAttribute(
      'aria-label',
      this.say('open-booth', { booth: this.catalog.title(booth) }),
    );
  }

  announce(booth: ShardBooth): void {
    this.voice.textContent = this.say('near-booth', { booth: this.catalog.title(booth) });
  }
}
