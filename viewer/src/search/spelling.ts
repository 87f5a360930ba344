/** Spells what is typed as the index has it: see hallgen/site/spelling.py. */

/** Kana and Han. */
const SINGLE = '\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff';
const RUN = new RegExp(`([${SINGLE}]+)|(?:(?![${SINGLE}])[\\p{L}\\p{N}])+`, 'gu');
const MARKS = /[\u0300-\u036f]/gu;
const CODE = /^[\p{L}\p{N}]+(?:[-./_+][\p{L}\p{N}]+)+$/u;
const SIGNS = /[^\p{L}\p{N}]/gu;

/** A word that is looked for: found where all terms of one of `ways` are. */
export interface Word {
  readonly typed: string;
  readonly ways: readonly (readonly Term[])[];
}

/** `begins` where longer terms that begin so are meant as well. */
export interface Term {
  readonly text: string;
  readonly begins: boolean;
}

/** The words of what is typed: a code is meant as a whole, or in its parts. */
export function wordsOf(typed: string): Word[] {
  return plain(typed)
    .split(/\s+/u)
    .flatMap((word) => {
      const ways = [termsOf(word)];
      if (CODE.test(word)) ways.unshift([term(word.replace(SIGNS, ''))]);
      const meant = ways.filter((way) => way.length > 0);
      return meant.length > 0 ? [{ typed: word, ways: meant }] : [];
    });
}

/** An English word without its plural, by its last letters; other words as they are. */
export function singular(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

function termsOf(word: string): Term[] {
  return [...word.matchAll(RUN)].flatMap(([run, single]) =>
    single === undefined ? [term(singular(run))] : pairs(single),
  );
}

/** Characters that stand side by side; one alone is the first or the last of some pair. */
function pairs(run: string): Term[] {
  if (run.length === 1) return [{ text: run, begins: true }];
  return Array.from(run.slice(1), (_, at) => ({ text: run.slice(at, at + 2), begins: false }));
}

/** One letter or figure alone would be the beginning of too much. */
const term = (text: string): Term => ({ text, begins: text.length > 1 });

const plain = (text: string): string =>
  text.normalize('NFKD').replace(MARKS, '').normalize('NFC').toLowerCase();
