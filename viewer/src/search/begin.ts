/** The box in a page's header by which visitors search. */
import { SearchBox } from './box';
import { SearchIndex } from './pagefind';

export function begin(box: HTMLElement, signal: AbortSignal): void {
  const input = box.querySelector('input');
  if (input === null) return;
  const { index = '', root = '', none = '', failed = '', walk = '' } = box.dataset;
  new SearchBox(box, input, new SearchIndex(index), root, { none, failed, walk }, signal);
}
