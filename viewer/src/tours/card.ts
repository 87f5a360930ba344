/** What a visitor on a tour reads and presses: where it is, what is told there, and the way on. */
import { button, el, icon } from '../dom';
import type { ShardStop, ShardTrail } from '../manifest';
import type { Say } from '../strings';

export interface CardEvents {
  play(): void;
  /** To the stop before or after. */
  step(by: -1 | 1): void;
  leave(): void;
}

export class TourCard {
  readonly element: HTMLElement;
  readonly voice = el('p', { class: 'hallgen-unseen', role: 'status' });
  private readonly name = el('p', { class: 'hallgen-tour-name', dir: 'auto' });
  private readonly count = el('p', { class: 'hallgen-tour-count' });
  private readonly bar = el('progress', { 'aria-hidden': 'true' });
  private readonly words = el('div', { class: 'hallgen-tour-words', tabindex: '-1' });
  private readonly captions = el('p', { class: 'hallgen-tour-captions', dir: 'auto' });
  private readonly more = el('div', { class: 'hallgen-tour-more' });
  private readonly playing: HTMLButtonElement;
  private readonly before: HTMLButtonElement;
  private readonly after: HTMLButtonElement;

  constructor(
    private readonly say: Say,
    events: CardEvents,
  ) {
    this.before = named(say('tour-previous'), 'previous', () => events.step(-1));
    this.playing = named(say('tour-play'), 'play', () => events.play());
    this.playing.classList.add('hallgen-tour-play');
    this.after = named(say('tour-next'), 'next', () => events.step(1));
    const leave = named(say('tour-leave'), 'close', () => events.leave());
    this.element = el(
      'section',
      { class: 'hallgen-tour' },
      el('div', { class: 'hallgen-tour-head' }, this.name, this.count, leave),
      this.bar,
      this.words,
      this.captions,
      el(
        'div',
        { class: 'hallgen-tour-tools' },
        el('div', { class: 'hallgen-tour-steps' }, this.before, this.playing, this.after),
        this.more,
      ),
    );
    this.element.hidden = true;
    this.captions.hidden = true;
  }

  /** Show a stop, counted from 1, with `more` that can be done there. */
  show(trail: ShardTrail, stop: ShardStop, number: number, more: readonly HTMLElement[]): void {
    const { say } = this;
    const total = trail.stops.length;
    const place = [stop.where, stop.hall_name].filter(Boolean).join(' · ');
    this.element.setAttribute('aria-label', say('tour', { name: trail.name }));
    this.name.textContent = trail.name;
    this.count.textContent = say('tour-progress', { n: number, total });
    this.bar.max = total;
    this.bar.value = number;
    this.words.replaceChildren(
      el('h2', { dir: 'auto' }, stop.name),
      el('p', { class: 'hallgen-tour-place', dir: 'auto' }, place),
      el('p', { dir: 'auto' }, stop.text),
    );
    this.words.scrollTop = 0;
    this.more.replaceChildren(...more);
    this.before.disabled = number === 1;
    this.after.disabled = number === total;
    this.element.hidden = false;
    this.voice.textContent = `${say('tour-stop', { n: number, total, name: stop.name })}. ${stop.text}`;
  }

  /** Whether it goes on by itself. */
  plays(playing: boolean): void {
    const words = this.say(playing ? 'tour-pause' : 'tour-play');
    this.playing.replaceChildren(icon(playing ? 'pause' : 'play'));
    this.playing.setAttribute('aria-label', words);
    this.playing.title = words;
  }

  /** What the guide is saying. */
  caption(words: string): void {
    this.captions.textContent = words;
    this.captions.hidden = words === '';
  }

  focus(): void {
    this.playing.focus({ preventScroll: true });
  }

  hide(): void {
    this.element.hidden = true;
    this.voice.textContent = '';
  }
}

function named(
  words: string,
  sign: 'previous' | 'play' | 'next' | 'close',
  action: () => void,
): HTMLButtonElement {
  const attributes = { class: 'hallgen-button', 'aria-label': words, title: words };
  return button(attributes, action, icon(sign));
}
