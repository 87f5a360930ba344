/** The products a visitor compares: their slugs, kept in this browser and sent nowhere. */

import { browserMemory, remember } from '../memory';

/** More do not fit side by side. */
export const MOST = 6;
/** As hallgen/site/addresses.py makes them; after the exhibitor's and a slash where products have
 * no pages of their own. */
const SLUG = /^(?:(?!\.)[A-Za-z0-9._~-]+\/)?(?!\.)[A-Za-z0-9._~-]+$/;
/** The event on the document after each change. */
const CHANGED = 'hallgen-compared';

/** The slugs among some texts, each once, as many as can be compared. */
export const slugsOf = (texts: readonly string[]): string[] =>
  [...new Set(texts.filter((text) => SLUG.test(text)))].slice(0, MOST);

export class ComparisonList {
  /** Several fairs may share an origin. */
  private readonly key: string;
  private readonly memory = browserMemory();
  /** What holds where the browser keeps nothing. */
  private last: readonly string[] = [];

  /** `root` leads from the page to the site's root. */
  constructor(root: string) {
    this.key = `hallgen.compare ${new URL(root || './', document.baseURI).pathname}`;
  }

  get slugs(): readonly string[] {
    if (this.memory === undefined) return this.last;
    try {
      const kept: unknown = JSON.parse(this.memory.getItem(this.key) ?? '[]');
      return slugsOf(Array.isArray(kept) ? kept.map(String) : []);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return this.last; // something else wrote there
    }
  }

  has(slug: string): boolean {
    return this.slugs.includes(slug);
  }

  get full(): boolean {
    return this.slugs.length >= MOST;
  }

  add(slug: string): void {
    this.keep([...this.slugs, slug]);
  }

  remove(slug: string): void {
    this.keep(this.slugs.filter((one) => one !== slug));
  }

  /** A page that moved is kept under its new address. */
  move(slug: string, now: string): void {
    if (this.has(slug)) this.keep(this.slugs.map((one) => (one === slug ? now : one)));
  }

  clear(): void {
    this.keep([]);
  }

  /** Be told of changes, also those made in other windows. */
  watch(changed: () => void, signal: AbortSignal): void {
    document.addEventListener(CHANGED, changed, { signal });
    window.addEventListener('storage', ({ key }) => key === this.key && changed(), { signal });
  }

  private keep(slugs: readonly string[]): void {
    this.last = slugsOf(slugs);
    remember(this.memory, this.key, JSON.stringify(this.last));
    document.dispatchEvent(new Event(CHANGED));
  }
}
