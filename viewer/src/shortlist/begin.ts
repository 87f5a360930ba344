/** The page of the visitor's list, or of one that came with a link. */
import { ShortlistPage } from './page';
import { shortlist } from './shortlist';

export function begin(element: HTMLElement, signal: AbortSignal): void {
  const page = new ShortlistPage(element, shortlist(element.dataset.root ?? ''), signal);
  window.addEventListener('hashchange', () => void page.open(), { signal });
  void page.open();
}
