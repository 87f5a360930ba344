/** The stage: WebGL context, scene, camera, light and fog. Knows nothing of fairs. */
import {
  Color,
  FogExp2,
  NeutralToneMapping,
  PerspectiveCamera,
  SRGBColorSpace,
  Scene,
  WebGLRenderer,
} from 'three';
import { RADIANS } from '../geometry';
import type { Pose } from '../manifest';
import { HallLight } from './light';
import { seeMany } from './layers';
import type { Pixels } from './quality';

/** The air of a hall, and how thick it is (per metre, squared exponential). */
const AIR = '#aab2b8';
const THICKNESS = 0.0042;

const EXPOSURE = 1.3;

/** Vertical field of view in degrees; a portrait screen gets so many more, or it sees too little. */
const FIELD = 60;
const PORTRAIT = 12;

/** Near and far plane in metres: a panel at arm's length, the far wall of the longest hall. */
const NEAR = 0.1;
const FAR = 600;

export interface Stage {
  readonly renderer: WebGLRenderer;
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  /** The vertical field of view in degrees, before what a portrait screen gets besides. */
  readonly lens: { field: number };
  readonly light: HallLight;
  /** The graphics chip's name, or '' where the browser keeps it to itself. */
  readonly gpu: string;
  /** Whether a processor draws, not a graphics chip: everything costs ten times more. */
  readonly software: boolean;
}

/** Thrown where the browser cannot draw in 3D. */
export class NoWebGLError extends Error {
  override readonly name = 'NoWebGLError';
}

/** Set the stage on a canvas. Throws NoWebGLError. */
export function createStage(canvas: HTMLCanvasElement): Stage {
  const context = canvas.getContext('webgl2', {
    alpha: false,
    antialias: true,
    depth: true,
    powerPreference: 'high-performance',
  });
  if (context === null) throw new NoWebGLError('WebGL 2 is not available');
  const renderer = new WebGLRenderer({ canvas, context });
  renderer.toneMapping = NeutralToneMapping;
  renderer.toneMappingExposure = EXPOSURE;
  renderer.outputColorSpace = SRGBColorSpace;
  // A frame may be drawn in two passes; whoever draws one counts both.
  renderer.info.autoReset = false;
  const scene = new Scene();
  scene.background = new Color(AIR);
  scene.fog = new FogExp2(AIR, THICKNESS);
  const camera = new PerspectiveCamera(FIELD, 1, NEAR, FAR);
  camera.rotation.order = 'YXZ';
  seeMany(camera, true);
  const light = new HallLight(renderer, scene);
  const gpu = chipOf(context);
  const software = /swiftshader|llvmpipe|software|basic render/i.test(gpu);
  return { renderer, scene, camera, lens: { field: FIELD }, light, gpu, software };
}

/** Bytes of the canvas on the GPU: samples of colour and depth, and what is shown. */
export function canvasBytes({ renderer }: Stage): number {
  const context = renderer.getContext();
  const samples = Math.max(1, context.getParameter(context.SAMPLES) as number);
  const { width, height } = renderer.domElement;
  return width * height * (samples * 8 + 4);
}

/** Fit the drawing to the canvas's box. `scale` 1 is full sharpness. False where nothing
 * changed. */
export function resizeStage(
  stage: Stage,
  { width, height }: { readonly width: number; readonly height: number },
  { least, most }: Pixels,
  scale: number,
): boolean {
  const { renderer, camera } = stage;
  const pixels = Math.min(Math.max(window.devicePixelRatio || 1, least), most);
  const ratio = (stage.software ? 1 : pixels) * scale;
  const w = Math.max(1, Math.floor(width));
  const h = Math.max(1, Math.floor(height));
  const { domElement } = renderer;
  if (domElement.width === Math.floor(w * ratio) && domElement.height === Math.floor(h * ratio)) {
    return false;
  }
  renderer.setPixelRatio(ratio);
  renderer.setSize(w, h, false);
  camera.aspect = w / h;
  widen(stage, stage.lens.field);
  return true;
}

/** See so many degrees from top to bottom. */
export function widen({ camera, lens }: Pick<Stage, 'camera' | 'lens'>, field: number): void {
  lens.field = field;
  camera.fov = camera.aspect >= 1 ? field : field + PORTRAIT;
  camera.updateProjectionMatrix();
}

/** Look out of the visitor's eyes. */
export function placeCamera(camera: PerspectiveCamera, eyes: Pose): void {
  camera.position.set(eyes.x, eyes.y, eyes.z);
  camera.rotation.set(eyes.pitch * RADIANS, -eyes.heading * RADIANS, 0);
  camera.updateMatrixWorld();
}

/** Firefox tells it at once, and warns whoever asks further; others mask it there. */
function chipOf(context: WebGL2RenderingContext): string {
  const told: unknown = context.getParameter(context.RENDERER);
  if (typeof told === 'string' && told !== '' && told !== 'WebKit WebGL') return told;
  const info = context.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = info && context.getParameter(info.UNMASKED_RENDERER_WEBGL);
  return typeof name === 'string' ? name : '';
}
