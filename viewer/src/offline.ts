/** Lets the site's service worker keep what this visit has fetched. */
import type { PageData } from './manifest';

/** Start the worker and tell it what the page loaded without it. Where there can be none (an
 * address without https, a private window), a visit goes on as it did. */
export async function keepForLater({ root, worker }: PageData): Promise<void> {
  if (worker === null || !('serviceWorker' in navigator)) return;
  const workers = navigator.serviceWorker;
  if (workers.controller !== null) return;
  try {
    await workers.register(root + worker);
    const { active } = await workers.ready;
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    active?.postMessage([location.href, ...loaded]);
  } catch (error) {
    console.info('Nothing is kept for visits without a network:', error);
  }
}
