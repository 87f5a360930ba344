/** What is kept: what was seen of a build, and the halls that a visitor saved. */
import { seenName, storedOf } from '../src/stored/caches';
import { root } from './builds';

/** A place of a build, as it was seen or saved. */
export async function kept(build: string, place: string): Promise<Response | undefined> {
  const seen = await caches.match(root + place, { cacheName: seenName(root, build) });
  if (seen !== undefined) return seen;
  for (const name of await caches.keys()) {
    if (storedOf(root, name)?.build !== build) continue;
    const saved = await caches.match(root + place, { cacheName: name });
    if (saved !== undefined) return saved;
  }
  return undefined;
}

/** The builds of saved halls, the latest first. */
export async function savedBuilds(): Promise<string[]> {
  const stored = (await caches.keys()).map((name) => storedOf(root, name)?.build);
  return [...new Set(stored.filter((build) => build !== undefined).reverse())];
}

export async function keep(build: string, place: string, came: Response): Promise<void> {
  try {
    await (await caches.open(seenName(root, build))).put(root + place, came);
  } catch (error) {
    // The browser gives no more room: the visit goes on from the network.
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
  }
}
