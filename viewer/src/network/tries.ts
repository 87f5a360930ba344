/** Tries again where the network fails, later each time, and tells that something is late. */

/** Seconds before the second try, twice as many before each further one. */
const FIRST = 0.4;
export const TRIES = 6;
/** So many failures of one file are told. */
const TOLD = 2;

type Late = 'late' | 'in-time';

const late = new Set<symbol>();
const listeners = new Set<(state: Late) => void>();

/** What `action` resolves to, at its first try or a later one. Where all fail, what the last
 * failed by; what is `hopeless` is not tried again. A stopped load rejects at once. */
export async function tried<T>(
  action: () => Promise<T>,
  signal?: AbortSignal | null,
  hopeless: (error: unknown) => boolean = () => false,
): Promise<T> {
  const self = Symbol();
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return await action();
      } catch (error) {
        if (signal?.aborted) throw new DOMException('The load was stopped', 'AbortError');
        if (attempt === TRIES || hopeless(error)) throw error;
        if (attempt >= TOLD) tell(() => late.add(self));
        await pause(waitAfter(attempt, Math.random()), signal);
      }
    }
  } finally {
    tell(() => late.delete(self));
  }
}

/** Seconds to wait after so many failures, `chance` being 0 to 1: visitors who lost a host at the
 * same time must not all come back at the same time. */
export const waitAfter = (failures: number, chance: number): number =>
  FIRST * 2 ** (failures - 1) * (0.5 + chance);

/** Be told when something is late, and when all of it has come or was given up. */
export function watchLateness(listener: (state: Late) => void, signal: AbortSignal): void {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
  if (late.size > 0) listener('late');
}

function tell(change: () => void): void {
  const before = late.size;
  change();
  if (before > 0 === late.size > 0) return;
  for (const listener of listeners) listener(late.size > 0 ? 'late' : 'in-time');
}

/** Resolves after so many seconds, when the network is back, or when nobody waits any more. */
export function pause(seconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      globalThis.removeEventListener('online', done);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, seconds * 1000);
    globalThis.addEventListener('online', done);
    signal?.addEventListener('abort', done);
  });
}
