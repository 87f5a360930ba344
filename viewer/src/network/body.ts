/** The bytes of a response, where they all come: one that stands still or ends early is a failure. */

/** Seconds without a byte after which a response is given up. */
const PATIENCE = 10;

/** When the last bytes came, of whatever file: who has not been answered may wait behind others,
 * since browsers ask a host for six files at a time. */
let pulse = 0;

/** A file that came, and what the host says that it is. */
export interface Arrived {
  readonly bytes: ArrayBuffer;
  readonly type: string;
}

/** The bytes of a file; `came` is called with the number of bytes of each part. Rejects with
 * HttpError where the host has no such file or a fault, with TruncatedError, StallError, what
 * `fetch` throws, and AbortError where `options.signal` is aborted. */
export async function arrived(
  url: string,
  options: RequestInit = {},
  came: (bytes: number) => void = () => undefined,
): Promise<Arrived> {
  const stop = new AbortController();
  const abort = (): void => stop.abort(new DOMException('The load was stopped', 'AbortError'));
  if (options.signal?.aborted) abort();
  options.signal?.addEventListener('abort', abort, { once: true });
  let last = performance.now();
  let begun = false;
  const watch = setInterval(() => {
    const since = begun ? last : Math.max(last, pulse);
    if (performance.now() - since > PATIENCE * 1000) stop.abort(new StallError(url));
  }, 1000);
  try {
    const response = await fetch(url, { ...options, signal: stop.signal });
    if (!response.ok) throw new HttpError(url, response.status);
    begun = true;
    const parts = await partsOf(response, (bytes) => {
      last = pulse = performance.now();
      came(bytes);
    });
    const type = response.headers.get('Content-Type') ?? '';
    return { bytes: whole(url, response.headers, parts), type };
  } finally {
    clearInterval(watch);
    options.signal?.removeEventListener('abort', abort);
  }
}

async function partsOf(
  { body }: Response,
  came: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    parts.push(part.value);
    came(part.value.length);
  }
  return parts;
}

/** All parts as one, if they are all that was announced: not every browser minds. */
function whole(
  url: string,
  headers: Headers,
  parts: readonly Uint8Array<ArrayBuffer>[],
): ArrayBuffer {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const announced = headers.get('Content-Length');
  // What was packed on its way has another size.
  if (announced !== null && !headers.has('Content-Encoding') && Number(announced) !== size) {
    throw new TruncatedError(url, size, Number(announced));
  }
  const [only] = parts;
  if (parts.length === 1 && only!.buffer.byteLength === size) return only!.buffer;
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.buffer;
}

/** The host answers, and says that it has no such file, or that it has a fault. */
export class HttpError extends Error {
  override readonly name = 'HttpError';

  constructor(
    url: string,
    readonly status: number,
  ) {
    super(`${url}: HTTP ${status}`);
  }
}

/** No byte came for too long. */
export class StallError extends Error {
  override readonly name = 'StallError';

  constructor(url: string) {
    super(`${url}: nothing came for ${PATIENCE} seconds`);
  }
}

/** Fewer bytes came than were announced. */
export class TruncatedError extends Error {
  override readonly name = 'TruncatedError';

  constructor(url: string, came: number, announced: number) {
    super(`${url}: ${came} of ${announced} bytes came`);
  }
}
