/** What packed tiles' material has instead of chunks of three.js's standard one. */

export const vertex = {
  common: /* glsl */ `
#include <common>
attribute vec4 emission;
attribute vec4 surface;
attribute vec4 irradiance;
#ifdef USE_INSTANCING
attribute vec4 instanceLight;
#endif
varying vec3 vEmission;
varying vec4 vLight; // irradiance over pi, and 1 where it was baked
varying vec3 vPlace; // in the world
varying vec2 vPictureUv;
// Inside of the triangle also where a pixel's middle is not: neighbours in the lightmap are close.
centroid varying vec2 vLightUv;
flat varying vec4 vSurface; // roughness, metalness, layer of the picture, bits

vec3 decoded(const in vec3 srgb) {
  vec3 curve = pow((srgb + 0.055) / 1.055, vec3(2.4));
  return mix(curve, srgb / 12.92, vec3(lessThanEqual(srgb, vec3(0.04045))));
}`,
  color_vertex: /* glsl */ `
vPictureUv = uv;
#ifdef USE_LIGHTMAP
vLightUv = uv1;
#endif
vColor = vec4(decoded(color.rgb), color.a);
float strength = emission.a * 255.0 / FULL;
vEmission = decoded(emission.rgb) * strength * strength;
vSurface = vec4(surface.xy / 255.0, surface.zw);
vLight = vec4(RANGE * irradiance.rgb * irradiance.rgb, irradiance.a);`,
  project_vertex: /* glsl */ `
#include <project_vertex>
vec4 place = vec4(transformed, 1.0);
#ifdef USE_INSTANCING
place = instanceMatrix * place;
mat3 axes = mat3(instanceMatrix);
vec3 stretch = vec3(dot(axes[0], axes[0]), dot(axes[1], axes[1]), dot(axes[2], axes[2]));
vec3 facing = normalize(axes * (objectNormal / stretch));
vLight.rgb += max(0.0, instanceLight.w + dot(instanceLight.xyz, facing));
#endif
vPlace = (modelMatrix * place).xyz;`,
};

/** Light over SPARE is bent to at most MOST: under a lamp, what is printed on white stays to be
 * read. hallgen/light/pictures/shade.py has the same. */
export const SPARED = /* glsl */ `
vec3 spared(const in vec3 light) {
  const float SPARE = 0.6, MOST = 0.95;
  float whole = dot(light, vec3(0.2126, 0.7152, 0.0722));
  float over = max(whole - SPARE, 0.0) / (MOST - SPARE);
  return over > 0.0 ? light * ((SPARE + (MOST - SPARE) * (1.0 - exp(-over))) / whole) : light;
}`;

