/** The saving of halls, which goes on while its sheet is closed or a visitor is in another hall. */
import type { PageData } from '../manifest';
import { keepForLater } from '../offline';
import { type Observable, observable } from '../state';
import { ChangedError, type Order, type StoredHall, orderOf, remove, save, storedHalls } from './files';

/** Why a hall could not be saved. */
export type Refusal = 'full' | 'failed' | 'changed';

/** What is known of a hall's saving. `bytes` are those that are kept by now. */
export type Saving =
  | { readonly at: 'unknown' }
  | { readonly at: 'rest'; readonly order: Order; readonly refused?: Refusal }
  | { readonly at: 'saving'; readonly order: Order; readonly bytes: number };

/** Changes with each hall that is saved or removed. */
export const changes = observable(0);
const changed = (): void => changes.set(changes.value + 1);

export class HallStore {
  readonly state: Observable<Saving> = observable<Saving>({ at: 'unknown' });
  private stop = new AbortController();

  constructor(
    readonly page: PageData,
    private readonly name: string,
  ) {}

  /** Find out what saving comes to. Rejects with FetchError or ParseError. */
  async look(): Promise<void> {
    if (this.state.value.at === 'saving') return;
    this.state.set({ at: 'rest', order: await orderOf(this.page) });
  }

  /** Save the hall. Resolves when that has ended, however it did. */
  async save(order: Order): Promise<void> {
    const { signal } = (this.stop = new AbortController());
    this.state.set({ at: 'saving', order, bytes: 0 });
    try {
      if (!(await hasRoom(order.bytes))) throw new DOMException('', 'QuotaExceededError');
      // Else the browser may let go of it when its disk is full.
      await navigator.storage.persist();
      await keepForLater(this.page);
      const came = (bytes: number): void => this.state.set({ at: 'saving', order, bytes });
      await save(this.page, this.name, order, came, signal);
      this.state.set({ at: 'rest', order });
    } catch (error) {
      if (signal.aborted) this.state.set({ at: 'rest', order });
      else {
        console.error(error);
        this.state.set({ at: 'rest', order, refused: refusalOf(error) });
      }
    }
    changed();
  }

  /** Stop it. What came stays, and is not fetched again. */
  cancel(): void {
    this.stop.abort();
  }

  halls(): Promise<StoredHall[]> {
    return storedHalls(this.page);
  }

  async remove(hall: StoredHall): Promise<void> {
    await remove(this.page, hall);
    changed();
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof ChangedError) return 'changed';
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return full ? 'full' : 'failed';
}

async function hasRoom(bytes: number): Promise<boolean> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined || quota - usage > bytes;
}

/** Whether this browser can keep anything of this site. */
export const canStore = ({ worker }: PageData): boolean =>
  worker !== null && 'serviceWorker' in navigator && 'caches' in globalThis;

const stores = new Map<string, HallStore>();

/** The store of a page's hall: the same for all who show it. */
export function storeOf(page: PageData, name: string): HallStore {
  const store = stores.get(page.shard) ?? new HallStore(page, name);
  stores.set(page.shard, store);
  return store;
}
