/** The controls of what makes moving comfortable. */
import type { Comfort } from '../comfort';
import { el } from '../dom';
import type { Kept } from '../kept';
import type { Key, Say } from '../strings';

/** They follow the settings, however these change. */
export function makeComfort(comfort: Comfort, say: Say): HTMLElement {
  const degrees = (value: string): string => `${value}°`;
  const turning = (value: string): string =>
    value === 'smooth' ? say('comfort-smooth') : degrees(value);
  return el(
    'fieldset',
    { class: 'hallgen-choices hallgen-comfort' },
    el('legend', {}, say('comfort')),
    choice(comfort.turning, say('comfort-turning'), turning),
    choice(comfort.speed, say('comfort-speed'), (value) => `${value}×`),
    choice(comfort.field, say('comfort-field'), degrees),
    tick(comfort.vignette, 'on', 'off', 'comfort-vignette', say),
    tick(comfort.drag, 'eyes', 'hall', 'comfort-drag', say),
    tick(comfort.letters, 'on', 'off', 'comfort-letters', say),
  );
}

function choice<T extends string>(
  setting: Kept<T>,
  name: string,
  words: (value: T) => string,
): HTMLElement {
  const options = setting.options.map((value) => el('option', { value }, words(value)));
  const select = el('select', {}, ...options);
  select.addEventListener('change', () => setting.set(select.value as T));
  setting.watch((value) => {
    select.value = value;
  });
  return el('label', { class: 'hallgen-choice hallgen-pick' }, el('span', {}, name), select);
}

function tick<T extends string>(
  setting: Kept<T>,
  ticked: T,
  otherwise: T,
  name: Key,
  say: Say,
): HTMLElement {
  const box = el('input', { type: 'checkbox' });
  box.addEventListener('change', () => setting.set(box.checked ? ticked : otherwise));
  setting.watch((value) => {
    box.checked = value === ticked;
  });
  return el('label', { class: 'hallgen-choice' }, box, say(name));
}