export const fragment = {
  common: /* glsl */ `
#include <common>
varying vec3 vEmission;
varying vec4 vLight;
varying vec3 vPlace;
varying vec2 vPictureUv;
centroid varying vec2 vLightUv;
flat varying vec4 vSurface;
uniform highp sampler2DArray details;
uniform sampler2D uReflection;
uniform mat4 uReflectionMatrix;
uniform float uReflectionStrength;
uniform float uReflectionFocus;
uniform float uMirroring;

${SPARED}
// A picture's smaller copy with its texels blended by quadratic splines, in four samples: lamps
// that are a texel or two do not show as squares. A copy is asked for its own size.
vec3 blended(const in sampler2D picture, const in vec2 at, const in float lod) {
  vec2 size = vec2(textureSize(picture, int(lod)));
  vec2 within = fract(at * size);
  vec2 share = (within * (within - 1.0) + 0.5) / size;
  vec2 low = at - share;
  vec2 high = at + share;
  return 0.25 * (textureLod(picture, low, lod).rgb
    + textureLod(picture, vec2(low.x, high.y), lod).rgb
    + textureLod(picture, vec2(high.x, low.y), lod).rgb
    + textureLod(picture, high, lod).rgb);
}

// What a polished floor mirrors, and how much of that counts. Floors and platforms look up and
// lie low; matt ones mirror nothing. What stands on the floor is sharp at its feet, and a roof is
// a glow: a rough mirror blurs by an angle, of which the part counts that lies behind the floor.
vec4 mirroredInFloor(const in vec3 up, const in float roughness) {
  float share = uReflectionStrength * smoothstep(0.36, 0.28, roughness)
    * smoothstep(0.98, 0.999, up.y) * smoothstep(0.16, 0.13, abs(vPlace.y));
  if (share <= 0.0) return vec4(0.0);
  vec4 place = uReflectionMatrix * vec4(vPlace, 1.0);
  vec2 at = place.xy / place.w;
  float height = -FALL * log2(max(textureLod(uReflection, at, 3.0).a, 1.0 / 255.0));
  float behind = height / (height + max(cameraPosition.y - vPlace.y, 0.1));
  float blur = log2(max(SPREAD * roughness * uReflectionFocus * behind, 1.0));
  float lod = min(floor(blur), COPIES - 1.0);
  vec3 seen = mix(
    blended(uReflection, at, lod), blended(uReflection, at, lod + 1.0), min(blur - lod, 1.0));
  return vec4(seen, share);
}`,
  map_fragment: /* glsl */ `
int bits = int(vSurface.w + 0.5);
vec4 texel = vec4(1.0);
if (vSurface.z > 1.5) {
  texel = texture(details, vec3(vPictureUv, vSurface.z - DETAIL));
}
#ifdef USE_MAP
else if (vSurface.z > 0.5) {
  texel = texture2D(map, vPictureUv);
}
#endif
if ((bits & TINTS_COLOR) != 0) diffuseColor.rgb *= texel.rgb;
diffuseColor.a *= texel.a;`,
  roughnessmap_fragment: 'float roughnessFactor = vSurface.x;',
  metalnessmap_fragment: 'float metalnessFactor = vSurface.y;',
  emissivemap_fragment: /* glsl */ `
totalEmissiveRadiance += (bits & TINTS_EMISSION) != 0 ? vEmission * texel.rgb : vEmission;`,
  lights_fragment_maps: /* glsl */ `
vec3 mirrored = vec3(0.0);
#ifdef USE_ENVMAP
if ((bits & MATTE) == 0) mirrored = getIBLRadiance(geometryViewDir, geometryNormal, material.roughness);
#endif
if (vLight.a > 0.5) {
  // Baked: no other light counts, and dark corners mirror little of the bright hall.
  reflectedLight.directDiffuse = vec3(0.0);
  reflectedLight.directSpecular = vec3(0.0);
  vec3 light = vLight.rgb;
  #ifdef USE_LIGHTMAP
  float coded = texture2D(lightMap, vLightUv).r;
  light += coded * coded * lightMapIntensity;
  #endif
  irradiance = PI * spared(light);
  mirrored *= clamp(dot(light, vec3(0.2126, 0.7152, 0.0722)) / 0.42, 0.08, 1.2);
}
#ifdef USE_ENVMAP
else {
  iblIrradiance += getIBLIrradiance(geometryNormal);
}
#endif
if (uReflectionStrength > 0.0) {
  vec3 up = transformDirectionByInverseViewMatrix(geometryNormal, viewMatrix);
  vec4 below = mirroredInFloor(up, material.roughness);
  // Where its pattern is dark a floor is worn, or has a joint: it shines less.
  float polish = vSurface.z > 1.5 ? texel.g * texel.g / WORN : 1.0;
  mirrored = mix(mirrored, below.rgb * polish, below.a);
}
radiance += mirrored;`,
  opaque_fragment: /* glsl */ `
#ifndef OPAQUE
// Glass mirrors as much as any surface, however little of its own colour is seen.
float behind = diffuseColor.a;
diffuseColor.a = clamp(max(max(totalSpecular.r, totalSpecular.g), totalSpecular.b), behind, 1.0);
outgoingLight = ((totalDiffuse + totalEmissiveRadiance) * behind + totalSpecular)
  / max(diffuseColor.a, 1e-4);
#endif
#include <opaque_fragment>
#ifdef OPAQUE
// How high it is, for who mirrors it.
if (uMirroring > 0.5) gl_FragColor.a = exp2(-max(vPlace.y, 0.0) / FALL);
#endif`,
};
