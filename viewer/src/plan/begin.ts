/** The part `plan` of a page: its plans pan and zoom, and show a way from a gate to a booth. */
import { button, el } from '../dom';
import { Zoom } from '../map/zoom';
import { type Words, wordsOf } from '../pages/part';
import { FairFiles } from '../routes/files';
import { Plans } from './plans';
import { type Key, WayForm } from './form';

export function begin(element: HTMLElement, signal: AbortSignal): void {
  const { root = '', language = '' } = element.dataset;
  const words = wordsOf<Key>(element);
  for (const frame of element.querySelectorAll<HTMLElement>('.plan-frame')) {
    const drawing = frame.querySelector<SVGSVGElement>('svg.plan');
    if (drawing !== null) makeZoom(frame, drawing, words, signal);
  }
  new WayForm(element, new Plans(element), new FairFiles(root, language), words, signal);
}

/** Its buttons take the place of what enlarges a plan without a script. */
function makeZoom(
  frame: HTMLElement,
  drawing: SVGSVGElement,
  words: Words<Key>,
  signal: AbortSignal,
): void {
  const zoom = new Zoom(
    frame,
    drawing,
    'in-a-page',
    (factor) => {
      frame.toggleAttribute('data-zoomed', factor > 1);
      whole.hidden = factor === 1;
    },
    signal,
  );
  const tool = (key: 'larger' | 'smaller' | 'whole', sign: string, action: () => void) =>
    button({ 'aria-label': words[key], title: words[key] }, action, sign);
  const whole = tool('whole', words.whole, zoom.fit);
  whole.hidden = true;
  const tools = el(
    'span',
    { class: 'plan-zoom' },
    tool('larger', '+', zoom.in),
    tool('smaller', '−', zoom.out),
    whole,
  );
  const bar = [frame.previousElementSibling, frame.nextElementSibling].find((one) =>
    one?.classList.contains('plan-tools'),
  );
  bar?.querySelector('label')?.remove();
  bar?.parentElement?.querySelector('.enlarge')?.remove();
  bar?.prepend(tools);
}
