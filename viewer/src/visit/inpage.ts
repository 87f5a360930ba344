/** Links of the page's own plan and list that lead to a place in this view: go there without
 * loading the page again. */
import { type Place, isEmpty, parsePlace } from './links';

/** Take clicks on them. */
export function followLinks(
  view: HTMLElement,
  land: (place: Place) => void,
  signal: AbortSignal,
): void {
  const follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || !plain(event)) return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const place = link === null || view.contains(link) ? undefined : placeHere(link);
    if (place === undefined) return;
    event.preventDefault();
    view.querySelector('canvas')?.focus({ preventScroll: true });
    land(place);
  };
  document.addEventListener('click', follow, { signal });
}

/** Whether a click asks for nothing special, such as a new tab. */
const plain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** The place on this very page that a link leads to. In a drawing, `href` is no text. */
function placeHere(link: HTMLAnchorElement): Place | undefined {
  const address = new URL(link.getAttribute('href') ?? '', document.baseURI);
  if (address.origin !== location.origin || address.pathname !== location.pathname)
    return undefined;
  const place = parsePlace(address.search);
  return isEmpty(place) ? undefined : place;
}
