/** What a visitor may set: how much is drawn, and whether people stand about. */
import { el } from '../dom';
import type { Choice, Settings } from '../settings';
import type { Say } from '../strings';
import { TIERS } from '../world/quality';

/** The controls; they follow the settings, however these change. */
export function makeSettings(settings: Settings, say: Say): HTMLElement[] {
  const { choice, suited, people } = settings;
  const choices: readonly Choice[] = ['auto', ...TIERS];
  const automatic = el('span');
  const radios = choices.map((value) => {
    const radio = el('input', { type: 'radio', name: 'hallgen-quality', value });
    radio.addEventListener('change', () => settings.choose(value));
    const words = value === 'auto' ? automatic : say(`quality-${value}`);
    return { value, radio, label: el('label', { class: 'hallgen-choice' }, radio, words) };
  });
  choice.watch((chosen) => {
    for (const { value, radio } of radios) radio.checked = value === chosen;
  });
  suited.watch((now) => {
    automatic.textContent = say('quality-auto', { tier: say(`quality-${now}`) });
  });
  const box = el('input', { type: 'checkbox' });
  box.addEventListener('change', () => settings.showPeople(box.checked));
  people.watch((shown) => {
    box.checked = shown;
  });
  const note = el('p', { class: 'hallgen-note', id: 'hallgen-quality-note' }, say('quality-note'));
  return [
    el(
      'fieldset',
      { class: 'hallgen-choices', 'aria-describedby': note.id },
      el('legend', {}, say('quality')),
      ...radios.map(({ label }) => label),
    ),
    note,
    el('label', { class: 'hallgen-choice' }, box, say('people')),
  ];
}
