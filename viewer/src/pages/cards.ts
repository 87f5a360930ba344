/** The cards of several pages, as lists that keep only addresses need them. */
import type { PageCard } from '../manifest';
import { fetchPage, isMissing } from '../network/fetching';
import { cardOf } from './card';

/** What the page of an exhibitor, a product or a session may be called, from its language's folder.
 * A product without a page of its own is a part of its exhibitor's. Lists come from links that
 * anybody may have made: nothing else is ever fetched for them. */
const NAME = '(?!\\.)[A-Za-z0-9._~-]+';
const ADDRESS = new RegExp(
  `^(?:(?:exhibitors|products|programme)/${NAME}/|exhibitors/${NAME}/#product-${NAME})$`,
);
const PART = new RegExp(`^exhibitors/(${NAME})/#product-(${NAME})$`);
const REFRESH = /^\s*\d+\s*;\s*url=(.+)$/i;

/** The cards of pages ("products/vmc-500/"), in their order; undefined for each that has no page
 * any more, or whose page did not come. `root` leads from this page to the site's root.
 * A page that has moved is followed once: its card says where it is now. */
export function readCards(
  root: string,
  language: string,
  addresses: readonly string[],
): Promise<(PageCard | undefined)[]> {
  const folder = new URL(`${root}${language}/`, document.baseURI).href;
  return Promise.all(addresses.map((address) => readCard(folder, address)));
}

/** The address that an old page of `folder` leads to, by what its refresh says; undefined where
 * that is no page of an exhibitor or a product there. */
export function movedTo(refresh: string, page: string, folder: string): string | undefined {
  const target = REFRESH.exec(refresh)?.[1];
  if (target === undefined) return undefined;
  const { href } = new URL(target, page);
  const address = href.startsWith(folder) ? href.slice(folder.length) : '';
  return isPage(address) ? address : undefined;
}

export const isPage = (address: string): boolean => ADDRESS.test(address);

/** What names a product where its address need not be known: its slug, after its exhibitor's
 * where it has no page of its own ("abb/vmc-500"). */
export function nameOf(address: string): string {
  const part = PART.exec(address);
  return part === null ? (address.split('/')[1] ?? '') : `${part[1]}/${part[2]}`;
}

/** The address of a product by its name. */
export function addressOf(name: string): string {
  const [maker, product] = name.split('/');
  return product === undefined ? `products/${name}/` : `exhibitors/${maker}/#product-${product}`;
}

export const isProduct = (address: string): boolean =>
  address.startsWith('products/') || PART.test(address);

async function readCard(folder: string, address: string): Promise<PageCard | undefined> {
  try {
    const page = await readPage(folder, address);
    if (page === undefined) return undefined;
    const refresh = page.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content');
    const moved = movedTo(refresh ?? '', folder + address, folder);
    const shown = moved === undefined ? page : await readPage(folder, moved);
    return shown && cardOf(shown, (moved ?? address).split('#')[1]);
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

/** The page of an address; undefined where there is none. */
async function readPage(folder: string, address: string): Promise<Document | undefined> {
  if (!isPage(address)) return undefined;
  try {
    return await fetchPage(new URL(address, folder).href, 'gone');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
