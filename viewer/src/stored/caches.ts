/** The names of what a browser keeps of a site: one cache for what was seen of a build, and one for
 * each hall that a visitor saved. Page and service worker share them. */

/** A hall that was saved, or is being saved. `build` is the one all its files are of. */
export interface Stored {
  readonly build: string;
  readonly hall: string;
  readonly language: string;
}

/** Several fairs may share an origin, and so its caches. `root` is the address of the site's root. */
const seen = (root: string): string => `hallgen ${root} seen `;
const saved = (root: string): string => `hallgen ${root} saved `;

export const seenName = (root: string, build: string): string => seen(root) + build;

export const savedName = (root: string, { build, hall, language }: Stored): string =>
  saved(root) + [build, language, encodeURIComponent(hall)].join(' ');

/** Which client has which build. */
export const clientsName = (root: string): string => `hallgen ${root} clients`;

export const isOurs = (root: string, name: string): boolean =>
  name.startsWith(`hallgen ${root} `);

/** The build of a cache of what was seen; undefined for any other. */
export function seenBuild(root: string, name: string): string | undefined {
  const start = seen(root);
  return name.startsWith(start) ? name.slice(start.length) : undefined;
}

/** What a cache of a saved hall holds; undefined for any other. */
export function storedOf(root: string, name: string): Stored | undefined {
  const start = saved(root);
  if (!name.startsWith(start)) return undefined;
  const [build, language, hall] = name.slice(start.length).split(' ');
  if (build === undefined || language === undefined || hall === undefined) return undefined;
  return { build, language, hall: decodeURIComponent(hall) };
}
