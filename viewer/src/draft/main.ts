/** The page of `hallgen plan edit`: a hall's drawing, the booths that were recognised on it, and
 * what a person needs to correct them. */
import { button, el } from '../dom';
import type { Plan, Point, Ring, Thing } from './model';
import { merged, moved, removed, split } from './model';
import { Panel } from './panel';
import { Studio } from './studio';
import type { Tool } from './tools';
import { Pointer, TOOLS } from './tools';
import type { Box } from './view';
import { View } from './view';
import type { Words } from './words';
import { teller } from './words';

interface State extends Plan {
  readonly sheet: Box;
  readonly picture: string;
  readonly words: Words;
}

interface Answer {
  readonly said: readonly string[];
}

/** Metres that an arrow key moves things by; with Shift a tenth of it. */
const STEP = 0.5;

async function asked<T>(address: string, body?: unknown): Promise<T> {
  const headers = { 'Content-Type': 'application/json' };
  const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(address, init);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as T;
}

async function start(): Promise<void> {
  const state = await asked<State>('state.json');
  const t = teller(state.words);
  const studio = new Studio({ name: state.name, scale: state.scale, things: state.things });
  const view = new View(state.sheet, state.picture);
  const status = el('p', { class: 'status', role: 'status' });
  const say = (...words: readonly string[]): void => status.replaceChildren(words.join(' '));
  const fail = (error: unknown): void => say(error instanceof Error ? error.message : String(error));

  const pointer = new Pointer(studio, view, {
    split: (id, line) => void cut(id, line).catch(fail),
    distance: (set) => ask.replaceChildren(...distance(set)),
  });
  const panel = new Panel(studio, t, (thing) => view.fit(thing));

  async function cut(id: number, line: readonly [Point, Point]): Promise<void> {
    const { rings } = studio.plan.things.find((one) => one.id === id)!;
    const parts = await asked<readonly (readonly Ring[])[]>('split', { rings, line });
    if (parts.length < 2) return say(t('not-cut'));
    studio.change(split(studio.plan, id, parts));
  }

  async function merge(): Promise<void> {
    const { chosen } = studio;
    if (chosen.length < 2) return say(t('choose-several'));
    const things = chosen.map((one) => one.rings);
    const rings = await asked<readonly Ring[]>('merge', { things, scale: studio.plan.scale });
    if (rings.length === 0) return say(t('not-merged'));
    studio.change(merged(studio.plan, studio.selected, rings), [chosen[0]!.id]);
  }

  async function save(): Promise<void> {
    const { plan } = studio;
    const { said } = await asked<Answer>('save', plan);
    studio.saved = plan;
    say(...said);
    studio.tell();
  }

  const ask = el('span', { class: 'ask' });
  function distance(set: (metres: number) => void): Node[] {
    const input = el('input', { id: 'metres', inputmode: 'decimal', size: '6' });
    const use = (): void => {
      const metres = Number(input.value.replace(',', '.'));
      if (!(metres > 0)) return say(t('no-distance'));
      set(metres);
      ask.replaceChildren();
      take('select');
    };
    input.addEventListener('keydown', (event) => event.key === 'Enter' && use());
    setTimeout(() => input.focus());
    return [el('label', { for: 'metres' }, t('distance')), input, button({ id: 'use' }, use, t('use'))];
  }

  const tools = new Map<Tool, HTMLButtonElement>();
  for (const tool of TOOLS) {
    tools.set(tool, button({ 'data-tool': tool, title: t(`how-${tool}`) }, () => take(tool), t(tool)));
  }
  function take(tool: Tool): void {
    ask.replaceChildren();
    pointer.take(tool);
    view.element.dataset.tool = tool;
    for (const [name, element] of tools) element.setAttribute('aria-pressed', String(name === tool));
    say(t(tool === 'split' && studio.selected.size !== 1 ? 'choose-one' : `how-${tool}`));
  }

  const remove = (): void => studio.change(removed(studio.plan, studio.selected), []);
  const actions: [string, () => void][] = [
    ['merge', () => void merge().catch(fail)],
    ['delete', remove],
    ['undo', () => studio.undo()],
    ['redo', () => studio.redo()],
    ['fit', () => view.fit()],
    ['save', () => void save().catch(fail)],
  ];
  const buttons = new Map(
    actions.map(([name, act]) => [name, button({ 'data-action': name }, act, t(name))]),
  );

  studio.watch(() => {
    view.draw(studio.preview ?? studio.plan, studio.selected);
    if (studio.preview !== undefined) return;
    panel.renew();
    panel.show();
    pointer.sketch();
    buttons.get('undo')!.disabled = !studio.canUndo;
    buttons.get('redo')!.disabled = !studio.canRedo;
    buttons.get('merge')!.disabled = studio.selected.size < 2;
    buttons.get('delete')!.disabled = studio.selected.size === 0;
    document.title = `${studio.plan === studio.saved ? '' : '* '}${t('title', { hall: studio.plan.name })}`;
  });

  const keys: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  /** Ctrl or Command with a letter; whether it meant something. */
  function shortcut(event: KeyboardEvent): boolean {
    if (!event.ctrlKey && !event.metaKey) return false;
    const act = { z: event.shiftKey ? 'redo' : 'undo', y: 'redo', s: 'save' }[event.key.toLowerCase()];
    if (act !== undefined) {
      event.preventDefault();
      buttons.get(act)!.click();
    }
    return true;
  }
  document.addEventListener('keydown', (event) => {
    if (shortcut(event)) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    const way = keys[event.key];
    if (event.key === 'Escape') take('select');
    else if (event.key === 'Enter') pointer.finish();
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else if (way !== undefined && studio.selected.size > 0) {
      event.preventDefault();
      const step = (event.shiftKey ? STEP / 10 : STEP) / studio.plan.scale;
      studio.change(moved(studio.plan, studio.selected, way[0] * step, way[1] * step));
    }
  });
  addEventListener('beforeunload', (event) => {
    if (studio.plan !== studio.saved) event.preventDefault();
  });

  const bar = el('div', { class: 'bar', role: 'toolbar', 'aria-label': t('tools') });
  bar.append(...tools.values(), ask, ...buttons.values());
  document.body.append(el('header', {}, bar, status), el('main', {}, view.element, panel.element));
  take('select');
}

export type { Thing };

start().catch((error: unknown) => {
  document.body.append(el('p', { class: 'fault', role: 'alert' }, String(error)));
});
