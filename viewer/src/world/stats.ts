/** What a view costs right now. */
import type { Stats } from '../api';
import type { Settings } from '../settings';
import { countMemory } from './memory';
import type { Picture } from './picture';
import type { Stage } from './stage';
import type { Tilesets } from './tilesets';

/** `spent` has the milliseconds of the last frame's update, and the bytes from the network. */
export function statsOf(
  { renderer }: Stage,
  tiles: Tilesets,
  picture: Picture,
  settings: Settings,
  spent: { readonly update: number; readonly bytes: number },
): Stats {
  const memory = countMemory(tiles);
  return {
    drawCalls: renderer.info.render.calls,
    triangles: renderer.info.render.triangles,
    textureBytes: memory.textures + picture.bytes,
    geometryBytes: memory.geometry,
    frameMs: spent.update + picture.lastFrame,
    updateMs: spent.update,
    tilesVisible: tiles.visible,
    tilesLoading: tiles.loading,
    quality: settings.tier.value,
    reflections: picture.reflections,
    bytesTransferred: spent.bytes,
  };
}
