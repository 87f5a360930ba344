/** Plays a tour: goes from stop to stop, tells what is there, and on through the doors of halls. */
import type { Emitter } from '../events';
import type { HallShard, ShardNarration, ShardStop, ShardTrail } from '../manifest';
import type { OnTour } from '../visit/links';
import type { Walk } from '../walk/walk';
import type { TourCard } from './card';
import { readingSeconds } from './telling';
import type { Voice } from './voice';

/** How a stop is come to: on foot, at once, or not at all, since the visitor stands there. */
export type Coming = 'walk' | 'jump' | 'stay';

/** Whether a tour goes on by itself: it does so in the next hall, too. */
export interface Playing {
  on: boolean;
}

export interface PlayerParts {
  readonly shard: HallShard;
  readonly walk: Walk;
  readonly card: TourCard;
  readonly voice: Voice;
  readonly events: Emitter;
  readonly playing: Playing;
  /** What more can be done at a stop. */
  more(stop: ShardStop): readonly HTMLElement[];
  jump(stop: ShardStop): void;
  /** Go on at a stop in another hall. */
  travel(stop: ShardStop, place: OnTour): void;
  /** Another stop is shown, or none any more. */
  changed(): void;
  /** The visitor begins to move. */
  wake(): void;
}

interface At {
  readonly trail: ShardTrail;
  readonly number: number;
  readonly stop: ShardStop;
}

export class TourPlayer {
  private at: At | undefined;
  /** Where the visitor is: on the way to the stop, at it, or wherever they like. */
  private visitor: 'coming' | 'there' | 'away' = 'away';
  /** Nothing is told before the hall is seen. */
  private seen = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: PlayerParts) {}

  /** The tour and its stop as a link names them. */
  get place(): OnTour {
    return this.at === undefined ? {} : { tour: this.at.trail.id, stop: this.at.number };
  }

  /** Go to a stop, counted from 1. False where this hall knows no such stop. */
  go(tour: string, number: number, coming: Coming): boolean {
    const { shard, card, voice, events, playing } = this.parts;
    const trail = shard.trails.find(({ id }) => id === tour);
    const stop = trail?.stops[number - 1];
    if (trail === undefined || stop === undefined) return false;
    this.hush();
    if (stop.hall !== shard.hall) {
      this.parts.travel(stop, { tour, stop: number });
      return true;
    }
    voice.stop();
    this.at = { trail, number, stop };
    card.show(trail, stop, number, this.parts.more(stop));
    card.plays(playing.on);
    events.emit('tour-step', { tour, step: number });
    this.parts.changed();
    this.come(stop, coming);
    return true;
  }

  /** The hall is seen now. */
  begin(): void {
    this.seen = true;
    if (this.visitor === 'there') this.tell();
  }

  /** Each frame: a visitor who went another way is not told of what they do not see. */
  follow(): void {
    if (this.visitor === 'coming' && !this.parts.walk.moving) {
      this.visitor = 'away';
      this.pause();
    }
  }

  /** Play, or pause. */
  toggle(): void {
    const { at } = this;
    if (at === undefined) return;
    if (this.parts.playing.on) return this.pause();
    this.play(true);
    if (this.visitor === 'there') this.tell();
    else this.come(at.stop, 'walk');
  }

  pause(): void {
    this.play(false);
    this.hush();
    if (this.visitor !== 'coming') return;
    this.visitor = 'away';
    this.parts.walk.stop();
  }

  /** To the stop before or after. */
  step(by: -1 | 1): void {
    const { at } = this;
    if (at !== undefined) this.go(at.trail.id, at.number + by, 'walk');
  }

  /** End the tour; the visitor stays where they are. */
  leave(): void {
    this.pause();
    this.parts.voice.stop();
    this.at = undefined;
    this.parts.card.hide();
    this.parts.changed();
  }

  /** What was told here is told: on to the next, if there is one. */
  told(): void {
    const { at } = this;
    if (at === undefined || !this.parts.playing.on) return;
    if (at.number < at.trail.stops.length) this.step(1);
    else this.play(false);
  }

  private come(stop: ShardStop, coming: Coming): void {
    const { x, z, heading } = stop.view;
    this.visitor = 'coming';
    const there = (): void => {
      this.visitor = 'there';
      this.tell();
    };
    if (coming === 'walk' && this.parts.walk.goTo(x, z, heading, there)) return this.parts.wake();
    if (coming !== 'stay') this.parts.jump(stop);
    there();
  }

  private tell(): void {
    const { at, seen } = this;
    if (at === undefined || !seen || !this.parts.playing.on) return;
    if (at.stop.narration === null) this.read(at.stop);
    else void this.speak(at.stop, at.stop.narration);
  }

  private read(stop: ShardStop): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.told(), 1000 * readingSeconds(stop.text));
  }

  private async speak(stop: ShardStop, narration: ShardNarration): Promise<void> {
    try {
      await this.parts.voice.play(narration);
    } catch (error) {
      // Paused again before it began; or the browser wants the visitor to press play first.
      if (this.at?.stop !== stop || !this.parts.playing.on) return;
      if (error instanceof DOMException && error.name === 'NotAllowedError') this.pause();
      else this.read(stop);
    }
  }

  private hush(): void {
    clearTimeout(this.timer);
    this.parts.voice.pause();
  }

  private play(on: boolean): void {
    this.parts.playing.on = on;
    this.parts.card.plays(on);
  }
}
