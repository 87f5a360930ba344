/** What ways over the fair need of the site's files, each fetched once. */
import type { HallShard, Manifest } from '../manifest';
import { parseManifest, parseShard } from '../page';
import { fetchJson } from '../network/fetching';
import type { Floor } from './floor';
import { type FairFloors, floorsOf } from './journey';

export class FairFiles implements FairFloors {
  readonly floor: (hall: string) => Promise<Floor> = floorsOf((hall) => this.shard(hall));
  private readonly shards = new Map<string, Promise<HallShard>>();
  private known: Promise<Manifest> | undefined;

  /** `root` leads from the page to the site's root. */
  constructor(
    readonly root: string,
    readonly language: string,
  ) {}

  /** A hall's shard that is at hand. */
  keep(shard: HallShard): this {
    this.shards.set(shard.hall, Promise.resolve(shard));
    return this;
  }

  /** fair.json. Rejects with FetchError or ParseError; then it is asked for again. */
  manifest(): Promise<Manifest> {
    this.known ??= fetchJson(`${this.root}fair.json`).then(parseManifest);
    this.known.catch(() => (this.known = undefined));
    return this.known;
  }

  readonly halls = async (): Promise<Manifest['halls']> => (await this.manifest()).halls;

  /** A hall's shard in the page's language. Rejects as above. */
  shard(id: string): Promise<HallShard> {
    const known = this.shards.get(id) ?? this.fetchShard(id);
    this.shards.set(id, known);
    known.catch(() => this.shards.delete(id));
    return known;
  }

  private async fetchShard(id: string): Promise<HallShard> {
    const address = (await this.halls()).find((hall) => hall.id === id)?.shards[this.language];
    if (address === undefined) throw new Error(`The fair has no hall ${id}`);
    return parseShard(await fetchJson(this.root + address));
  }
}
