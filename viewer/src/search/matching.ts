/** Which things words find, and how well. */
import { unpacked, type Catalog, type Row } from './catalog';
import type { Term, Word } from './spelling';

/** How much a find counts: in a name or elsewhere, by a whole term or the beginning of one, and by
 * what share less where it is only nearly what was typed. */
const NAMED = { whole: 8, begun: 5 };
const TOLD = { whole: 3, begun: 1.5 };
const NEARLY = 0.4;
/** The share of a code that is found by its parts. */
const IN_PARTS = 0.4;
/** Letters from which a slip of the finger is forgiven, and from which two are. */
const FORGIVING = 4;
const MILD = 8;

/** How well each thing is found by its number; 0 where it is not. */
export type Scores = Float32Array;

/** How well things are found by all words together: by none where one word finds none. */
export async function scoresOf(words: readonly Word[], catalog: Catalog): Promise<Scores> {
  const each = await Promise.all(words.map((word) => scoresOfWord(word, catalog)));
  return each.reduce(both);
}

async function scoresOfWord({ ways }: Word, catalog: Catalog): Promise<Scores> {
  const each = ways.map(async (way, at) => {
    const terms = await Promise.all(way.map((term) => scoresOfTerm(term, catalog)));
    const scores = terms.reduce(both);
    return at === 0 ? scores : scores.map((score) => score * IN_PARTS);
  });
  return (await Promise.all(each)).reduce(either);
}

async function scoresOfTerm({ text, begins }: Term, catalog: Catalog): Promise<Scores> {
  const rows = await catalog.rows(text);
  const scores = new Float32Array(catalog.count);
  const found = rows.filter(({ term }) => (begins ? term.startsWith(text) : term === text));
  for (const row of found) add(scores, row, row.term === text ? 'whole' : 'begun', 1);
  if (found.length === 0 && /^[a-z]+$/.test(text) && text.length >= FORGIVING) {
    const near = await nearRows(text, catalog);
    for (const row of near) add(scores, row, 'whole', NEARLY);
  }
  return weighed(scores);
}

function add(scores: Scores, { named, told }: Row, how: 'whole' | 'begun', share: number): void {
  for (const one of unpacked(named)) scores[one] = Math.max(scores[one]!, NAMED[how] * share);
  for (const one of unpacked(told)) scores[one] = Math.max(scores[one]!, TOLD[how] * share);
}

/** What few things have tells more than what many have. */
function weighed(scores: Scores): Scores {
  const found = scores.reduce((sum, score) => sum + (score > 0 ? 1 : 0), 0);
  const weight = Math.log(1 + scores.length / Math.max(1, found));
  return scores.map((score) => score * weight);
}

/** The terms that are nearest to a word, among those that begin with its first two letters. */
async function nearRows(word: string, catalog: Catalog): Promise<Row[]> {
  const rows = await catalog.rows(word.slice(0, 2));
  let least = word.length < MILD ? 1 : 2;
  let nearest: Row[] = [];
  for (const row of rows) {
    const slips = slipsBetween(word, row.term, least);
    if (slips > least) continue;
    if (slips < least) nearest = [];
    least = slips;
    nearest.push(row);
  }
  return nearest;
}

/** Letters that are wrong, missing, too many, or two in the wrong order, between what was typed
 * and the beginning of a term; more than `most` is as good as any. */
export function slipsBetween(typed: string, term: string, most: number): number {
  if (!term.startsWith(typed.charAt(0)) || term.length < typed.length - most) return most + 1;
  let [before, row] = [[] as number[], Array.from({ length: term.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    for (let j = 1; j <= term.length; j++) {
      const same = typed[i - 1] === term[j - 1];
      let cost = Math.min(row[j - 1]! + (same ? 0 : 1), row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && typed[i - 1] === term[j - 2] && typed[i - 2] === term[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return Math.min(...row.slice(Math.max(0, typed.length - most)));
}

const both = (a: Scores, b: Scores): Scores =>
  a.map((score, i) => (score > 0 && b[i]! > 0 ? score + b[i]! : 0));
const either = (a: Scores, b: Scores): Scores => a.map((score, i) => Math.max(score, b[i]!));
