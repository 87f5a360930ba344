/** The entry: every page with a `.search` imports this. */
import { SearchBox } from './box';
import { SearchIndex } from './pagefind';
import { PAGE } from './page';

let before: AbortController | undefined;

/** Search with the box of the page that is shown. */
function begin(): void {
  before?.abort();
  const box = document.querySelector<HTMLElement>('.search');
  const input = box?.querySelector('input');
  if (!box || !input) return;
  before = new AbortController();
  const { index = '', root = '', none = '', failed = '', walk = '' } = box.dataset;
  const words = { none, failed, walk };
  new SearchBox(box, input, new SearchIndex(index), root, words, before.signal);
}

// The script waits for nothing, and nothing for it: the page may not be read to its end.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();
// A hall's page may take another's place.
document.addEventListener(PAGE, begin);
