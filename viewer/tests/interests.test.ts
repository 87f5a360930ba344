import { expect, test, vi } from 'vitest';
import { KeptInterests, wordsIn } from '../src/interests/interests';
import { matches } from '../src/interests/ranking';
import type { Facets } from '../src/search/index';

vi.stubGlobal('document', { baseURI: 'https://fair.example/2026/en/interests/' });

const FACETS: Facets = new Map([
  ['kind', new Map([['exhibitor', Uint32Array.of(0, 1, 2, 3)], ['product', Uint32Array.of(4, 5)]])],
  ['category', new Map([['lathes', Uint32Array.of(0, 1, 4)], ['rare', Uint32Array.of(1)]])],
]);
const found = (...scores: number[]): Float32Array => Float32Array.from(scores);

test('what fits several interests comes first, and says which', () => {
  const words = new Map([['laser', found(0, 0, 30, 1, 0, 5)]]);
  const best = matches({ categories: ['lathes', 'rare'], words: ['laser'] }, 'exhibitor', FACETS, words, 6);
  expect(best.map(({ thing }) => thing)).toEqual([1, 2, 0, 3]);
  expect(best[0]).toMatchObject({ categories: ['lathes', 'rare'], words: [] });
  expect(best[1]).toMatchObject({ categories: [], words: ['laser'] });
});

test('kinds stay apart, equal ones keep their order, and what does not fit is left out', () => {
  const best = matches({ categories: ['lathes'], words: [] }, 'exhibitor', FACETS, new Map(), 6);
  expect(best.map(({ thing }) => thing)).toEqual([0, 1]);
  const goods = matches({ categories: ['lathes'], words: [] }, 'product', FACETS, new Map(), 6);
  expect(goods.map(({ thing }) => thing)).toEqual([4]);
  expect(matches({ categories: ['gone'], words: [] }, 'product', FACETS, new Map(), 6)).toEqual([]);
});

test('words stand between commas of any script, each once', () => {
  expect(wordsIn(' laser, 激光，机器人、 laser ;')).toEqual(['laser', '激光', '机器人']);
});

test('interests are there again in the same fair, and nonsense is none', () => {
  const held = new Map<string, string>();
  const memory = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
  new KeptInterests('../../', memory).keep({ categories: ['lathes'], words: ['laser'] });
  expect([...held.keys()]).toEqual(['hallgen.interests /2026/']);
  expect(new KeptInterests('../../', memory).value).toEqual({ categories: ['lathes'], words: ['laser'] });
  held.set('hallgen.interests /2026/', '{"words": [1, "x"], "categories": 3}');
  expect(new KeptInterests('../../', memory).value).toEqual({ categories: [], words: ['x'] });
  held.set('hallgen.interests /2026/', 'nonsense');
  expect(new KeptInterests('../../', memory).value).toEqual({ categories: [], words: [] });
});
