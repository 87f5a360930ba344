/** What a visitor is interested in. It is kept in this browser and sent nowhere. */
import { type Memory, browserMemory, remember } from '../memory';

export interface Interests {
  /** Slugs of categories, as the search has them. */
  readonly categories: readonly string[];
  readonly words: readonly string[];
}

export const NONE: Interests = { categories: [], words: [] };

/** More are no interests any more. */
const MOST = 40;

/** Words as they are typed, between commas of any script. */
export const wordsIn = (typed: string): readonly string[] =>
  texts(typed.split(/[,，、;；\n]/));

export class KeptInterests {
  private readonly key: string;
  private last = NONE;

  /** `root` leads from the page to the site's root: several fairs may share an origin. */
  constructor(
    root: string,
    private readonly memory: Memory = browserMemory(),
  ) {
    this.key = `hallgen.interests ${new URL(root || './', document.baseURI).pathname}`;
    this.last = this.read();
  }

  get value(): Interests {
    return this.last;
  }

  keep(interests: Interests): void {
    this.last = interests;
    remember(this.memory, this.key, JSON.stringify(interests));
  }

  /** What was kept; what is none of ours counts for nothing. */
  private read(): Interests {
    const kept = this.memory?.getItem(this.key) ?? '{}';
    try {
      const { categories, words } = JSON.parse(kept) as Partial<Record<keyof Interests, unknown>>;
      return { categories: list(categories), words: list(words) };
    } catch (error) {
      if (error instanceof SyntaxError) return NONE;
      throw error;
    }
  }
}

const list = (kept: unknown): readonly string[] =>
  Array.isArray(kept) ? texts(kept.filter((one) => typeof one === 'string')) : [];

const texts = (some: readonly string[]): readonly string[] =>
  [...new Set(some.map((one) => one.trim()).filter((one) => one !== ''))].slice(0, MOST);
