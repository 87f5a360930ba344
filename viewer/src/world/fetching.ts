/** Fetches what tiles are made of, and tries again where the network fails. */

/** Seconds to wait before each further try. */
const WAITS = [0.4, 1, 2.5] as const;

/** A file that did not come, after all tries. */
export class FetchError extends Error {
  override readonly name = 'FetchError';

  constructor(
    readonly url: string,
    readonly status: number | undefined,
  ) {
    super(status === undefined ? `${url} did not load` : `${url} did not load: HTTP ${status}`);
  }
}

/** The bytes of a file. A failure is tried again after 0.4, 1 and 2.5 seconds, whatever its
 * kind: a host in the midst of an update says 404. Throws FetchError, or AbortError. */
export async function fetchBytes(url: string, options: RequestInit = {}): Promise<ArrayBuffer> {
  for (let attempt = 0; ; attempt++) {
    const wait = WAITS[attempt];
    try {
      return await fetchOnce(url, options);
    } catch (error) {
      if (options.signal?.aborted) throw new DOMException('The load was stopped', 'AbortError');
      if (wait === undefined) {
        throw error instanceof FetchError ? error : new FetchError(url, undefined);
      }
      await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    }
  }
}

/** What a file holds, and how many bytes came for it. */
export interface Unpacked {
  readonly content: ArrayBuffer;
  readonly arrived: number;
}

/** A file of which the site has a twin packed by gzip, `<url>.gz`, a third of it: most hosts send
 * models as they are. Where the twin does not come, the file itself does. Throws as `fetchBytes`. */
export async function fetchPacked(url: string, options: RequestInit = {}): Promise<Unpacked> {
  const packed = await twinOf(url, options);
  const content = packed ?? (await fetchBytes(url, options));
  const arrived = content.byteLength;
  // Hosts that know the ending tell the browser, which has unpacked it then.
  if (!isGzip(content)) return { content, arrived };
  const unpacking = new Blob([content]).stream().pipeThrough(new DecompressionStream('gzip'));
  return { content: await new Response(unpacking).arrayBuffer(), arrived };
}

let twins = true;

/** Tell whether the site has twins at all. */
export function expectTwins(has: boolean): void {
  twins = has;
}

async function twinOf(url: string, options: RequestInit): Promise<ArrayBuffer | undefined> {
  if (!twins || typeof DecompressionStream === 'undefined') return undefined;
  try {
    return await fetchOnce(`${url}.gz`, options);
  } catch {
    return undefined;
  }
}

/** Every gzip file begins so: https://www.rfc-editor.org/rfc/rfc1952#page-6 */
function isGzip(bytes: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  return first === 0x1f && second === 0x8b;
}

/** A JSON file. Throws FetchError, AbortError, or SyntaxError. */
export async function fetchJson(url: string, options: RequestInit = {}): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await fetchBytes(url, options)));
}

async function fetchOnce(url: string, options: RequestInit): Promise<ArrayBuffer> {
  const response = await fetch(url, options);
  if (!response.ok) throw new FetchError(url, response.status);
  return response.arrayBuffer();
}
