/** The programme: the visitor's own times beside the fair's, and a choice of day and place. */
import { el } from '../dom';
import { filled } from '../filled';
import { type Words, wordsOf } from '../pages/part';
import { timeHere, zoneName } from './here';

export function begin(element: HTMLElement): void {
  const words = wordsOf<'here' | 'zone'>(element);
  const note = element.querySelector<HTMLElement>('[data-zone]');
  if (showTimesHere(words) && note !== null) {
    note.textContent = filled(words.zone, { zone: zoneName(document.documentElement.lang) });
    note.hidden = false;
  }
  const choices = [...element.querySelectorAll('select')];
  if (choices.length === 0) return;
  const none = element.querySelector<HTMLElement>('[data-none]');
  const asked = new URLSearchParams(location.search);
  for (const choice of choices) {
    choice.value = asked.get(choice.name) ?? '';
    if (choice.selectedIndex < 0) choice.value = '';
    choice.addEventListener('change', () => choose(choices, none));
  }
  choose(choices, none);
  element.hidden = false;
}

/** False where the visitor's clock is the fair's, or that is not known. */
function showTimesHere(words: Words<'here'>): boolean {
  const { lang } = document.documentElement;
  let other = false;
  for (const time of document.querySelectorAll<HTMLTimeElement>('main time[datetime]')) {
    const here = timeHere(time.dateTime, lang);
    if (here === undefined) continue;
    other = true;
    const said = filled(words.here, { time: here });
    time.after(el('span', { class: 'time-here' }, said));
  }
  return other;
}

/** Show what fits the choice, and hold it in the address. */
function choose(choices: readonly HTMLSelectElement[], none: HTMLElement | null): void {
  const asked = new URLSearchParams(location.search);
  const chosen: Record<string, string> = {};
  for (const { name, value } of choices) {
    chosen[name] = value;
    if (value === '') asked.delete(name);
    else asked.set(name, value);
  }
  let found = 0;
  for (const day of document.querySelectorAll<HTMLElement>('[data-day]')) {
    let shown = 0;
    for (const session of day.querySelectorAll<HTMLElement>('[data-place]')) {
      const fits = !chosen.place || session.dataset.place === chosen.place;
      session.hidden = !fits;
      if (fits) shown++;
    }
    day.hidden = shown === 0 || (Boolean(chosen.day) && day.dataset.day !== chosen.day);
    if (!day.hidden) found += shown;
  }
  if (none !== null) none.hidden = found > 0;
  const query = asked.toString();
  history.replaceState(history.state, '', query === '' ? location.pathname : `?${query}`);
}
