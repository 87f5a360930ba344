"""Bodies from rings: what a limb, a trunk, a head or a shoe is made of."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallgen.kit.finishes import Finish
from hallgen.kit.shapes import solid
from hallgen.scene import Matrix, Mesh

Vector = NDArray[np.float64]


@dataclass(frozen=True, eq=False, slots=True)
class Ring:
    """An ellipse around `center` with the half axes `u` and `v`, all (3,)."""

    center: Vector
    u: Vector
    v: Vector

    def points(self, sides: int, square: float = 0.0) -> Vector:
        """(sides, 3) points; `square` pushes those between the axes out, 0 not at all."""
        angle = np.arange(sides) * (2 * np.pi / sides)
        out = 1 + square * np.sin(2 * angle) ** 2
        right, ahead = np.cos(angle) * out, np.sin(angle) * out
        return np.asarray(self.center + right[:, None] * self.u + ahead[:, None] * self.v)


def level(height: float, width: float, depth: float, ahead: float = 0.0, side: float = 0.0) -> Ring:
    """A flat ring at a height: half its width along X, half its depth along Z."""
    return Ring(
        np.array([side, height, ahead]), np.array([width, 0.0, 0.0]), np.array([0.0, 0.0, depth])
    )


def loft(
    finish: Finish, rings: Sequence[Ring], sides: int, square: float = 0.0, *, closed: bool = True
) -> Mesh:
    """A smooth skin over rings, its ends closed by fans."""
    body = [ring.points(sides, square) for ring in rings]
    points = np.concatenate([*body, [rings[0].center], [rings[-1].center]])
    k = np.arange(sides)
    following = (k + 1) % sides
    faces = []
    for low in range(len(rings) - 1):
        a, b = low * sides + k, low * sides + following
        faces += [np.stack([a, b, b + sides], 1), np.stack([a, b + sides, a + sides], 1)]
    if closed:
        last = (len(rings) - 1) * sides
        faces.append(np.stack([following, k, np.full(sides, len(rings) * sides)], 1))
        faces.append(
            np.stack([last + k, last + following, np.full(sides, len(rings) * sides + 1)], 1)
        )
    return skin(finish, points, np.concatenate(faces))


def skin(finish: Finish, points: ArrayLike, triangles: ArrayLike) -> Mesh:
    """A mesh whose normals are the means of the faces around each point.

    Its faces must all run the same way; it is turned right side out.
    """
    at, faces = np.asarray(points, dtype=np.float64), np.asarray(triangles, dtype=np.int64)
    a, b, c = (at[faces[:, i]] for i in range(3))
    across = np.cross(b - a, c - a)
    middle = at.mean(axis=0)
    if float((across * ((a + b + c) / 3 - middle)).sum()) < 0:
        across = -across
    normals = np.zeros_like(at)
    for corner in range(3):
        np.add.at(normals, faces[:, corner], across)
    length = np.linalg.norm(normals, axis=1, keepdims=True)
    used = length[:, 0] > 1e-12
    normals = np.where(used[:, None], normals / np.where(length > 0, length, 1), [0.0, 1.0, 0.0])
    return solid(finish, at, normals, faces)


def along(
    path: Sequence[Vector], radii: Sequence[tuple[float, float]], across: Vector
) -> list[Ring]:
    """Rings along a path: each at right angles to it, its first half axis nearest to `across`."""
    points = np.array(path)
    steps = np.diff(points, axis=0)
    steps /= np.linalg.norm(steps, axis=1, keepdims=True)
    tangents = np.concatenate([steps[:1], steps[:-1] + steps[1:], steps[-1:]])
    tangents /= np.linalg.norm(tangents, axis=1, keepdims=True)
    rings = []
    for point, tangent, (first, second) in zip(points, tangents, radii, strict=True):
        u = across - tangent * float(across @ tangent)
        u /= np.linalg.norm(u)
        rings.append(Ring(point, u * first, np.cross(tangent, u) * second))
    return rings


def facing_ahead(
    finish: Finish, points: list[tuple[float, float, float]], faces: list[tuple[int, int, int]]
) -> Mesh:
    """A flat piece that shows its face to +Z, whichever way its corners run."""
    mesh = skin(finish, points, faces)
    if float(mesh.normals[:, 2].mean()) > 0:
        return mesh
    return replace(mesh, normals=-mesh.normals, triangles=mesh.triangles[:, ::-1].copy())


def pitched(degrees: float) -> Matrix:
    """A (4, 4) that leans what stands forward, its top to +Z."""
    sin, cos = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return np.array([[1, 0, 0, 0], [0, cos, -sin, 0], [0, sin, cos, 0], [0, 0, 0, 1]], float)


def yawed(degrees: float) -> Matrix:
    """A (4, 4) that turns what looks to +Z towards +X."""
    sin, cos = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return np.array([[cos, 0, sin, 0], [0, 1, 0, 0], [-sin, 0, cos, 0], [0, 0, 0, 1]], float)
