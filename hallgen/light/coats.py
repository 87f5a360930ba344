"""The colours of meshes where rays meet them: their materials, vertices and textures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hallgen.light.pictures.texels import Coding, Numbering, Texels
from hallgen.scene import Floats, Indices, Mesh

#: Textures are looked up at the level with about so many texels for each pixel of the picture.
_FINENESS = 2.0


class Coats:
    """What several meshes, one after the other as one, send back or shine: linear colours.

    `faces` (m, 3) are their triangles as corners of all; `pixels` is how long a picture of them
    will be.
    """

    def __init__(self, meshes: Sequence[Mesh], faces: Indices, pixels: int) -> None:
        counts = [len(mesh.triangles) for mesh in meshes]
        materials = [mesh.material for mesh in meshes]
        self._faces = faces
        self._of = np.repeat(np.arange(len(meshes)), counts)
        self._vertices = np.concatenate([_painted(mesh) for mesh in meshes])
        self._uvs = np.concatenate([_coordinates(mesh) for mesh in meshes])
        self._own = np.array([m.color[:3] for m in materials], np.float32)
        self._glow = np.array([m.emissive for m in materials], np.float32)
        numbering = Numbering()
        self._texture = numbering.of([m.texture for m in materials])
        self._glowing = numbering.of([m.emissive_texture for m in materials])
        self._texels = Texels(numbering.textures, Coding.COLOR) if numbering.textures else None
        sides = np.array([max(t.width, t.height) for t in numbering.textures] or [1], np.float32)
        self._levels = np.log2(np.maximum(sides / (_FINENESS * pixels), 1)).astype(np.float32)
        third = np.full(len(faces), 1 / 3, np.float32)
        self.flat = self.at(np.arange(len(faces), dtype=np.int32), third, third)

    def at(self, face: NDArray[np.int32], u: Floats, v: Floats) -> Floats:
        """The colours (n, 3) at barycentric places of faces (n,)."""
        weights = np.stack([1 - u - v, u, v], axis=1)[..., None]
        corners, mesh = self._faces[face], self._of[face]
        uvs = (self._uvs[corners] * weights).sum(axis=1).astype(np.float32)
        own = self._own[mesh] * self._shown(self._texture[mesh], uvs)
        glow = self._glow[mesh] * self._shown(self._glowing[mesh], uvs)
        painted = (self._vertices[corners] * weights).sum(axis=1)
        return np.asarray(painted * (own + glow), np.float32)

    def _shown(self, number: NDArray[np.int32], uvs: Floats) -> Floats:
        """What textures show there: white where there is none."""
        shown = np.ones((len(uvs), 3), np.float32)
        there = np.flatnonzero(number >= 0)
        if self._texels is not None and len(there):
            level = self._levels[number[there]]
            shown[there] = self._texels.sample(number[there], uvs[there], level)[:, :3]
        return shown


def _painted(mesh: Mesh) -> Floats:
    if mesh.colors is None:
        return np.ones((len(mesh.positions), 3), np.float32)
    return mesh.colors[:, :3]


def _coordinates(mesh: Mesh) -> Floats:
    return np.zeros((len(mesh.positions), 2), np.float32) if mesh.uvs is None else mesh.uvs
