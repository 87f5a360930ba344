import { afterEach, describe, expect, it, vi } from 'vitest';
import { counted, filled, latin } from '../src/filled';

const on = (lang: string, dir = 'ltr'): void =>
  void vi.stubGlobal('document', { documentElement: { lang, dir } });

afterEach(() => vi.unstubAllGlobals());

describe('words', () => {
  it('have numbers as the language writes them, in Latin digits', () => {
    on('de');
    expect(filled('{n} m', { n: 1234.5 })).toBe('1.234,5 m');
    on('ar', 'rtl');
    expect(filled('{n}', { n: 12 })).toBe('12');
    expect(latin('zh-Hant-TW')).toBe('zh-Hant-TW-u-nu-latn');
  });

  it('keep names apart where they are written from right to left', () => {
    on('ar', 'rtl');
    expect(filled('{booth}', { booth: '5.1-A01' })).toBe('\u20685.1-A01\u2069');
    on('en');
    expect(filled('{booth} {other}', { booth: '5.1-A01' })).toBe('5.1-A01 {other}');
  });

  it('count as the language does, and as for any other number without words', () => {
    const words = { one: '{n} стенд', few: '{n} стенда', many: '{n} стендов', other: '{n} стенда' };
    on('ru');
    expect([1, 3, 11, 21].map((n) => counted(words, n))).toEqual([
      '1 стенд',
      '3 стенда',
      '11 стендов',
      '21 стенд',
    ]);
    expect(counted({ show_other: 'alle {n}' }, 1, 'show_')).toBe('alle 1');
  });
});
