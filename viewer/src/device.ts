/** What the browser tells of the device and of what is on its screen. */
import type { Device } from './world/quality';
import type { Stage } from './world/stage';

/** The screen's shorter side in CSS pixels. */
export const screenSide = (): number => Math.min(screen.width, screen.height);

/** What this browser tells of its device. `deviceMemory` is Chromium's. */
export function deviceOf({ software, gpu }: Stage): Device {
  const { deviceMemory } = navigator as Navigator & { deviceMemory?: number };
  return { software, gpu, memory: deviceMemory, screen: screenSide() };
}

/** Whether there is WebXR of a kind. A page that may not ask, as in a frame that was not allowed to,
 * is told so by an error. */
export async function supportsXr(mode: XRSessionMode): Promise<boolean> {
  const { xr } = navigator as { xr?: XRSystem };
  return (await xr?.isSessionSupported(mode).catch(() => false)) ?? false;
}

/** Tells whether at least half of an element is on screen, until `signal` is aborted. */
export function watchOnScreen(element: HTMLElement, signal: AbortSignal): () => boolean {
  let seen = true;
  const watcher = new IntersectionObserver(
    ([entry]) => {
      seen = (entry?.intersectionRatio ?? 0) >= 0.5;
    },
    { threshold: [0, 0.5] },
  );
  watcher.observe(element);
  signal.addEventListener('abort', () => watcher.disconnect());
  return () => seen;
}
