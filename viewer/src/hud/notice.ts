/** Says in words what went wrong: for good, or in passing. */
import { button, el, icon } from '../dom';
import type { Key, Say } from '../strings';

export class Notices {
  /** For what passes. */
  readonly element = el('div', { class: 'hallgen-notices', role: 'status' });
  private readonly shown = new Set<Key>();

  constructor(private readonly say: Say) {}

  /** Show a notice until it is dismissed; the same one only once at a time. `more` is what a
   * visitor may do about it. */
  show(key: Key, more?: HTMLElement): void {
    if (this.shown.has(key)) return;
    this.shown.add(key);
    const close = button(
      { class: 'hallgen-button', 'aria-label': this.say('dismiss') },
      () => this.hide(key),
      icon('close'),
    );
    const text = el('p', {}, this.say(key));
    const parts = [text, ...(more === undefined ? [] : [more]), close];
    this.element.append(el('div', { class: 'hallgen-notice', 'data-key': key }, ...parts));
  }

  toggle(key: Key, shown: boolean): void {
    if (shown) this.show(key);
    else this.hide(key);
  }

  hide(key: Key): void {
    this.shown.delete(key);
    this.element.querySelector(`[data-key="${key}"]`)?.remove();
  }
}

/** The view gives up: say why and lead on to the page's own list and plan. */
export function showFailure(
  view: HTMLElement,
  say: Say,
  key: Key,
  target: string | undefined,
): void {
  const more =
    target === undefined
      ? null
      : el('a', { class: 'hallgen-action', href: target }, say('to-list'));
  const again = button({ class: 'hallgen-action' }, () => location.reload(), say('reload'));
  view.replaceChildren(
    el(
      'div',
      { class: 'hallgen-notice', role: 'alert', 'data-key': key },
      el('p', {}, say(key)),
      el('div', { class: 'hallgen-actions' }, more, again),
    ),
  );
  view.dataset.state = 'failed';
}
