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

/** A JSON file. Throws FetchError, AbortError, or SyntaxError. */
export async function fetchJson(url: string, options: RequestInit = {}): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await fetchBytes(url, options)));
}

async function fetchOnce(url: string, options: RequestInit): Promise<ArrayBuffer> {
  const response = await fetch(url, options);
  if (!response.ok) throw new FetchError(url, response.status);
  return response.arrayBuffer();
}
