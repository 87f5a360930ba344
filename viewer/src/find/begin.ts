/** The page of the search. */
import { wordsOf } from '../pages/part';
import { SearchIndex } from '../search/index';
import { FindPage, type FindWord } from './page';

export function begin(element: HTMLElement, signal: AbortSignal): void {
  const { root = '' } = element.dataset;
  const index = new SearchIndex(root, document.documentElement.lang);
  new FindPage(element, root, index, wordsOf<FindWord>(element), signal);
}
