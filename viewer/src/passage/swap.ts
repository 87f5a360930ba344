/** Puts another page of the site in place of this one around a view that stays where it is. */
import { SWAPPED } from '../pages/swapped';

/** Show what a page shows: the content of its view, `fresh`, in `view`, all else around it. The
 * page's own script runs, as it would have. A view in full screen stays so: it is never taken out. */
export function putInPlace(page: Document, view: HTMLElement, fresh: HTMLElement): void {
  document.title = page.title;
  view.replaceChildren(...fresh.childNodes);
  for (const name of ['data-state', 'data-steered']) view.removeAttribute(name);
  exchange(document.body, page.body, view, fresh);
  for (const script of document.querySelectorAll('script:not([type], [src])')) {
    const again = document.createElement('script');
    again.textContent = script.textContent;
    script.replaceWith(again);
  }
  document.dispatchEvent(new Event(SWAPPED));
}

/** Take what a fresh element has beside `fresh`, for what an old one has beside `kept`. */
function exchange(old: Element, from: Element, kept: Element, fresh: Element): void {
  const stays = [...old.children].find((child) => child.contains(kept));
  const comes = [...from.children].find((child) => child.contains(fresh));
  if (stays === undefined || comes === undefined) return;
  const nodes = [...from.childNodes];
  const at = nodes.indexOf(comes);
  for (const child of [...old.childNodes]) if (child !== stays) child.remove();
  stays.before(...nodes.slice(0, at));
  stays.after(...nodes.slice(at + 1));
  if (stays !== kept) exchange(stays, comes, kept, fresh);
}
