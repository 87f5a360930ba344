/** Products side by side, as a table. */
import { button, el, icon } from '../dom';
import { filled } from '../filled';
import type { PageCard } from '../manifest';
import type { Words } from '../pages/part';
import { rowsOf, type Cell, type Row } from './rows';
import { photoOf } from '../photo';

export type TableWord =
  | 'as_written'
  | 'booth'
  | 'category'
  | 'exhibitor'
  | 'further'
  | 'product'
  | 'remove'
  | 'title';

export interface Frame {
  /** The way from the page to the folder of its language, and to the site's root. */
  readonly folder: string;
  readonly root: string;
  readonly language: string;
  readonly words: Words<TableWord>;
  readonly remove: (card: PageCard) => void;
}

/** A table of some products. Rows that do not differ are marked `same`. */
export function tableOf(cards: readonly PageCard[], frame: Frame): HTMLTableElement {
  const { words } = frame;
  const heads = cards.map((card) => el('th', { scope: 'col' }, ...headOf(card, frame)));
  const corner = el('td', {}, el('span', { class: 'unseen' }, words.product));
  const facts = [
    factRow(words.exhibitor, cards, (card) => card.maker_address, (card) => [makerOf(card, frame)]),
    factRow(words.category, cards, (card) => card.note, (card) => [card.note]),
    factRow(
      words.booth,
      cards,
      (card) => card.booths.map(({ plan }) => plan).join(),
      (card) => boothsOf(card, frame),
    ),
  ];
  const rows = rowsOf(cards, frame.language).map((row) => specificationRow(row, words));
  return el(
    'table',
    { class: 'comparison' },
    el('caption', { class: 'unseen' }, words.title),
    el('thead', {}, el('tr', {}, corner, ...heads)),
    el('tbody', {}, ...facts, ...rows),
  );
}

function headOf(card: PageCard, { folder, root, words, remove }: Frame): Node[] {
  const label = filled(words.remove, { name: card.name });
  const picture = el('span', { class: 'compare-picture' });
  if (card.picture !== null) picture.append(photoOf(root + card.picture, { alt: '' }).element);
  const page = { class: 'compare-name', href: folder + card.address, dir: 'auto' };
  const away = { class: 'compare-remove', 'aria-label': label };
  return [
    el('a', page, picture, el('span', {}, card.name)),
    button(away, () => remove(card), icon('close')),
  ];
}

const makerOf = (card: PageCard, { folder }: Frame): Node =>
  el('a', { href: folder + card.maker_address, dir: 'auto' }, card.maker);

const boothsOf = (card: PageCard, { root }: Frame): Node[] =>
  card.booths.map(({ number, hall, walk }) => {
    const where = el('span', { class: 'place-hall' }, hall);
    return el('a', { class: 'place', href: root + walk }, where, ' ', el('strong', {}, number));
  });

function factRow(
  name: string,
  cards: readonly PageCard[],
  fact: (card: PageCard) => string,
  shown: (card: PageCard) => (Node | string)[],
): HTMLElement {
  const differs = new Set(cards.map(fact)).size > 1;
  return rowElement(name, cards.map((card) => el('td', {}, ...shown(card))), differs);
}

function specificationRow({ name, cells, differs }: Row, words: Words<TableWord>): HTMLElement {
  return rowElement(name || words.further, cells.map((cell) => cellOf(cell, words)), differs);
}

function cellOf({ shown, written }: Cell, words: Words<TableWord>): HTMLElement {
  const title = written === undefined ? undefined : filled(words.as_written, { words: written });
  return el('td', { dir: 'auto', title }, shown === '' ? '–' : shown);
}

function rowElement(name: string, cells: readonly HTMLElement[], differs: boolean): HTMLElement {
  const head = el('th', { scope: 'row', dir: 'auto' }, name);
  return el('tr', { class: differs ? 'differs' : 'same' }, head, ...cells);
}
