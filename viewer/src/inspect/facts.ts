/** A product's size in words, with the floor's grid and the scale of what is shown. */
import { el } from '../dom';
import type { Say } from '../strings';
import { type Size, gridOf, spokenScale, spokenSize } from './measures';

/** `size` is in metres; `scale` is the shown model's to the real one's. */
export function factsOf(size: Size, scale: number, language: string, say: Say): HTMLElement {
  const { fine } = gridOf(size);
  const scaled = spokenScale(scale, language);
  const step = fine < 0.1 ? '1 / 10 cm' : fine < 1 ? '10 cm / 1 m' : '1 / 10 m';
  return el(
    'p',
    { class: 'hallgen-inspect-facts' },
    el('span', { title: say('inspect-size') }, spokenSize(size, language)),
    el('span', {}, say('inspect-grid', { step })),
    scaled !== undefined && el('span', {}, say('inspect-scaled', { scale: scaled })),
  );
}
