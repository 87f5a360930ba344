/** Asks from where to where, finds the way, draws it on the page's plans and tells how long it is.
 *
 * The choice is in the address: `?from=4.1@south&way=4.1-A012`; `from` may be a booth as well. */
import { el } from '../dom';
import { filled } from '../filled';
import { headingOf } from '../geometry';
import type { HallShard, Spot } from '../manifest';
import type { Words } from '../pages/part';
import type { FairFiles } from '../routes/files';
import { type Goal, type Journey, type Place, type Stretch, planJourney } from '../routes/journey';
import { minutesOf, toldMetres } from '../routes/pace';
import { formatPlace } from '../visit/links';
import type { Plans } from './plans';

export type Key =
  | 'told'
  | 'stretch'
  | 'last'
  | 'in_3d'
  | 'unknown'
  | 'none'
  | 'failed'
  | 'searching'
  | 'larger'
  | 'smaller'
  | 'whole';

/** Somebody named a booth that is none. */
class UnknownBooth extends Error {
  override readonly name = 'UnknownBooth';
}


export class WayForm {
  private readonly form: HTMLFormElement;
  private readonly result: HTMLElement;
  private readonly from: HTMLSelectElement;
  private readonly start: HTMLInputElement;
  private readonly to: HTMLInputElement;
  private readonly clearing: HTMLButtonElement;
  private asked = 0;

