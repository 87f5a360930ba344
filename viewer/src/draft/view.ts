/** The sheet and all that is on it, as SVG; only what changed is drawn again. */
import type { Plan, Point, Ring, Thing } from './model';
import { bounds } from './model';

const SVG = 'http://www.w3.org/2000/svg';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An element of SVG with attributes. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

export function pathOf(thing: Thing): string {
  const end = thing.kind === 'gate' ? '' : 'Z';
  return thing.rings.map((ring) => `M${ring.map((p) => p.join(',')).join(' ')}${end}`).join('');
}

interface Drawn {
  readonly thing: Thing;
  readonly selected: boolean;
  readonly group: SVGGElement;
}

export class View {
  readonly element: SVGSVGElement;
  private readonly things = svg('g', { class: 'things' });
  private readonly above = svg('g', { class: 'above' });
  private readonly drawn = new Map<number, Drawn>();
  private box: Box;

  constructor(
    private readonly sheet: Box,
    picture: string,
  ) {
    this.box = sheet;
    this.element = svg('svg', { class: 'sheet', preserveAspectRatio: 'xMidYMid meet' });
    const image = svg('image', { ...sheet, href: picture, preserveAspectRatio: 'none' });
    this.element.append(image, this.things, this.above);
    this.show(sheet);
  }

  /** Draw a plan; `selected` things are marked, and a single one has handles at its corners. */
  draw(plan: Plan, selected: ReadonlySet<number>): void {
    const left = new Set(this.drawn.keys());
    for (const thing of plan.things) {
      left.delete(thing.id);
      const known = this.drawn.get(thing.id);
      const isSelected = selected.has(thing.id);
      if (known?.thing === thing && known.selected === isSelected) continue;
      const group = this.group(thing, isSelected);
      if (known === undefined) this.things.append(group);
      else known.group.replaceWith(group);
      this.drawn.set(thing.id, { thing, selected: isSelected, group });
    }
    for (const id of left) {
      this.drawn.get(id)!.group.remove();
      this.drawn.delete(id);
    }
  }

  /** Lines and handles that are no part of the plan: what is being drawn, corners to pull at. */
  over(...elements: readonly SVGElement[]): void {
    this.above.replaceChildren(...elements);
  }

  handles(thing: Thing): SVGElement[] {
    const size = 5 * this.unit();
    return thing.rings.flatMap((ring, r) =>
      ring.map(([x, y], c) =>
        svg('rect', {
          class: 'handle',
          x: x - size,
          y: y - size,
          width: 2 * size,
          height: 2 * size,
          'data-ring': r,
          'data-corner': c,
        }),
      ),
    );
  }

  line(points: Ring, closed = false): SVGElement {
    const d = `M${points.map((p) => p.join(',')).join(' ')}${closed ? 'Z' : ''}`;
    return svg('path', { class: 'sketch', d });
  }

  /** Units of the sheet in one pixel of the screen. */
  unit(): number {
    const { width, height } = this.element.getBoundingClientRect();
    if (width <= 0 || height <= 0) return this.box.width / 1000;
    return Math.max(this.box.width / width, this.box.height / height);
  }

  /** The point of the sheet under the pointer. */
  point(event: { clientX: number; clientY: number }): Point {
    const rect = this.element.getBoundingClientRect();
    const unit = this.unit();
    const { x, y, width, height } = this.box;
    return [
      x + width / 2 + (event.clientX - rect.left - rect.width / 2) * unit,
      y + height / 2 + (event.clientY - rect.top - rect.height / 2) * unit,
    ];
  }

  /** Nearer or further, about a point that stays where it is. */
  zoom(by: number, about: Point): void {
    const { x, y, width, height } = this.box;
    const factor = Math.min(2, Math.max(this.sheet.width / 2000 / width, by));
    if (width * factor > this.sheet.width * 4) return;
    this.show({
      x: about[0] - (about[0] - x) * factor,
      y: about[1] - (about[1] - y) * factor,
      width: width * factor,
      height: height * factor,
    });
  }

  pan(dx: number, dy: number): void {
    this.show({ ...this.box, x: this.box.x + dx, y: this.box.y + dy });
  }

  /** All of the sheet, or a thing in the middle of what is around it. */
  fit(thing?: Thing): void {
    if (thing === undefined) return this.show(this.sheet);
    const { x, y, w, h } = bounds(thing.rings);
    const around = 4 * Math.max(w, h);
    this.show({ x: x + w / 2 - around, y: y + h / 2 - around, width: 2 * around, height: 2 * around });
  }

  private show(box: Box): void {
    this.box = box;
    this.element.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  }

  private group(thing: Thing, selected: boolean): SVGGElement {
    const group = svg('g', { class: `thing ${thing.kind}${selected ? ' selected' : ''}` });
    group.dataset.id = String(thing.id);
    group.append(svg('path', { d: pathOf(thing), 'fill-rule': 'evenodd' }));
    const words = thing.number || thing.name;
    if (words) {
      const { x, y, w, h } = bounds(thing.rings);
      const size = Math.max(Math.min(h * 0.4, w / (0.8 * Math.max(words.length, 2))), 1e-6);
      const text = svg('text', { x: x + w / 2, y: y + h / 2, 'font-size': size, dy: '0.35em' });
      text.textContent = words;
      group.append(text);
    }
    return group;
  }
}
