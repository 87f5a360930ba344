/** The hall's drawing with what changes on it: where the visitor is, and the way. */
import { el } from '../dom';
import type { Pose, ShardBooth, Spot } from '../manifest';
import type { Way } from '../routes/floor';
import type { MapSheet } from './sheet';

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG path along some places. */
export const pathOf = (spots: readonly Spot[], closed = false): string =>
  spots.length === 0 ? '' : `M${spots.map(([x, z]) => `${x} ${z}`).join('L')}${closed ? 'z' : ''}`;

export class MapDrawing {
  readonly element: HTMLElement;
  private readonly here = el('span', { class: 'hallgen-here', 'aria-hidden': 'true' });
  private readonly way = path('hallgen-map-way');
  private readonly goal = path('hallgen-map-goal');
  /** Pixels; known once it is laid out. */
  private width = 0;
  private height = 0;
  private eyes: Readonly<Pose> | undefined;

  /** `source` is the address of its picture. */
  constructor(
    private readonly sheet: MapSheet,
    source: string,
  ) {
    const over = document.createElementNS(SVG, 'svg');
    over.setAttribute('viewBox', sheet.box);
    over.setAttribute('aria-hidden', 'true');
    over.append(this.goal, this.way);
    const picture = el('img', {
      src: source,
      alt: '',
      draggable: 'false',
      width: String(Math.round(sheet.width * 10)),
      height: String(Math.round(sheet.height * 10)),
    });
    this.element = el('span', { class: 'hallgen-drawing' }, picture, over, this.here);
    new ResizeObserver(([entry]) => {
      this.width = entry!.contentRect.width;
      this.height = entry!.contentRect.height;
      if (this.eyes !== undefined) this.follow(this.eyes);
    }).observe(this.element);
  }

  /** The visitor is here now. Moves a mark, and lays nothing out. */
  follow(eyes: Readonly<Pose>): void {
    this.eyes = eyes;
    const x = this.sheet.across(eyes.x) * this.width;
    const y = this.sheet.down(eyes.z) * this.height;
    this.here.style.transform = `translate(${x}px, ${y}px) rotate(${eyes.heading}deg)`;
  }

  show(way: Way | undefined, goal: ShardBooth | undefined): void {
    this.way.setAttribute('d', pathOf(way?.spots ?? []));
    this.goal.setAttribute('d', pathOf(goal?.outline ?? [], true));
  }
}

function path(name: string): SVGPathElement {
  const element = document.createElementNS(SVG, 'path');
  element.setAttribute('class', name);
  return element;
}
