"""What rays are cast at: the triangles of a hall in Embree, and what they are at a hit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from hallgen.light.pictures.texels import Coding, Numbering, Numbers, Texels
from hallgen.light.rays import Hits, Rays
from hallgen.light.sheets import RANGE
from hallgen.scene import Alpha, Floats, Scene
from hallgen.scene.flatten import Soup, flatten

#: Where each attribute lies in a vertex's row.
_NORMAL, _UV, _COLOR = slice(0, 3), slice(3, 5), slice(5, 9)
_LIGHT, _LIGHT_UV, _WIDTH = slice(9, 12), slice(12, 14), 14

#: The part of a booth's surfaces that tells its height.
_NEARLY_ALL = 0.985

#: The light of what was never baked: a hall's mean from above, less from below.
_AMBIENT, _AMBIENT_RISE = np.float32(0.36), np.float32(0.14)


@dataclass(frozen=True, eq=False, slots=True)
class Points:
    """Surfaces where rays met them, n of each: linear colours, unit normals towards the eye.

    `irradiance` is over pi. `alpha` is 0 where the back of a one-sided surface was met.
    """

    color: Floats
    alpha: Floats
    emissive: Floats
    normal: Floats
    irradiance: Floats
    roughness: Floats
    metallic: Floats
    unlit: NDArray[np.bool_]


class Target:
    """Scenes in the same axes as something to cast rays at. Building it takes the time."""

    def __init__(self, scenes: Iterable[Scene]) -> None:
        soup = flatten(scenes)
        self._rays = Rays(soup.positions, soup.triangles)
        self._triangles = soup.triangles.astype(np.int32)
        self._attributes = np.concatenate(
            [soup.normals, soup.uvs, soup.colors, soup.irradiance, soup.light_uvs], axis=1
        ).astype(np.float32)
        self._surface = soup.surface
        self._names = soup.names
        self._owners = soup.features[soup.triangles[:, 0]]
        self._met = np.zeros(len(soup.names) + 1, np.bool_)  # the last is for what has no name
        self._tops = soup.positions[:, 1][soup.triangles].max(axis=1)
        self._tables(soup)
        self._areas = _areas(soup)
        self._texels_a_metre = self._density(soup, self._areas)

    def cast(self, origins: Floats, directions: Floats) -> Hits:
        """What rays (n, 3) meet first; where that is nothing, infinitely far."""
        hits = self._rays.hits(origins, directions)
        self._met[self._owners[hits.triangle[hits.triangle >= 0]]] = True
        return replace(hits, distance=np.where(hits.triangle < 0, np.inf, hits.distance))

    def forget(self) -> None:
        """Have met nothing yet."""
        self._met[:] = False

    @property
    def met(self) -> frozenset[str]:
        """The booths that some ray met since all was forgotten."""
        return frozenset(
            name.booth
            for name, met in zip(self._names, self._met, strict=False)
            if met and name.booth
        )

    def shows(self, hits: Hits, booth: str | None) -> NDArray[np.bool_]:
        """Which rays met this booth; without one, any booth."""
        wanted = np.array(
            [name.booth == booth if booth else name.booth != "" for name in self._names]
        )
        feature = self._owners[hits.triangle]
        named: NDArray[np.bool_] = (hits.triangle >= 0) & (feature >= 0)
        named &= np.append(wanted, np.False_)[feature]
        return named

    def height(self, booth: str) -> float | None:
        """How high nearly all of a booth's surfaces are, in metres, without the ropes of its signs.

        It is None for a booth that is not there.
        """
        rows = [row for row, name in enumerate(self._names) if name.booth == booth]
        own = np.flatnonzero(np.isin(self._owners, rows))
        if not len(own):
            return None
        order = own[np.argsort(self._tops[own], kind="stable")]
        area = np.cumsum(self._areas[order])
        return float(self._tops[order[np.searchsorted(area, _NEARLY_ALL * area[-1])]])

    def points(self, hits: Hits, directions: Floats, spread: Floats) -> Points:
        """What rays met, each something; `spread` (n,) is their width there in metres."""
        one, two, three = self._triangles[hits.triangle].T
        u, v = hits.u[:, None], hits.v[:, None]
        values = self._attributes[one] * (1 - u - v)
        values += self._attributes[two] * u
        values += self._attributes[three] * v
        surface = self._surface[hits.triangle]
        normal = values[:, _NORMAL]
        length = np.sqrt(np.einsum("ij,ij->i", normal, normal))
        normal /= np.maximum(length, np.float32(1e-6))[:, None]
        behind = ~hits.front
        normal[behind] *= -1
        facing = np.einsum("ij,ij->i", normal, directions)
        color, emissive = values[:, _COLOR], self._emissive[surface]
        level = self._level(hits.triangle, spread, facing)
        self._paint(color, self._texture[surface], values[:, _UV], level)
        self._paint(emissive, self._emissive_texture[surface], values[:, _UV], level)
        alpha = np.where(self._opaque[surface], np.float32(1), color[:, 3])
        alpha[behind & ~self._double_sided[surface]] = 0
        return Points(
            color[:, :3],
            alpha,
            emissive,
            normal,
            self._irradiance(values, surface, normal),
            self._roughness[surface],
            self._metallic[surface],
            self._unlit[surface],
        )

    def _paint(self, color: Floats, number: Numbers, uvs: Floats, level: Floats) -> None:
        """Multiply colours by textures, where there are any."""
        painted = np.flatnonzero(number >= 0)
        if len(painted):
            seen = self._pictures.sample(number[painted], uvs[painted], level[painted])
            color[painted] *= seen[:, : color.shape[1]]

    def _irradiance(self, values: Floats, surface: Numbers, normal: Floats) -> Floats:
        light = values[:, _LIGHT]
        number = self._lightmap[surface]
        mapped = np.flatnonzero(number >= 0)
        if len(mapped):
            uvs, whole = values[mapped, _LIGHT_UV], np.zeros(len(mapped), np.float32)
            root = self._lightmaps.sample(number[mapped], uvs, whole)[:, :3]
            light[mapped] += np.float32(RANGE) * root * root
        dark = ~self._baked[surface]
        light[dark] = (_AMBIENT + _AMBIENT_RISE * normal[dark, 1])[:, None]
        return light

    def _level(self, triangle: Numbers, spread: Floats, facing: Floats) -> Floats:
        """How often a texture is halved, so that a ray's width is a texel; less when slanting."""
        slant = np.sqrt(np.maximum(np.abs(facing), np.float32(0.05)))
        texels = self._texels_a_metre[triangle] * spread / slant
        level: Floats = np.log2(np.maximum(texels, np.float32(1)))
        return level

    def _tables(self, soup: Soup) -> None:
        """What is the same all over a surface, one row each."""
        materials = [surface.material for surface in soup.surfaces]
        pictures, lightmaps = Numbering(), Numbering()
        self._texture = pictures.of([m.texture for m in materials])
        self._emissive_texture = pictures.of([m.emissive_texture for m in materials])
        self._lightmap = lightmaps.of([surface.lightmap for surface in soup.surfaces])
        self._pictures = Texels(pictures.textures, Coding.COLOR)
        self._lightmaps = Texels(lightmaps.textures, Coding.DATA)
        self._emissive = np.array([m.emissive for m in materials], np.float32)
        self._roughness = np.array([m.roughness for m in materials], np.float32)
        self._metallic = np.array([m.metallic for m in materials], np.float32)
        self._opaque = np.array([m.alpha is Alpha.OPAQUE for m in materials])
        self._double_sided = np.array([m.double_sided for m in materials])
        self._unlit = np.array([m.unlit for m in materials])
        self._baked = np.array([surface.baked for surface in soup.surfaces])

    def _density(self, soup: Soup, area: Floats) -> Floats:
        """Texels a metre of every triangle's texture, 0 where it has none."""
        number = np.maximum(self._texture, self._emissive_texture)[self._surface]
        one, two, three = (soup.uvs[corner] for corner in soup.triangles.T)
        a, b = two - one, three - one
        in_texture = np.abs(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0])
        side = np.append(self._pictures.sides(), np.float32(0))[number]
        density: Floats = side * np.sqrt(in_texture / np.maximum(area, np.float32(1e-12)))
        return density.astype(np.float32)


def _areas(soup: Soup) -> Floats:
    """Twice the area (m,) of each triangle in square metres."""
    one, two, three = (soup.positions[corner] for corner in soup.triangles.T)
    areas: Floats = np.linalg.norm(np.cross(two - one, three - one), axis=1).astype(np.float32)
    return areas
