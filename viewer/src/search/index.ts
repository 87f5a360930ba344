/** The search of a site in one language: what is typed in, things out. */
import type { SearchThing } from '../manifest';
import { Catalog } from './catalog';
import { scoresOf } from './matching';
import { wordsOf } from './spelling';

/** Numbers of things by facet and value. */
export type Facets = ReadonlyMap<string, ReadonlyMap<string, Uint32Array>>;

export class SearchIndex {
  private opening: Promise<Catalog> | undefined;

  /** `root` leads from the page to the site's root. */
  constructor(
    private readonly root: string,
    private readonly language: string,
  ) {}

  /** Fetch what every search begins with, before anything is asked. */
  warm(): Promise<Catalog> {
    this.opening ??= Catalog.open(this.root, this.language);
    this.opening.catch(() => (this.opening = undefined));
    return this.opening;
  }

  /** The numbers of the things that words find, the best first; all where none are typed. */
  async matches(typed: string): Promise<number[]> {
    const catalog = await this.warm();
    const words = wordsOf(typed);
    if (words.length === 0) return Array.from({ length: catalog.count }, (_, one) => one);
    return ranked(await scoresOf(words, catalog));
  }

  /** How well words find each thing, by its number; 0 where they do not. */
  async scores(typed: string): Promise<Float32Array> {
    const catalog = await this.warm();
    const words = wordsOf(typed);
    return words.length === 0 ? new Float32Array(catalog.count) : scoresOf(words, catalog);
  }

  /** What is shown of things. */
  async things(numbers: readonly number[]): Promise<SearchThing[]> {
    return (await this.warm()).things(numbers);
  }

  async facets(): Promise<Facets> {
    return (await this.warm()).facets();
  }

  /** The best results for words, at most `most`, and how many there are. */
  async find(typed: string, most: number): Promise<{ found: SearchThing[]; total: number }> {
    const numbers = await this.matches(typed);
    return { found: await this.things(numbers.slice(0, most)), total: numbers.length };
  }
}

/** The things that have a score, the highest first, equal ones in their order. */
function ranked(scores: Float32Array): number[] {
  const found: number[] = [];
  scores.forEach((score, one) => score > 0 && found.push(one));
  return found.sort((a, b) => scores[b]! - scores[a]! || a - b);
}
