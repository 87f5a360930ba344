import { afterEach, expect, test, vi } from 'vitest';
import {
  type Enquiry,
  type EnquiryWords,
  isMail,
  letterOf,
  mailTo,
  meetingAt,
  meetingEvent,
  missingOf,
  textOf,
} from '../src/enquiry/enquiry';
import { Draft } from '../src/enquiry/form';
import { SendError, send } from '../src/enquiry/send';

const WORDS = {
  about: 'About: {products}',
  meet: 'Meeting: {when}',
} as EnquiryWords;
const ENQUIRY: Enquiry = {
  name: 'Li Na',
  company: 'Works',
  email: 'li@works.example',
  phone: '',
  message: 'How much?\nSoon?',
  products: [
    { slug: 'a', name: 'Lathe & mill' },
    { slug: 'b', name: 'Arm' },
  ],
  meeting: meetingAt('2026-09-22', '10:30', '+08:00'),
};
const TO = { exhibitor: 'E1', name: 'Firm', fair: 'f', fairName: 'Fair', place: 'Expo' };

afterEach(() => vi.unstubAllGlobals());

test('a mail says what it is about and who wrote it', () => {
  const text = textOf(ENQUIRY, WORDS);
  expect(text).toBe(
    'How much?\nSoon?\n\nAbout: Lathe & mill, Arm\nMeeting: 2026-09-22 10:30\n\n' +
      'Li Na\nWorks\nli@works.example',
  );
  const link = new URL(mailTo('a+b@firm.example', 'Enquiry & more', text));
  expect(link.pathname).toBe('a%2Bb@firm.example');
  expect(link.searchParams.get('subject')).toBe('Enquiry & more');
  expect(link.searchParams.get('body')).toBe(text.replaceAll('\n', '\r\n'));
});

test('a mail of one sentence has no empty parts', () => {
  const plain = { ...ENQUIRY, products: [], meeting: null, company: '' };
  expect(textOf(plain, WORDS)).toBe('How much?\nSoon?\n\nLi Na\nli@works.example');
});

test('what is missing is named, and what is no address is none', () => {
  expect(missingOf({ ...ENQUIRY, name: '', message: '' })).toEqual(['name', 'message']);
  expect(['a@b', 'a.b@c.example'].every(isMail)).toBe(true);
  expect(['', 'a', 'a@', 'a b@c', 'a@b@c', 'a@b,c@d'].some(isMail)).toBe(false);
});

test('a meeting takes half an hour at the booth', () => {
  const meeting = meetingAt('2026-09-22', '17:30', '+08:00');
  expect(meeting.end).toBe('2026-09-22T18:00+08:00');
  const event = meetingEvent(meeting, ENQUIRY, TO, WORDS);
  expect([event.title, event.place]).toEqual(['Firm – Works', 'Fair, Expo']);
});

test('an endpoint gets all that was written, and how', () => {
  const trace = { elapsed: 4200, trap: '' };
  const letter = letterOf(ENQUIRY, TO, 'https://f.example/en/', 'en', trace);
  expect(letter).toMatchObject({
    format: 1,
    fair: 'f',
    exhibitor: { id: 'E1', name: 'Firm' },
    email: 'li@works.example',
    products: [{ slug: 'a' }, { slug: 'b' }],
    meeting: { start: '2026-09-22T10:30+08:00' },
    language: 'en',
    elapsed: 4200,
    trap: '',
  });
});

test('an endpoint that refuses, or does not answer, is told apart', async () => {
  const fetching = vi.fn(() => Promise.resolve(new Response('', { status: 503 })));
  vi.stubGlobal('fetch', fetching);
  await expect(send('https://e.example/', {})).rejects.toEqual(new SendError(503));
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  const failure = await send('https://e.example/', {}).catch((error: unknown) => error);
  expect((failure as SendError).status).toBeUndefined();
});

test('a draft is kept: who one is for all exhibitors, a message for its own', () => {
  const held = new Map<string, string>();
  const memory = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  } as Storage;
  new Draft(memory, 'E1').write({ name: 'Li', email: 'l@e.example', message: 'Hello' });
  expect(new Draft(memory, 'E1').read()).toMatchObject({ name: 'Li', message: 'Hello' });
  expect(new Draft(memory, 'E2').read().message).toBeUndefined();
  expect(new Draft(memory, 'E2').read().email).toBe('l@e.example');
  expect(new Draft(undefined, 'E1').read()).toEqual({});
});
