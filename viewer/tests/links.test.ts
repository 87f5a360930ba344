import { describe, expect, it } from 'vitest';
import type { Manifest } from '../src/manifest';
import { addressOf } from '../src/visit/elsewhere';
import { formatPlace, isEmpty, parsePlace } from '../src/visit/links';

describe('a link', () => {
  it.each([
    ['?booth=A012', { booth: 'A012' }],
    ['?product=robot-arm', { product: 'robot-arm' }],
    ['?exhibitor=abb', { exhibitor: 'abb' }],
    ['?to=A012&at=1,2,3', { to: 'A012', at: { x: 1, z: 2, heading: 3 } }],
    ['?at=1.5,-20,450', { at: { x: 1.5, z: -20, heading: 90 } }],
    ['?at=1,2', { at: { x: 1, z: 2, heading: 0 } }],
    ['?at=1%2C2%2C3', { at: { x: 1, z: 2, heading: 3 } }],
    ['?booth=%E5%8F%B0%201&at=0,0,0', { booth: '台 1', at: { x: 0, z: 0, heading: 0 } }],
  ])('%s is understood', (query, place) => {
    expect(parsePlace(query)).toEqual(place);
  });

  it.each([
    '',
    '?',
    '?booth=',
    '?at=',
    '?at=1',
    '?at=a,b,c',
    '?at=1,2,3,4',
    '?at=1,,3',
    '?at=Infinity,0,0',
    '?utm=x',
  ])('%j asks for no place', (query) => {
    expect(isEmpty(parsePlace(query))).toBe(true);
  });

  it('is written as it is read, short and legible', () => {
    const query = formatPlace({ booth: 'A012', at: { x: 12.3456, z: -0.01, heading: 359.7 } });
    expect(query).toBe('?booth=A012&at=12.3,0,0');
    expect(parsePlace(query)).toEqual({ booth: 'A012', at: { x: 12.3, z: 0, heading: 0 } });
  });

  it('keeps what else an address asks for, and drops the old place', () => {
    expect(formatPlace({ product: 'p' }, '?utm=mail&booth=A1&at=1,2,3')).toBe(
      '?utm=mail&product=p',
    );
    expect(formatPlace({}, '?booth=A1')).toBe('');
  });
});

describe('what is not in this hall', () => {
  const manifest: Manifest = {
    format: 1,
    generator: 'test',
    id: 'fair',
    name: {},
    languages: ['en'],
    halls: [{ id: '2', name: {}, tileset: '', shards: {}, doors: [], pages: { en: 'en/halls/2/' } }],
    exhibitors: { abb: 'exhibitors/abb-ltd/' },
    booths: { '2-C01': '2', '9-X': '9' },
    models: {},
  };

  it.each([
    [{ booth: '2-C01' }, 'en/halls/2/?booth=2-C01'],
    [{ hall: '2' }, 'en/halls/2/'],
    [{ exhibitor: 'abb' }, 'en/exhibitors/abb-ltd/'],
    [{ booth: '9-X' }, undefined],
    [{ booth: 'nowhere' }, undefined],
    [{}, undefined],
  ])('%j is at %s', (wanted, address) => {
    expect(addressOf(manifest, 'en', wanted)).toBe(address);
  });
});
