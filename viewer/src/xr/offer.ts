/** The button that leads into virtual reality: there only where the browser has a headset for it. */
import { supportsXr } from '../device';
import { button, drawn } from '../dom';
import type { Say } from '../strings';

const HEADSET =
  'M4 8.5h16a1.5 1.5 0 0 1 1.5 1.5v6a1.5 1.5 0 0 1-1.5 1.5h-4.5l-2-3h-3l-2 3H4A1.5 1.5 0 0 1 2.5 16v-6A1.5 1.5 0 0 1 4 8.5zM7 12.5h.1M17 12.5h.1';

/** What a session is asked for: the floor, as halls are walked on; hands where they are known. */
const WANTED: XRSessionInit = {
  requiredFeatures: ['local-floor'],
  optionalFeatures: ['hand-tracking'],
};

/** Show the button among others while a headset is there, until `signal` aborts. */
export function offerVr(
  tools: Element,
  say: Say,
  enter: () => void,
  signal: AbortSignal,
): void {
  const { xr } = navigator as { xr?: XRSystem };
  if (xr === undefined) return;
  const words = say('vr');
  const element = button(
    { class: 'hallgen-button hallgen-vr', 'aria-label': words, title: words },
    enter,
    drawn(HEADSET),
  );
  const look = async (): Promise<void> => {
    if ((await supportsXr('immersive-vr')) && !signal.aborted) tools.prepend(element);
    else element.remove();
  };
  xr.addEventListener('devicechange', () => void look(), { signal });
  void look();
}

/** Enter: only while the visitor's own press is being answered. */
export const requestVr = (): Promise<XRSession> =>
  navigator.xr!.requestSession('immersive-vr', WANTED);
