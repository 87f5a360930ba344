/** Keeps the page's address where the visitor is, and the links to other languages with it. */
import type { PageData } from '../manifest';
import { type Place, formatPlace } from './links';

/** Milliseconds between two changes: browsers allow about a hundred in thirty seconds. */
const PAUSE = 500;

export class AddressBar {
  private timer: number | undefined;
  private readonly languageLinks: readonly HTMLAnchorElement[];

  /** `place` tells where the visitor is now. */
  constructor(
    page: PageData,
    private readonly place: () => Place,
    signal: AbortSignal,
  ) {
    this.languageLinks = linksTo(page);
    // A link that is followed takes the place along, however lately the visitor moved.
    for (const link of this.languageLinks) link.addEventListener('click', () => this.write());
    window.addEventListener('pagehide', () => this.write(), { signal });
    signal.addEventListener('abort', () => window.clearTimeout(this.timer));
  }

  /** The visitor moved: follow within half a second. */
  follow(): void {
    this.timer ??= window.setTimeout(() => this.write(), PAUSE);
  }

  /** Follow at once, as before the page is left. */
  write(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    const place = this.place();
    const query = formatPlace(place, location.search);
    if (query !== location.search) {
      history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
    }
    for (const link of this.languageLinks) link.search = formatPlace(place, link.search);
  }
}

/** The page's links to itself in other languages. */
function linksTo(page: PageData): HTMLAnchorElement[] {
  const addresses = new Set(
    Object.values(page.languages).map(
      (address) => new URL(page.root + address, document.baseURI).pathname,
    ),
  );
  return [...document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')].filter((link) =>
    addresses.has(link.pathname),
  );
}
