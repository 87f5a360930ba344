/** Where the visitor is led, and how far it still is: seen, and told to those who cannot see. */
import { button, el, icon } from '../dom';
import { minutesOf, toldMetres } from '../routes/pace';
import type { Say } from '../strings';

/** How often the way is told aloud, in metres. */
const TOLD = 50;

export interface WayEvents {
  /** Walk for the visitor, or stop that. */
  walk(): void;
  end(): void;
}

export class WayCard {
  readonly element: HTMLElement;
  readonly voice = el('p', { class: 'hallgen-unseen', role: 'status' });
  private readonly goal = el('p', { class: 'hallgen-way-to', dir: 'auto' });
  private readonly left = el('p', { class: 'hallgen-way-left' });
  private readonly next = el('p', { class: 'hallgen-way-next', dir: 'auto' });
  private readonly walk: HTMLButtonElement;
  private events: WayEvents | undefined;
  private shown = -1;
  private told = 0;

  constructor(private readonly say: Say) {
    this.walk = button({ class: 'hallgen-action' }, () => this.events?.walk());
    const end = button(
      { class: 'hallgen-button', 'aria-label': say('way-end'), title: say('way-end') },
      () => this.events?.end(),
      icon('close'),
    );
    this.element = el(
      'section',
      { class: 'hallgen-way', 'aria-label': say('way') },
      icon('way'),
      el('div', { class: 'hallgen-way-words' }, this.goal, this.left, this.next),
      this.walk,
      end,
    );
    this.element.hidden = true;
    this.show('leading');
  }

  listen(events: WayEvents): void {
    this.events = events;
  }

  /** The hall that the way goes on to behind a door, if it does. */
  goOnTo(hall: string | undefined): void {
    this.next.textContent = hall === undefined ? '' : this.say('way-through', { hall });
    this.next.hidden = hall === undefined;
  }

  /** A way begins. */
  begin(booth: string, metres: number): void {
    this.goal.textContent = this.say('way-to', { booth });
    this.element.hidden = false;
    this.shown = -1;
    this.tell(metres);
    const begun = this.say('way-begun', { booth, ...rounded(metres) });
    this.speak(`${begun} ${this.next.textContent}`.trim(), metres);
  }

  /** So many metres are left. */
  tell(metres: number): void {
    const told = toldMetres(metres);
    if (told === this.shown) return;
    this.shown = told;
    const words = this.say('way-left', rounded(metres));
    this.left.textContent = words;
    if (Math.abs(this.told - metres) >= TOLD) this.speak(words, metres);
  }

  /** Whether the visitor walks, or is walked. */
  show(pace: 'leading' | 'walking'): void {
    this.walk.textContent = this.say(pace === 'walking' ? 'way-halt' : 'way-walk');
  }

  arrive(booth: string): void {
    this.hide();
    this.speak(this.say('way-arrived', { booth }), 0);
  }

  hide(): void {
    this.element.hidden = true;
    this.show('leading');
  }

  private speak(words: string, metres: number): void {
    this.told = metres;
    this.voice.textContent = words;
  }
}

const rounded = (metres: number): { metres: number; minutes: number } => ({
  metres: toldMetres(metres),
  minutes: minutesOf(metres),
});
