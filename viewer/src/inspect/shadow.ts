/** The soft dark beneath a product: how near its underside is to the floor, blurred. */
import {
  Color,
  Mesh,
  MeshBasicMaterial,
  MeshDepthMaterial,
  OrthographicCamera,
  PlaneGeometry,
  type Scene,
  ShaderMaterial,
  WebGLRenderTarget,
  type WebGLRenderer,
} from 'three';

const PIXELS = 256;
const DARKNESS = 0.62;

/** Gaussian over nine texels along one axis. */
const BLUR = {
  vertexShader: 'varying vec2 at; void main() { at = uv; gl_Position = vec4(position.xy, 0., 1.); }',
  fragmentShader: `
    uniform sampler2D picture; uniform vec2 way; varying vec2 at;
    void main() {
      float total = 0.;
      float weights[5];
      weights[0] = .1633; weights[1] = .1531; weights[2] = .12245; weights[3] = .0918; weights[4] = .051;
      for (int i = -4; i <= 4; i++) {
        int k = i < 0 ? -i : i;
        total += texture2D(picture, at + way * float(i)).a * weights[k];
      }
      gl_FragColor = vec4(0., 0., 0., total);
    }`,
};

export class ContactShadow {
  readonly object: Mesh<PlaneGeometry, MeshBasicMaterial>;
  private readonly near = new WebGLRenderTarget(PIXELS, PIXELS);
  private readonly spread = new WebGLRenderTarget(PIXELS, PIXELS);
  private readonly camera: OrthographicCamera;
  private readonly depth = depthMaterial();
  private readonly blur = new ShaderMaterial({
    ...BLUR,
    uniforms: { picture: { value: null }, way: { value: [0, 0] } },
    depthTest: false,
    depthWrite: false,
  });
  private readonly sheet = new Mesh(new PlaneGeometry(2, 2), this.blur);

  /** Under a thing of a width and depth in metres; what is higher than `height` casts none. */
  constructor(width: number, depth: number, height: number) {
    const side = Math.max(width, depth) * 1.7;
    this.camera = new OrthographicCamera(-side / 2, side / 2, side / 2, -side / 2, 0, height);
    this.camera.rotation.x = Math.PI / 2;
    this.camera.position.y = -height * 0.02;
    this.camera.updateMatrixWorld();
    this.sheet.frustumCulled = false;
    this.object = new Mesh(
      new PlaneGeometry(side, side).rotateX(Math.PI / 2),
      new MeshBasicMaterial({
        map: this.near.texture,
        transparent: true,
        opacity: DARKNESS,
        depthWrite: false,
        toneMapped: false,
      }),
    );
    // The camera looks up: its picture is that of the floor seen from below.
    this.object.scale.y = -1;
    this.object.renderOrder = -1;
  }

  /** Draw it anew; only what casts may be visible in the scene. */
  update(renderer: WebGLRenderer, scene: Scene): void {
    const { background } = scene;
    const clear = renderer.getClearColor(new Color());
    const alpha = renderer.getClearAlpha();
    scene.background = null;
    scene.overrideMaterial = this.depth;
    renderer.setClearColor('#000', 0);
    renderer.setRenderTarget(this.near);
    renderer.clear();
    renderer.render(scene, this.camera);
    scene.overrideMaterial = null;
    scene.background = background;
    for (const step of [2.6, 1.1]) {
      this.pass(renderer, this.near, this.spread, [step / PIXELS, 0]);
      this.pass(renderer, this.spread, this.near, [0, step / PIXELS]);
    }
    renderer.setRenderTarget(null);
    renderer.setClearColor(clear, alpha);
  }

  dispose(): void {
    this.near.dispose();
    this.spread.dispose();
  }

  private pass(
    renderer: WebGLRenderer,
    from: WebGLRenderTarget,
    to: WebGLRenderTarget,
    way: readonly number[],
  ): void {
    this.blur.uniforms.picture!.value = from.texture;
    this.blur.uniforms.way!.value = way;
    renderer.setRenderTarget(to);
    renderer.clear();
    renderer.render(this.sheet, this.camera);
  }
}

/** Black, the more of it the nearer to the floor. three.js bends it with skins and morphs. */
function depthMaterial(): MeshDepthMaterial {
  const material = new MeshDepthMaterial();
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      'gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );',
      'float near = 1.0 - fragCoordZ; gl_FragColor = vec4( vec3( 0.0 ), near * near );',
    );
  };
  return material;
}
