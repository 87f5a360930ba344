/** The plans on a page: their booths by name, and what is drawn on them. */
import type { Spot } from '../manifest';

const SVG = 'http://www.w3.org/2000/svg';
/** Units of a drawing per metre, and metres around the hall on it (hallgen/site/plan_svg.py). */
const SCALE = 20;
const MARGIN = 3;

/** A booth of a plan: `title` is "A012 · Acme". */
export interface PlannedBooth {
  readonly id: string;
  readonly hall: string;
  readonly title: string;
  readonly element: Element;
}

/** Names as people type them: without case, spaces and signs. */
const plain = (words: string): string => words.toLowerCase().replace(/[\s\-_.·]/g, '');

export class Plans {
  readonly booths: readonly PlannedBooth[];
  private readonly drawings = new Map<string, SVGSVGElement>();

  constructor(page: HTMLElement) {
    const booths: PlannedBooth[] = [];
    for (const frame of page.querySelectorAll<HTMLElement>('.plan-frame[data-hall]')) {
      const { hall = '' } = frame.dataset;
      const drawing = frame.querySelector<SVGSVGElement>('svg.plan');
      if (drawing === null) continue;
      this.drawings.set(hall, drawing);
      for (const element of drawing.querySelectorAll<SVGElement>('[data-booth]')) {
        const title = element.querySelector('title')?.textContent ?? '';
        booths.push({ id: element.dataset.booth ?? '', hall, title, element });
      }
    }
    this.booths = booths;
  }

  /** The booth that somebody means: by its id, number or title, or by a part of one title. */
  booth(words: string): PlannedBooth | undefined {
    const wanted = plain(words);
    if (wanted === '') return undefined;
    const { booths } = this;
    const number = ({ title }: PlannedBooth): string => plain(title.split(' · ')[0] ?? '');
    const parts = booths.filter(({ title }) => plain(title).includes(wanted));
    return (
      booths.find(({ id, title }) => id === words || title === words) ??
      booths.find((one) => number(one) === wanted || plain(one.id) === wanted) ??
      (parts.length === 1 ? parts[0] : undefined)
    );
  }

  has(hall: string): boolean {
    return this.drawings.has(hall);
  }

  /** Draw a way in a hall, whose bounds are those of its shard. */
  draw(hall: string, bounds: readonly [number, number, number, number], way: readonly Spot[]): void {
    const drawing = this.drawings.get(hall);
    const [start] = way;
    if (drawing === undefined || start === undefined) return;
    const at = ([x, z]: Spot): string =>
      [x - bounds[0], z - bounds[1]].map((m) => ((m + MARGIN) * SCALE).toFixed(1)).join(' ');
    const line = `M${way.map(at).join('L')}`;
    const [x, y] = at(start).split(' ') as [string, string];
    const made = (tag: 'path' | 'circle', attributes: Readonly<Record<string, string>>): SVGElement => {
      const element = document.createElementNS(SVG, tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    };
    const group = document.createElementNS(SVG, 'g');
    group.setAttribute('class', 'ways');
    group.append(
      made('path', { class: 'way-under', d: line }),
      made('path', { class: 'way', d: line }),
      made('circle', { class: 'way-start', cx: x, cy: y, r: '18' }),
    );
    drawing.append(group);
  }

  /** Show which booth is meant, and no other. */
  select(id: string | undefined): void {
    for (const booth of this.booths) booth.element.classList.toggle('here-now', booth.id === id);
  }

  clear(): void {
    for (const drawing of this.drawings.values()) drawing.querySelector('.ways')?.remove();
    this.select(undefined);
  }
}
