/** The six faces of a panorama around the eyes, sharper as their pictures come. */
import {
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  Scene,
  SRGBColorSpace,
  Texture,
} from 'three';
import type { ShardPanorama } from '../manifest';
import { fetchBytes } from '../network/fetching';

/** Each face: how it is turned around the vertical, and then around its own horizontal. */
const TURNS: Readonly<Record<string, readonly [number, number]>> = {
  f: [0, 0],
  r: [-90, 0],
  b: [180, 0],
  l: [90, 0],
  u: [0, 90],
  d: [0, -90],
};

const RADIANS = Math.PI / 180;

export class Cube {
  readonly scene = new Scene();
  /** Pixels along a face of the sharpest pictures that are all there; 0 before the first. */
  size = 0;
  private readonly faces = new Map<string, Mesh<PlaneGeometry, MeshBasicMaterial>>();
  private readonly leaving = new AbortController();
  private readonly geometry = new PlaneGeometry(2, 2);

  /** `root` leads to the site's root, `changed` is called when another picture came. */
  constructor(
    private readonly root: string,
    private readonly panorama: ShardPanorama,
    private readonly changed: () => void,
  ) {
    for (const [letter, [aside, up]] of Object.entries(TURNS)) {
      const face = new Mesh(this.geometry, new MeshBasicMaterial({ toneMapped: false }));
      face.rotation.set(up * RADIANS, aside * RADIANS, 0, 'YXZ');
      face.translateZ(-1);
      face.visible = false;
      this.faces.set(letter, face);
      this.scene.add(face);
    }
  }

  /** Fetch all faces at a size and show each as it comes. Rejects where one does not come. */
  async sharpen(size: number): Promise<void> {
    if (size <= this.size) return;
    await Promise.all([...this.faces].map(([letter, face]) => this.load(size, letter, face)));
    this.size = size;
  }

  dispose(): void {
    this.leaving.abort();
    for (const { material } of this.faces.values()) {
      (material.map?.image as ImageBitmap | undefined)?.close();
      material.map?.dispose();
      material.dispose();
    }
    this.geometry.dispose();
  }

  private async load(
    size: number,
    letter: string,
    face: Mesh<PlaneGeometry, MeshBasicMaterial>,
  ): Promise<void> {
    const address = `${this.root}${this.panorama.folder}/${size}/${letter}.webp`;
    const file = new Blob([await fetchBytes(address, { signal: this.leaving.signal })]);
    const bitmap = await createImageBitmap(file, { imageOrientation: 'flipY' });
    if (this.leaving.signal.aborted) return bitmap.close();
    const texture = new Texture(bitmap);
    texture.flipY = false; // a bitmap is uploaded as it is
    texture.colorSpace = SRGBColorSpace;
    texture.minFilter = LinearFilter;
    texture.generateMipmaps = false;
    texture.needsUpdate = true;
    const { material } = face;
    (material.map?.image as ImageBitmap | undefined)?.close();
    material.map?.dispose();
    material.map = texture;
    material.needsUpdate = true;
    face.visible = true;
    this.changed();
  }
}
