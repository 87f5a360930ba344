/** The words at a line of measure, laid where that is on screen. */
import type { Vector3 } from 'three';

/** Pixels that words keep from the picture's edge. */
const EDGE = 4;

/** Lay words at a place of the view, from -1 to 1; hidden where that is none or behind it. They stay
 * in the picture where their line leaves it. */
export function layLabel(label: HTMLElement, at: Vector3 | undefined, canvas: HTMLElement): void {
  label.hidden = at === undefined || at.z > 1;
  if (at === undefined || label.hidden) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const half = label.offsetWidth / 2 + EDGE;
  const x = Math.min(Math.max(((at.x + 1) / 2) * width, half), width - half);
  const y = ((1 - at.y) / 2) * height;
  label.style.transform = `translate(-50%, -50%) translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
}
