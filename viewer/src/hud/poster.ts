/** What is seen until the first frame: the hall's name, real progress, and the build's picture
 * of what the visitor will see, or else the plan that the visitor is about to walk. */
import { el } from '../dom';
import { RADIANS } from '../geometry';
import type { HallShard } from '../manifest';
import type { Progress } from '../state';
import type { Say } from '../strings';

/** Sides of a hall's picture, and its vertical field of view in degrees. */
const STILL = { width: 16, height: 9, field: 60 } as const;

/** Milliseconds of the fade; the style sheet's are as many. */
export const FADE = 450;

/** Whether it hides the view, or says how far it is beside what can be seen of it. */
export type Posting = 'covering' | 'beside';

const SVG = 'http://www.w3.org/2000/svg';

export class Poster {
  readonly element: HTMLElement;
  private readonly title = el('p', { class: 'hallgen-poster-title', dir: 'auto' });
  private readonly bar = el('progress', { class: 'hallgen-progress' });
  private readonly label = el('p', { class: 'hallgen-poster-label' });
  private readonly plan = el('div', { class: 'hallgen-poster-plan' });

  /** `still` is the page's picture of the hall; a poster that covers the view takes it along. */
  constructor(
    private readonly say: Say,
    private readonly still: HTMLImageElement | null,
    posting: Posting = 'covering',
  ) {
    this.label.textContent = say('loading');
    this.bar.setAttribute('aria-label', say('loading'));
    this.element = el(
      'div',
      { class: 'hallgen-poster', 'data-still': still === null ? undefined : '' },
      this.title,
      this.bar,
      this.label,
    );
    if (posting === 'beside') this.element.dataset.beside = '';
    else this.element.prepend(still ?? this.plan);
    if (still !== null) still.hidden = false;
  }

  showHall(shard: HallShard): void {
    this.title.textContent = shard.name;
    this.plan.replaceChildren(drawPlan(shard));
  }

  show({ loaded, total, bytes }: Progress): void {
    this.bar.max = total;
    this.bar.value = loaded;
    const megabytes = this.say('megabytes', { n: (bytes / 1e6).toFixed(1) });
    this.label.textContent = `${this.say('loading-tiles', { loaded, total })} · ${megabytes}`;
  }

  /** Whether it shows what the visitor will see. */
  get shows(): boolean {
    return this.still !== null;
  }

  /** Let clicks and drags through to the view below. */
  letThrough(): void {
    this.element.dataset.beside = '';
  }

  /** Fade out, then go; the picture grows meanwhile by a scale, until it lies on the view. */
  leave(scale = 1): void {
    this.element.dataset.leaving = '';
    this.still?.animate([{}, { transform: `scale(${scale})` }], {
      duration: FADE,
      easing: 'ease-out',
      fill: 'forwards',
    });
    this.still?.classList.add('hallgen-leaving');
    const gone = (): void => {
      this.element.remove();
      this.still?.remove();
    };
    this.element.addEventListener('transitionend', gone, { once: true });
    window.setTimeout(gone, 800);
  }
}

/** How much larger a hall's picture, which covers a box of this size, would have to be for its
 * things to be as large as those of a view into the box with this vertical field in degrees. */
export function stillScale(width: number, height: number, field: number): number {
  const shown = Math.max(width / STILL.width, height / STILL.height) * STILL.height;
  const half = (degrees: number): number => Math.tan((degrees / 2) * RADIANS);
  return (height / half(field)) / (shown / half(STILL.field));
}

function drawPlan({ bounds, booths }: HallShard): SVGSVGElement {
  const [x0, z0, x1, z1] = bounds;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `${x0} ${z0} ${x1 - x0} ${z1 - z0}`);
  svg.setAttribute('aria-hidden', 'true');
  const shape = (d: string, name: string): void => {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('class', name);
    svg.append(path);
  };
  shape(`M${x0} ${z0}H${x1}V${z1}H${x0}z`, 'hallgen-plan-hall');
  const outlines = booths.map(
    ({ outline }) => `M${outline.map(([x, z]) => `${x} ${z}`).join('L')}z`,
  );
  shape(outlines.join(''), 'hallgen-plan-booths');
  return svg;
}
