/** Counts what happens in a visit, where the organiser has somebody who counts: pages, booths and
 * how long they are looked at, products, contacts. Nothing tells one visitor from another. */
import { whenReady } from '../embed/ready';
import { browserMemory } from '../memory';
import { Consent, asksNotToBeTracked } from './consent';
import { Dwell } from './dwell';
import { type Happening, SERVICES } from './services';

const consent = new Consent(browserMemory(), asksNotToBeTracked(navigator));
let told: ((one: Happening) => void) | undefined;

export function begin(element: HTMLElement, signal: AbortSignal): void {
  const { service = '', address = '', site = '' } = element.dataset;
  const teller = SERVICES[service];
  if (teller === undefined) return;
  const first = told === undefined;
  told = (one) => {
    if (!consent.given) return;
    const scene = {
      url: location.origin + location.pathname,
      title: document.title,
      language: document.documentElement.lang,
    };
    const { address: to, body } = teller(address, site, scene, one);
    // Nobody waits for it, and what is not counted is no fault of the visit.
    void fetch(to, {
      method: 'POST',
      body,
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    }).catch(() => undefined);
  };
  offer(element);
  told({ name: 'page', what: '' });
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.contact a')) {
    const by = link.protocol.replace(':', '');
    link.addEventListener('click', () => told?.({ name: 'contact', what: by }), { signal });
  }
  if (first) watchView();
}

/** The switch. */
function offer(element: HTMLElement): void {
  const box = element.querySelector('input');
  if (box === null) return;
  box.checked = consent.given;
  box.addEventListener('change', () => consent.choose(box.checked));
  element.hidden = false;
}

function watchView(): void {
  const dwell = new Dwell((booth, seconds) => {
    told?.({ name: 'leave-booth', what: booth, seconds });
  });
  whenReady((hallgen) => {
    hallgen.on('enter-booth', ({ booth }) => {
      dwell.enter(booth, performance.now());
      told?.({ name: 'enter-booth', what: booth });
    });
    hallgen.on('select-product', ({ product }) => told?.({ name: 'select-product', what: product }));
    hallgen.on('contact', ({ exhibitor, by }) => {
      told?.({ name: 'contact', what: `${exhibitor} ${by}` });
    });
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') dwell.leave(performance.now());
  });
}
