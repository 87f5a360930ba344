import { expect, test } from 'vitest';
import type { PageCard } from '../src/manifest';
import { contacts, events, table } from '../src/shortlist/exports';
import { linkTo, listIn } from '../src/shortlist/link';
import type { ListWords } from '../src/shortlist/page';
import { Shortlist } from '../src/shortlist/shortlist';

class Kept {
  readonly held = new Map<string, string>();
  getItem = (key: string): string | null => this.held.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.held.set(key, value);
}

const signal = new AbortController().signal;

test('what is saved is there again, with its notes, and only in its own fair', () => {
  const memory = new Kept();
  const list = new Shortlist(memory, '/2026/');
  list.toggle('exhibitors/abb/');
  list.add(['products/x/', 'exhibitors/abb/', 'products/x/']);
  list.note('products/x/', 'ask for the price');
  const again = new Shortlist(memory, '/2026/');
  expect(again.items).toEqual([
    { address: 'exhibitors/abb/', note: '' },
    { address: 'products/x/', note: 'ask for the price' },
  ]);
  expect(new Shortlist(memory, '/2027/').items).toEqual([]);
  again.toggle('exhibitors/abb/');
  list.follow(null);
  expect(list.has('exhibitors/abb/')).toBe(false);
});

test('listeners hear each change until they have enough', () => {
  const list = new Shortlist(new Kept(), '/');
  const enough = new AbortController();
  let heard = 0;
  list.watch(() => heard++, enough.signal);
  list.toggle('products/x/');
  list.remove('products/x/');
  expect(heard).toBe(3);
  enough.abort();
  list.toggle('products/x/');
  expect(heard).toBe(3);
});

test.each(['', 'nonsense', '{"format":2,"items":[]}', '{"format":1,"items":[{}, {"address":"../x/"}]}'])(
  'a memory of %j is an empty list',
  (held) => {
    const memory = new Kept();
    memory.setItem('hallgen.shortlist /', held);
    expect(new Shortlist(memory, '/').items).toEqual([]);
  },
);

test('a browser that keeps nothing, or has no room, has a list for as long as the page', () => {
  const full: Kept = new Kept();
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  for (const memory of [undefined, full]) {
    const list = new Shortlist(memory, '/');
    list.toggle('products/x/');
    expect(list.has('products/x/')).toBe(true);
  }
  expect(new Shortlist(undefined, '/').keeping).toBe('until-closed');
});

test('a page that moved keeps its note; one that is saved already goes', () => {
  const list = new Shortlist(new Kept(), '/');
  list.add(['exhibitors/old/', 'exhibitors/other/']);
  list.note('exhibitors/old/', 'hm');
  list.move('exhibitors/old/', 'exhibitors/new/');
  expect(list.items[0]).toEqual({ address: 'exhibitors/new/', note: 'hm' });
  list.move('exhibitors/other/', 'exhibitors/new/');
  expect(list.items).toHaveLength(1);
  list.watch(() => undefined, signal);
});

test('a link holds a list, and nothing but pages of the site', () => {
  const link = linkTo('https://f.example/en/shortlist/?x=1#y', ['exhibitors/abb/', 'products/x/']);
  expect(link).toBe('https://f.example/en/shortlist/#list=exhibitors/abb/,products/x/');
  expect(listIn(new URL(link).hash)).toEqual(['exhibitors/abb/', 'products/x/']);
  expect(listIn('#list=exhibitors%2Fabb%2F')).toEqual(['exhibitors/abb/']);
  expect(listIn('#list=//evil.example/,../../x/,javascript:1,exhibitors/../x/')).toEqual([]);
  expect(listIn('#list=%E0%A4%A')).toEqual([]);
  expect(listIn('#other')).toEqual([]);
});

const FAIR = {
  name: 'Fair',
  place: 'Expo Centre',
  start: '2026-09-22',
  end: '2026-09-26',
  folder: 'https://f.example/en/',
};
const CARD: PageCard = {
  format: 1,
  kind: 'exhibitor',
  address: 'exhibitors/abb/',
  name: 'ABB',
  note: 'Zurich',
  picture: null,
  maker: '',
  maker_address: '',
  booths: [{ id: '1-A01', number: 'A01', hall: 'Hall 1', plan: 'p', walk: 'w' }],
  website: 'https://abb.example',
  email: 'a@abb.example',
  phone: null,
  specifications: [],
  start: null,
  end: null,
};
const PRODUCT: PageCard = {
  ...CARD,
  kind: 'product',
  address: 'products/arm/',
  name: 'Arm',
  maker: 'ABB',
  maker_address: 'exhibitors/abb/',
};
const SESSION: PageCard = {
  ...CARD,
  kind: 'session',
  address: 'programme/s1/',
  name: 'Talk',
  note: 'Stage',
  booths: [],
  start: '2026-09-22T09:30+08:00',
};
const LIST = [
  { card: CARD, note: 'call' },
  { card: PRODUCT, note: '' },
  { card: SESSION, note: '' },
];
const WORDS = new Proxy({}, { get: (_, key) => key }) as ListWords;

test('a table has a row for each thing on the list', () => {
  const rows = table(LIST, FAIR, WORDS);
  expect(rows.map((row) => row.length)).toEqual([10, 10, 10, 10]);
  expect(rows[2]).toEqual([
    ...['Arm', 'ABB', 'A01', 'Hall 1', '', '', 'https://abb.example', 'a@abb.example', ''],
    'https://f.example/en/products/arm/',
  ]);
});

test('a firm is one contact, with its products and what was noted', () => {
  const firms = contacts(LIST, FAIR);
  expect(firms).toHaveLength(1);
  expect(firms[0]?.name).toBe('ABB');
  expect(firms[0]?.note).toBe('Fair: Hall 1 A01\ncall\nArm\nhttps://f.example/en/exhibitors/abb/');
});

test('a calendar has the sessions, and a visit over the days of the fair', () => {
  const [visit, session] = events(LIST, FAIR, WORDS);
  expect(visit?.description).toBe('Hall 1 A01 ABB: call\nHall 1 A01 ABB: Arm');
  expect([visit?.start, visit?.end]).toEqual(['2026-09-22', '2026-09-26']);
  expect(session?.place).toBe('Stage, Expo Centre');
  expect(events(LIST, { ...FAIR, start: '' }, WORDS)).toHaveLength(1);
});
