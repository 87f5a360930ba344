/** Which things fit somebody's interests best, and why. */
import type { Facets } from '../search/index';
import type { Interests } from './interests';

/** A category that is chosen tells as much as so many finds of a rare word. */
const CATEGORY = 10;

/** A thing by its number in the search; `categories` and `words` are those that it fits. */
export interface Match {
  readonly thing: number;
  readonly score: number;
  readonly categories: readonly string[];
  readonly words: readonly string[];
}

/** The things of a kind that fit, the best first, equal ones in their order. `found` has how well
 * each word finds each of `count` things. What few things have tells more than what many have, and
 * what fits several interests comes before what fits one well. */
export function matches(
  interests: Interests,
  kind: 'exhibitor' | 'product',
  facets: Facets,
  found: ReadonlyMap<string, Float32Array>,
  count: number,
): Match[] {
  const categories = new Map<number, string[]>();
  const words = new Map<number, string[]>();
  const scores = new Float32Array(count);
  const add = (of: Map<number, string[]>, thing: number, why: string, score: number): void => {
    const reasons = of.get(thing) ?? [];
    of.set(thing, [...reasons, why]);
    scores[thing]! += score;
  };
  for (const category of interests.categories) {
    const having = facets.get('category')?.get(category) ?? new Uint32Array();
    const weight = CATEGORY * Math.log(1 + count / Math.max(1, having.length));
    for (const thing of having) add(categories, thing, category, weight);
  }
  for (const [word, some] of found) {
    some.forEach((score, thing) => score > 0 && add(words, thing, word, score));
  }
  const all = [...(facets.get('kind')?.get(kind) ?? [])].filter((thing) => scores[thing]! > 0);
  return all
    .map((thing) => {
      const why = { categories: categories.get(thing) ?? [], words: words.get(thing) ?? [] };
      const number = why.categories.length + why.words.length;
      return { thing, score: scores[thing]! * number, ...why };
    })
    .sort((a, b) => b.score - a.score || a.thing - b.thing);
}
