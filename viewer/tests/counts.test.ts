import { expect, test } from 'vitest';
import { Consent, asksNotToBeTracked } from '../src/counts/consent';
import { Dwell } from '../src/counts/dwell';
import { SERVICES } from '../src/counts/services';

const SCENE = { url: 'https://f.example/en/halls/1/', title: 'Hall 1', language: 'en' };
const LEFT = { name: 'leave-booth', what: '1-A01', seconds: 12 } as const;

const memory = (): Storage => {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  } as Storage;
};

test('who asks not to be tracked is not counted, and the switch goes before that', () => {
  expect(asksNotToBeTracked({ doNotTrack: '1' } as Navigator)).toBe(true);
  expect(asksNotToBeTracked({ doNotTrack: null, globalPrivacyControl: true } as never)).toBe(true);
  expect(asksNotToBeTracked({ doNotTrack: null } as Navigator)).toBe(false);
  const kept = memory();
  const consent = new Consent(kept, true);
  expect(consent.given).toBe(false);
  consent.choose(true);
  expect(new Consent(kept, true).given).toBe(true);
  consent.choose(false);
  expect(new Consent(kept, false).given).toBe(false);
});

test('each service is told in its own words', () => {
  const own = SERVICES.own?.('https://c.example/in', 'fair', SCENE, LEFT);
  expect(JSON.parse(own?.body ?? '')).toEqual({ format: 1, site: 'fair', ...SCENE, ...LEFT });
  const page = { name: 'page', what: '' } as const;
  const plausible = SERVICES.plausible?.('https://p.example/', '', SCENE, page);
  expect(plausible?.address).toBe('https://p.example/api/event');
  expect(JSON.parse(plausible?.body ?? '')).toEqual({
    name: 'pageview',
    url: SCENE.url,
    domain: 'f.example',
  });
  const matomo = SERVICES.matomo?.('https://m.example', '3', SCENE, LEFT);
  const query = new URL(matomo?.address ?? '').searchParams;
  expect(Object.fromEntries(query)).toEqual({
    idsite: '3',
    rec: '1',
    url: SCENE.url,
    e_c: 'fair',
    e_a: 'leave-booth',
    e_n: '1-A01',
    e_v: '12',
    ca: '1',
  });
});

test('a booth is left for another one, or with the page; a glance counts nothing', () => {
  const left: [string, number][] = [];
  const dwell = new Dwell((booth, seconds) => left.push([booth, seconds]));
  dwell.enter('a', 0);
  dwell.enter('a', 4000);
  dwell.enter('b', 9000);
  dwell.enter('c', 10_000);
  dwell.leave(5_000_000);
  dwell.leave(6_000_000);
  expect(left).toEqual([
    ['a', 9],
    ['c', 600],
  ]);
});
