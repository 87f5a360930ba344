/** What is drawn follows what the visitor set. */
import type { Comfort } from '../comfort';
import { deviceOf } from '../device';
import { browserMemory } from '../memory';
import { Settings } from '../settings';
import type { Walk } from '../walk/walk';
import type { Picture } from './picture';
import { suitedTier } from './quality';
import { type Stage, widen } from './stage';
import type { Tilesets } from './tilesets';

/** What the visitor set before, or the address asks for; else what suits the device. */
export const settingsFor = (stage: Stage): Settings =>
  new Settings(suitedTier(deviceOf(stage)), location.search, browserMemory());

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

/** How fast one walks and how much one sees. */
export function followComfort(
  { speed, field }: Comfort,
  walk: Walk,
  stage: Stage,
  wake: () => void,
): void {
  speed.watch((share) => {
    walk.pace = Number(share);
  });
  field.watch((degrees) => {
    widen(stage, Number(degrees));
    wake();
  });
}
