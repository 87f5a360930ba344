/** Tells where a visitor is and what is around, and leads from booth to booth: by keys, and by a list
 * that one can tab to. */
import { ringDistance } from '../geometry';
import { AroundList } from '../hud/around';
import { Voice } from '../hud/voice';
import type { PageData, ShardBooth } from '../manifest';
import type { Say } from '../strings';
import type { Walk } from '../walk/walk';
import { boothsInView, neighbours } from './around';
import type { Catalog } from './catalog';
import { Stepping } from './stepping';
import type { Visit } from './visit';

/** Milliseconds at rest after which the list is made anew. */
const SETTLED = 300;

export interface OutlookParts {
  readonly page: PageData;
  readonly catalog: Catalog;
  readonly walk: Walk;
  readonly say: Say;
  readonly signal: AbortSignal;
  /** What a choice from the list leads on to. */
  readonly visit: () => Pick<Visit, 'picked' | 'steered'>;
  /** The visitor chose a booth of the list. */
  chosen(): void;
  wake(): void;
}

export class Outlook {
  readonly voice: Voice;
  readonly around: AroundList;
  private readonly stepping: Stepping;
  private timer: number | undefined;

  constructor(private readonly parts: OutlookParts) {
    const { catalog, walk, say, signal } = parts;
    signal.addEventListener('abort', () => window.clearTimeout(this.timer));
    this.stepping = new Stepping(catalog, walk.eyes);
    this.voice = new Voice(
      walk.eyes,
      () => walk.moving,
      () => this.where,
      signal,
    );
    this.around = new AroundList(say, {
      chosen: (booth) => {
        parts.chosen();
        parts.visit().picked({ kind: 'booth', booth: booth.id });
      },
      next: () => this.step('next'),
      previous: () => this.step('previous'),
    });
  }

  /** Lead on to the next booth, or back to the one before. */
  step(way: 'next' | 'previous'): void {
    const booth = way === 'next' ? this.stepping.next() : this.stepping.previous();
    if (booth === undefined) return;
    const { parts } = this;
    const { x, z, heading } = booth.view;
    parts.visit().steered();
    if (!parts.walk.goTo(x, z, heading)) parts.walk.jump(booth.view);
    parts.wake();
  }

  /** The eyes moved. */
  moved(): void {
    this.voice.moved();
    window.clearTimeout(this.timer);
    if (this.around.shown) this.timer = window.setTimeout(() => this.refresh(), SETTLED);
  }

  /** The list is looked at: show what is around now. */
  refresh(): void {
    const { catalog, walk } = this.parts;
    const { x, z } = walk.eyes;
    const seen = boothsInView(catalog.shard.booths, walk.eyes).map((booth) => ({
      booth,
      metres: Math.round(ringDistance(booth.outline, x, z)),
    }));
    this.around.show(this.where, seen, (booth) => this.title(booth));
  }

  /** The hall, the area of it, and what is near. */
  private get where(): string {
    const { catalog, walk, say, page } = this.parts;
    const near = neighbours(catalog.shard.booths, walk.eyes);
    const zone = catalog.shard.zones[near[0]?.booth.zone ?? ''];
    const told = near.map(({ booth, side }) => say(`side-${side}`, { booth: this.title(booth) }));
    return [
      say('near-where', { hall: catalog.shard.name }),
      zone === undefined ? '' : say('near-zone', { zone }),
      near.length === 0
        ? say('near-nothing')
        : say('near-booths', { booths: new Intl.ListFormat(page.language).format(told) }),
    ]
      .filter(Boolean)
      .join(' ');
  }

  private title(booth: ShardBooth): string {
    const { catalog, say } = this.parts;
    return booth.exhibitors.length > 0
      ? catalog.title(booth)
      : `${booth.number} · ${say('no-exhibitor')}`;
  }
}
