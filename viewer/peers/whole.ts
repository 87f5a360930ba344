/** The hall as one GLB: `?file=hall.glb`. */
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { MeshoptDecoder } from 'three/addons/libs/meshopt_decoder.module.js';
import { asked, createView, show } from './scene';

const view = createView();
const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);
show(
  view,
  loader.loadAsync(asked('file') ?? 'hall.glb').then(({ scene }) => view.scene.add(scene)),
);
