/** The walk through all that is on a list, on its page: the stops in their order, and into 3D. */
import { el } from '../dom';
import { filled } from '../filled';
import type { PageCard } from '../manifest';
import { FairFiles } from '../routes/files';
import { type OrderedWalk, orderedWalk } from '../routes/order';
import { minutesOf, toldMetres } from '../routes/pace';
import type { ListWords } from './page';

/** The walk to the first booth of each card, told. Rejects where a file does not come. */
export async function tourOf(
  cards: readonly PageCard[],
  root: string,
  language: string,
  words: ListWords,
): Promise<HTMLElement> {
  const files = new FairFiles(root, language);
  const there = new Map<string, PageCard[]>();
  for (const card of cards) {
    const booth = card.booths[0]?.id;
    if (booth) there.set(booth, [...(there.get(booth) ?? []), card]);
  }
  const walk = await orderedWalk([...there.keys()], files);
  if (walk === undefined) return el('p', {}, words.tour_none);
  const halls = await files.halls();
  const hallName = (id: string): string =>
    halls.find((hall) => hall.id === id)?.name[language] ?? id;
  const page = halls.find(({ id }) => id === walk.hall)?.pages[language] ?? '';
  const lines = walk.stops.map(({ booth, hall, metres }) =>
    el(
      'li',
      { class: 'tour-stop' },
      el(
        'span',
        { class: 'tour-where' },
        el('strong', {}, booth.number),
        ' ',
        el('span', { class: 'card-note' }, hallName(hall)),
      ),
      el('span', { class: 'tour-what' }, namesOf(there.get(booth.id))),
      el('span', { class: 'tour-leg' }, filled(words.tour_leg, { metres: toldMetres(metres) })),
    ),
  );
  const { metres, without } = walk;
  const whole = { metres: toldMetres(metres), minutes: minutesOf(metres) };
  const missed = without.map((id) => namesOf(there.get(id))).join(', ');
  return el(
    'section',
    { class: 'list-tour' },
    el('h2', { tabindex: '-1' }, filled(words.tour_title, whole)),
    el('ol', {}, ...lines),
    missed !== '' && el('p', {}, filled(words.tour_without, { names: missed })),
    el('p', {}, el('a', { class: 'button', href: root + page + queryOf(walk) }, words.tour_start)),
  );
}

/** The walk as the hall's page reads it. Commas are allowed in a query. */
export function queryOf({ stops }: OrderedWalk): string {
  const [first, ...rest] = stops.map(({ booth }) => encodeURIComponent(booth.id));
  return `?to=${first}${rest.length > 0 ? `&route=${rest.join(',')}` : ''}`;
}

const namesOf = (cards: readonly PageCard[] | undefined): string =>
  (cards ?? []).map(({ name }) => name).join(', ');
