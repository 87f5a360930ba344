/** The site's service worker: what a visitor has seen opens again at once, also without a network,
 * and so do halls that were saved. Nothing is kept ahead of a visit unless a visitor asks for it.
 *
 * All files of a build belong together, and `build.json` names it: whoever opens a page asks for
 * that one, and has the build of that moment until it is left. A page of an older build gets what
 * was kept of it and what is the same by now; it is told where it needs something else.
 */
import { seenName } from '../src/stored/caches';
import { asked, bind, buildOf, root } from './builds';
import { keep, kept, savedBuilds } from './kept';
import { BUILD, OFFLINE, modeOf, placeOf } from './places';
import { hosts, judge } from './proof';

const scope = self as unknown as ServiceWorkerGlobalScope;

/** What pages cannot ask for again themselves is asked for so often, these milliseconds apart. */
const WAITS = [400, 1200] as const;

scope.addEventListener('install', () => void scope.skipWaiting());
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
// A page tells what it had loaded before there was a worker, and of which build it is.
scope.addEventListener('message', (event) => {
  const { build, loaded } = event.data as { readonly build: string; readonly loaded: string[] };
  const client = event.source instanceof Client ? event.source.id : '';
  event.waitUntil(welcome(client, build, loaded));
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const place = placeOf(request.url, root);
  // Videos are fetched in parts. What is fetched with no-store is kept by who asks for it.
  if (request.method !== 'GET' || request.headers.has('range') || place === undefined) return;
  if (place === BUILD || request.cache === 'no-store') return;
  event.respondWith(
    request.mode === 'navigate'
      ? open(request, place, event.resultingClientId)
      : answer(request, place, event.clientId),
  );
});

/** A page, of the build that the host has now. */
async function open(request: Request, place: string, client: string): Promise<Response> {
  const build = await asked();
  const known = build === undefined ? undefined : await kept(build, place);
  if (build !== undefined && known !== undefined) {
    await bind(client, build);
    return known;
  }
  try {
    const came = await fetch(request, { cache: modeOf(place) });
    // What is of no known build is its own affair, and so is its page.
    if (build === undefined || came.status !== 200) return came;
    if ((await hosts(build, 'right')) !== 'right') return came;
    await keep(build, place, came.clone());
    await bind(client, build);
    return came;
  } catch (error) {
    for (const saved of await savedBuilds()) {
      const page = await kept(saved, place);
      if (page === undefined) continue;
      await bind(client, saved);
      return page;
    }
    if (build !== undefined && (await kept(build, OFFLINE))) return Response.redirect(root + OFFLINE);
    throw error;
  }
}

/** What a page asks for, of the build that the page is of. */
async function answer(request: Request, place: string, client: string): Promise<Response> {
  const build = await buildOf(client);
  if (build === undefined) return fetch(request);
  const known = await kept(build, place);
  if (known !== undefined) return known;
  const came = await fetched(request, place);
  if (came.status !== 200) return came;
  const verdict = await judge(build, place, came);
  if (verdict === 'right') {
    await keep(build, place, came.clone());
    return came;
  }
  if (verdict === 'unsure') return Response.error();
  const page = await scope.clients.get(client);
  page?.postMessage({ superseded: true });
  return new Response(null, { status: 409, statusText: 'of another build' });
}

/** What comes from the network; pictures and scripts, which no page asks for twice, at the third
 * try at last. */
async function fetched(request: Request, place: string): Promise<Response> {
  for (const wait of request.destination === '' ? [] : WAITS) {
    const came = await whole(request, place).catch(() => undefined);
    if (came !== undefined && came.status < 500) return came;
    await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random())));
  }
  return fetch(request, { cache: modeOf(place) });
}

/** A response all of which came. */
async function whole(request: Request, place: string): Promise<Response> {
  const came = await fetch(request, { cache: modeOf(place) });
  return new Response(await came.arrayBuffer(), came);
}

/** Keep what a page had loaded without us, if the host still has its build. */
async function welcome(client: string, build: string, loaded: readonly string[]): Promise<void> {
  if ((await asked()) !== build) return;
  if (client !== '') await bind(client, build);
  const cache = await caches.open(seenName(root, build));
  for (const address of [...loaded, root + OFFLINE]) {
    const place = placeOf(address, root);
    if (place === undefined || place === BUILD || (await cache.match(root + place))) continue;
    const came = await fetch(root + place, { cache: modeOf(place) }).catch(() => undefined);
    if (came?.status !== 200) continue;
    if ((await judge(build, place, came)) === 'right') await keep(build, place, came);
  }
}
