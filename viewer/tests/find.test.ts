import { describe, expect, it } from 'vitest';
import { narrow } from '../src/find/narrowing';
import { STEP, addressOf, chosenWith, wantedOf } from '../src/find/wanted';

const wanted = (address: string): ReturnType<typeof wantedOf> =>
  wantedOf(new URLSearchParams(address));

describe('the address', () => {
  it.each([
    '?',
    '?q=five-axis+%26+more',
    '?q=laser&kind=product&zone=cnc&zone=laser',
    '?category=machine-tools-lathes&letter=%23&shown=72',
  ])('%s says what is wanted, and comes back', (address) => {
    expect(addressOf(wanted(address))).toBe(address);
  });

  it('knows its own facets, each value once, and no mad numbers', () => {
    const { words, chosen, shown } = wanted('?zone=a&zone=a&color=red&shown=much');
    expect(words).toBe('');
    expect([...chosen]).toEqual([['zone', ['a']]]);
    expect(shown).toBe(STEP);
    expect(wanted('?shown=100000').shown).toBeLessThan(1000);
  });

  it('loses a facet with its last value', () => {
    const { chosen } = wanted('?zone=a&kind=product');
    expect([...chosenWith(chosen, 'zone', [])]).toEqual([['kind', ['product']]]);
  });
});

describe('narrowing', () => {
  // Things 0 to 5: kind e e e p p p, zone a b a a b b.
  const of = (...numbers: number[]): Uint32Array => Uint32Array.from(numbers);
  const facets = new Map([
    ['kind', new Map([['e', of(0, 1, 2)], ['p', of(3, 4, 5)]])],
    ['zone', new Map([['a', of(0, 2, 3)], ['b', of(1, 4, 5)]])],
  ]);

  it('keeps the order of what words found', () => {
    const { found } = narrow([4, 2, 0, 3], new Map([['zone', ['a']]]), facets, 6);
    expect(found).toEqual([2, 0, 3]);
  });

  it('takes any value of a facet, and all facets together', () => {
    const chosen = new Map([['kind', ['e']], ['zone', ['a', 'b']]]);
    expect(narrow([0, 1, 2, 3, 4, 5], chosen, facets, 6).found).toEqual([0, 1, 2]);
  });

  it('counts what another choice of a facet would find', () => {
    const narrowed = narrow([0, 1, 2, 3, 4], new Map([['kind', ['e']], ['zone', ['a']]]), facets, 6);
    expect(narrowed.found).toEqual([0, 2]);
    expect(narrowed.count('kind', 'e')).toBe(2);
    expect(narrowed.count('kind', 'p')).toBe(1);
    expect(narrowed.count('zone', 'b')).toBe(1);
    expect(narrowed.count('zone', 'unknown')).toBe(0);
    expect(narrowed.without('zone')).toBe(3);
    expect(narrowed.without('kind')).toBe(3);
  });

  it('finds nothing by a value that nothing has, but says what the rest would', () => {
    const narrowed = narrow([0, 1], new Map([['zone', ['x']]]), facets, 6);
    expect(narrowed.found).toEqual([]);
    expect(narrowed.without('zone')).toBe(2);
  });
});
