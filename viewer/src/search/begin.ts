/** The box in a page's header by which visitors search. */
import { wordsOf } from '../pages/part';
import { SearchBox, type BoxWord } from './box';
import { SearchIndex } from './index';

export function begin(box: HTMLElement, signal: AbortSignal): void {
  const input = box.querySelector('input');
  if (input === null) return;
  const { root = '', page = '' } = box.dataset;
  const index = new SearchIndex(root, document.documentElement.lang);
  new SearchBox(box, input, index, { root, page }, wordsOf<BoxWord>(box), signal);
}
