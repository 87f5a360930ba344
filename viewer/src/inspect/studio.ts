/** A photographer's studio around one product: light from softboxes, a floor, a camera. */
import {
  BackSide,
  BoxGeometry,
  Color,
  DirectionalLight,
  Mesh,
  MeshBasicMaterial,
  NeutralToneMapping,
  PCFShadowMap,
  PMREMGenerator,
  PerspectiveCamera,
  Scene,
  WebGLRenderer,
} from 'three';
import { NoWebGLError } from '../world/stage';
import { type Size, distanceTo } from './measures';
import { release } from './release';

export const AIR = new Color('#eef0f2');

/** Height of the view in degrees: a long lens, which bends little. */
const FIELD = 28;

/** Where a product is seen from at first: 33 degrees to the right of its front, 17 above it. */
const FIRST = [
  Math.sin(0.576) * Math.cos(0.297),
  Math.sin(0.297),
  Math.cos(0.576) * Math.cos(0.297),
] as const;

/** How much farther than needed the camera stands at first. */
const ROOM = 1.1;

const MOST_PIXELS = 2;

/** Lamps around the product: direction, width and height as seen from it, radiance. */
const SOFTBOXES: readonly (readonly [number, number, number, number, number, number])[] = [
  [-0.55, 0.75, 0.4, 5.5, 4, 5.2],
  [0.95, 0.35, 0.25, 2.2, 6, 3.2],
  [0.2, 0.5, -0.9, 6, 3, 3.6],
  [0, 1, 0, 5, 5, 1.6],
  [0.1, 0.05, 1, 7, 3, 0.9],
];

export class Studio {
  readonly scene = new Scene();
  readonly camera = new PerspectiveCamera(FIELD, 1, 0.01, 100);
  readonly renderer: WebGLRenderer;
  private readonly key = new DirectionalLight('#fff8ee', 1.15);
  private readonly pixels: number;

  /** Set it up on a canvas. Throws NoWebGLError. */
  constructor(canvas: HTMLCanvasElement, software: boolean) {
    const context = canvas.getContext('webgl2', { alpha: false, antialias: true, depth: true });
    if (context === null) throw new NoWebGLError('WebGL 2 is not available');
    this.renderer = new WebGLRenderer({ canvas, context });
    this.renderer.toneMapping = NeutralToneMapping;
    this.renderer.toneMappingExposure = 0.95;
    this.renderer.shadowMap.enabled = true;
    this.renderer.shadowMap.type = PCFShadowMap;
    this.renderer.shadowMap.autoUpdate = false;
    this.pixels = software ? 1 : MOST_PIXELS;
    this.scene.background = AIR;
    this.scene.environment = environment(this.renderer);
    this.scene.add(this.key, this.key.target);
  }

  /** Let the key light fall on a thing of a size, on the floor around the origin. */
  light(size: Size): void {
    const radius = Math.hypot(...size) / 2;
    const middle = size[1] / 2;
    this.key.position.set(-radius * 1.2, middle + radius * 2.2, radius * 1.5);
    this.key.target.position.set(0, middle, 0);
    this.key.castShadow = true;
    const { shadow } = this.key;
    shadow.mapSize.set(1024, 1024);
    shadow.radius = 3;
    shadow.bias = -0.0004;
    shadow.normalBias = radius * 0.004;
    const { camera } = shadow;
    camera.left = camera.bottom = -radius * 1.25;
    camera.right = camera.top = radius * 1.25;
    camera.near = radius * 0.2;
    camera.far = radius * 6;
    camera.updateProjectionMatrix();
  }

  /** Fit the drawing to the canvas's box. False where nothing changed. */
  resize(): boolean {
    const { clientWidth: width, clientHeight: height } = this.renderer.domElement;
    if (width === 0 || height === 0) return false;
    const ratio = Math.min(window.devicePixelRatio || 1, this.pixels);
    const { domElement } = this.renderer;
    const w = Math.floor(width * ratio);
    const h = Math.floor(height * ratio);
    if (domElement.width === w && domElement.height === h) return false;
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    return true;
  }

  /** Put the camera where it sees all of a box of a size whose foot's middle is at (x, 0, 0). */
  stand(size: Size, x: number): void {
    const { camera } = this;
    const distance = distanceTo(size, FIRST, { field: FIELD, aspect: camera.aspect }) * ROOM;
    camera.position.set(
      x + distance * FIRST[0],
      size[1] / 2 + distance * FIRST[1],
      distance * FIRST[2],
    );
    camera.near = distance / 100;
    camera.far = distance * 30;
    camera.updateProjectionMatrix();
  }

  draw(): void {
    this.renderer.render(this.scene, this.camera);
  }

  dispose(): void {
    this.scene.environment?.dispose();
    this.scene.traverse(release);
    this.renderer.dispose();
    this.renderer.forceContextLoss();
  }
}

/** The light of the studio: grey walls, softboxes. */
function environment(renderer: WebGLRenderer): Scene['environment'] {
  const room = new Scene();
  const cube = new BoxGeometry();
  const wall = new MeshBasicMaterial({ color: new Color(0.62, 0.63, 0.65), side: BackSide });
  const walls = new Mesh(cube, wall);
  walls.scale.setScalar(20);
  room.add(walls);
  for (const [x, y, z, width, height, radiance] of SOFTBOXES) {
    const glow = new MeshBasicMaterial({ color: new Color(radiance, radiance, radiance * 0.99) });
    const lamp = new Mesh(cube, glow);
    lamp.position.set(x, y, z).setLength(8.5);
    lamp.scale.set(width, height, 0.1);
    lamp.lookAt(0, 0, 0);
    room.add(lamp);
  }
  const generator = new PMREMGenerator(renderer);
  const target = generator.fromScene(room, 0.02);
  generator.dispose();
  room.traverse(release);
  return target.texture;
}
