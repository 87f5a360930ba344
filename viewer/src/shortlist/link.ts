/** A link that holds a list itself. What stands after # is sent to no server. */
import { isPage } from '../pages/cards';

const NAME = 'list=';

/** The address of a list's page with these pages on it. */
export function linkTo(page: string, addresses: readonly string[]): string {
  const link = new URL(page);
  link.search = '';
  link.hash = NAME + addresses.join(',');
  return link.href;
}

/** The pages that a link names; none where it holds no list. What is no page of the site is left
 * out: anybody may make links. */
export function listIn(hash: string): readonly string[] {
  const named = decoded(hash.replace(/^#/, ''));
  if (!named.startsWith(NAME)) return [];
  return [...new Set(named.slice(NAME.length).split(','))].filter(isPage);
}

/** Some messengers encode what stands in a link. */
function decoded(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch (error) {
    if (error instanceof URIError) return words;
    throw error;
  }
}