  constructor(
    page: HTMLElement,
    private readonly plans: Plans,
    private readonly files: FairFiles,
    private readonly words: Words<Key>,
    private readonly signal: AbortSignal,
  ) {
    this.form = page.querySelector<HTMLFormElement>('.way-form')!;
    this.result = page.querySelector<HTMLElement>('.way-result')!;
    this.from = this.form.querySelector('select')!;
    this.start = this.form.querySelector<HTMLInputElement>('[name=start]')!;
    this.to = this.form.querySelector<HTMLInputElement>('[name=to]')!;
    this.clearing = this.form.querySelector<HTMLButtonElement>('.way-clear')!;
    const titles = plans.booths.map(({ title }) => el('option', { value: title }));
    this.form.querySelector('datalist')?.replaceChildren(...titles);
    this.from.addEventListener('change', () => this.offerStart());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.find();
    });
    this.clearing.addEventListener('click', () => this.clear());
    this.form.hidden = false;
    this.read();
  }

  /** Take the choice from the address. */
  private read(): void {
    const asked = new URLSearchParams(location.search);
    const [from, to] = [asked.get('from') ?? '', asked.get('way') ?? ''];
    if (to === '') return this.offerStart();
    if (from !== '') this.chooseStart(from);
    this.offerStart();
    this.fill(this.to, to);
    void this.find();
  }

  /** Begin at a gate of this page, at one of a hall that it does not show, or at a booth. */
  private chooseStart(from: string): void {
    const offered = [...this.from.options].some(({ value }) => value === from);
    const hall = from.slice(0, Math.max(0, from.lastIndexOf('@')));
    if (!offered && hall !== '') {
      const option = el('option', { value: from }, hall);
      this.from.prepend(option);
      const name = (names: readonly { id: string; name: Readonly<Record<string, string>> }[]) => {
        option.textContent = names.find(({ id }) => id === hall)?.name[this.files.language] ?? hall;
      };
      this.files.halls().then(name, (error: unknown) => console.error(error));
    } else if (!offered) {
      this.fill(this.start, from);
    }
    this.from.value = offered || hall !== '' ? from : '';
  }

  private fill(input: HTMLInputElement, id: string): void {
    input.value = this.plans.booths.find((booth) => booth.id === id)?.title ?? id;
  }

  /** The field for a booth to start from, where no gate is chosen. */
  private offerStart(): void {
    const label = this.start.closest('label');
    const byBooth = this.from.value === '';
    if (label !== null) label.hidden = !byBooth;
    this.start.required = byBooth;
  }

  private async find(): Promise<void> {
    const asked = ++this.asked;
    this.plans.clear();
    this.tell(this.words.searching);
    const current = (): boolean => asked === this.asked && !this.signal.aborted;
    try {
      const { from, name, to } = await this.choice();
      const journey = await planJourney(from, to, this.files);
      if (!current()) return;
      this.write(name, to.booth.id);
      this.plans.select(to.booth.id);
      if (journey === undefined) return this.tell(this.words.none);
      const told = await this.told(journey, to, chosen(name, to.booth.id));
      if (!current()) return;
      this.result.replaceChildren(...told);
      await this.draw(journey, current);
    } catch (error) {
      if (current()) this.fail(error);
    }
  }

  /** What the form asks for; `name` is that of the start in addresses. Throws UnknownBooth. */
  private async choice(): Promise<{ from: Place; name: string; to: Goal }> {
    const to = await this.booth(this.to.value);
    const gate = this.from.value;
    if (gate !== '') return { from: await this.gate(gate), name: gate, to };
    const start = await this.booth(this.start.value);
    return { from: placeOf(start), name: start.booth.id, to };
  }

  private fail(error: unknown): void {
    if (error instanceof UnknownBooth) {
      return this.tell(filled(this.words.unknown, { booth: error.message }));
    }
    console.error(error);
    this.tell(this.words.failed);
  }

  private tell(words: string): void {
    this.result.replaceChildren(el('p', {}, words));
    this.result.hidden = false;
    this.clearing.hidden = false;
  }

  private clear(): void {
    this.asked++;
    this.plans.clear();
    this.result.hidden = true;
    this.clearing.hidden = true;
    this.to.value = '';
    this.write('', '');
  }

  /** Keep the choice in the address, beside what the hall's view keeps there. */
  private write(from: string, way: string): void {
    const { pathname, search, hash } = location;
    const query = chosen(from, way, search);
    history.replaceState(history.state, '', `${pathname}${query}${hash}`);
  }

  /** Throws UnknownBooth. */
  private async booth(words: string): Promise<Goal> {
    const planned = this.plans.booth(words);
    const id = planned?.id ?? words.trim();
    const hall = planned?.hall ?? (await this.files.manifest()).booths[id];
    const shard = hall === undefined ? undefined : await this.files.shard(hall);
    const booth = shard?.booths.find((one) => one.id === id);
    if (shard === undefined || booth === undefined) throw new UnknownBooth(words);
    return { hall: shard.hall, booth };
  }

  /** Where one comes in by a gate: "4.1@south", or "4.1@" where that hall has no gate. */
  private async gate(name: string): Promise<Place> {
    const cut = name.lastIndexOf('@');
    const shard = await this.files.shard(name.slice(0, cut));
    const gate = shard.gates.find(({ id }) => id === name.slice(cut + 1));
    return { hall: shard.hall, spot: gate?.position ?? [shard.start.x, shard.start.z] };
  }

  /** How long it is, the stretches of several halls, each with its page, and the way into the 3D
   * view. */
  private async told({ metres, stretches }: Journey, to: Goal, query: string): Promise<Node[]> {
    const { words, files } = this;
    const halls = stretches.length > 1 ? await files.halls() : [];
    const named = (id: string | undefined): string =>
      halls.find((hall) => hall.id === id)?.name[files.language] ?? id ?? '';
    const line = ({ hall, door, metres: part }: Stretch): HTMLElement => {
      const rest =
        door === undefined
          ? filled(words.last, { metres: toldMetres(part), booth: to.booth.number })
          : filled(words.stretch, { metres: toldMetres(part), hall: named(door.leads) });
      const page = halls.find(({ id }) => id === hall)?.pages[files.language] ?? '';
      const link = el('a', { href: `${files.root}${page}${query}#plan` }, named(hall));
      return el('li', {}, link, ' · ', rest);
    };
    const whole = filled(words.told, { metres: toldMetres(metres), minutes: minutesOf(metres) });
    return [
      el('p', { class: 'way-told' }, whole),
      ...(stretches.length > 1 ? [el('ol', { class: 'way-stretches' }, ...stretches.map(line))] : []),
      el('p', {}, el('a', { href: await this.inThree(stretches[0]!, to) }, words.in_3d)),
    ];
  }

  /** The address where one is led along the way. */
  private async inThree({ hall, way }: Stretch, to: Goal): Promise<string> {
    const shards = await this.files.halls();
    const page = shards.find(({ id }) => id === hall)?.pages[this.files.language] ?? '';
    const [a, b] = [way?.spots[0], way?.spots[1]];
    const at = a && b && { x: a[0], z: a[1], heading: headingOf(b[0] - a[0], b[1] - a[1]) };
    return this.files.root + page + formatPlace({ to: to.booth.id, ...(at && { at }) });
  }

  /** Draw the stretches in halls that this page has. */
  private async draw({ stretches }: Journey, current: () => boolean): Promise<void> {
    const shown = stretches.filter(({ hall }) => this.plans.has(hall));
    for (const stretch of shown) {
      const shard = await this.files.shard(stretch.hall);
      const way = stretch.way ?? (await this.wayIn(shard, stretch.from, stretch.to));
      if (!current()) return;
      if (way !== undefined) this.plans.draw(stretch.hall, shard.bounds, way.spots);
    }
  }

  private async wayIn({ hall }: HallShard, from: Spot, to: Spot): Promise<Stretch['way']> {
    return (await this.files.floor(hall)).find(from, to);
  }
}

const placeOf = ({ hall, booth: { view } }: Goal): Place => ({ hall, spot: [view.x, view.z] });

/** A query with this choice in it; what else the old one asked for stays. */
function chosen(from: string, way: string, query = ''): string {
  const asked = new URLSearchParams(query);
  for (const [name, value] of Object.entries({ from, way })) {
    if (value === '' || way === '') asked.delete(name);
    else asked.set(name, value);
  }
  const written = asked.toString().replaceAll('%40', '@').replaceAll('%2C', ',');
  return written === '' ? '' : `?${written}`;
}
