/** How the visitor wants to be moved: remembered in this browser, and never sent anywhere. There is
 * no setting for a head that bobs: here none does. */
import { type Kept, kept } from './kept';
import type { Memory } from './memory';

export interface Comfort {
  /** What a key that turns does: turn as long as it is held, or at once by so many degrees. */
  readonly turning: Kept<'smooth' | '30' | '45'>;
  /** How fast one walks, as a share of a brisk walk. */
  readonly speed: Kept<'0.5' | '0.75' | '1' | '1.5' | '2'>;
  /** The vertical field of view in degrees. */
  readonly field: Kept<'50' | '60' | '70' | '80' | '90'>;
  /** Whether the edges of the view darken while it moves. */
  readonly vignette: Kept<'off' | 'on'>;
  /** What follows the hand in a drag: the hall, or the eyes the other way. */
  readonly drag: Kept<'hall' | 'eyes'>;
  /** Whether letters are keys of the view: people who speak to their device type some by chance. */
  readonly letters: Kept<'on' | 'off'>;
}

export const comfortIn = (memory: Memory): Comfort => ({
  turning: kept(memory, 'hallgen.turning', ['smooth', '30', '45'], 'smooth'),
  speed: kept(memory, 'hallgen.speed', ['0.5', '0.75', '1', '1.5', '2'], '1'),
  field: kept(memory, 'hallgen.field', ['50', '60', '70', '80', '90'], '60'),
  vignette: kept(memory, 'hallgen.vignette', ['off', 'on'], 'off'),
  drag: kept(memory, 'hallgen.drag', ['hall', 'eyes'], 'hall'),
  letters: kept(memory, 'hallgen.letters', ['on', 'off'], 'on'),
});
