/** The hall's shell and a GLB for each booth, each loaded by itself as pages of A-Frame do:
 * `?list=booths.json`, which has [address, x, z, degrees around Y] of each. */
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { asked, createView, place, show } from './scene';

type Placed = readonly [string, number, number, number];

const view = createView();
const loader = new GLTFLoader();

async function load(): Promise<void> {
  const list = (await (await fetch(asked('list') ?? 'booths.json')).json()) as Placed[];
  await Promise.all(
    list.map(async ([address, x, z, turn]) => {
      view.scene.add(place((await loader.loadAsync(address)).scene, [x, z, turn]));
    }),
  );
}

show(view, load());
