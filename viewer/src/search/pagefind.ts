/** The index that Pagefind made of the site, loaded when somebody first wants to search. */

/** What a result shows. */
export interface Found {
  /** From the site's root. */
  readonly address: string;
  readonly title: string;
  readonly note: string;
  readonly picture: string | undefined;
  /** The way to it in its hall. */
  readonly walk: string | undefined;
}

interface Fragment {
  readonly meta: Readonly<Record<string, string | undefined>>;
}

/** As much of Pagefind's script as is used: https://pagefind.app/docs/api/ */
interface Pagefind {
  init(): Promise<void>;
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<Fragment> }[] }>;
}

export class SearchIndex {
  private loading: Promise<Pagefind> | undefined;

  /** `folder` is where the index lies, as the page leads there. */
  constructor(private readonly folder: string) {}

  /** Load the index's script, before anything is asked. */
  warm(): Promise<Pagefind> {
    this.loading ??= this.load();
    this.loading.catch(() => (this.loading = undefined));
    return this.loading;
  }

  /** The best results for words, at most `most`, and how many there are. */
  async find(words: string, most: number): Promise<{ found: Found[]; total: number }> {
    const pagefind = await this.warm();
    const { results } = await pagefind.search(words);
    const shown = await Promise.all(results.slice(0, most).map((result) => result.data()));
    return { found: shown.map(foundOf), total: results.length };
  }

  private async load(): Promise<Pagefind> {
    const script = new URL(`${this.folder}pagefind.js`, document.baseURI).href;
    const pagefind = (await import(/* @vite-ignore */ script)) as Pagefind;
    await pagefind.init();
    return pagefind;
  }
}

function foundOf({ meta }: Fragment): Found {
  return {
    address: meta.page ?? '',
    title: meta.title ?? '',
    note: meta.note ?? '',
    picture: meta.picture,
    walk: meta.walk,
  };
}
