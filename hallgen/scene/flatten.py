"""Many scenes as one set of triangles: what rays can be cast at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallgen.scene.bake import bake
from hallgen.scene.document import Feature, Floats, Indices, Material, Mesh, Scene, Texture


@dataclass(frozen=True, slots=True)
class Surface:
    """What triangles are made of. Those that were never baked have no light of their own."""

    material: Material
    lightmap: Texture | None
    baked: bool


@dataclass(frozen=True, eq=False, slots=True)
class Soup:
    """The triangles of several scenes in the axes they share, every placement written out.

    A vertex has: positions (n, 3) metres; normals (n, 3) unit; uvs and light_uvs (n, 2);
    colors (n, 4) linear, times that of the material; irradiance (n, 3) over pi; features (n,)
    rows of `names`, -1 where it has none. A triangle has: triangles (m, 3), counter-clockwise
    seen from outside; surface (m,), a row of `surfaces`.
    """

    positions: Floats
    normals: Floats
    uvs: Floats
    light_uvs: Floats
    colors: Floats
    irradiance: Floats
    features: NDArray[np.int32]
    triangles: Indices
    surface: NDArray[np.int32]
    surfaces: tuple[Surface, ...]
    names: tuple[Feature, ...]


def flatten(scenes: Iterable[Scene]) -> Soup:
    """All triangles of all scenes, in the order given. Raises ValueError where there are none."""
    scenes = tuple(scenes)
    surfaces: dict[Surface, int] = {}
    meshes: list[Mesh] = []
    firsts: list[int] = []  # the feature row of each mesh's scene
    numbers: list[int] = []  # the surface of each mesh
    first = 0
    for scene in scenes:
        for mesh in _meshes(scene):
            baked = mesh.irradiance is not None or mesh.light_uvs is not None
            lightmap = None if mesh.light_uvs is None else scene.lightmap
            surface = Surface(mesh.material, lightmap, baked)
            meshes.append(mesh)
            firsts.append(first)
            numbers.append(surfaces.setdefault(surface, len(surfaces)))
        first += len(scene.features)
    if not meshes:
        raise ValueError("There is nothing to see: the scenes have no triangles.")
    vertices = np.array([len(mesh.positions) for mesh in meshes])
    counts = [len(mesh.triangles) for mesh in meshes]
    shift = np.repeat(np.cumsum(vertices) - vertices, counts).astype(np.uint32)
    return Soup(
        positions=np.concatenate([mesh.positions for mesh in meshes]),
        normals=np.concatenate([mesh.normals for mesh in meshes]),
        uvs=np.concatenate([_or(mesh, mesh.uvs, 2) for mesh in meshes]),
        light_uvs=np.concatenate([_or(mesh, mesh.light_uvs, 2) for mesh in meshes]),
        colors=np.concatenate([_colors(mesh) for mesh in meshes]),
        irradiance=np.concatenate([_or(mesh, mesh.irradiance, 3) for mesh in meshes]),
        features=np.concatenate([_features(*of) for of in zip(meshes, firsts, strict=True)]),
        triangles=np.concatenate([mesh.triangles for mesh in meshes]) + shift[:, None],
        surface=np.repeat(np.array(numbers, np.int32), counts),
        surfaces=tuple(surfaces),
        names=tuple(feature for scene in scenes for feature in scene.features),
    )


def _meshes(scene: Scene) -> Iterator[Mesh]:
    """One mesh for each node that has triangles, its placements written out."""
    for node in scene.nodes:
        if len(node.mesh.triangles) and len(node.placements):
            yield bake(node)


def _or(mesh: Mesh, values: Floats | None, width: int) -> Floats:
    """A mesh's values, or zeros."""
    return np.zeros((len(mesh.positions), width), np.float32) if values is None else values


def _colors(mesh: Mesh) -> Floats:
    own = np.array(mesh.material.color, np.float32)
    if mesh.colors is None:
        return np.tile(own, (len(mesh.positions), 1))
    return (mesh.colors * own).astype(np.float32)


def _features(mesh: Mesh, first: int) -> NDArray[np.int32]:
    if mesh.features is None:
        return np.full(len(mesh.positions), -1, np.int32)
    return (mesh.features.astype(np.int64) + first).astype(np.int32)
