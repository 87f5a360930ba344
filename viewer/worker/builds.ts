/** Which build the host has, and which one each open page has: nobody is given files of another. */
import { clientsName, isOurs, seenBuild, seenName, storedOf } from '../src/stored/caches';
import { BUILD } from './places';

/** Milliseconds that a page waits for the build's name before it opens as it was. */
const PATIENCE = 3000;
/** Milliseconds that a client may be unknown to the browser: its page is only coming. */
const COMING = 60_000;

const scope = self as unknown as ServiceWorkerGlobalScope;
export const root = scope.registration.scope;

interface Bound {
  readonly build: string;
  readonly since: number;
}

const bound = new Map<string, string>();

/** The build's name as the host says it now; what was known where it says nothing, and nothing
 * where the host shows something else now, in which this worker must not have a say. */
export async function asked(): Promise<string | undefined> {
  const before = await lastSeen();
  const said = await ask(AbortSignal.timeout(PATIENCE));
  if (said === 'gone') return leave();
  if (said === undefined || said === before) return before;
  // The cache's name is what is remembered of it.
  await caches.open(seenName(root, said));
  await letGo(said);
  return said;
}

/** The build that the host has after this moment; undefined where it does not say. Who asks while
 * another question waits to be asked shares its answer. */
export function current(): Promise<string | undefined> {
  waiting ??= under.then(() => {
    waiting = undefined;
    const answer = ask(AbortSignal.timeout(PATIENCE));
    under = answer;
    return answer;
  });
  return waiting;
}

let under: Promise<unknown> = Promise.resolve();
let waiting: Promise<string | undefined> | undefined;

async function ask(signal: AbortSignal): Promise<string | undefined> {
  const came = await fetch(root + BUILD, { cache: 'no-cache', signal }).catch(() => undefined);
  if (came?.status === 404) return 'gone';
  if (came?.status !== 200) return undefined;
  const said = (await came.json().catch(() => undefined)) as { readonly build: string } | undefined;
  return said?.build;
}

/** Remember which build a client's page is of. */
export async function bind(client: string, build: string): Promise<void> {
  bound.set(client, build);
  const cache = await caches.open(clientsName(root));
  const note: Bound = { build, since: Date.now() };
  await cache.put(root + client, new Response(JSON.stringify(note)));
}

/** The build of a client's page, where this worker gave it or was told; browsers end workers. */
export async function buildOf(client: string): Promise<string | undefined> {
  if (client === '') return undefined;
  const here = bound.get(client);
  if (here !== undefined) return here;
  const note = await caches.match(root + client, { cacheName: clientsName(root) });
  if (note === undefined) return undefined;
  const { build } = (await note.json()) as Bound;
  bound.set(client, build);
  return build;
}

/** Let go of what was seen of builds that no open page is of. Saved halls stay. */
async function letGo(fresh: string): Promise<void> {
  const open = new Set((await scope.clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id));
  const cache = await caches.open(clientsName(root));
  const used = new Set([fresh]);
  for (const request of await cache.keys()) {
    const { build, since } = (await (await cache.match(request))!.json()) as Bound;
    const client = request.url.slice(root.length);
    if (open.has(client) || Date.now() - since < COMING) used.add(build);
    else {
      bound.delete(client);
      await cache.delete(request);
    }
  }
  for (const name of await caches.keys()) {
    const build = seenBuild(root, name);
    if (build !== undefined && !used.has(build)) await caches.delete(name);
  }
}

/** The host has no fair any more: nothing is kept of it but what visitors saved. */
async function leave(): Promise<undefined> {
  const names = (await caches.keys()).filter((name) => isOurs(root, name));
  const saved = names.filter((name) => storedOf(root, name) !== undefined);
  for (const name of names) if (!saved.includes(name)) await caches.delete(name);
  if (saved.length === 0) await scope.registration.unregister();
}

/** The build that pages were opened of last. */
async function lastSeen(): Promise<string | undefined> {
  const builds = (await caches.keys()).map((name) => seenBuild(root, name));
  // In the order in which they were made.
  return builds.filter((build) => build !== undefined).at(-1);
}
