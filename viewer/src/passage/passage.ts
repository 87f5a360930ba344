/** From hall to hall without a page load: the next hall's page takes this one's place. */
import type { PageData, ShardWay } from '../manifest';
import { formatPlace, parsePlace } from '../visit/links';
import { fetchJson, fetchPage } from '../network/fetching';
import { putInPlace } from './swap';

/** What a page's view is to do about it. */
export interface Passenger {
  /** Let go of the hall. */
  leave(): void;
  /** Show the hall of the page that is there now. */
  begin(): void;
}

export class Passage {
  private readonly fetched = new Set<string>();
  private pathname = location.pathname;

  constructor(
    private readonly view: HTMLElement,
    private readonly passenger: Passenger,
  ) {
    window.addEventListener('popstate', () => {
      if (location.pathname === this.pathname) return;
      this.open(location.href).catch(() => location.reload());
    });
  }

  /** Have the page ready, and what its hall stands on. What does not come is asked for again
   * when it is needed. */
  prepare(page: PageData, way: ShardWay): void {
    if (this.fetched.has(way.page)) return;
    this.fetched.add(way.page);
    fetchPage(page.root + way.page)
      .then(async (document) => {
        const text = document.getElementById('hallgen-page')?.textContent ?? '{}';
        const { root, shard } = JSON.parse(text) as PageData;
        const { tileset } = (await fetchJson(root + shard)) as { readonly tileset: string };
        await fetchJson(root + tileset);
      })
      .catch(() => this.fetched.delete(way.page));
  }

  /** Go through a door, still led to where one is bound. Rejects with FetchError where the page
   * does not come. */
  async pass(page: PageData, { page: address, at: [x, z, heading] }: ShardWay): Promise<void> {
    const { to, route = [] } = parsePlace(location.search);
    const place = { at: { x, z, heading }, ...(to === undefined ? {} : { to, route }) };
    const query = formatPlace(place, location.search);
    await this.open(new URL(page.root + address + query, location.href).href, 'forward');
  }

  /** Go on at the page of another hall. Rejects with FetchError where it does not come. */
  async go(address: string): Promise<void> {
    await this.open(new URL(address, location.href).href, 'forward');
  }

  private async open(address: string, way: 'forward' | 'back' = 'back'): Promise<void> {
    const page = await fetchPage(address);
    const fresh = page.getElementById(this.view.id);
    if (fresh === null) return location.assign(address);
    this.passenger.leave();
    if (way === 'forward') history.pushState(null, '', address);
    this.pathname = location.pathname;
    putInPlace(page, this.view, fresh);
    this.passenger.begin();
  }
}
