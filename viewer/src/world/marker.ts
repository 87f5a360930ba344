/** The ring on the floor where a walk leads. */
import { Mesh, MeshBasicMaterial, RingGeometry, type Scene } from 'three';
import type { Spot } from '../manifest';

/** Just above carpets, in metres. */
const HEIGHT = 0.025;

export class Marker {
  private readonly ring: Mesh;

  constructor(scene: Scene) {
    const material = new MeshBasicMaterial({
      color: '#ffffff',
      transparent: true,
      opacity: 0.85,
      depthWrite: false,
      fog: false,
      toneMapped: false,
    });
    this.ring = new Mesh(new RingGeometry(0.2, 0.27, 40), material);
    this.ring.rotation.x = -Math.PI / 2;
    this.ring.visible = false;
    scene.add(this.ring);
  }

  show(goal: Spot | undefined): void {
    this.ring.visible = goal !== undefined;
    if (goal !== undefined) this.ring.position.set(goal[0], HEIGHT, goal[1]);
  }
}
