/** A hall in another site's frame: only the view, and messages between the two.
 *
 * docs/embedding.md tells the messages. Whoever shows the frame may ask for anything that a link
 * could ask for, so that it does not matter who that is; what is told is what happens in the view. */
import type { EventName } from '../events';
import { whenReady } from './ready';

/** In an address's query: show the view alone. */
const EMBED = 'embed';

const TOLD: readonly EventName[] = [
  'enter-booth',
  'select-product',
  'search',
  'contact',
  'tour-step',
  'error',
];

/** Make a page in a frame what it is asked to be. */
export function embed(): void {
  if (new URLSearchParams(location.search).has(EMBED)) {
    document.documentElement.dataset.embed = '';
    // Other pages of the site have no place in a small frame.
    document.addEventListener('click', leave, { capture: true });
  }
  if (window.parent === window) return;
  window.addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    if (source === window.parent) void answer(data);
  });
  whenReady((hallgen) => {
    for (const event of TOLD) hallgen.on(event, (detail) => tell({ hallgen: event, detail }));
    hallgen.ready.then(
      () => tell({ hallgen: 'ready' }),
      () => undefined,
    );
  });
}

async function answer(message: unknown): Promise<void> {
  const { hallgen, target, id } = (message ?? {}) as Record<string, unknown>;
  const api = window.hallgen;
  if (api === undefined) return;
  if (hallgen === 'pose') tell({ hallgen, id, pose: api.pose });
  if (hallgen !== 'goTo' || typeof target !== 'object' || target === null) return;
  try {
    tell({ hallgen, id, found: await api.goTo(target) });
  } catch (error) {
    tell({ hallgen: 'error', id, detail: { message: String(error), fatal: false } });
  }
}

function tell(message: unknown): void {
  window.parent.postMessage(message, '*');
}

/** Links out of the view open beside the site that shows the frame. */
function leave({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest('a') : null;
  if (link !== null && link.pathname !== location.pathname) link.target = '_blank';
}
