/** What the pointer does on the sheet, by the tool in hand. */
import type { Kind, Plan, Point } from './model';
import { added, bent, moved, nextNumber, rectangle, scaleBy, snapped } from './model';
import type { Studio } from './studio';
import type { View } from './view';

export const TOOLS = ['select', 'booth', 'polygon', 'outline', 'gate', 'split', 'scale'] as const;
export type Tool = (typeof TOOLS)[number];

/** Pixels within which the pointer is drawn to corners, and is a click and no pull. */
const REACH = 8;

export interface Asked {
  /** Cut a booth along a line. */
  readonly split: (id: number, line: readonly [Point, Point]) => void;
  /** Two points are known; how far are they apart? */
  readonly distance: (set: (metres: number) => void) => void;
}

interface Pull {
  readonly from: Point;
  readonly kind: 'move' | 'corner' | 'pan' | 'draw';
  readonly ring?: number;
  readonly corner?: number;
  readonly before: Plan;
}

export class Pointer {
  tool: Tool = 'select';
  private pull: Pull | undefined;
  private points: Point[] = [];

  constructor(
    private readonly studio: Studio,
    private readonly view: View,
    private readonly asked: Asked,
  ) {
    const { element } = view;
    element.addEventListener('pointerdown', (event) => this.down(event));
    element.addEventListener('pointermove', (event) => this.move(event));
    element.addEventListener('pointerup', (event) => this.up(event));
    element.addEventListener('pointercancel', () => this.cancel());
    element.addEventListener('dblclick', () => this.finish());
    element.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        view.zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, view.point(event));
        this.sketch();
      },
      { passive: false },
    );
  }

  take(tool: Tool): void {
    this.tool = tool;
    this.cancel();
  }

  /** Let go of all that is begun. */
  cancel(): void {
    this.pull = undefined;
    this.points = [];
    this.studio.preview = undefined;
    this.studio.tell();
  }

  /** End a line of corners, as Enter or a double click does. */
  finish(): void {
    const points = this.points.filter(
      (one, at, all) => at === 0 || Math.hypot(one[0] - all[at - 1]![0], one[1] - all[at - 1]![1]) > 0,
    );
    if (!['polygon', 'outline'].includes(this.tool) || points.length < 3) return;
    this.points = [];
    this.add(this.tool === 'outline' ? 'outline' : 'booth', points);
  }

  /** Draw what is not yet of the plan, and the handles of a single thing. */
  sketch(at?: Point): void {
    const [one, ...others] = this.studio.chosen;
    const shown = this.studio.preview ?? this.studio.plan;
    const handles =
      one !== undefined && others.length === 0 && this.tool === 'select'
        ? this.view.handles(shown.things.find(({ id }) => id === one.id) ?? one)
        : [];
    const line = at === undefined ? this.points : [...this.points, at];
    const sketch = line.length > 1 ? [this.view.line(line)] : [];
    if (this.pull?.kind === 'draw' && at !== undefined) {
      sketch.push(this.view.line(rectangle(this.pull.from, at), true));
    }
    this.view.over(...handles, ...sketch);
  }

  private down(event: PointerEvent): void {
    const point = this.view.point(event);
    this.view.element.setPointerCapture(event.pointerId);
    const before = this.studio.plan;
    if (event.button === 1 || event.altKey) {
      this.pull = { kind: 'pan', from: point, before };
    } else if (this.tool === 'booth') {
      this.pull = { kind: 'draw', from: this.snap(point), before };
    } else if (this.tool === 'select') {
      this.grasp(event, point);
    } else {
      this.click(point);
    }
  }

  private grasp(event: PointerEvent, from: Point): void {
    const target = event.target instanceof SVGElement ? event.target : undefined;
    const before = this.studio.plan;
    if (target?.classList.contains('handle')) {
      const { ring, corner } = target.dataset;
      this.pull = { kind: 'corner', from, before, ring: Number(ring), corner: Number(corner) };
      return;
    }
    const id = Number(target?.closest<SVGGElement>('.thing')?.dataset.id);
    if (!id) {
      if (!event.shiftKey) this.studio.select([]);
      this.pull = { kind: 'pan', from, before };
      return;
    }
    const { selected } = this.studio;
    if (event.shiftKey) {
      this.studio.select(selected.has(id) ? [...selected].filter((one) => one !== id) : [...selected, id]);
    } else if (!selected.has(id)) {
      this.studio.select([id]);
    }
    this.pull = { kind: 'move', from, before };
  }

  private move(event: PointerEvent): void {
    const point = this.view.point(event);
    const { pull } = this;
    if (pull === undefined) {
      if (this.points.length > 0) this.sketch(this.snap(point));
      return;
    }
    if (pull.kind === 'pan') {
      this.view.pan(pull.from[0] - point[0], pull.from[1] - point[1]);
    } else if (pull.kind === 'move') {
      this.studio.preview = this.shifted(pull, point);
    } else if (pull.kind === 'corner') {
      const [one] = this.studio.chosen;
      const to = this.snap(point, one?.id);
      if (one) this.studio.preview = bent(pull.before, one.id, pull.ring!, pull.corner!, to);
    }
    if (pull.kind === 'move' || pull.kind === 'corner') this.studio.tell();
    this.sketch(this.snap(point));
  }

  private up(event: PointerEvent): void {
    const { pull } = this;
    const point = this.snap(this.view.point(event));
    this.pull = undefined;
    const next = this.studio.preview;
    this.studio.preview = undefined;
    if (pull?.kind === 'draw') {
      const far = REACH * this.view.unit();
      const wide = Math.abs(point[0] - pull.from[0]) > far && Math.abs(point[1] - pull.from[1]) > far;
      if (wide) this.add('booth', rectangle(pull.from, point));
    } else if (next !== undefined) {
      this.studio.change(next);
    }
    if (this.points.length === 0) this.sketch();
  }

  /** Things move by whole pulls only: a click that slips by a pixel moves nothing. */
  private shifted(pull: Pull, point: Point): Plan | undefined {
    const [dx, dy] = [point[0] - pull.from[0], point[1] - pull.from[1]];
    const still = Math.hypot(dx, dy) < (REACH / 2) * this.view.unit();
    return still ? undefined : moved(pull.before, this.studio.selected, dx, dy);
  }

  private click(point: Point): void {
    const at = this.snap(point);
    this.points.push(at);
    const [first, second] = this.points;
    if (['polygon', 'outline'].includes(this.tool) || first === undefined || second === undefined) {
      return this.sketch(at);
    }
    this.points = [];
    if (this.tool === 'gate') {
      this.add('gate', [first, second]);
    } else if (this.tool === 'split') {
      const [one] = this.studio.chosen;
      if (one) this.asked.split(one.id, [first, second]);
    } else {
      this.view.over(this.view.line([first, second]));
      this.asked.distance((metres) => {
        const scale = scaleBy(first, second, metres);
        if (scale !== undefined) this.studio.change({ ...this.studio.plan, scale });
      });
    }
  }

  /** A new booth follows the one that is selected, or the last, by its number. */
  private add(kind: Kind, ring: readonly Point[]): void {
    const { plan, chosen } = this.studio;
    const booths = plan.things.filter((one) => one.kind === 'booth');
    const last = chosen.find((one) => one.kind === 'booth') ?? booths.at(-1);
    const taken = new Set(booths.map((one) => one.number));
    let number = kind === 'booth' ? nextNumber(last?.number ?? 'A00') : '';
    while (number && taken.has(number) && nextNumber(number) !== number) number = nextNumber(number);
    const [next, thing] = added(plan, kind, ring, number);
    this.studio.change(next, [thing.id]);
    this.sketch();
  }

  private snap(point: Point, except?: number): Point {
    const others = this.studio.plan.things.filter((one) => one.id !== except);
    return snapped(point, others, REACH * this.view.unit());
  }
}
