"""Leaves out what is too small to be seen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from hallgen.scene.document import Indices, Matrix, Mesh, Node, Scene
from hallgen.scene.parts import parts

Mask = NDArray[np.bool_]


def reduce(scene: Scene, smallest: float) -> Scene:
    """The scene without parts that are smaller than `smallest` metres.

    A part is what hangs together. Its size is the side of a square as large as the largest
    face of its box; that of a thin one is a quarter of its length, so that a post of 2.5 m
    stays as long as a chair does, and what it carries does not float.
    """
    nodes = (_reduced(node, smallest) for node in scene.nodes)
    return replace(scene, nodes=tuple(node for node in nodes if node is not None))


def _reduced(node: Node, smallest: float) -> Node | None:
    mesh = node.mesh
    if not len(mesh.triangles):
        return None
    of_triangle = parts(mesh.positions, mesh.triangles)
    scales = np.linalg.norm(node.placements[:, :3, :3], axis=1)
    sizes = _sizes(_extents(mesh, of_triangle), scales)
    seen: Mask = sizes >= smallest  # (placements, parts)
    placements: Mask = np.asarray(seen.any(axis=1))
    kept: Mask = np.asarray(seen.any(axis=0))
    if not kept.any():
        return None
    return replace(
        node,
        mesh=mesh if kept.all() else with_triangles(mesh, kept[of_triangle]),
        placements=node.placements[placements],
        features=None if node.features is None else node.features[placements],
        light=None if node.light is None else node.light[placements],
    )


def _extents(mesh: Mesh, of_triangle: Indices) -> Matrix:
    """The box of each part (parts, 3)."""
    count = int(of_triangle.max()) + 1
    low, high = np.full((count, 3), np.inf), np.full((count, 3), -np.inf)
    for corner in mesh.triangles.T:
        np.minimum.at(low, of_triangle, mesh.positions[corner])
        np.maximum.at(high, of_triangle, mesh.positions[corner])
    extents: Matrix = high - low
    return extents


def _sizes(extents: Matrix, scales: Matrix) -> Matrix:
    """Sizes (placements, parts) in metres."""
    sides = np.sort(extents[None] * scales[:, None], axis=2)
    sizes: Matrix = np.maximum(np.sqrt(sides[..., 1] * sides[..., 2]), sides[..., 2] / 4)
    return sizes


def with_triangles(mesh: Mesh, kept: Mask) -> Mesh:
    """The mesh with only these triangles, and the vertices they need."""
    triangles = mesh.triangles[kept]
    used, corners = np.unique(triangles, return_inverse=True)
    return replace(
        mesh,
        positions=mesh.positions[used],
        normals=mesh.normals[used],
        triangles=corners.reshape(-1, 3).astype(np.uint32),
        uvs=None if mesh.uvs is None else mesh.uvs[used],
        colors=None if mesh.colors is None else mesh.colors[used],
        features=None if mesh.features is None else mesh.features[used],
        irradiance=None if mesh.irradiance is None else mesh.irradiance[used],
        light_uvs=None if mesh.light_uvs is None else mesh.light_uvs[used],
    )
