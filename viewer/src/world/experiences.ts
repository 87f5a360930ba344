/** The marks in booths from which one steps into a panorama. */
import {
  CanvasTexture,
  type Object3D,
  type PerspectiveCamera,
  type Raycaster,
  type Scene,
  Sprite,
  SpriteMaterial,
  SRGBColorSpace,
} from 'three';
import type { ShardExperience } from '../manifest';

/** Metres within which a mark is seen, and how wide it is. */
const NEAR = 25;
const WIDE = 0.26;

/** Pixels of its picture. */
const SIDE = 128;

export class Experiences {
  private readonly marks = new Map<Object3D, ShardExperience>();

  constructor(
    private readonly scene: Scene,
    experiences: readonly ShardExperience[],
  ) {
    this.take(experiences);
  }

  /** Mark other points instead. */
  take(experiences: readonly ShardExperience[]): void {
    for (const mark of this.marks.keys()) mark.removeFromParent();
    this.marks.clear();
    if (experiences.length === 0) return;
    const texture = new CanvasTexture(drawMark());
    texture.colorSpace = SRGBColorSpace;
    for (const experience of experiences) {
      const material = new SpriteMaterial({ map: texture, toneMapped: false, fog: false });
      const mark = new Sprite(material);
      mark.position.set(...experience.position);
      mark.scale.setScalar(WIDE);
      this.marks.set(mark, experience);
      this.scene.add(mark);
    }
  }

  /** Show those that are near. */
  follow(camera: PerspectiveCamera): void {
    for (const mark of this.marks.keys()) {
      mark.visible = mark.position.distanceTo(camera.position) < NEAR;
    }
  }

  /** What is marked where a ray leads, and how far away it is. */
  along(ray: Raycaster): { experience: ShardExperience; distance: number } | undefined {
    const shown = [...this.marks.keys()].filter((mark) => mark.visible);
    const [hit] = ray.intersectObjects(shown, false);
    const experience = hit === undefined ? undefined : this.marks.get(hit.object);
    return experience && hit && { experience, distance: hit.distance };
  }
}

/** A white globe on a dark disc. */
function drawMark(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const pen = canvas.getContext('2d')!;
  const middle = SIDE / 2;
  const ring = (across: number, down: number): void => {
    pen.beginPath();
    pen.ellipse(middle, middle, across, down, 0, 0, 2 * Math.PI);
  };
  ring(middle - 2, middle - 2);
  pen.fillStyle = 'rgb(16 24 38 / 0.86)';
  pen.fill();
  pen.strokeStyle = '#ffffff';
  pen.lineWidth = 6;
  for (const [across, down] of [
    [middle - 5, middle - 5],
    [34, 34],
    [13, 34],
    [34, 11],
  ] as const) {
    ring(across, down);
    pen.stroke();
  }
  return canvas;
}
