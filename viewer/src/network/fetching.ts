/** Fetches all that pages and views ask the site for, and tries again where the network fails. */
import { type Arrived, HttpError, arrived } from './body';
import { tried } from './tries';

/** A file that did not come, after all tries. */
export class FetchError extends Error {
  override readonly name = 'FetchError';

  constructor(
    readonly url: string,
    readonly status: number | undefined,
    cause: unknown,
  ) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`${url} did not load: ${why}`, { cause });
  }
}

/** What it means that a host says 404: one in the midst of an update says so for a moment. */
export type Missing = 'not-yet' | 'gone';

/** The bytes of a file. A failure is tried again, later each time. Throws FetchError, or
 * AbortError. */
export async function fetchBytes(
  url: string,
  options: RequestInit = {},
  missing: Missing = 'not-yet',
): Promise<ArrayBuffer> {
  return (await fetchArrived(url, options, missing)).bytes;
}

/** The bytes of a file, and what the host says that it is. Throws as `fetchBytes`. */
export const fetchFile = (url: string, options: RequestInit): Promise<Arrived> =>
  fetchArrived(url, options, 'not-yet');

const fetchArrived = (url: string, options: RequestInit, missing: Missing): Promise<Arrived> =>
  fetched(url, options, missing, () => arrived(url, options));

/** What a file holds, and how many bytes came for it. */
export interface Unpacked {
  readonly content: ArrayBuffer;
  readonly arrived: number;
}

/** A file of which the site has a twin packed by gzip, `<url>.gz`, a third of it: most hosts send
 * models as they are. Where the site has no twin, the file itself comes. Throws as `fetchBytes`. */
export async function fetchPacked(url: string, options: RequestInit = {}): Promise<Unpacked> {
  if (twins && typeof DecompressionStream !== 'undefined') {
    const packed = `${url}.gz`;
    try {
      return await fetched(packed, options, 'gone', async () =>
        unpacked((await arrived(packed, options)).bytes),
      );
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  const content = await fetchBytes(url, options);
  return { content, arrived: content.byteLength };
}

let twins = true;

/** Tell whether the site has twins at all. */
export function expectTwins(has: boolean): void {
  twins = has;
}

async function unpacked(content: ArrayBuffer): Promise<Unpacked> {
  const { byteLength } = content;
  // Hosts that know the ending tell the browser, which has unpacked it then.
  if (!isGzip(content)) return { content, arrived: byteLength };
  const unpacking = new Blob([content]).stream().pipeThrough(new DecompressionStream('gzip'));
  return { content: await new Response(unpacking).arrayBuffer(), arrived: byteLength };
}

/** Every gzip file begins so: https://www.rfc-editor.org/rfc/rfc1952#page-6 */
function isGzip(bytes: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  return first === 0x1f && second === 0x8b;
}

/** A JSON file. Throws FetchError, AbortError, or SyntaxError where it comes and is none. */
export async function fetchJson(url: string, options: RequestInit = {}): Promise<unknown> {
  return JSON.parse(text(await fetchBytes(url, options)));
}

/** The page at an address. Throws FetchError, or AbortError. */
export async function fetchPage(url: string, missing: Missing = 'not-yet'): Promise<Document> {
  return new DOMParser().parseFromString(text(await fetchBytes(url, {}, missing)), 'text/html');
}

const text = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);

async function fetched<T>(
  url: string,
  { signal }: RequestInit,
  missing: Missing,
  action: () => Promise<T>,
): Promise<T> {
  try {
    return await tried(action, signal, (error) => isHopeless(error, missing));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new FetchError(url, error instanceof HttpError ? error.status : undefined, error);
  }
}

/** Whether the host says that there is no such file. */
export const isMissing = (error: unknown): boolean =>
  error instanceof FetchError && GONE.has(error.status ?? 0);

/** Whether asking again is in vain: the file is gone, or of another build (worker/worker.ts). */
const isHopeless = (error: unknown, missing: Missing): boolean =>
  error instanceof HttpError &&
  (error.status === 409 || (missing === 'gone' && GONE.has(error.status)));

const GONE: ReadonlySet<number> = new Set([403, 404, 410]);
