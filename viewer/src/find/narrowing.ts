/** Which of the things that were found fit what is chosen, and how many each choice has. */
import type { Facets } from '../search/index';
import type { Chosen } from './wanted';

const FITS = 0;
const MISSED = -1;

/** `found` keeps the order of what it was made of. */
export interface Narrowed {
  readonly found: readonly number[];
  /** How many would be found with a value of a facet, whatever else of that facet is chosen. */
  count(facet: string, value: string): number;
  /** How many would be found if nothing of a facet were chosen. */
  without(facet: string): number;
}

/** `count` is how many things there are at all, `matches` those that words found. */
export function narrow(
  matches: readonly number[],
  chosen: Chosen,
  facets: Facets,
  count: number,
): Narrowed {
  const names = [...chosen.keys()];
  // Of each match the facet, from 1 on, that alone does not fit; FITS where all do.
  const state = new Int8Array(count).fill(MISSED);
  for (const one of matches) state[one] = FITS;
  names.forEach((facet, at) => {
    const fitting = new Uint8Array(count);
    for (const value of chosen.get(facet) ?? []) {
      for (const one of facets.get(facet)?.get(value) ?? []) fitting[one] = 1;
    }
    for (const one of matches) {
      if (fitting[one] === 0 && state[one] !== MISSED) {
        state[one] = state[one] === FITS ? at + 1 : MISSED;
      }
    }
  });
  const fits = (one: number, at: number): boolean => state[one] === FITS || state[one] === at;
  const numberOf = (facet: string): number => names.indexOf(facet) + 1;
  return {
    found: matches.filter((one) => state[one] === FITS),
    count(facet, value) {
      const at = numberOf(facet);
      return (facets.get(facet)?.get(value) ?? new Uint32Array()).reduce(
        (sum, one) => sum + Number(fits(one, at)),
        0,
      );
    },
    without(facet) {
      const at = numberOf(facet);
      return matches.reduce((sum, one) => sum + Number(fits(one, at)), 0);
    },
  };
}
