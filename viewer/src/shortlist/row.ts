/** One line of a list: what it is, where it is, and the visitor's note. */
import { button, el, icon } from '../dom';
import { initial } from '../initial';
import type { PageCard } from '../manifest';
import { photoOf } from '../photo';
import { when } from '../programme/here';
import type { ListWords } from './page';
import type { Saved } from './shortlist';

export interface RowActions {
  note(address: string, note: string): void;
  remove(address: string): void;
}

/** `card` is undefined where the page is gone. Without `actions` the row is only read. */
export function row(
  { address, note }: Saved,
  card: PageCard | undefined,
  root: string,
  words: ListWords,
  actions: RowActions | undefined,
): HTMLElement {
  const { lang } = document.documentElement;
  const name = card?.name ?? address.split('/')[1] ?? '';
  const title =
    card === undefined
      ? el('strong', {}, name)
      : el('a', { class: 'list-name', href: `${root}${lang}/${card.address}`, dir: 'auto' }, name);
  const facts = card === undefined ? [words.gone] : [card.maker, card.note, time(card, lang)];
  return el(
    'li',
    { class: 'list-item' },
    picture(card?.picture ?? null, name, root),
    el(
      'div',
      { class: 'list-words' },
      title,
      el('p', { class: 'card-note', dir: 'auto' }, facts.filter(Boolean).join(' · ')),
      places(card, root, words),
      actions && noteField(address, note, name, words, actions),
    ),
    actions &&
      button(
        { class: 'list-remove', 'aria-label': `${words.remove}: ${name}`, title: words.remove },
        () => actions.remove(address),
        icon('close'),
      ),
  );
}

const time = (card: PageCard, lang: string): string =>
  card.start === null ? '' : when(card.start, lang);

function picture(address: string | null, name: string, root: string): HTMLElement {
  const shown =
    address === null
      ? initial(name)
      : photoOf(root + address, { alt: '', loading: 'lazy' }).element;
  return el('span', { class: 'list-picture', 'aria-hidden': 'true' }, shown);
}

function places(
  card: PageCard | undefined,
  root: string,
  words: ListWords,
): HTMLElement | undefined {
  if (card === undefined || card.booths.length === 0) return undefined;
  const rows = card.booths.map(({ number, hall, plan, walk }) =>
    el(
      'li',
      {},
      el('strong', {}, number),
      el('span', { class: 'card-note' }, hall),
      el('a', { href: root + walk }, words.walk),
      el('a', { href: root + plan }, words.plan),
    ),
  );
  return el('ul', { class: 'list-places' }, ...rows);
}

function noteField(
  address: string,
  note: string,
  name: string,
  words: ListWords,
  actions: RowActions,
): HTMLElement {
  const field = el('textarea', {
    class: 'list-note',
    rows: '1',
    placeholder: words.note,
    'aria-label': `${words.note}: ${name}`,
  });
  field.value = note;
  field.addEventListener('input', () => actions.note(address, field.value));
  return field;
}
