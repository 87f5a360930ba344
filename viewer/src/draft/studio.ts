/** The plan being corrected: what is selected, what was, and who is told of each change. */
import type { History } from './history';
import { begun, done, redone, undone } from './history';
import type { Plan, Thing } from './model';

export class Studio {
  selected: ReadonlySet<number> = new Set();
  /** The plan as it was last saved. */
  saved: Plan;
  private history: History<Plan>;
  private readonly watchers: (() => void)[] = [];

  constructor(plan: Plan) {
    this.history = begun(plan);
    this.saved = plan;
  }

  get plan(): Plan {
    return this.history.now;
  }

  get canUndo(): boolean {
    return this.history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.history.future.length > 0;
  }

  /** The things that are selected, in the order in which they were. */
  get chosen(): Thing[] {
    return [...this.selected].flatMap((id) => this.plan.things.filter((one) => one.id === id));
  }

  watch(told: () => void): void {
    this.watchers.push(told);
  }

  /** Make a change that can be undone, and select what it is about. */
  change(next: Plan, selected: Iterable<number> = this.selected): void {
    this.history = done(this.history, next);
    this.select(selected);
  }

  /** Show a plan while something is pulled about; `change` or `drop` ends it. */
  preview: Plan | undefined;

  undo(): void {
    this.history = undone(this.history);
    this.select(this.selected);
  }

  redo(): void {
    this.history = redone(this.history);
    this.select(this.selected);
  }

  select(ids: Iterable<number>): void {
    const known = new Set(this.plan.things.map((one) => one.id));
    this.selected = new Set([...ids].filter((id) => known.has(id)));
    this.tell();
  }

  tell(): void {
    for (const told of this.watchers) told();
  }
}
