/** What is seen until the first frame: the hall's name, real progress, and the plan that the
 * visitor is about to walk. */
import { el } from '../dom';
import type { HallShard } from '../manifest';
import type { Progress } from '../state';
import type { Say } from '../strings';

const SVG = 'http://www.w3.org/2000/svg';

export class Poster {
  readonly element: HTMLElement;
  private readonly title = el('p', { class: 'hallgen-poster-title', dir: 'auto' });
  private readonly bar = el('progress', { class: 'hallgen-progress' });
  private readonly label = el('p', { class: 'hallgen-poster-label' });
  private readonly plan = el('div', { class: 'hallgen-poster-plan' });

  constructor(private readonly say: Say) {
    this.label.textContent = say('loading');
    this.bar.setAttribute('aria-label', say('loading'));
    this.element = el(
      'div',
      { class: 'hallgen-poster' },
      this.plan,
      this.title,
      this.bar,
      this.label,
    );
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

  /** Fade out, then go. */
  leave(): void {
    this.element.dataset.leaving = '';
    const gone = (): void => this.element.remove();
    this.element.addEventListener('transitionend', gone, { once: true });
    window.setTimeout(gone, 800);
  }
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
