/** A product's own model in a tile: its notes, and materials that take the light of its place.
 *
 * Its file is the same wherever it stands, so that its light is not in it but in the tileset. */
import {
  Mesh,
  MeshStandardMaterial,
  type Object3D,
  Vector4,
  type WebGLProgramParametersWithUniforms,
} from 'three';
import { boxProjected } from '../world/box';
import { type Feature, keepFeatures } from '../world/features';
import { SPARED } from './shaders';

/** What the tileset says of a tile, under "hallgen". */
export interface ExhibitNotes extends Feature {
  /** Irradiance over pi to first order: x, y, z of the slope, then the mean. */
  readonly light?: readonly [number, number, number, number];
}

/** The notes of a tile; undefined for one that is no exhibit. */
export function notesOf(tile: object): ExhibitNotes | undefined {
  const { extras } = tile as { extras?: { hallgen?: Partial<ExhibitNotes> } };
  const notes = extras?.hallgen;
  if (notes === undefined) return undefined;
  const { booth = '', product = '', exhibitor = '', light } = notes;
  return { booth, product, exhibitor, ...(light && { light }) };
}

/** Light a model as its notes say, and make it answer for its product. */
export function dress(model: Object3D, notes: ExhibitNotes): void {
  const { light, ...feature } = notes;
  model.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    const mesh = object as Mesh;
    const rows = new Uint16Array(mesh.geometry.getAttribute('position').count);
    keepFeatures(mesh, { table: [feature], rows, of: 'vertices' });
    const materials = Array.isArray(mesh.material) ? mesh.material : [mesh.material];
    for (const material of materials) {
      if (light && material instanceof MeshStandardMaterial) lit(material, light);
    }
  });
}

function lit(material: MeshStandardMaterial, light: NonNullable<ExhibitNotes['light']>): void {
  const uniform = { value: new Vector4(...light) };
  material.onBeforeCompile = (program: WebGLProgramParametersWithUniforms) => {
    program.uniforms.uPlaceLight = uniform;
    program.fragmentShader = program.fragmentShader
      .replace('#include <common>', `#include <common>\nuniform vec4 uPlaceLight;${SPARED}`)
      .replace('#include <lights_fragment_maps>', LIGHT);
    boxProjected(program);
  };
  material.customProgramCacheKey = () => 'hallgen-exhibit';
}

/** As packed tiles' shader has it for baked light. */
const LIGHT = /* glsl */ `
reflectedLight.directDiffuse = vec3(0.0);
reflectedLight.directSpecular = vec3(0.0);
vec3 placed = transformDirectionByInverseViewMatrix(geometryNormal, viewMatrix);
float share = max(0.0, uPlaceLight.w + dot(uPlaceLight.xyz, placed));
irradiance = PI * spared(vec3(share));
#ifdef USE_ENVMAP
radiance += getIBLRadiance(geometryViewDir, geometryNormal, material.roughness)
  * clamp(share / 0.42, 0.08, 1.2);
#endif`;
