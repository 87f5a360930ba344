/** What is said of a booth that is being planned: told anew, with the view, at each saved change. */
import '../api';
import { type Words, wordsOf } from '../pages/part';
import { beginForm, renewForm } from './form';

type Key = 'updated' | 'updating' | 'lost';

/** How often a stream that broke off is tried again before it counts as ended. */
const TRIES = 3;

export function begin(element: HTMLElement, signal: AbortSignal): void {
  const words: Words<Key> = wordsOf(element);
  const state = element.querySelector('[data-state]')!;
  const say = (key: Key): void => {
    state.textContent = words[key];
  };
  beginForm(element.querySelector<HTMLFormElement>('[data-form]')!, signal);
  const address = new URL(element.dataset.events!, document.baseURI);
  const stream = new EventSource(address);
  signal.addEventListener('abort', () => stream.close());
  let [seen, failed]: [string | undefined, number] = [undefined, 0];
  let shown = Promise.resolve();
  stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
    failed = 0;
    const first = seen === undefined && data === element.dataset.version;
    seen = data;
    if (first) return;
    say('updating');
    // One after the other; of many that wait, the last alone.
    shown = shown.then(async () => {
      if (seen !== data) return;
      await Promise.all([renewReport(element), window.hallgen?.renew()]);
      element.dataset.version = data;
      say('updated');
    });
    shown = shown.catch((error: unknown) => reportError(error));
  });
  stream.addEventListener('error', () => {
    failed += 1;
    if (failed < TRIES) return;
    stream.close();
    say('lost');
  });
}

/** Take what the page says by now. */
async function renewReport(element: HTMLElement): Promise<void> {
  const response = await fetch(location.pathname, { cache: 'no-store' });
  if (!response.ok) throw new Error(`The page did not come: HTTP ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const focused = focusedWithin(element);
  for (const part of element.querySelectorAll<HTMLElement>('[data-report]')) {
    const said = page.querySelector(`[data-report="${part.dataset.report!}"]`);
    if (said !== null) part.replaceWith(document.adoptNode(said));
  }
  renewForm(element.querySelector<HTMLFormElement>('[data-form]')!, page);
  document.title = page.title;
  if (focused !== undefined) element.querySelector<HTMLElement>(focused)?.focus();
}

/** The link that has the focus, by where it leads. */
function focusedWithin(element: HTMLElement): string | undefined {
  const { activeElement: active } = document;
  const href = element.contains(active) ? active?.getAttribute('href') : undefined;
  return href ? `a[href="${CSS.escape(href)}"]` : undefined;
}
