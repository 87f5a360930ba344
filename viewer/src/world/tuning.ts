/** What is drawn follows what the visitor set. */
import type { Settings } from '../settings';
import type { Picture } from './picture';
import type { Tilesets } from './tilesets';

/** `wake` is called after each change. */
export function followSettings(
  settings: Settings,
  picture: Picture,
  tiles: Tilesets,
  wake: () => void,
): void {
  settings.tier.watch(() => {
    tiles.tune(settings.detail);
    picture.tune(settings.detail);
    wake();
  });
  settings.people.watch((shown) => {
    tiles.show('people', shown);
    wake();
  });
}
