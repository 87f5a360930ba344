import { expect, test } from 'vitest';
import { calendarFile } from '../src/files/calendar';
import { contactsFile } from '../src/files/contacts';
import { tableFile } from '../src/files/table';

const WRITTEN = new Date('2026-01-02T03:04:05Z');
const EVENT = {
  id: 's1@fair',
  title: 'Talk; with, signs\\',
  start: '2026-09-22T09:30+08:00',
  end: '2026-09-22T10:15+08:00',
  place: 'Hall 1',
  description: 'One\nTwo',
};

test('an event is written in universal time, its texts escaped', () => {
  const lines = calendarFile([EVENT], WRITTEN).split('\r\n');
  expect(lines).toContain('DTSTART:20260922T013000Z');
  expect(lines).toContain('DTEND:20260922T021500Z');
  expect(lines).toContain('DTSTAMP:20260102T030405Z');
  expect(lines).toContain('SUMMARY:Talk\\; with\\, signs\\\\');
  expect(lines).toContain('DESCRIPTION:One\\nTwo');
  expect(lines.some((line) => line.startsWith('METHOD'))).toBe(false);
});

test('a time without a zone floats, and days alone end the morning after', () => {
  const floating = calendarFile([{ ...EVENT, start: '2026-09-22T09:30', end: null }], WRITTEN);
  expect(floating).toContain('DTSTART:20260922T093000\r\n');
  const days = calendarFile([{ ...EVENT, start: '2026-09-22', end: '2026-09-30' }], WRITTEN);
  expect(days).toContain('DTSTART;VALUE=DATE:20260922\r\n');
  expect(days).toContain('DTEND;VALUE=DATE:20261001\r\n');
});

test('an invitation names who asks and who is asked', () => {
  const people = { from: 'me@here.example', to: 'them@there.example' };
  const text = calendarFile([EVENT], WRITTEN, people);
  expect(text).toContain('METHOD:REQUEST\r\n');
  expect(text).toContain('ORGANIZER:mailto:me@here.example\r\n');
  expect(text).toContain('RSVP=TRUE:mailto:them@there.example\r\n');
});

test('long lines go on after a space, and no character is cut', () => {
  const title = '望海国际工业博览会'.repeat(20);
  const text = calendarFile([{ ...EVENT, title }], WRITTEN);
  const bytes = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
});

test('a line break in an address begins no line of its own', () => {
  const contact = { name: 'A; B', website: 'https://a.example\r\nX:1', email: null, phone: null };
  const text = contactsFile([{ ...contact, note: 'a\r\nb' }]);
  expect(text).toContain('FN:A\\; B\r\n');
  expect(text).toContain('URL:https://a.example X:1\r\n');
  expect(text).toContain('NOTE:a\\nb\r\n');
});

test('a table quotes what needs it and runs nothing', () => {
  const text = tableFile([
    ['Name', 'Phone'],
    ['A "B", C', '+86 (21) 5555-0100'],
    ['=HYPERLINK("x")', '@sum'],
  ]);
  expect(text).toBe(
    '\uFEFFName,Phone\r\n' +
      '"A ""B"", C",+86 (21) 5555-0100\r\n' +
      '"\'=HYPERLINK(""x"")",\'@sum\r\n',
  );
});

test.each([
  ['=1+1', "'=1+1"],
  ['+cmd|x', "'+cmd|x"],
  ['-2+3+cmd', "'-2+3+cmd"],
  ['@SUM(1)', "'@SUM(1)"],
  [' =1', " '=1"],
  ['\uFF1D1', "'\uFF1D1"],
  ['A; =1', '"A; \'=1"'],
  ['A\t=1', '"A\t\'=1"'],
  ['\t=1', '"\t\'=1"'],
  ['+49 (30) 123-4', '+49 (30) 123-4'],
  ['A = B', 'A = B'],
])('no cell is a formula in any country: %j', (text, cell) => {
  expect(tableFile([[text]])).toBe(`\uFEFF${cell}\r\n`);
});

test.each(['x\r\nEND:VCARD\r\nBEGIN:VCARD', 'x\nURL:javascript:alert(1)', 'a;b,c\\'])(
  'nothing that is written ends a card or a line of it: %j',
  (text) => {
    const contact = { name: text, website: text, email: text, phone: text, note: text };
    const lines = contactsFile([contact]).split('\r\n').filter((line) => !line.startsWith(' '));
    expect(lines.map((line) => line.split(/[:;]/)[0])).toEqual(
      ['BEGIN', 'VERSION', 'N', 'FN', 'ORG', 'EMAIL', 'TEL', 'URL', 'NOTE', 'END', ''],
    );
  },
);

test.each(['x\r\nEND:VEVENT\r\nBEGIN:VEVENT', 'x\nATTENDEE:mailto:evil@evil.example'])(
  'nothing that is written ends an event or a line of it: %j',
  (text) => {
    const event = { ...EVENT, id: text, title: text, place: text, description: text };
    const meeting = { from: text, to: text };
    const lines = calendarFile([event], WRITTEN, meeting).split('\r\n');
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
  },
);
