/** The hall's own tileset in 3d-tiles-renderer as it comes: `?tiles=tileset.json`. */
import { TilesRenderer } from '3d-tiles-renderer/three';
import { GLTFExtensionsPlugin } from '3d-tiles-renderer/three/plugins';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { asked, createView, show } from './scene';

const view = createView();
const tiles = new TilesRenderer(asked('tiles') ?? 'tileset.json');
tiles.registerPlugin(new GLTFExtensionsPlugin({ rtc: false, meshoptDecoder: MeshoptDecoder }));
// A tileset's Z is up.
tiles.group.rotation.x = -Math.PI / 2;
view.scene.add(tiles.group);
view.scene.updateMatrixWorld();
tiles.setCamera(view.camera);
tiles.setResolutionFromRenderer(view.camera, view.renderer);
const loaded = new Promise<void>((resolve) => {
  tiles.addEventListener('tiles-load-end', () => resolve());
});
show(view, loaded, () => tiles.update());
