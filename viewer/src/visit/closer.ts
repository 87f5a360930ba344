/** A closer look: what covers the hall for a while, and whose code comes when it is first wanted. */
import { screenSide } from '../device';
import { type Shown, inspectProduct } from '../inspect/open';
import type { ShardExperience, ShardProduct } from '../manifest';
import type { Key } from '../strings';
import type { ViewParts } from '../view';
import { PHONE } from '../world/quality';
import type { HallParts } from '../xr/immersion';
import { requestVr } from '../xr/offer';

/** What a visitor looks at: the hall, on screen or all around in a headset, or something before it. */
export type Sight = 'hall' | 'headset' | 'model' | 'panorama';

/** What of a hall's view somebody in a headset needs besides its parts. */
type InHeadset = Omit<HallParts, keyof ViewParts | 'language' | 'root' | 'missed'>;

export interface CloserEvents {
  /** Another thing is looked at. */
  changed(): void;
  /** What was wanted did not come. */
  missed(key: Key, error: unknown): void;
  /** Something else went wrong; it goes on. */
  fault(error: unknown): void;
}

/** Pixels of the edge of a panorama's face: what phones and others hold. */
const FACE = { phone: 1024, other: 2048 } as const;

export class Closer {
  private sight: Sight = 'hall';

  constructor(
    private readonly parts: ViewParts,
    private readonly calm: () => boolean,
    private readonly events: CloserEvents,
  ) {}

  get at(): Sight {
    return this.sight;
  }

  /** Whether nothing in the hall may move by itself. */
  get stills(): boolean {
    return this.sight === 'model' || this.sight === 'panorama';
  }

  /** Whether the hall is not drawn on the page. */
  get covers(): boolean {
    return this.sight === 'model' || this.sight === 'headset';
  }

  /** Look at a product's model, until the visitor closes it. */
  readonly inspect = (
    product: ShardProduct,
    from: HTMLButtonElement,
    first: Shown = 'whole',
  ): void => {
    if (product.model === null || this.sight !== 'hall') return;
    from.setAttribute('aria-busy', 'true');
    void this.look('model', 'inspect-failed', () =>
      inspectProduct(this.parts, product, this.calm(), first, (error) => this.events.fault(error)),
    ).then(() => from.removeAttribute('aria-busy'));
  };

  /** Stand in a panorama, until the visitor leaves it. */
  readonly enter = (experience: ShardExperience): void => {
    void this.look('panorama', 'no-tile', async () => {
      const { page, root, say } = this.parts;
      const { openPanorama } = await import('../panorama/panorama');
      const most = screenSide() < PHONE ? FACE.phone : FACE.other;
      await openPanorama({ parent: root, root: page.root, experience, say, most });
    });
  };

  /** Be in the hall in virtual reality, until the visitor takes the headset off or leaves. */
  readonly immerse = (hall: InHeadset): void => {
    if (this.sight !== 'hall') return;
    const asked = requestVr(); // it is the visitor's press that allows it
    void this.look('headset', 'vr-failed', async () => {
      const session = await asked;
      const { immerse } = await import('../xr/immersion').catch(async (error: unknown) => {
        await session.end();
        throw error;
      });
      const { page, stage, say, events } = this.parts;
      const missed = (error: unknown): void => this.events.missed('inspect-failed', error);
      const { language, root } = page;
      await immerse(session, { ...hall, stage, say, events, language, root, missed });
    });
  };

  /** One thing at a time; then the hall again, however it ended. */
  private async look(sight: Sight, missing: Key, show: () => Promise<void>): Promise<void> {
    if (this.sight !== 'hall') return;
    this.sight = sight;
    this.events.changed();
    try {
      await show();
    } catch (error) {
      this.events.missed(missing, error);
    } finally {
      this.sight = 'hall';
      this.events.changed();
    }
  }
}
