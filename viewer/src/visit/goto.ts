/** Going to what somebody names: a booth, a product, an exhibitor, a hall or a pose. */
import type { PageData, Pose, ShardBooth } from '../manifest';
import type { Opening } from '../panels/panel';
import type { Catalog } from './catalog';
import { pageElsewhere } from './elsewhere';
import type { Place } from './links';
import type { Touring } from '../tours/touring';
import type { Visit } from './visit';

/** What `window.hallgen.goTo` takes: one of these, by id, number or slug. A booth may be gone to
 * by a way: a line on the floor leads the visitor there. */
export interface Target {
  readonly booth?: string;
  readonly by?: 'way';
  readonly product?: string;
  readonly exhibitor?: string;
  readonly hall?: string;
  readonly pose?: Partial<Pose>;
}

export class Guide {
  constructor(
    private readonly page: PageData,
    private readonly catalog: Catalog,
    private readonly visit: Visit,
    private readonly eyes: Readonly<Pose>,
    private readonly tours: Touring,
    /** Leads to a booth and on to others; where nothing has its name it says so, and resolves to
     * false. */
    private readonly lead: (booth: string, route?: readonly string[]) => Promise<boolean>,
  ) {}

  /** Go there, at once where it is in this hall, else by its page. False where nothing has that
   * name. Rejects with FetchError or ParseError where fair.json cannot be read. */
  async goTo(target: Target, opening: Opening = 'linked'): Promise<boolean> {
    if (target.by === 'way') return target.booth !== undefined && this.lead(target.booth);
    if (target.pose !== undefined) {
      this.visit.jump({ ...this.eyes, ...target.pose });
      return true;
    }
    if (target.hall === this.page.hall) {
      this.visit.jump(this.catalog.shard.start);
      return true;
    }
    return this.inThisHall(target, opening, undefined) || this.elsewhere(target);
  }

  /** Land where a link leads. */
  async land(place: Place): Promise<boolean> {
    const { at, to, route, tour, stop = 1, ...named } = place;
    const pose = at && { ...this.eyes, pitch: 0, ...at };
    if (pose !== undefined) this.visit.jump(pose);
    const names = Object.keys(named).length > 0;
    if (names && !this.inThisHall(named, 'linked', pose)) return this.elsewhere(named);
    // Nobody need wait for the way: one is in the hall already.
    if (to !== undefined) void this.lead(to, route);
    return tour === undefined || this.tours.land(tour, stop, pose === undefined ? 'jump' : 'stay');
  }

  /** `pose` is where to stand instead of before the booth. */
  private inThisHall(target: Target, opening: Opening, pose: Pose | undefined): boolean {
    const product =
      target.product === undefined ? undefined : this.catalog.productId(target.product);
    if (product !== undefined) {
      const booth = this.boothOf(this.catalog.exhibitorOf(product), target.booth);
      this.stand(booth, pose);
      return this.visit.openProduct(product, opening, booth);
    }
    const exhibitor =
      target.exhibitor === undefined ? undefined : this.catalog.exhibitorId(target.exhibitor);
    if (exhibitor !== undefined) {
      const booth = this.boothOf(exhibitor, target.booth);
      this.stand(booth, pose);
      return this.visit.openExhibitor(exhibitor, opening);
    }
    const booth = target.booth === undefined ? undefined : this.catalog.booth(target.booth);
    if (booth === undefined) return false;
    this.stand(booth, pose);
    this.visit.openBooth(booth, opening);
    return true;
  }

  private boothOf(
    exhibitor: string | undefined,
    wanted: string | undefined,
  ): ShardBooth | undefined {
    const booths = exhibitor === undefined ? [] : this.catalog.boothsOf(exhibitor);
    const named = wanted === undefined ? undefined : this.catalog.booth(wanted);
    return booths.find((booth) => booth === named) ?? booths[0];
  }

  private stand(booth: ShardBooth | undefined, pose: Pose | undefined): void {
    if (pose === undefined && booth !== undefined) this.visit.jump(booth.view);
  }

  private async elsewhere({ booth, exhibitor, hall }: Target): Promise<boolean> {
    const page = await pageElsewhere(this.page, { booth, exhibitor, hall });
    if (page === undefined) return false;
    this.visit.address.write();
    location.assign(new URL(page, document.baseURI));
    return true;
  }
}
