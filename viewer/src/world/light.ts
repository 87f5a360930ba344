/** The light of a hall: what comes from all around, and lamps for what was not baked.
 *
 * Where a site has no picture of the hall's own light, the environment is a hall of a few boxes
 * with lamps in rows under a dark roof, so that chrome and gloss mirror a hall and not a living
 * room. Either is filtered for rough surfaces (PMREM), which takes a processor seconds, so it
 * is done once. */
import {
  BackSide,
  BoxGeometry,
  Color,
  DirectionalLight,
  HemisphereLight,
  Mesh,
  MeshBasicMaterial,
  PMREMGenerator,
  PlaneGeometry,
  Scene,
  type WebGLRenderTarget,
  type WebGLRenderer,
} from 'three';
import { setBox } from './box';
import { type Probe, decodeProbe } from './probe';

/** Half width, half length, height and eye level of the mirrored hall, in metres. */
const HALL = { x: 34, z: 40, height: 13, eye: 2.2 } as const;

/** Radiance of its surfaces: a white wall in the hall's fill is about 0.3. */
const FLOOR = new Color(0.3, 0.29, 0.28);
const WALL = new Color(0.36, 0.37, 0.38);
const DADO = new Color(0.2, 0.21, 0.22);
const ROOF = new Color(0.11, 0.115, 0.12);
const LAMP = new Color(15, 14.3, 13.4);
const WINDOW = new Color(1.9, 2.05, 2.2);

/** Edge of the environment's cube faces in pixels. */
const FACE = 128;

/** What a texel of the environment takes: four half floats. */
const TEXEL = 8;

/** Lights a scene. */
export class HallLight {
  private readonly lamps: readonly [HemisphereLight, DirectionalLight];
  private target: WebGLRenderTarget | undefined;
  private probe: Probe | undefined;

  /** Nothing is mirrored until `show`. */
  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly scene: Scene,
  ) {
    const fill = new HemisphereLight('#f4f6f8', '#8d8a86', 0.55);
    const key = new DirectionalLight('#fff4e6', 0.75);
    key.position.set(0.35, 1, 0.55);
    this.lamps = [fill, key];
    scene.add(fill, key);
  }

  /** Bytes on the GPU: six faces, and a third more for rougher ones. */
  get bytes(): number {
    const { width, height } = this.target ?? { width: 0, height: 0 };
    return Math.round((6 * width * height * 4) / 3) * TEXEL;
  }

  /** Mirror the hall as the build saw it, or a hall like others. */
  show(probe: Probe | undefined): void {
    this.probe = probe;
    setBox(probe);
    this.restore();
  }

  /** Put the lamps out: the tiles bring their own light. */
  putOut(): void {
    for (const lamp of this.lamps) lamp.visible = false;
  }

  /** Draw the environment again, as after a lost context. */
  restore(): void {
    this.target?.dispose();
    const generator = new PMREMGenerator(this.renderer);
    this.target =
      this.probe === undefined
        ? fromBoxes(generator)
        : fromPicture(generator, this.renderer, this.probe);
    generator.dispose();
    this.scene.environment = this.target.texture;
  }
}

function fromPicture(
  generator: PMREMGenerator,
  renderer: WebGLRenderer,
  probe: Probe,
): WebGLRenderTarget {
  const decoded = decodeProbe(renderer, probe);
  const target = generator.fromEquirectangular(decoded.texture);
  decoded.dispose();
  return target;
}

function fromBoxes(generator: PMREMGenerator): WebGLRenderTarget {
  const hall = mirroredHall();
  const target = generator.fromScene(hall, 0.02, 0.1, 100, { size: FACE });
  hall.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    (object.geometry as BoxGeometry).dispose();
    for (const material of [object.material].flat() as MeshBasicMaterial[]) material.dispose();
  });
  return target;
}

function mirroredHall(): Scene {
  const hall = new Scene();
  const surface = (color: Color): MeshBasicMaterial =>
    new MeshBasicMaterial({ color, side: BackSide, toneMapped: false });
  const wall = surface(WALL);
  const faces = [wall, wall, surface(ROOF), surface(FLOOR), wall, wall];
  const box = new Mesh(new BoxGeometry(HALL.x * 2, HALL.height, HALL.z * 2), faces);
  box.position.y = HALL.height / 2 - HALL.eye;
  hall.add(box);
  const dado = surface(DADO);
  const base = new Mesh(new BoxGeometry(HALL.x * 1.98, 2.6, HALL.z * 1.98), [
    dado,
    dado,
    surface(ROOF),
    surface(FLOOR),
    dado,
    dado,
  ]);
  // Only its sides are seen: its lid would hide the roof.
  base.material[2] = new MeshBasicMaterial({ visible: false });
  base.position.y = 1.3 - HALL.eye;
  hall.add(base);
  const lamp = new MeshBasicMaterial({ color: LAMP, toneMapped: false });
  for (let x = -24; x <= 24; x += 8) {
    for (let z = -35.75; z <= 36; z += 5.5) hall.add(panel(1.6, 0.6, lamp, x, 10 - HALL.eye, z));
  }
  const glass = new MeshBasicMaterial({ color: WINDOW, toneMapped: false });
  for (const side of [-1, 1]) {
    const window = new Mesh(new PlaneGeometry(HALL.z * 1.8, 1.8), glass);
    window.position.set(side * (HALL.x - 0.2), 10.1 - HALL.eye, 0);
    window.rotation.y = (-side * Math.PI) / 2;
    hall.add(window);
  }
  return hall;
}

function panel(
  width: number,
  depth: number,
  material: MeshBasicMaterial,
  x: number,
  y: number,
  z: number,
): Mesh {
  const lamp = new Mesh(new PlaneGeometry(width, depth), material);
  lamp.rotation.x = Math.PI / 2;
  lamp.position.set(x, y, z);
  return lamp;
}
