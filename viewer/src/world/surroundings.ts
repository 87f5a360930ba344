/** What is mirrored in a hall: its own light, as the build saw it, or one like others'. */
import type { HallShard } from '../manifest';
import type { HallLight } from './light';
import { fetchProbe } from './probe';

export class Surroundings {
  /** The address of the picture that is mirrored; null before there is any. */
  private mirrored: string | undefined | null = null;

  constructor(
    private readonly light: HallLight,
    private readonly root: string,
    private readonly changed: () => void,
    /** The picture of the light did not come. */
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Mirror what a hall's shard says. */
  async show({ probe }: HallShard): Promise<void> {
    if (this.mirrored === probe?.picture) return;
    this.mirrored = probe?.picture;
    this.light.show(await fetchProbe(this.root, probe, this.failed));
    this.changed();
  }
}
