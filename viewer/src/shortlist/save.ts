/** The button that saves a page to the visitor's list. */
import { wordsOf } from '../pages/part';
import { shortlist } from './shortlist';

export function begin(element: HTMLElement, signal: AbortSignal): void {
  const { root = '', address = '' } = element.dataset;
  const words = wordsOf<'save' | 'saved'>(element);
  const list = shortlist(root);
  const label = element.querySelector('span');
  element.addEventListener('click', () => list.toggle(address), { signal });
  list.watch(() => {
    const saved = list.has(address);
    element.toggleAttribute('data-saved', saved);
    if (label !== null) label.textContent = saved ? words.saved : words.save;
  }, signal);
  element.hidden = false;
}
