/** When a page's view has its programming interface. */
import type { Hallgen } from '../api';

/** The event on the document by which it tells that it has. */
export const API = 'hallgen-api';

/** Call once with the view's interface, now or when it comes. Who listens to its events goes on
 * listening in the next hall. */
export function whenReady(action: (hallgen: Hallgen) => void): void {
  if (window.hallgen !== undefined) action(window.hallgen);
  else document.addEventListener(API, () => whenReady(action), { once: true });
}
