/** What is said of the selected things beside the sheet, and the list of all booths. */
import { button, el } from '../dom';
import type { Kind, Thing } from './model';
import { area, bounds, changed, KINDS, numbered, repeated } from './model';
import type { Studio } from './studio';

type Tell = (key: string, values?: Record<string, string>) => string;

export class Panel {
  readonly element = el('div', { class: 'panel' });
  private readonly about = el('section', { class: 'about' });
  private readonly hall = el('section', { class: 'hall' });
  private readonly list = el('ul', { class: 'booths' });
  private listed: readonly Thing[] | undefined;

  constructor(
    private readonly studio: Studio,
    private readonly t: Tell,
    private readonly find: (thing: Thing) => void,
  ) {
    this.element.append(this.hall, this.about, this.list);
  }

  show(): void {
    if (!this.element.contains(document.activeElement) || document.activeElement === document.body) {
      this.renew();
    }
    this.renewList();
  }

  /** Draw all of it again, even if somebody types in it. */
  renew(): void {
    this.renewHall();
    const { chosen } = this.studio;
    const [one] = chosen;
    if (one === undefined) this.about.replaceChildren(el('p', {}, this.t('nothing')));
    else if (chosen.length === 1) this.about.replaceChildren(...this.single(one));
    else this.about.replaceChildren(...this.several(chosen));
  }

  private renewHall(): void {
    const { plan } = this.studio;
    const name = this.field('hall-name', plan.name, (said) =>
      this.studio.change({ ...this.studio.plan, name: said.trim() }),
    );
    const twice = repeated(plan);
    this.hall.replaceChildren(
      name,
      el('p', { class: 'scale' }, this.t('unit', { metres: plan.scale.toPrecision(6) })),
      ...(twice.length > 0
        ? [el('p', { class: 'fault' }, this.t('twice', { numbers: twice.join(', ') }))]
        : []),
    );
  }

  private single(one: Thing): Node[] {
    const { scale } = this.studio.plan;
    const { w, h } = bounds(one.rings);
    const size = `${(w * scale).toFixed(2)} × ${(h * scale).toFixed(2)} m`;
    const whole = one.kind === 'gate' ? size : `${size}, ${area(one, scale).toFixed(2)} m²`;
    const set = (part: Partial<Thing>): void =>
      this.studio.change(changed(this.studio.plan, new Set([one.id]), (it) => ({ ...it, ...part })));
    const kinds = el('select', { id: 'kind' });
    for (const kind of KINDS) kinds.append(el('option', { value: kind }, this.t(`kind-${kind}`)));
    kinds.value = one.kind;
    kinds.addEventListener('change', () => set({ kind: kinds.value as Kind }));
    return [
      el('p', { class: 'size' }, whole),
      el('label', { for: 'kind' }, this.t('kind')),
      kinds,
      this.field('number', one.number, (number) => set({ number: number.trim() })),
      this.field('name', one.name, (name) => set({ name: name.trim() })),
    ];
  }

  private several(chosen: readonly Thing[]): Node[] {
    const first = this.field('number-from', chosen[0]?.number ?? '', (number) => {
      const ids = chosen.map((one) => one.id);
      if (number.trim()) this.studio.change(numbered(this.studio.plan, ids, number.trim()));
    });
    return [el('p', {}, this.t('several', { count: String(chosen.length) })), first];
  }

  private field(id: string, value: string, set: (value: string) => void): HTMLElement {
    const input = el('input', { id, value, autocomplete: 'off' });
    input.addEventListener('change', () => set(input.value));
    return el('p', {}, el('label', { for: id }, this.t(id)), input);
  }

  private renewList(): void {
    const booths = this.studio.plan.things.filter((one) => one.kind === 'booth');
    if (this.listed?.length !== booths.length || booths.some((one, at) => one !== this.listed![at])) {
      const sorted = booths.toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
      this.list.replaceChildren(...sorted.map((one) => this.item(one)));
      this.listed = booths;
    }
    for (const item of this.list.querySelectorAll('button')) {
      item.setAttribute('aria-pressed', String(this.studio.selected.has(Number(item.dataset.id))));
    }
  }

  private item(thing: Thing): HTMLElement {
    const choose = button({ 'data-id': String(thing.id) }, () => {
      this.studio.select([thing.id]);
      this.find(thing);
    }, thing.number || '—', thing.name && ` ${thing.name}`);
    return el('li', {}, choose);
  }
}
