/** The entry: every page imports this. Each part of a page that does more with a script than
 * without one names itself in `data-part`. The code of what few pages have comes when one has it. */
import * as compare from '../compare/begin';
import { embed } from '../embed/embedded';
import * as search from '../search/begin';
import * as count from '../shortlist/count';
import * as save from '../shortlist/save';
import type { Part } from './part';
import { SWAPPED } from './swapped';

const PARTS: Readonly<Record<string, Part | (() => Promise<Part>)>> = {
  compare,
  search,
  save,
  'list-count': count,
  comparison: () => import('../compare/page'),
  counts: () => import('../counts/begin'),
  embed: () => import('../embed/begin'),
  enquiry: () => import('../enquiry/begin'),
  find: () => import('../find/begin'),
  interests: () => import('../interests/page'),
  plan: () => import('../plan/begin'),
  preview: () => import('../preview/begin'),
  programme: () => import('../programme/begin'),
  shortlist: () => import('../shortlist/begin'),
  stored: () => import('../stored/begin'),
};

let before: AbortController | undefined;

/** Begin the parts of the page that is shown. */
function begin(): void {
  before?.abort();
  const { signal } = (before = new AbortController());
  for (const element of document.querySelectorAll<HTMLElement>('[data-part]')) {
    void start(element, signal);
  }
}

async function start(element: HTMLElement, signal: AbortSignal): Promise<void> {
  const named = PARTS[element.dataset.part ?? ''];
  const part = typeof named === 'function' ? await named() : named;
  if (!signal.aborted) part?.begin(element, signal);
}

embed();
// The script waits for nothing, and nothing for it: the page may not be read to its end.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();
// A hall's page may take another's place.
document.addEventListener(SWAPPED, begin);
