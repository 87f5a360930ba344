/** The search's files of one language, fetched as they are needed: hallgen/site/search_index.py. */
import { fetchJson } from '../network/fetching';
import type { SearchEntry, SearchFacets, SearchTerms, SearchThing, SearchThings } from '../manifest';
import {
  dictionary,
  list,
  literal,
  number,
  object,
  oneOf,
  optional,
  orNull,
  parse,
  text,
  type Parser,
} from '../parse';

const entryParser = object<SearchEntry>({
  format: literal(1),
  folder: text,
  count: number,
  at_once: number,
  starts: list(text),
});
const termsParser = object<SearchTerms>({
  format: literal(1),
  terms: list(text),
  named: list(text),
  told: list(text),
});
const thingsParser = object<SearchThings>({
  format: literal(1),
  things: list(
    object<SearchThing>({
      kind: oneOf('exhibitor', 'product', 'session', 'trail', 'page'),
      page: text,
      title: text,
      note: text,
      picture: orNull(text),
      walk: orNull(text),
      booth: optional(orNull(text), null),
    }),
  ),
});
const facetsParser = object<SearchFacets>({ format: literal(1), values: dictionary(dictionary(text)) });

/** A term, and the numbers of the things whose name has it and of which else it is said, packed. */
export interface Row {
  readonly term: string;
  readonly named: string;
  readonly told: string;
}

/** What is fetched is kept, unless it did not come. */
export class Catalog {
  private readonly kept = new Map<string, Promise<unknown>>();

  private constructor(
    private readonly root: string,
    private readonly entry: SearchEntry,
  ) {}

  /** Throws where the entry does not come or is none. `root` leads to the site's root. */
  static async open(root: string, language: string): Promise<Catalog> {
    const address = `${root}search/${language}.json`;
    return new Catalog(root, await fetched(address, entryParser, { cache: 'no-cache' }));
  }

  /** How many things can be found. */
  get count(): number {
    return this.entry.count;
  }

  /** All terms that begin so, in their order, and perhaps some more. */
  async rows(begin: string): Promise<Row[]> {
    const { starts } = this.entry;
    const first = Math.max(0, starts.findLastIndex((start) => start <= begin));
    const after = starts.findIndex((start, at) => at > first && !start.startsWith(begin));
    const last = after === -1 ? starts.length : after;
    const files = starts.slice(first, last).map((_, at) => this.shard(first + at));
    return (await Promise.all(files)).flat();
  }

  /** What is shown of some things. */
  async things(numbers: readonly number[]): Promise<SearchThing[]> {
    const each = this.entry.at_once;
    return Promise.all(
      numbers.map(async (one) => {
        const { things } = await this.file(`things/${Math.floor(one / each)}.json`, thingsParser);
        return things[one % each]!;
      }),
    );
  }

  /** By what results are narrowed: things by facet and value. */
  async facets(): Promise<Map<string, Map<string, Uint32Array>>> {
    const { values } = await this.file('facets.json', facetsParser);
    return new Map(
      Object.entries(values).map(([facet, some]) => [
        facet,
        new Map(Object.entries(some).map(([value, packed]) => [value, unpacked(packed)])),
      ]),
    );
  }

  private async shard(at: number): Promise<Row[]> {
    const { terms, named, told } = await this.file(`terms/${at}.json`, termsParser);
    return terms.map((term, i) => ({ term, named: named[i] ?? '', told: told[i] ?? '' }));
  }

  private file<T>(name: string, parser: Parser<T>): Promise<T> {
    const kept = this.kept.get(name) as Promise<T> | undefined;
    if (kept !== undefined) return kept;
    const coming = fetched(this.root + this.entry.folder + name, parser);
    this.kept.set(name, coming);
    coming.catch(() => this.kept.delete(name));
    return coming;
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map(Array.from(DIGITS, (letter, value) => [letter, value]));

/** Numbers from their text: distances to the one before, less one, five bits a letter. */
export function unpacked(packed: string): Uint32Array {
  const numbers = [];
  let [value, shift, before] = [0, 0, -1];
  for (const letter of packed) {
    const digit = VALUES.get(letter) ?? 0;
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit > 31) continue;
    before += value + 1;
    numbers.push(before);
    [value, shift] = [0, 0];
  }
  return Uint32Array.from(numbers);
}

async function fetched<T>(address: string, parser: Parser<T>, options?: RequestInit): Promise<T> {
  return parse(address, parser, await fetchJson(address, options));
}
