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

/** Tells whether at least half of an element is on screen. */
export function watchOnScreen(element: HTMLElement): () => boolean {
  let seen = true;
  new IntersectionObserver(
    ([entry]) => {
      seen = (entry?.intersectionRatio ?? 0) >= 0.5;
    },
    { threshold: [0, 0.5] },
  ).observe(element);
  return () => seen;
}
