import { describe, expect, it } from 'vitest';
import { KEYS, sayIn } from '../src/strings';

type Words = Readonly<Record<string, string>>;

const FILES: Readonly<Record<string, Words>> = import.meta.glob('../../assets/strings/*.json', {
  eager: true,
  import: 'default',
});

const wordsIn = (language: string): Words => FILES[`../../assets/strings/${language}.json`] ?? {};
const blanks = (text = ''): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(['en', 'zh', 'zh-Hant', 'ja', 'ko', 'de', 'fr', 'es', 'ru', 'ar'])("the viewer's words in %s", (language) => {
  it('are all there, with the same blanks as in English', () => {
    for (const key of KEYS) {
      const words = wordsIn(language)[`view.${key}`];
      expect(words, key).toBeTruthy();
      expect(blanks(words), key).toEqual(blanks(wordsIn('en')[`view.${key}`]));
    }
  });
});

describe('words', () => {
  it('are filled in', () => {
    expect(sayIn({ megabytes: '{n} MB' })('megabytes', { n: 3 })).toBe('3 MB');
    expect(sayIn({ megabytes: '{n} {unit}' })('megabytes', { n: 3 })).toBe('3 {unit}');
    expect(sayIn({})('loading')).toBe('loading');
  });
});
