/** Reflections that stay where they belong: the environment was seen from one place, and is
 * mirrored as if it were painted on the inside of the hall's box.
 *
 * The ray of a mirrored view is followed to the box and looked up in the direction in which the
 * place of the probe sees that point: the walls, lamps and doors of a long hall move past as
 * the visitor walks, which at an infinite distance they would not. */
import { ShaderChunk, Vector3 } from 'three';
import type { ShardProbe } from '../manifest';

/** Height in metres at which a hall's probe is taken, in the middle of its floor. */
export const PROBE_HEIGHT = 2.2;

/** Uniforms that all boxed materials share. Without a size there is no box. */
export const environmentBox = {
  uBoxLow: { value: new Vector3() },
  uBoxHigh: { value: new Vector3() },
  uBoxProbe: { value: new Vector3() },
} as const;

/** The part of a shader that three.js hands to `onBeforeCompile`. */
interface Shader {
  uniforms: Record<string, unknown>;
  fragmentShader: string;
}

const CHUNK = '#include <envmap_physical_pars_fragment>';

/** Every direction into the environment is turned by this matrix; the last thing done to it. */
const LOOKUP = 'envMapRotation * reflectVec';

const DECLARED = /* glsl */ `
uniform vec3 uBoxLow;
uniform vec3 uBoxHigh;
uniform vec3 uBoxProbe;

vec3 boxedDirection( const in vec3 direction ) {

	if ( uBoxHigh.x <= uBoxLow.x ) return direction;
	vec3 place = cameraPosition - ( vec4( vViewPosition, 0.0 ) * viewMatrix ).xyz;
	vec3 inside = clamp( place, uBoxLow + 0.01, uBoxHigh - 0.01 );
	vec3 walls = mix( uBoxLow, uBoxHigh, step( 0.0, direction ) );
	vec3 away = abs( walls - inside ) / ( abs( direction ) + 1e-5 );
	return inside + direction * min( min( away.x, away.y ), away.z ) - uBoxProbe;

}
`;

/** Patch a standard material's shader in `onBeforeCompile`. Throws where three.js looks the
 * environment up otherwise than this expects. */
export function boxProjected(shader: Shader): void {
  const chunk = ShaderChunk.envmap_physical_pars_fragment;
  if (!shader.fragmentShader.includes(CHUNK) || !chunk.includes(LOOKUP)) {
    throw new Error('this release of three.js looks the environment up in another way');
  }
  const boxed = chunk.replaceAll(LOOKUP, 'envMapRotation * boxedDirection( reflectVec )');
  shader.fragmentShader = shader.fragmentShader.replace(
    CHUNK,
    `#ifdef USE_ENVMAP\n${DECLARED}\n#endif\n${boxed}`,
  );
  Object.assign(shader.uniforms, environmentBox);
}

/** Mirror this hall from now on; undefined mirrors what is infinitely far. */
export function setBox(box: Pick<ShardProbe, 'low' | 'high'> | undefined): void {
  const { uBoxLow, uBoxHigh, uBoxProbe } = environmentBox;
  uBoxLow.value.fromArray(box?.low ?? [0, 0, 0]);
  uBoxHigh.value.fromArray(box?.high ?? [0, 0, 0]);
  uBoxProbe.value.addVectors(uBoxLow.value, uBoxHigh.value).multiplyScalar(0.5);
  uBoxProbe.value.y = PROBE_HEIGHT;
}
