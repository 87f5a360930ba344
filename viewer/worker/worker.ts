/** The site's service worker: what a visitor has seen opens again at once, also without a network.
 *
 * All files of a build belong together, and `build.json` names it: whoever opens a page asks for
 * that one, and a new name lets go of all that was kept of the old. Apart from that nothing is
 * fetched twice. Nothing is kept ahead of a visit.
 */
import { BUILD, OFFLINE, modeOf, placeOf } from './places';

const scope = self as unknown as ServiceWorkerGlobalScope;
const root = scope.registration.scope;
/** Several fairs may share an origin, and so its caches. */
const ours = `hallgen ${root} `;
/** Milliseconds that a page waits for the build's name before it opens as it was. */
const PATIENCE = 3000;

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
// A page tells what it had loaded before there was a worker.
scope.addEventListener('message', (event) => {
  event.waitUntil(keepAll(event.data as readonly string[]));
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const place = placeOf(request.url, root);
  // Videos are fetched in parts.
  if (request.method !== 'GET' || request.headers.has('range') || place === undefined) return;
  if (place !== BUILD) event.respondWith(answer(request, place));
});

async function answer(request: Request, place: string): Promise<Response> {
  const opens = request.mode === 'navigate';
  const build = opens ? await asked() : await known();
  if (build === undefined) return fetch(request);
  const cache = await cacheOf(build);
  const kept = await cache.match(root + place);
  if (kept !== undefined) return kept;
  try {
    const came = await fetch(request, { cache: modeOf(place) });
    if (came.status === 200) await keep(cache, place, came.clone());
    return came;
  } catch (error) {
    if (opens && (await cache.match(root + OFFLINE))) return Response.redirect(root + OFFLINE);
    throw error;
  }
}

async function keepAll(addresses: readonly string[]): Promise<void> {
  const build = await asked();
  if (build === undefined) return;
  const cache = await cacheOf(build);
  for (const address of [...addresses, root + OFFLINE]) {
    const place = placeOf(address, root);
    if (place === undefined || place === BUILD || (await cache.match(root + place))) continue;
    const came = await fetch(root + place, { cache: modeOf(place) }).catch(() => undefined);
    if (came?.status === 200) await keep(cache, place, came);
  }
}

async function keep(cache: Cache, place: string, came: Response): Promise<void> {
  try {
    await cache.put(root + place, came);
  } catch {
    // The browser gives no more room: the visit goes on from the network.
  }
}

/** The build's name as the host says it now; what was known where it says nothing, and nothing
 * where the host shows something else now, in which this worker must not have a say. */
async function asked(): Promise<string | undefined> {
  const before = await known();
  const signal = AbortSignal.timeout(PATIENCE);
  const came = await fetch(root + BUILD, { cache: 'no-cache', signal }).catch(() => undefined);
  if (came?.status === 404) return leave();
  if (came?.status !== 200) return before;
  const { build } = (await came.json()) as { readonly build: string };
  if (build === before) return before;
  // The cache's name is what is remembered of it.
  await cacheOf(build);
  for (const name of await names()) if (name !== ours + build) await caches.delete(name);
  return build;
}

async function leave(): Promise<undefined> {
  for (const name of await names()) await caches.delete(name);
  await scope.registration.unregister();
}

const names = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(ours));

async function known(): Promise<string | undefined> {
  return (await names())[0]?.slice(ours.length);
}

const cacheOf = (build: string): Promise<Cache> => caches.open(ours + build);
