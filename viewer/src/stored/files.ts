/** Halls that a visitor saved, as files in the browser's caches. */
import type { PageData, SavedHall } from '../manifest';
import { fetchFile, fetchJson } from '../network/fetching';
import { dictionary, literal, number, object, pair, parse, text } from '../parse';
import { type Stored, savedName, storedOf } from './caches';
import { type Known, isOneOf, known } from './digest';

/** Files that are fetched at the same time. */
const AT_ONCE = 6;

/** The address of the note that tells what a cache holds. */
const NOTE = 'offline/note.json';

interface Note {
  /** The hall's name. */
  readonly name: string;
  /** Of all its files. */
  readonly bytes: number;
  readonly state: 'begun' | 'whole';
}

/** A hall that is saved, whole or not. */
export interface StoredHall extends Stored, Note {}

/** What saving a hall comes to. */
export interface Order {
  readonly list: SavedHall;
  /** By address. The hall's page is the last: it opens what is whole. */
  readonly files: readonly (readonly [address: string, file: Known])[];
  readonly bytes: number;
}

/** The fair was built anew while a hall was saved. */
export class ChangedError extends Error {
  override readonly name = 'ChangedError';
}

const file = pair(number, text);
const parser = object<SavedHall>({
  format: literal(1),
  build: text,
  hall: text,
  files: dictionary(file),
  languages: dictionary(dictionary(file)),
  unpacked: dictionary(file),
});

const listAddress = (page: PageData): string => `offline/${segmentOf(page)}.json`;

/** The hall as it is named in addresses: the folder of its shard. */
const segmentOf = ({ shard }: PageData): string => shard.split('/')[1] ?? '';

const rootOf = (page: PageData): string => new URL(page.root, document.baseURI).href;

/** What it takes to save the page's hall. Rejects with FetchError or ParseError. */
export async function orderOf(page: PageData): Promise<Order> {
  const address = listAddress(page);
  const found = parse(address, parser, await fetchJson(page.root + address, { cache: 'no-store' }));
  const own = found.languages[page.language] ?? {};
  const isPage = (one: string): number => Number(one.endsWith('/'));
  const files = Object.entries({ ...found.files, ...own }).sort(([a], [b]) => isPage(a) - isPage(b));
  return { list: found, files, bytes: files.reduce((sum, [, [bytes]]) => sum + bytes, 0) };
}

/** Fetch and keep all of a hall; what is there already is not fetched again. `came` is called with
 * the bytes that are kept by then. Rejects with FetchError, ChangedError, the browser's
 * QuotaExceededError, or AbortError. */
export async function save(
  page: PageData,
  name: string,
  { list: saved, files, bytes }: Order,
  came: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const root = rootOf(page);
  const self: Stored = { build: saved.build, hall: page.hall, language: page.language };
  const cache = await caches.open(savedName(root, self));
  const note = (state: Note['state']): Promise<void> =>
    cache.put(root + NOTE, Response.json({ name, bytes, state } satisfies Note));
  await note('begun');
  let done = 0;
  const waiting = [...files];
  // The first failure stops all others.
  const stop = new AbortController();
  const end = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', end, { once: true });
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [address, [size]] = next;
      stop.signal.throwIfAborted();
      if ((await cache.match(root + address)) === undefined) {
        await cache.put(root + address, await provenFile(root, saved, address, stop.signal));
      }
      // It may have been kept just when another failed, and then nobody counts any more.
      stop.signal.throwIfAborted();
      came((done += size));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } catch (error) {
    stop.abort(error);
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
  }
  await cache.put(root + listAddress(page), Response.json(saved));
  await note('whole');
  for (const old of await storedHalls(page)) {
    const same = old.hall === self.hall && old.language === self.language;
    if (same && old.build !== self.build) await remove(page, old);
  }
}

/** A file of exactly the list's build. */
async function provenFile(
  root: string,
  saved: SavedHall,
  address: string,
  signal: AbortSignal,
): Promise<Response> {
  const files = known(saved, address);
  const seen = await caches.match(root + address);
  if (seen !== undefined && (await isOneOf(await seen.clone().arrayBuffer(), files))) return seen;
  const { bytes, type } = await fetchFile(root + address, { cache: 'no-store', signal });
  if (await isOneOf(bytes, files)) return new Response(bytes, { headers: { 'Content-Type': type } });
  throw new ChangedError(`${address} is not of the build ${saved.build}`);
}

/** All halls of the site that are saved, whole or not. */
export async function storedHalls(page: PageData): Promise<StoredHall[]> {
  const root = rootOf(page);
  const found = [];
  for (const name of await caches.keys()) {
    const stored = storedOf(root, name);
    if (stored === undefined) continue;
    const note = await (await caches.open(name)).match(root + NOTE);
    if (note !== undefined) found.push({ ...stored, ...((await note.json()) as Note) });
  }
  return found;
}

export async function remove(page: PageData, hall: Stored): Promise<void> {
  await caches.delete(savedName(rootOf(page), hall));
}
