/** The one material of packed tiles: baked light, mirrored surroundings, pictures of two kinds. */
import {
  type DataArrayTexture,
  MeshStandardMaterial,
  type Texture,
  type WebGLProgramParametersWithUniforms,
} from 'three';
import { boxProjected } from '../world/box';
import { COPIES, reflectionUniforms } from '../world/reflection';
import { DETAIL, FULL, MATTE, RANGE, TINTS_COLOR, TINTS_EMISSION } from './pack';
import * as shaders from './shaders';

export interface Look {
  readonly sheet: Texture | undefined;
  readonly details: { readonly value: DataArrayTexture };
  readonly lightmap: Texture | undefined;
  /** What the square of a texel of the lightmap is multiplied by. */
  readonly range: number;
  readonly transparent: boolean;
}

const decimal = (value: number): string => value.toFixed(1);

/** The numbers that packing and shader agree on. */
const DEFINES = {
  ...{ RANGE: decimal(RANGE), FULL: decimal(FULL), DETAIL: decimal(DETAIL) },
  ...{ TINTS_COLOR, TINTS_EMISSION, MATTE },
  // The floor's mirror: metres in which a height's note halves, the angle by which it blurs for its
  // roughness, smaller copies that it has, and the mean of its pattern, squared.
  ...{ FALL: decimal(2), SPREAD: '0.25', COPIES: decimal(COPIES), WORN: '0.64' },
};

/** A material for packed vertices. Its textures are those of one tile. */
export function bakedMaterial(look: Look): MeshStandardMaterial {
  const material = new MeshStandardMaterial({
    map: look.sheet ?? null,
    lightMap: look.lightmap ?? null,
    lightMapIntensity: look.range,
    vertexColors: true,
    roughness: 1,
    metalness: 1,
    transparent: look.transparent,
    depthWrite: !look.transparent,
  });
  material.defines = { ...material.defines, ...DEFINES };
  const uniforms = { details: look.details, ...reflectionUniforms };
  material.onBeforeCompile = (program) => {
    Object.assign(program.uniforms, uniforms);
    patch(program);
  };
  // All packed materials are one program (for each set of textures), whatever tile they draw.
  material.customProgramCacheKey = () => 'hallgen-baked';
  return material;
}

function patch(program: WebGLProgramParametersWithUniforms): void {
  program.vertexShader = replaced(program.vertexShader, shaders.vertex);
  program.fragmentShader = replaced(program.fragmentShader, shaders.fragment);
  boxProjected(program);
}

/** A shader in which named chunks of three.js are replaced by ours. Throws where one is gone,
 * as a new three.js might have it. */
function replaced(shader: string, chunks: Readonly<Record<string, string>>): string {
  return Object.entries(chunks).reduce((text, [name, ours]) => {
    const include = `#include <${name}>`;
    if (!text.includes(include)) throw new Error(`three.js has no ${name} any more`);
    return text.replace(include, ours);
  }, shader);
}
