/** The choices by which results are narrowed: beside the results, on narrow screens as a sheet. */
import { button, el, icon } from '../dom';
import { counted, filled } from '../filled';
import type { Words } from '../pages/part';
import type { FindWord } from './page';
import { FACETS, chosenWith, type Chosen } from './wanted';
import type { Narrowed } from './narrowing';

/** Choices of a facet that are shown at once; letters are short enough to be shown all. */
const FEW = 8;
/** The outermost choices of a facet. */
const TOP = ':scope > .choices > li';
/** All choices below one. */
const BELOW = ':scope > .choices input';
const NARROW = '(max-width: 60rem)';

export class Filters {
  /** Opens the sheet. */
  readonly opener: HTMLButtonElement;
  private readonly sheet: HTMLDialogElement;
  private readonly show: HTMLButtonElement;
  private readonly inputs: readonly HTMLInputElement[];
  private readonly whole = new Set<Element>();
  private readonly narrow = window.matchMedia(NARROW);

  constructor(
    private readonly place: HTMLElement,
    private readonly panel: HTMLElement,
    private readonly words: Words<FindWord>,
    private readonly changed: (chosen: Chosen) => void,
    signal: AbortSignal,
  ) {
    this.inputs = [...panel.querySelectorAll('input')];
    this.show = button({ class: 'button' }, () => this.sheet.close());
    const close = button(
      { class: 'sheet-close', 'aria-label': words.close },
      () => this.sheet.close(),
      icon('close'),
    );
    const head = el('div', { class: 'sheet-head' }, el('h2', {}, words.filters), close);
    this.sheet = el('dialog', { class: 'find-sheet', 'aria-label': words.filters }, head);
    this.sheet.append(el('div', { class: 'sheet-foot' }, this.show));
    this.sheet.addEventListener('close', () => this.place.append(this.panel));
    this.sheet.addEventListener('click', ({ target }) => target === this.sheet && this.sheet.close());
    place.before(this.sheet);
    this.opener = button({ class: 'button quiet small find-open' }, () => this.open(), words.filters);
    this.narrow.addEventListener('change', () => this.sheet.close(), { signal });
    panel.addEventListener('change', ({ target }) => this.choose(target as HTMLInputElement));
  }

  /** What something chosen is called; undefined where there is no such choice. */
  name(facet: string, value: string): string | undefined {
    const input = this.input(facet, value);
    return input?.closest('.choice')?.querySelector('.choice-name')?.textContent;
  }

  /** Of what an address chooses, what there is. */
  known(chosen: Chosen): Chosen {
    const some = [...chosen].map(([facet, values]) => {
      return [facet, values.filter((value) => this.input(facet, value) !== undefined)] as const;
    });
    return new Map(some.filter(([, values]) => values.length > 0));
  }

  /** Show what is chosen, and how many results each choice has. */
  update(chosen: Chosen, narrowed: Narrowed): void {
    for (const input of this.inputs) {
      input.checked = chosen.get(input.name)?.includes(input.value) ?? false;
      const count = input.closest('.choice')!.querySelector('.choice-count')!;
      count.textContent = String(narrowed.count(input.name, input.value));
    }
    for (const facet of this.panel.querySelectorAll<HTMLElement>('.facet')) this.fold(facet);
    const total = narrowed.found.length;
    this.show.textContent = counted(this.words, total, 'show_');
    const number = [...chosen.values()].flat().length;
    this.opener.textContent = this.words.filters + (number > 0 ? ` (${number})` : '');
  }

  /** Show the first of a facet's choices that lead somewhere, and what is below what is chosen. */
  private fold(facet: HTMLElement): void {
    let left = this.whole.has(facet) || facet.matches('[data-facet="letter"]') ? Infinity : FEW;
    let [useful, hidden] = [0, 0];
    for (const item of facet.querySelectorAll<HTMLElement>(TOP)) {
      item.hidden = !this.unfold(item);
      if (item.hidden) continue;
      useful++;
      item.hidden = left-- <= 0;
      if (item.hidden) hidden++;
    }
    facet.hidden = useful === 0;
    facet.querySelector('.find-all')?.remove();
    if (hidden === 0) return;
    const all = button(
      { class: 'find-all' },
      () => {
        this.whole.add(facet);
        this.fold(facet);
        facet.querySelectorAll<HTMLElement>(`${TOP}:not([hidden]) > .choice > input`)[FEW]?.focus();
      },
      filled(this.words.choices, { n: useful }),
    );
    facet.append(all);
  }

  /** Whether a choice has results or is chosen, itself or below it; what is below is shown then. */
  private unfold(item: HTMLElement): boolean {
    const input = item.querySelector<HTMLInputElement>(':scope > .choice > input')!;
    const count = item.querySelector(':scope > .choice > .choice-count')!.textContent;
    const below = item.querySelector<HTMLElement>(':scope > .choices');
    const chosenBelow = below?.querySelector('input:checked') !== null && below !== null;
    input.indeterminate = chosenBelow;
    if (below !== null) {
      below.hidden = !input.checked && !chosenBelow;
      for (const child of below.querySelectorAll<HTMLElement>(':scope > li')) {
        child.hidden = !this.unfold(child);
      }
    }
    return count !== '0' || input.checked || chosenBelow;
  }

  /** What is chosen above or below a choice gives way to it: it is more or less of the same. */
  private choose(input: HTMLInputElement): void {
    if (input.checked) {
      const item = input.closest('li')!;
      for (const below of item.querySelectorAll<HTMLInputElement>(BELOW)) {
        below.checked = false;
      }
      let above = item.parentElement?.closest('li');
      for (; above; above = above.parentElement?.closest('li')) {
        above.querySelector<HTMLInputElement>(':scope > .choice > input')!.checked = false;
      }
    }
    let chosen: Chosen = new Map();
    for (const facet of FACETS) {
      const values = this.inputs.filter((one) => one.name === facet && one.checked);
      chosen = chosenWith(chosen, facet, values.map((one) => one.value));
    }
    this.changed(chosen);
  }

  private open(): void {
    this.sheet.querySelector('.sheet-head')!.after(this.panel);
    this.sheet.showModal();
  }

  private input(facet: string, value: string): HTMLInputElement | undefined {
    return this.inputs.find((one) => one.name === facet && one.value === value);
  }
}
