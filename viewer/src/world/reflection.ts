/** The hall in its polished floor: the scene seen from below, mirrored at y = 0.
 *
 * A surface looks its own place up in that picture, so what stands on it meets its image at the
 * feet, also on platforms of a hand's breadth. Smaller copies of the picture serve rough floors; its
 * alpha notes how high things are, as what is farther behind the floor is blurred more.
 *
 * Nothing in it is brighter than white. Lamps and lines of light are many times as bright, and a
 * blur of them was a bright band with the steps of its texels for an edge. */
import {
  LinearFilter,
  LinearMipmapLinearFilter,
  Matrix4,
  PerspectiveCamera,
  Plane,
  SRGBColorSpace,
  type Texture,
  Vector3,
  Vector4,
  WebGLRenderTarget,
} from 'three';
import { seeMany } from './layers';
import type { Stage } from './stage';

/** Uniforms of materials that mirror: the picture, what leads from a place in the world to its
 * place in the picture (divide by w), how much of it is seen, 0 for none, and its texels a radian;
 * and whether the picture is being drawn, 1 or 0. */
export interface ReflectionUniforms {
  readonly uReflection: { value: Texture | null };
  readonly uReflectionMatrix: { value: Matrix4 };
  readonly uReflectionStrength: { value: number };
  readonly uReflectionFocus: { value: number };
  readonly uMirroring: { value: number };
}

export const reflectionUniforms: ReflectionUniforms = {
  uReflection: { value: null },
  uReflectionMatrix: { value: new Matrix4() },
  uReflectionStrength: { value: 0 },
  uReflectionFocus: { value: 1 },
  uMirroring: { value: 0 },
};

/** How often the picture is halved exactly: a grid that is off by a share of a texel shows. */
export const COPIES = 5;
const STEP = 2 ** COPIES;

/** Metres above the floor from which things are mirrored: the floor itself is not. */
const LOWEST = 0.004;

/** From clip space, -1 to 1, to a picture's coordinates, 0 to 1. */
const TO_PICTURE = new Matrix4().set(0.5, 0, 0, 0.5, 0, 0.5, 0, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0, 1);

/** Samples a pixel: smaller copies would show the steps of an edge as a row of beads. */
const SAMPLES = 4;

/** Bytes of a texel, four of them with a third more for smaller copies, and of a sample of it, with
 * its depth. */
const TEXEL = (4 * 4) / 3;
const SAMPLE = 4 + 4;

/** How a tier mirrors: `share` of the view's pixels along an edge, 0 for not at all; all that is
 * seen, or what is large, without the many like pieces under a roof and without people. */
export interface Mirror {
  readonly share: number;
  readonly mirrored: 'all' | 'large';
}

export class Reflection {
  /** How often the hall was mirrored, and with how many draw calls the last time. */
  drawn = 0;
  calls = 0;
  private readonly mirrored = new PerspectiveCamera();
  private readonly floor = new Plane();
  private target: WebGLRenderTarget | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly uniforms: ReflectionUniforms,
  ) {}

  get bytes(): number {
    if (this.target === undefined) return 0;
    const { width, height, samples } = this.target;
    return Math.round(width * height * (TEXEL + Math.max(1, samples) * SAMPLE));
  }

  /** Mirror the scene for the camera as it stands now. */
  draw({ share, mirrored }: Mirror): void {
    if (share === 0) return this.end();
    seeMany(this.mirrored, mirrored === 'all');
    const { renderer, scene, camera } = this.stage;
    const { uReflection, uReflectionMatrix, uReflectionStrength, uMirroring } = this.uniforms;
    const target = this.fit(share);
    this.place(camera);
    // Nobody may read the picture while it is drawn.
    uReflection.value = null;
    uReflectionStrength.value = 0;
    uMirroring.value = 1;
    const before = renderer.info.render.calls;
    renderer.setRenderTarget(target);
    renderer.render(scene, this.mirrored);
    renderer.setRenderTarget(null);
    uMirroring.value = 0;
    this.calls = renderer.info.render.calls - before;
    this.drawn++;
    uReflection.value = target.texture;
    uReflectionMatrix.value
      .multiplyMatrices(TO_PICTURE, camera.projectionMatrix)
      .multiply(this.mirrored.matrixWorldInverse);
    uReflectionStrength.value = 1;
    this.uniforms.uReflectionFocus.value = (target.height / 2) * camera.projectionMatrix.elements[5];
  }

  private end(): void {
    this.target?.dispose();
    this.target = undefined;
    this.calls = 0;
    this.uniforms.uReflection.value = null;
    this.uniforms.uReflectionStrength.value = 0;
  }

  private fit(share: number): WebGLRenderTarget {
    const { domElement } = this.stage.renderer;
    const [width, height] = [domElement.width, domElement.height].map(
      (pixels) => Math.max(1, Math.round((pixels * share) / STEP)) * STEP,
    ) as [number, number];
    this.target ??= new WebGLRenderTarget(width, height, {
      colorSpace: SRGBColorSpace,
      samples: this.stage.software ? 0 : SAMPLES,
      generateMipmaps: true,
      minFilter: LinearMipmapLinearFilter,
      magFilter: LinearFilter,
    });
    this.target.setSize(width, height);
    return this.target;
  }

  /** Below the floor where the camera is above it, looking up as it looks down. */
  private place(camera: PerspectiveCamera): void {
    const { mirrored } = this;
    mirrored.position.set(camera.position.x, -camera.position.y, camera.position.z);
    mirrored.rotation.set(-camera.rotation.x, camera.rotation.y, 0, 'YXZ');
    mirrored.far = camera.far;
    mirrored.updateMatrixWorld();
    mirrored.projectionMatrix.copy(camera.projectionMatrix);
    this.floor.normal.set(0, 1, 0);
    this.floor.constant = -LOWEST;
    clipBelow(mirrored, this.floor);
  }
}

const corner = new Vector4();
const plane = new Vector4();
const normal = new Vector3();
const below = new Plane();

/** Make a plane of the world a camera's near plane; what lies behind it is not seen.
 *
 * Eric Lengyel, Oblique View Frustum Depth Projection and Clipping, Journal of Game
 * Development 1(2), 2005: the far plane is turned about the corner opposite of the plane. */
function clipBelow(camera: PerspectiveCamera, world: Plane): void {
  const seen = below.copy(world).applyMatrix4(camera.matrixWorldInverse);
  const { elements } = camera.projectionMatrix;
  normal.copy(seen.normal);
  corner.set(
    (Math.sign(normal.x) + elements[8]) / elements[0],
    (Math.sign(normal.y) + elements[9]) / elements[5],
    -1,
    (1 + elements[10]) / elements[14],
  );
  plane.set(normal.x, normal.y, normal.z, seen.constant);
  plane.multiplyScalar(2 / plane.dot(corner));
  elements[2] = plane.x;
  elements[6] = plane.y;
  elements[10] = plane.z + 1;
  elements[14] = plane.w;
  camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
}
