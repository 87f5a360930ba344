/** Darkens the edges of the view while it moves, for those whom the flow at the edges makes ill. */
import { el } from '../dom';
import type { Kept } from '../kept';

export class Vignette {
  readonly element = el('div', { class: 'hallgen-vignette', 'aria-hidden': 'true' });

  constructor(private readonly wanted: Kept<'off' | 'on'>) {}

  /** Whether the view moves in this frame. */
  follow(moving: boolean): void {
    this.element.toggleAttribute('data-dark', moving && this.wanted.value === 'on');
  }
}
