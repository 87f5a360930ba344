/** Draws boxes in raw WebGL 2: one instanced call a frame. */
import { type Boxes, NUMBERS } from './boxes';

/** As the stage of the engine has them. */
const FIELD = 60;
const PORTRAIT_FIELD = 72;
const NEAR = 0.1;

/** How far one sees, how thick the air is, and whether one sees through where nothing stands;
 * `lens` is how much is seen, of what eyes in a hall see. */
export interface Sight {
  readonly far: number;
  readonly thick: number;
  readonly clear: boolean;
  readonly lens: number;
}

const INSIDE: Sight = { far: 600, thick: 0.0042, clear: false, lens: 1 };

const VERTEX = `#version 300 es
uniform mat4 m;
uniform vec3 e;
in vec4 a, b, c;
out vec3 p, q;
out vec4 t;
void main() {
  ivec3 k = ivec3(gl_VertexID & 1, gl_VertexID >> 1 & 1, gl_VertexID >> 2);
  vec2 s = (vec2(k.xz) - .5) * b.xy;
  p = vec3(a.x + s.x * b.z - s.y * b.w, a.z + float(k.y) * a.w, a.y + s.x * b.w + s.y * b.z);
  q = p - e;
  t = c;
  gl_Position = m * vec4(q, 1);
}`;

/** Light from above, a little less of it low down, joints in the floor, and the hall's air. */
const FRAGMENT = `#version 300 es
precision highp float;
uniform vec2 f;
in vec3 p, q;
in vec4 t;
out vec4 o;
void main() {
  vec3 n = normalize(cross(dFdx(q), dFdy(q)));
  float l = .88 + .12 * n.y + .05 * n.x;
  if (abs(n.y) < .5) l *= .82 + .18 * smoothstep(0., 1.6, p.y);
  vec2 j = abs(fract(p.xz / 6.) - .5);
  if (p.y < .001) l *= .95 + .05 * smoothstep(.499, .496, max(j.x, j.y));
  float d = length(q) * f.x;
  o = vec4(mix(vec3(.667, .698, .722), t.rgb * mix(l, 1., t.a), max(exp(-d * d), f.y)), 1);
}`;

/** Corners of the two triangles of each face; a corner's bits are x, y, z. */
const FACES = [
  [0, 1, 3, 2],
  [5, 4, 6, 7],
  [4, 0, 2, 6],
  [1, 5, 7, 3],
  [2, 3, 7, 6],
  [4, 5, 1, 0],
].flatMap(([a, b, c, d]) => [a!, b!, c!, a!, c!, d!]);

export interface Eyes {
  x: number;
  y: number;
  z: number;
  heading: number;
  pitch: number;
}

export interface Drawing {
  draw(eyes: Eyes): void;
  /** The floor (x, z) under a point of the canvas in CSS pixels; undefined above the horizon. */
  floorAt(eyes: Eyes, left: number, top: number): readonly [number, number] | undefined;
  /** Give the graphics memory back. */
  stop(): void;
}

/** Undefined where the browser has no WebGL 2. */
export function drawing(
  canvas: HTMLCanvasElement,
  { numbers }: Boxes,
  { far, thick, clear, lens } = INSIDE,
): Drawing | undefined {
  const gl = canvas.getContext('webgl2', { alpha: clear });
  if (gl === null) return undefined;
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  gl.useProgram(program);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, new Uint8Array(FACES), gl.STATIC_DRAW);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, numbers, gl.STATIC_DRAW);
  ['a', 'b', 'c'].forEach((name, k) => {
    const place = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, 4, gl.FLOAT, false, NUMBERS * 4, k * 16);
    gl.vertexAttribDivisor(place, 1);
  });
  const [matrix, origin] = ['m', 'e'].map((name) => gl.getUniformLocation(program, name));
  gl.enable(gl.DEPTH_TEST);
  if (!clear) gl.clearColor(0.667, 0.698, 0.722, 1);
  gl.uniform2f(gl.getUniformLocation(program, 'f'), thick, clear ? 1 : 0);
  return {
    draw: (eyes) => {
      const { clientWidth, clientHeight } = canvas;
      const sharp = Math.min(2, devicePixelRatio);
      const [width, height] = [Math.round(clientWidth * sharp), Math.round(clientHeight * sharp)];
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
      }
      gl.viewport(0, 0, width, height);
      gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
      gl.uniformMatrix4fv(matrix!, false, seen(eyes, width / height, lens, far));
      gl.uniform3f(origin!, eyes.x, eyes.y, eyes.z);
      gl.drawElementsInstanced(gl.TRIANGLES, 36, gl.UNSIGNED_BYTE, 0, numbers.length / NUMBERS);
    },
    floorAt: ({ x, y, z, heading, pitch }, left, top) => {
      const { clientWidth, clientHeight } = canvas;
      const half = (lens * tangent(clientWidth / clientHeight)) / (clientHeight / 2);
      const [right, up] = [(left - clientWidth / 2) * half, (clientHeight / 2 - top) * half];
      const [[s, c], [u, v]] = [turned(heading), turned(pitch)];
      const fall = u + up * v;
      if (fall > -0.02) return undefined;
      const [ahead, away] = [v - up * u, y / -fall];
      return [x + away * (ahead * s + right * c), z + away * (right * s - ahead * c)];
    },
    stop: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  };
}

/** Sine and cosine. */
export const turned = (degrees: number): [number, number] => [
  Math.sin((degrees * Math.PI) / 180),
  Math.cos((degrees * Math.PI) / 180),
];

/** Half the height of the view at one metre. */
export const tangent = (aspect: number): number =>
  Math.tan(((aspect >= 1 ? FIELD : PORTRAIT_FIELD) * Math.PI) / 360);

/** From places as seen from the eyes, in the axes of the scene, to the screen. */
function seen({ heading, pitch }: Eyes, aspect: number, lens: number, far: number): number[] {
  const [s, c] = turned(heading);
  const [u, v] = turned(pitch);
  const f = 1 / (lens * tangent(aspect));
  const g = f / aspect;
  const d = (far + NEAR) / (far - NEAR);
  const e = (2 * far * NEAR) / (far - NEAR);
  // Ahead is (s v, u, -c v), right (c, 0, s), up (-s u, v, c u).
  return [
    ...[c * g, -s * u * f, s * v * d, s * v],
    ...[0, v * f, u * d, u],
    ...[s * g, c * u * f, -c * v * d, -c * v],
    ...[0, 0, -e, 0],
  ];
}
