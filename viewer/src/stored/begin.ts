/** The part of a hall's page that saves the hall: filled when it is opened for the first time. */
import { readPage } from '../page';
import { sayIn } from '../strings';
import { makeStore } from './panel';

export function begin(element: HTMLElement, signal: AbortSignal): void {
  const page = readPage(document);
  element.hidden = false;
  const name = element.dataset.hall ?? page.hall;
  const fill = (): void => {
    const look = { button: 'button small', quiet: 'button small quiet' };
    element.append(makeStore(page, name, sayIn(page.strings), look, signal));
  };
  element.addEventListener('toggle', fill, { once: true, signal });
}
