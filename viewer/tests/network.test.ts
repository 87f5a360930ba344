import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StallError, TruncatedError, arrived } from '../src/network/body';
import { FetchError, fetchBytes, isMissing } from '../src/network/fetching';
import { TRIES, tried, waitAfter, watchLateness } from '../src/network/tries';

/** Answers with one response after the other, the last one again and again. */
function host(...answers: (() => Response)[]): () => number {
  let asked = 0;
  vi.stubGlobal('fetch', () => {
    const answer = answers[Math.min(asked++, answers.length - 1)]!;
    return Promise.resolve(answer());
  });
  return () => asked;
}

const good = (): Response => new Response('all of it');
const bad = (): Response => new Response('', { status: 500 });

beforeEach(() => {
  // Node has no window, whose network may come back.
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('removeEventListener', vi.fn());
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('waiting', () => {
  it('doubles, and differs from visitor to visitor', () => {
    expect([1, 2, 3].map((failures) => waitAfter(failures, 0.5))).toEqual([0.4, 0.8, 1.6]);
    expect(waitAfter(1, 0)).toBe(0.2);
    expect(waitAfter(1, 1)).toBeCloseTo(0.6);
  });
});

describe('an answer', () => {
  it('is a failure where fewer bytes came than were announced', async () => {
    host(() => new Response('half', { headers: { 'Content-Length': '8' } }));
    await expect(arrived('a.glb')).rejects.toBeInstanceOf(TruncatedError);
  });

  it('may be packed on its way', async () => {
    const headers = { 'Content-Length': '3', 'Content-Encoding': 'gzip' };
    host(() => new Response('unpacked', { headers }));
    expect((await arrived('a.json')).bytes.byteLength).toBe(8);
  });

  it('is given up where no byte comes for ten seconds, and not before', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => {
      const body = new ReadableStream({
        start: (control) => {
          control.enqueue(new Uint8Array(3));
          signal.addEventListener('abort', () => control.error(signal.reason));
        },
      });
      return Promise.resolve(new Response(body));
    });
    let failure: unknown;
    const coming = arrived('a.glb').catch((error: unknown) => (failure = error));
    await vi.advanceTimersByTimeAsync(9_000);
    expect(failure).toBeUndefined();
    await vi.advanceTimersByTimeAsync(4_000);
    await coming;
    expect(failure).toBeInstanceOf(StallError);
  });
});

describe('a file', () => {
  it('comes at a later try', async () => {
    vi.useFakeTimers();
    const asked = host(bad, bad, good);
    const coming = fetchBytes('a.glb');
    await vi.runAllTimersAsync();
    expect((await coming).byteLength).toBe(9);
    expect(asked()).toBe(3);
  });

  it('is given up after all tries, with what the host said', async () => {
    vi.useFakeTimers();
    const asked = host(bad);
    const coming = fetchBytes('a.glb').catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    const error = await coming;
    expect(error).toBeInstanceOf(FetchError);
    expect((error as FetchError).status).toBe(500);
    expect(asked()).toBe(TRIES);
  });

  it('is not asked for again where it is gone, or is of another build', async () => {
    const gone = host(() => new Response('', { status: 404 }));
    const error: unknown = await fetchBytes('a/', {}, 'gone').catch((why: unknown) => why);
    expect(isMissing(error)).toBe(true);
    expect(gone()).toBe(1);
    const other = host(() => new Response(null, { status: 409 }));
    await expect(fetchBytes('a.glb')).rejects.toBeInstanceOf(FetchError);
    expect(other()).toBe(1);
  });

  it('is left where nobody wants it any more', async () => {
    const asked = host(bad);
    const stop = new AbortController();
    const coming = fetchBytes('a.glb', { signal: stop.signal }).catch((error: unknown) => error);
    stop.abort();
    expect(((await coming) as DOMException).name).toBe('AbortError');
    expect(asked()).toBeLessThan(2);
  });
});

describe('lateness', () => {
  it('is told from the second failure until what is late has come', async () => {
    vi.useFakeTimers();
    const told: string[] = [];
    const end = new AbortController();
    watchLateness((state) => told.push(state), end.signal);
    let failures = 0;
    const coming = tried(() =>
      ++failures < 4 ? Promise.reject(new Error('away')) : Promise.resolve('there'),
    );
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual([]);
    await vi.runAllTimersAsync();
    expect(await coming).toBe('there');
    expect(told).toEqual(['late', 'in-time']);
    end.abort();
  });
});
