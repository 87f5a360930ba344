/** Saves a hall for visits without a network, and shows and removes those that are saved. */
import { button, el } from '../dom';
import type { PageData } from '../manifest';
import type { Say } from '../strings';
import type { StoredHall } from './files';
import { type HallStore, type Saving, canStore, changes, storeOf } from './saving';

/** Where it is shown: classes of buttons like those around it, and of those that matter less. */
export interface Look {
  readonly button: string;
  readonly quiet: string;
}

/** The controls of the page's hall, by its name, until `signal` is aborted. */
export function makeStore(
  page: PageData,
  name: string,
  say: Say,
  look: Look,
  signal: AbortSignal,
): HTMLElement {
  if (!canStore(page)) return el('p', {}, say('store-none'));
  return new StorePanel(storeOf(page, name), say, look, signal).element;
}

class StorePanel {
  readonly element: HTMLElement;
  private readonly act = el('div', { class: 'stored-act' });
  private readonly voice = el('p', { class: 'stored-voice', role: 'status' });
  private readonly list = el('div');
  private readonly bar = el('progress');
  private readonly told = el('span', { class: 'stored-told' });
  private readonly saving: HTMLElement;
  private stored: StoredHall | undefined;

  constructor(
    private readonly store: HallStore,
    private readonly say: Say,
    private readonly look: Look,
    signal: AbortSignal,
  ) {
    const cancel = this.button('store-cancel', () => store.cancel());
    this.bar.setAttribute('aria-label', say('store'));
    this.saving = el('div', { class: 'stored-saving' }, this.bar, this.told, cancel);
    const about = el('p', {}, say('store-about'));
    this.element = el('div', { class: 'stored-panel' }, about, this.act, this.voice, this.list);
    const ends = [
      store.state.watch((state) => this.show(state)),
      changes.watch(() => void this.refresh()),
    ];
    signal.addEventListener('abort', () => ends.forEach((end) => end()), { once: true });
    store.look().catch((error: unknown) => {
      console.error(error);
      this.voice.textContent = say('store-failed');
    });
  }

  private show(state: Saving): void {
    const { say } = this;
    if (state.at === 'unknown') return;
    const size = this.size(state.order.bytes);
    if (state.at === 'saving') {
      this.bar.max = state.order.bytes;
      this.bar.value = state.bytes;
      this.told.textContent = say('store-saving', { done: this.size(state.bytes), size });
      if (!this.saving.isConnected) this.act.replaceChildren(this.saving);
      this.voice.textContent = '';
      return;
    }
    const { stored } = this;
    const kept = stored?.state === 'whole';
    const current = kept && stored.build === state.order.list.build;
    const key = kept ? 'store-again' : 'store-save';
    const save = this.button(key, () => void this.store.save(state.order), size);
    this.act.replaceChildren(...(current ? [] : [save]));
    if (state.refused !== undefined) this.voice.textContent = say(`store-${state.refused}`, { size });
    else if (kept) this.voice.textContent = say(current ? 'store-saved' : 'store-older');
    else this.voice.textContent = '';
  }

  /** Show what is saved by now. */
  private async refresh(): Promise<void> {
    const { say, store } = this;
    const halls = await store.halls();
    const { hall, language } = store.page;
    this.stored = halls.find((one) => one.hall === hall && one.language === language);
    this.show(store.state.value);
    if (halls.length === 0) return this.list.replaceChildren();
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    const room = say('store-room', { used: this.size(usage), free: this.size(quota - usage) });
    this.list.replaceChildren(
      el('h3', {}, say('store-list')),
      el('ul', { class: 'stored-halls' }, ...halls.map((one) => this.row(one))),
      el('p', { class: 'stored-room' }, room),
    );
  }

  private row(hall: StoredHall): HTMLElement {
    const { say } = this;
    const autonym = new Intl.DisplayNames([hall.language], { type: 'language' }).of(hall.language);
    const facts = [autonym, this.size(hall.bytes), hall.state === 'begun' && say('store-part')];
    return el(
      'li',
      {},
      el('span', { class: 'stored-name', dir: 'auto' }, hall.name),
      el('span', { class: 'stored-told' }, facts.filter(Boolean).join(' · ')),
      this.button('store-remove', () => void this.store.remove(hall), '', hall.name),
    );
  }

  private button(
    key: 'store-save' | 'store-again' | 'store-cancel' | 'store-remove',
    action: () => void,
    size = '',
    of = '',
  ): HTMLButtonElement {
    const words = this.say(key, { size });
    const label = of === '' ? undefined : `${words}: ${of}`;
    const style = key === 'store-save' || key === 'store-again' ? 'button' : 'quiet';
    return button({ class: this.look[style], 'aria-label': label }, action, words);
  }

  private size(bytes: number): string {
    const n = bytes / 1e6;
    return this.say('megabytes', { n: n < 100 ? n.toFixed(1) : Math.round(n) });
  }
}
