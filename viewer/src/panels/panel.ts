/** The panel at the side (a sheet at the bottom on phones): a dialog that blocks nothing.
 *
 * It takes the focus only when the visitor asked for it; opened by looking, it stays low on a
 * phone until it is touched. Esc, the cross or a swipe down close it. */
import { button, el, icon } from '../dom';
import type { Say } from '../strings';

/** How a panel came to open: the visitor asked for it, a link did, or they only looked. */
export type Opening = 'asked' | 'linked' | 'looked';

/** How far in CSS pixels a sheet must be swiped to change its size or close. */
const SWIPE = 48;

export interface Content {
  /** What the dialog is about, for its label. */
  readonly title: string;
  readonly element: HTMLElement;
  /** Where a step back leads, where there is one. */
  readonly back?: (() => void) | undefined;
}

export class Panel {
  readonly element: HTMLElement;
  private readonly body = el('div', { class: 'hallgen-panel-body', tabindex: '-1' });
  private readonly backButton: HTMLButtonElement;
  private back: (() => void) | undefined;

  constructor(
    say: Say,
    private readonly closed: () => void,
    signal: AbortSignal,
  ) {
    const grip = button({ class: 'hallgen-grip', 'aria-label': say('more') }, () => this.grow());
    this.backButton = button(
      { class: 'hallgen-button', 'aria-label': say('back') },
      () => this.back?.(),
      icon('back'),
    );
    const close = button(
      { class: 'hallgen-button', 'aria-label': say('close') },
      () => this.closed(),
      icon('close'),
    );
    const head = el('div', { class: 'hallgen-panel-head' }, this.backButton, grip, close);
    this.element = el(
      'section',
      { class: 'hallgen-panel', role: 'dialog', 'aria-modal': 'false' },
      head,
      this.body,
    );
    this.element.hidden = true;
    this.element.addEventListener('keydown', this.escape);
    this.body.addEventListener('scroll', () => this.grow(), { passive: true });
    this.swipe(head, signal);
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  /** Whether the keyboard is in the panel. */
  get focused(): boolean {
    return this.element.contains(document.activeElement);
  }

  show(content: Content, opening: Opening): void {
    const wasOpen = this.open;
    this.back = content.back;
    this.backButton.hidden = content.back === undefined;
    this.element.setAttribute('aria-label', content.title);
    if (opening === 'asked') this.element.dataset.size = 'full';
    else if (!wasOpen) this.element.dataset.size = 'low';
    const hadFocus = this.focused;
    this.body.replaceChildren(content.element);
    this.body.scrollTop = 0;
    this.element.hidden = false;
    if (opening === 'asked' || hadFocus) this.body.focus({ preventScroll: true });
  }

  hide(): void {
    this.element.hidden = true;
    this.body.replaceChildren();
  }

  private grow(): void {
    this.element.dataset.size = 'full';
  }

  private readonly escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.closed();
  };

  /** A swipe on the head: up shows all, down shows less, down again closes. */
  private swipe(head: HTMLElement, signal: AbortSignal): void {
    let from: number | undefined;
    head.addEventListener('pointerdown', (event) => {
      from = event.clientY;
    });
    const lifted = (event: PointerEvent): void => {
      if (from === undefined) return;
      const way = event.clientY - from;
      from = undefined;
      if (way < -SWIPE) this.grow();
      else if (way > SWIPE && this.element.dataset.size === 'full')
        this.element.dataset.size = 'low';
      else if (way > SWIPE) this.closed();
    };
    window.addEventListener('pointerup', lifted, { signal });
  }
}
