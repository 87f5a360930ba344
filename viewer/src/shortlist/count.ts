/** The way to the visitor's list in a page's header, with the number of what is on it. */
import { shortlist } from './shortlist';

export function begin(element: HTMLElement, signal: AbortSignal): void {
  const list = shortlist(element.dataset.root ?? '');
  const count = element.querySelector<HTMLElement>('[data-count]');
  list.watch(() => {
    const { length } = list.items;
    if (count === null) return;
    count.textContent = String(length);
    count.hidden = length === 0;
  }, signal);
  element.hidden = false;
}
