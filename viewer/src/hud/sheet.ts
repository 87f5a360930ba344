/** A sheet over the view, such as the help, and the button that opens and closes it. */
import { type Icon, button, el, icon } from '../dom';
import type { Say } from '../strings';

/** Its name is the key of its title, and its icon's. */
export type SheetName = 'near' | 'help' | 'settings' | 'store';

export class Sheet {
  readonly toggle: HTMLButtonElement;
  readonly element: HTMLElement;

  /** `opened` is called before it opens. */
  constructor(
    say: Say,
    name: SheetName,
    private readonly opened: () => void,
    ...content: readonly Node[]
  ) {
    const id = `hallgen-${name}`;
    const sign: Icon = name;
    this.toggle = button(
      {
        class: 'hallgen-button',
        'aria-label': say(name),
        title: say(name),
        'aria-expanded': 'false',
        'aria-controls': id,
      },
      () => (this.element.hidden ? this.open() : this.close()),
      icon(sign),
    );
    const dismiss = button(
      { class: 'hallgen-button hallgen-sheet-close', 'aria-label': say('close') },
      () => this.close('back'),
      icon('close'),
    );
    this.element = el(
      'section',
      { class: 'hallgen-sheet', id, 'aria-label': say(name), tabindex: '-1' },
      el('h2', {}, say(name)),
      ...content,
      dismiss,
    );
    this.element.hidden = true;
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close('back');
    });
  }

  /** Close it; 'back' where the focus was in it and should be where it came from. */
  close(focus?: 'back'): void {
    this.element.hidden = true;
    this.toggle.setAttribute('aria-expanded', 'false');
    if (focus === 'back') this.toggle.focus();
  }

  private open(): void {
    this.opened();
    this.element.hidden = false;
    this.toggle.setAttribute('aria-expanded', 'true');
    this.element.focus({ preventScroll: true });
  }
}
