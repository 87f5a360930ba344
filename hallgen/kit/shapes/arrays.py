"""Meshes as arrays: made, moved, merged, shaded."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallgen.kit.finishes import Color, Finish
from hallgen.scene import Floats, Matrix, Mesh


def solid(
    finish: Finish,
    positions: ArrayLike,
    normals: ArrayLike,
    triangles: ArrayLike,
    uvs: ArrayLike | None = None,
) -> Mesh:
    """A mesh of one finish.

    Triangles may come in any winding: each is turned to agree with its normals. A finish with
    a texture gets UVs from the position, along the two axes that the normal looks away from.
    """
    points = np.asarray(positions, dtype=np.float64).reshape(-1, 3)
    directions = np.asarray(normals, dtype=np.float64).reshape(-1, 3)
    faces = np.asarray(triangles, dtype=np.int64).reshape(-1, 3)
    a, b, c = (points[faces[:, i]] for i in range(3))
    across = np.cross(b - a, c - a)
    wanted = directions[faces].sum(axis=1)
    backwards = (across * wanted).sum(axis=1) < 0
    faces[backwards] = faces[backwards][:, ::-1]
    faces = faces[np.linalg.norm(across, axis=1) > 1e-10]
    if uvs is None and finish.tile is not None:
        uvs = _projected(points, directions, finish.tile)
    return Mesh(
        finish.material.name,
        finish.material,
        points.astype(np.float32),
        directions.astype(np.float32),
        faces.astype(np.uint32),
        None if uvs is None else np.asarray(uvs, dtype=np.float32).reshape(-1, 2),
        _colors(finish, len(points)),
    )


def _colors(finish: Finish, count: int) -> Floats:
    return np.tile(np.array([*finish.color, 1.0], dtype=np.float32), (count, 1))


def _projected(
    points: NDArray[np.float64], normals: NDArray[np.float64], tile: tuple[float, float]
) -> NDArray[np.float64]:
    axis = np.abs(normals).argmax(axis=1)
    u = np.where(axis == 0, points[:, 2], points[:, 0])
    v = np.where(axis == 1, points[:, 2], -points[:, 1])
    return np.stack([u / tile[0], v / tile[1]], axis=1)


def placement(
    x: float, y: float, height: float = 0.0, turn: float = 0.0, scale: Sequence[float] = (1, 1, 1)
) -> Matrix:
    """A (4, 4) for something at ground point (x, y), `turn` degrees counter-clockwise from above.

    Ground coordinates are those of a plan: x to the right, y away; a scene has (x, height, -y).
    What is built looking to +Z (towards -y) looks to +X after a turn of 90.
    Scales are applied first.
    """
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    matrix = np.eye(4)
    matrix[:3, :3] = np.array([[cos, 0, sin], [0, 1, 0], [-sin, 0, cos]]) * np.asarray(scale)
    matrix[:3, 3] = x, height, -y
    return matrix


def moved(mesh: Mesh, matrix: Matrix) -> Mesh:
    """The mesh under a placement of rotations, translations and axis-aligned scales."""
    linear = matrix[:3, :3]
    normals = mesh.normals @ np.linalg.inv(linear)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    return replace(
        mesh,
        positions=(mesh.positions @ linear.T + matrix[:3, 3]).astype(np.float32),
        normals=(normals / length).astype(np.float32),
    )


def merged(meshes: Sequence[Mesh], name: str | None = None) -> Mesh:
    """One mesh of many that share a material. What one has and another lacks is filled in."""
    first = meshes[0]
    if any(mesh.material is not first.material for mesh in meshes):
        raise ValueError("only meshes of one material can be merged")
    offsets = np.cumsum([0] + [len(mesh.positions) for mesh in meshes[:-1]])
    return Mesh(
        name or first.name,
        first.material,
        np.concatenate([m.positions for m in meshes]),
        np.concatenate([m.normals for m in meshes]),
        np.concatenate([m.triangles + np.uint32(o) for m, o in zip(meshes, offsets, strict=True)]),
        _filled([m.uvs for m in meshes], meshes, np.zeros(2, np.float32)),
        _filled([m.colors for m in meshes], meshes, np.ones(4, np.float32)),
        _filled([m.features for m in meshes], meshes, np.zeros((), np.uint32)),
    )


def _filled(  # type: ignore[no-untyped-def]
    given: Sequence[NDArray[np.float32] | NDArray[np.uint32] | None],
    meshes: Sequence[Mesh],
    default: NDArray[np.float32] | NDArray[np.uint32],
):
    if all(array is None for array in given):
        return None
    return np.concatenate(
        [
            np.broadcast_to(default, (len(mesh.positions), *default.shape))
            if array is None
            else array
            for array, mesh in zip(given, meshes, strict=True)
        ]
    )


def shaded(mesh: Mesh, factors: ArrayLike) -> Mesh:
    """The mesh with each vertex's colour darkened by its factor (0 black, 1 as it is)."""
    colors = np.ones((len(mesh.positions), 4)) if mesh.colors is None else mesh.colors.copy()
    colors[:, :3] *= np.asarray(factors, dtype=np.float32)[:, None]
    return replace(mesh, colors=colors.astype(np.float32))


def dyed(mesh: Mesh, color: Color) -> Mesh:
    """The mesh with its colours multiplied by a linear colour: white takes that colour."""
    colors = np.ones((len(mesh.positions), 4)) if mesh.colors is None else mesh.colors
    return replace(mesh, colors=(colors * np.array([*color, 1.0])).astype(np.float32))


def grounded(mesh: Mesh, depth: float = 0.38, reach: float = 0.16) -> Mesh:
    """Darkened where it nears the floor and where it looks down: light comes from above.

    At the floor the light of a surface is cut by `depth`; it recovers over `reach` metres.
    """
    height = np.maximum(mesh.positions[:, 1], 0.0)
    down = np.maximum(-mesh.normals[:, 1], 0.0)
    return shaded(mesh, (1 - depth * np.exp(-height / reach)) * (1 - 0.45 * down))
