/** Lets the site's service worker keep what this visit has fetched. */
import type { BuildName, PageData } from './manifest';
import { fetchJson } from './network/fetching';

/** Which build the host had when this page began: all that it has loaded is of that one. */
let begun: Promise<string | undefined> | undefined;

/** Ask for the build before anything else of it is fetched, where nobody does so for the page. */
export function noteBuild({ root, worker }: PageData): void {
  if (worker === null || !('serviceWorker' in navigator)) return;
  if (navigator.serviceWorker.controller !== null) return;
  begun ??= fetchJson(`${root}build.json`, { cache: 'no-cache' }).then(
    (json) => (json as BuildName).build,
    (error: unknown) => {
      console.info('The build is unknown, so nothing is kept of this page:', error);
      return undefined;
    },
  );
}

/** Start the worker and tell it what the page loaded without it. Where there can be none (an
 * address without https, a private window), a visit goes on as it did. */
export async function keepForLater(page: PageData): Promise<void> {
  const { root, worker } = page;
  if (worker === null || !('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  if (workers.controller !== null) return;
  noteBuild(page);
  try {
    await workers.register(root + worker);
    const { active } = await workers.ready;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const build = await begun;
    if (build !== undefined) active?.postMessage({ build, loaded: [location.href, ...loaded] });
  } catch (error) {
    console.info('Nothing is kept for visits without a network:', error);
  }
}

/** Be told when the page needs something that the host has of another build only. */
export function watchSuperseded(listener: () => void, signal: AbortSignal): void {
  if (!('serviceWorker' in navigator)) return;
  navigator.serviceWorker.addEventListener('message', listener, { signal });
}
