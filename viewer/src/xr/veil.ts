/** Darkens what is seen out of the corner of the eye while the view turns or jumps: much of what
 * makes one sick is seen there. A sheet before each eye, whatever its lens. */
import { Mesh, PlaneGeometry, ShaderMaterial } from 'three';
import { release } from '../inspect/release';

/** Seconds until the whole view is there again. */
const LASTS = 0.35;

/** Tangents of the angles off the middle between which it grows dark. */
const CLEAR = 0.34;
const DARK = 0.8;

export class Veil {
  readonly object: Mesh<PlaneGeometry, ShaderMaterial>;
  private left = 0;

  constructor() {
    const material = new ShaderMaterial({
      uniforms: { strength: { value: 0 } },
      vertexShader: `
        varying vec2 slope;
        void main() {
          gl_Position = vec4(position.xy, 0., 1.);
          slope = (position.xy + vec2(projectionMatrix[2][0], projectionMatrix[2][1]))
            / vec2(projectionMatrix[0][0], projectionMatrix[1][1]);
        }`,
      fragmentShader: `
        uniform float strength; varying vec2 slope;
        void main() {
          gl_FragColor = vec4(0., 0., 0., strength * smoothstep(${CLEAR}, ${DARK}, length(slope)));
        }`,
      transparent: true,
      depthTest: false,
      depthWrite: false,
    });
    this.object = new Mesh(new PlaneGeometry(2, 2), material);
    this.object.frustumCulled = false;
    this.object.renderOrder = 1000;
    this.object.visible = false;
  }

  /** The view moves at once. */
  draw(): void {
    this.left = LASTS;
    this.step(0);
  }

  step(seconds: number): void {
    this.left = Math.max(0, this.left - seconds);
    this.object.visible = this.left > 0;
    this.object.material.uniforms.strength!.value = this.left / LASTS;
  }

  dispose(): void {
    this.object.removeFromParent();
    release(this.object);
  }
}
