/** Spells what is typed as the index has it: see hallgen/site/search.py. */

/** Kana and Han: each character is a word. */
const SINGLE = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/gu;
/** Signs within codes and booths' numbers. */
const WITHIN = /([\p{L}\p{N}])[-./_+](?=[\p{L}\p{N}])/gu;

export const spelled = (typed: string): string =>
  typed.replace(WITHIN, '$1').replace(SINGLE, ' $& ').replace(/\s+/gu, ' ').trim().toLowerCase();
