/** Which of an origin's addresses are the site's own. */

/** The file that names the build, and the page for what was never opened. */
export const BUILD = 'build.json';
export const OFFLINE = 'offline.html';

/** Folders whose files are named by their content and never change (hallgen/site/policy.py). */
const FOREVER = /^(assets|fonts|media|viewer)\//;

export const isForever = (place: string): boolean => FOREVER.test(place);

/** How to fetch a place: what may have changed since the browser kept it, is asked for. */
export const modeOf = (place: string): RequestCache => (isForever(place) ? 'default' : 'no-cache');

/** The path of an address below the site's root, without what leads to a place in it; undefined
 * for what is not the site's. */
export function placeOf(address: string, root: string): string | undefined {
  const { origin, pathname } = new URL(address);
  const whole = origin + pathname;
  return whole.startsWith(root) ? whole.slice(root.length) : undefined;
}

const OF_HALL = /^(?:tiles|[^/]+\/halls)\/([^/]+)\//;

/** The list of the hall that a place belongs to, where it is one of a hall. */
export function listOf(place: string): string | undefined {
  const hall = OF_HALL.exec(place)?.[1];
  return hall === undefined ? undefined : `offline/${hall}.json`;
}
