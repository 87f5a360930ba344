/** What a visitor wants to find: it is all in the page's address. */

/** Results that are shown at first, and more at a time. */
export const STEP = 24;
/** Nobody asks for more at once; a link that does is not believed. */
const MOST = 960;

/** Ways to narrow, as the address names them (hallgen/site/facets.py). */
export const FACETS = ['kind', 'hall', 'zone', 'category', 'country', 'tier', 'letter'] as const;

/** Values by facet: one of each facet's has to fit. Facets without any are not in it. */
export type Chosen = ReadonlyMap<string, readonly string[]>;

export interface Wanted {
  readonly words: string;
  readonly chosen: Chosen;
  /** How many results are shown. */
  readonly shown: number;
}

export function wantedOf(address: URLSearchParams): Wanted {
  const chosen = FACETS.map((facet) => [facet, [...new Set(address.getAll(facet))]] as const);
  const shown = Number(address.get('shown'));
  return {
    words: address.get('q') ?? '',
    chosen: new Map(chosen.filter(([, values]) => values.length > 0)),
    shown: Number.isInteger(shown) && shown > STEP ? Math.min(shown, MOST) : STEP,
  };
}

/** The address of what is wanted, from "?" on; "?" alone where nothing is. */
export function addressOf({ words, chosen, shown }: Wanted): string {
  const address = new URLSearchParams();
  if (words !== '') address.set('q', words);
  for (const [facet, values] of chosen) for (const value of values) address.append(facet, value);
  if (shown > STEP) address.set('shown', String(shown));
  return `?${address}`;
}

/** The same with other values of a facet. */
export function chosenWith(chosen: Chosen, facet: string, values: readonly string[]): Chosen {
  const next = new Map(chosen);
  if (values.length > 0) next.set(facet, values);
  else next.delete(facet);
  return next;
}
