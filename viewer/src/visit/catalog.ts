/** Look-ups over the hall's shard: who is where, under the names that links use. */
import type {
  HallShard,
  ShardBooth,
  ShardExhibitor,
  ShardExperience,
  ShardProduct,
  ShardTrail,
} from '../manifest';

/** The last part of a page's address: the permanent slug of what it shows. */
export const slugOf = (page: string): string =>
  page.split('#product-')[1] ?? page.split('/').findLast((part) => part !== '') ?? '';

/** Booth numbers as people type them: "A-012", "a 012" and "A012" are one. */
const plain = (number: string): string => number.replace(/[\s\-_.]/g, '').toUpperCase();

export class Catalog {
  shard!: HallShard;
  private readonly boothsById = new Map<string, ShardBooth>();
  private readonly boothsByNumber = new Map<string, ShardBooth>();
  private readonly boothsByExhibitor = new Map<string, ShardBooth[]>();
  private readonly exhibitorByProduct = new Map<string, string>();
  private exhibitorBySlug!: ReadonlyMap<string, string>;
  private productBySlug!: ReadonlyMap<string, string>;

  constructor(shard: HallShard) {
    this.take(shard);
  }

  /** Know another shard instead. */
  take(shard: HallShard): void {
    this.shard = shard;
    const { boothsById, boothsByNumber, boothsByExhibitor, exhibitorByProduct } = this;
    for (const known of [boothsById, boothsByNumber, boothsByExhibitor, exhibitorByProduct]) {
      known.clear();
    }
    for (const booth of shard.booths) {
      this.boothsById.set(booth.id, booth);
      const number = plain(booth.number);
      if (!this.boothsByNumber.has(number)) this.boothsByNumber.set(number, booth);
      for (const id of booth.exhibitors) {
        const booths = this.boothsByExhibitor.get(id) ?? [];
        booths.push(booth);
        this.boothsByExhibitor.set(id, booths);
      }
    }
    for (const [id, exhibitor] of Object.entries(shard.exhibitors)) {
      for (const product of exhibitor.products) this.exhibitorByProduct.set(product, id);
    }
    this.exhibitorBySlug = slugs(shard.exhibitors);
    this.productBySlug = slugs(shard.products);
  }

  /** A booth by its id or its number. */
  booth(idOrNumber: string): ShardBooth | undefined {
    return this.boothsById.get(idOrNumber) ?? this.boothsByNumber.get(plain(idOrNumber));
  }

  /** The id of an exhibitor by its id or slug. */
  exhibitorId(idOrSlug: string): string | undefined {
    return Object.hasOwn(this.shard.exhibitors, idOrSlug)
      ? idOrSlug
      : this.exhibitorBySlug.get(idOrSlug);
  }

  /** The id of a product by its id or slug. */
  productId(idOrSlug: string): string | undefined {
    return Object.hasOwn(this.shard.products, idOrSlug)
      ? idOrSlug
      : this.productBySlug.get(idOrSlug);
  }

  exhibitor(id: string): ShardExhibitor | undefined {
    return this.shard.exhibitors[id];
  }

  product(id: string): ShardProduct | undefined {
    return this.shard.products[id];
  }

  trail(id: string): ShardTrail | undefined {
    return this.shard.trails.find((trail) => trail.id === id);
  }

  exhibitorOf(product: string): string | undefined {
    return this.exhibitorByProduct.get(product);
  }

  /** The booths of an exhibitor in this hall. */
  boothsOf(exhibitor: string): readonly ShardBooth[] {
    return this.boothsByExhibitor.get(exhibitor) ?? [];
  }

  /** Panoramas of a product, or of an exhibitor itself, each once though many booths show it. */
  experiencesOf(exhibitor: string, product: string | null): readonly ShardExperience[] {
    const own = this.shard.experiences.filter(
      (one) => one.exhibitor === exhibitor && one.product === product,
    );
    return [...new Map(own.map((one) => [one.panorama.folder, one])).values()];
  }

  /** "A012 Dingchuan Gear": how a booth is announced. */
  title(booth: ShardBooth): string {
    const names = booth.exhibitors.map((id) => this.exhibitor(id)?.name ?? '').filter(Boolean);
    return [booth.number, names[0] ?? ''].filter(Boolean).join(' · ');
  }
}

const slugs = (things: Readonly<Record<string, { page: string }>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(things).map(([id, { page }]) => [slugOf(page), id]));
