/** What a visitor wants to come back to: addresses of pages, with notes. It is kept in this browser
 * and never sent anywhere. */
import { isPage } from '../pages/cards';
import { type Memory, browserMemory, remember } from '../memory';

/** A page by its address without the language ("exhibitors/abb/"), and what the visitor wrote. */
export interface Saved {
  readonly address: string;
  readonly note: string;
}

/** Whether what is saved is still there when the browser is opened again. */
export type Keeping = 'lasting' | 'until-closed';

const KEY = 'hallgen.shortlist';
const FORMAT = 1;

export class Shortlist {
  private saved: readonly Saved[];
  private readonly listeners = new Set<() => void>();
  private readonly key: string;

  /** `site` is the path of the site's root: several fairs may share an origin. */
  constructor(
    private readonly memory: Memory,
    site: string,
  ) {
    this.key = `${KEY} ${site}`;
    this.saved = this.read();
  }

  get items(): readonly Saved[] {
    return this.saved;
  }

  has(address: string): boolean {
    return this.saved.some((one) => one.address === address);
  }

  /** Save a page, or let it go with its note. */
  toggle(address: string): void {
    if (this.has(address)) this.remove(address);
    else this.add([address]);
  }

  /** Save pages that are not saved yet. */
  add(addresses: readonly string[]): void {
    const fresh = [...new Set(addresses)].filter((one) => isPage(one) && !this.has(one));
    this.set([...this.saved, ...fresh.map((address) => ({ address, note: '' }))]);
  }

  remove(address: string): void {
    this.set(this.saved.filter((one) => one.address !== address));
  }

  /** Put in place of all that is saved: what was removed comes back as it was. */
  restore(items: readonly Saved[]): void {
    this.set(items);
  }

  /** Write a note on what is saved. */
  note(address: string, note: string): void {
    this.set(this.saved.map((one) => (one.address === address ? { address, note } : one)));
  }

  /** A page has another address now: what is saved of it moves along. */
  move(from: string, to: string): void {
    if (this.has(to)) this.remove(from);
    else this.set(this.saved.map((one) => (one.address === from ? { ...one, address: to } : one)));
  }

  /** Call now and at each change, until `signal` is aborted. */
  watch(listener: () => void, signal: AbortSignal): void {
    this.listeners.add(listener);
    signal.addEventListener('abort', () => this.listeners.delete(listener));
    listener();
  }

  /** Another page of the site changed what is saved. */
  follow(key: string | null): void {
    if (key !== null && key !== this.key) return;
    this.saved = this.read();
    this.tell();
  }

  get keeping(): Keeping {
    return this.memory === undefined ? 'until-closed' : 'lasting';
  }

  private set(items: readonly Saved[]): void {
    this.saved = items;
    remember(this.memory, this.key, JSON.stringify({ format: FORMAT, items }));
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  /** What was kept; what is none of ours counts for nothing. */
  private read(): readonly Saved[] {
    const kept = this.memory?.getItem(this.key) ?? '';
    try {
      const { format, items } = JSON.parse(kept) as { format?: unknown; items?: unknown };
      if (format !== FORMAT || !Array.isArray(items)) return [];
      return (items as Partial<Saved>[]).flatMap((one) =>
        typeof one.address === 'string' && isPage(one.address)
          ? [{ address: one.address, note: one.note ?? '' }]
          : [],
      );
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  }
}

let ours: Shortlist | undefined;

/** The visitor's list on this page. `root` leads from the page to the site's root. */
export function shortlist(root: string): Shortlist {
  if (ours === undefined) {
    const list = new Shortlist(browserMemory(), new URL(root, document.baseURI).pathname);
    window.addEventListener('storage', ({ key }) => list.follow(key));
    ours = list;
  }
  return ours;
}
