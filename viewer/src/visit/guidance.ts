/** What leads a visitor: links, ways to booths, and tours. */
import { Wayfinding, type WayfindingParts } from '../routes/wayfinding';
import { Touring, type TouringParts } from '../tours/touring';
import { Guide } from './goto';
import type { Place } from './links';

export class Guidance {
  readonly ways: Wayfinding;
  readonly tours: Touring;
  /** Goes to what somebody names. */
  readonly guide: Guide;

  constructor(parts: WayfindingParts & TouringParts) {
    const { page, catalog, visit, walk } = parts;
    this.ways = new Wayfinding(parts);
    this.tours = new Touring(parts);
    this.guide = new Guide(page, catalog, visit, walk.eyes, this.tours, (booth, route) =>
      this.ways.lead(booth, route),
    );
  }

  /** Where a link to what the visitor is led along would lead. */
  get place(): Place {
    const { bound } = this.ways.usher;
    const { route } = this.ways.rounds;
    return { ...this.tours.place, ...(bound === undefined ? {} : { to: bound, route }) };
  }

  /** The first view is there: what was asked for may begin. */
  begin(): void {
    this.ways.usher.start();
    this.tours.begin();
  }
}
