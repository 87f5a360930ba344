/** A list as files that other programs take. */
import { type CalendarEvent, calendarFile } from '../files/calendar';
import { type Contact, contactsFile } from '../files/contacts';
import { download } from '../files/download';
import { tableFile } from '../files/table';
import type { PageCard } from '../manifest';
import type { ListWords } from './page';

/** What is on a list, with the visitor's note. */
export interface Listed {
  readonly card: PageCard;
  readonly note: string;
}

/** The fair in which the list was made. `start` and `end` are days (ISO 8601) or ''; `folder` is
 * the address of the pages of the visitor's language. */
export interface FairFacts {
  readonly name: string;
  readonly place: string;
  readonly start: string;
  readonly end: string;
  readonly folder: string;
}

interface Export {
  readonly word: 'table' | 'contacts' | 'calendar';
  readonly save: (list: readonly Listed[], fair: FairFacts, words: ListWords) => void;
}

export const EXPORTS: readonly Export[] = [
  {
    word: 'table',
    save: (list, fair, words) =>
      download(`${fair.name}.csv`, 'text/csv', tableFile(table(list, fair, words))),
  },
  {
    word: 'contacts',
    save: (list, fair) =>
      download(`${fair.name}.vcf`, 'text/vcard', contactsFile(contacts(list, fair))),
  },
  {
    word: 'calendar',
    save: (list, fair, words) =>
      download(
        `${fair.name}.ics`,
        'text/calendar',
        calendarFile(events(list, fair, words), new Date()),
      ),
  },
];

/** A row for each thing, with a header. */
export function table(
  list: readonly Listed[],
  fair: FairFacts,
  words: ListWords,
): readonly (readonly string[])[] {
  const header = [
    ...[words.name, words.maker, words.booth, words.hall, words.time],
    ...[words.note, words.website, words.email, words.phone, words.address],
  ];
  return [
    header,
    ...list.map(({ card, note }) => [
      card.name,
      card.maker,
      card.booths.map(({ number }) => number).join(' '),
      [...new Set(card.booths.map(({ hall }) => hall))].join(', '),
      card.start ?? '',
      note,
      card.website ?? '',
      card.email ?? '',
      card.phone ?? '',
      fair.folder + card.address,
    ]),
  ];
}

/** The exhibitors of all that is listed, each once, with what of theirs is. */
export function contacts(list: readonly Listed[], fair: FairFacts): readonly Contact[] {
  const firms = new Map<string, { card: PageCard; notes: string[] }>();
  for (const { card, note } of list) {
    const address = card.kind === 'exhibitor' ? card.address : card.maker_address;
    if (card.kind === 'session' || address === '') continue;
    const firm = firms.get(address) ?? { card, notes: [] };
    firms.set(address, firm);
    firm.notes.push(...(card.kind === 'product' ? [card.name] : []), ...(note ? [note] : []));
  }
  return [...firms].map(([address, { card, notes }]) => ({
    name: card.kind === 'exhibitor' ? card.name : card.maker,
    website: card.website,
    email: card.email,
    phone: card.phone,
    note: [`${fair.name}: ${booths(card)}`, ...notes, fair.folder + address].join('\n'),
  }));
}

/** The sessions, and over the fair's days a visit with all the rest in its description. */
export function events(
  list: readonly Listed[],
  fair: FairFacts,
  words: ListWords,
): readonly CalendarEvent[] {
  const sessions = list.flatMap(({ card, note }) => {
    if (card.start === null) return [];
    return [
      {
        id: fair.folder + card.address,
        title: card.name,
        start: card.start,
        end: card.end,
        place: [card.note, fair.place].filter(Boolean).join(', '),
        description: [note, fair.folder + card.address].filter(Boolean).join('\n'),
      },
    ];
  });
  const visits = list.filter(({ card }) => card.start === null);
  if (visits.length === 0 || fair.start === '') return sessions;
  const lines = visits.map(({ card, note }) =>
    [`${booths(card)} ${card.maker || card.name}`, card.maker && card.name, note]
      .filter(Boolean)
      .join(': '),
  );
  const visit = {
    id: `${fair.folder}shortlist/`,
    title: `${words.visit}: ${fair.name}`,
    start: fair.start,
    end: fair.end,
    place: fair.place,
    description: lines.join('\n'),
  };
  return [visit, ...sessions];
}

const booths = ({ booths: some }: PageCard): string =>
  some.map(({ number, hall }) => `${hall} ${number}`).join(', ');
