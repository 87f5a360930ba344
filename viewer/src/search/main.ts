/** The entry: every page with a `.search` imports this. */
import { SearchBox } from './box';
import { SearchIndex } from './index';

const box = document.querySelector<HTMLElement>('.search');
const input = box?.querySelector('input');
if (box && input) {
  const { index = '', root = '', none = '', failed = '', walk = '' } = box.dataset;
  new SearchBox(box, input, new SearchIndex(index), root, { none, failed, walk });
}
