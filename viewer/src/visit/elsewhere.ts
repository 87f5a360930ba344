/** Where to find what is not in this hall: fair.json knows every hall's page. */
import type { Manifest, PageData } from '../manifest';
import { parseManifest } from '../page';
import { fetchJson } from '../network/fetching';
import { formatPlace } from './links';

/** What may be asked for, by id. */
export interface Wanted {
  readonly booth?: string | undefined;
  readonly exhibitor?: string | undefined;
  readonly hall?: string | undefined;
}

/** The address of the page that has it, or undefined where no page has.
 * Throws FetchError or ParseError where fair.json cannot be read. */
export async function pageElsewhere(page: PageData, wanted: Wanted): Promise<string | undefined> {
  const manifest = parseManifest(await fetchJson(`${page.root}fair.json`));
  const address = addressOf(manifest, page.language, wanted);
  return address === undefined ? undefined : page.root + address;
}

/** The same, from a manifest at hand and relative to the site's root. */
export function addressOf(
  manifest: Manifest,
  language: string,
  wanted: Wanted,
): string | undefined {
  const hallId =
    wanted.hall ?? (wanted.booth === undefined ? undefined : manifest.booths[wanted.booth]);
  const hall = manifest.halls.find(({ id }) => id === hallId);
  const hallPage = hall?.pages[language];
  if (hallPage !== undefined) {
    return hallPage + formatPlace(wanted.booth === undefined ? {} : { booth: wanted.booth });
  }
  const exhibitor =
    wanted.exhibitor === undefined ? undefined : manifest.exhibitors[wanted.exhibitor];
  return exhibitor === undefined ? undefined : `${language}/${exhibitor}`;
}
