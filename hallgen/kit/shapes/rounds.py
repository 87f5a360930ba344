"""Turned bodies and tubes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hallgen.kit.finishes import Finish
from hallgen.kit.shapes.arrays import solid
from hallgen.scene import Mesh


def lathe(finish: Finish, profile: Sequence[tuple[float, float]], segments: int = 16) -> Mesh:
    """A body turned around the Y axis from (radius, height) points, outside to the right of
    the way they run when that is upwards. Smooth around, with edges between the points.
    """
    angle = np.linspace(0, 2 * np.pi, segments + 1)
    ring = np.stack([np.cos(angle), np.zeros(segments + 1), np.sin(angle)], axis=1)
    up = np.array([0.0, 1.0, 0.0])
    positions, normals, triangles = [], [], []
    base = 0
    for (r0, h0), (r1, h1) in pairwise(profile):
        length = math.hypot(r1 - r0, h1 - h0)
        direction = ((h1 - h0) / length, (r0 - r1) / length)
        positions += [ring * r0 + up * h0, ring * r1 + up * h1]
        normals += [ring * direction[0] + up * direction[1]] * 2
        low = base + np.arange(segments)[:, None]
        high = low + segments + 1
        triangles.append(
            np.concatenate([np.hstack([low, low + 1, high + 1]), np.hstack([low, high + 1, high])])
        )
        base += 2 * (segments + 1)
    return solid(
        finish, np.concatenate(positions), np.concatenate(normals), np.concatenate(triangles)
    )


def cylinder(
    finish: Finish, radius: float, height: float, segments: int = 16, bevel: float = 0.0
) -> Mesh:
    """A closed cylinder on the floor (y 0) around the Y axis."""
    if bevel:
        profile = [
            (0, 0),
            (radius, 0),
            (radius, height - bevel),
            (radius - bevel, height),
            (0, height),
        ]
    else:
        profile = [(0, 0), (radius, 0), (radius, height), (0, height)]
    return lathe(finish, profile, segments)


def tube(finish: Finish, path: Sequence[Sequence[float]], radius: float, sides: int = 6) -> Mesh:
    """A closed tube along (x, y, z) points, mitred at its bends."""
    points = np.asarray(path, dtype=np.float64)
    steps = np.diff(points, axis=0)
    steps /= np.linalg.norm(steps, axis=1, keepdims=True)
    tangents = np.concatenate([steps[:1], steps[:-1] + steps[1:], steps[-1:]])
    tangents /= np.linalg.norm(tangents, axis=1, keepdims=True)
    normal = np.cross(steps[0], _least(steps[0]))
    angle = np.arange(sides) * (2 * np.pi / sides)
    rings, directions = [], []
    for index, (point, tangent) in enumerate(zip(points, tangents, strict=True)):
        normal = normal - tangent * (normal @ tangent)
        normal /= np.linalg.norm(normal)
        binormal = np.cross(tangent, normal)
        around = np.cos(angle)[:, None] * normal + np.sin(angle)[:, None] * binormal
        # At a bend the ring is an ellipse: widen it across the fold so the tube keeps its width.
        step = steps[min(index, len(steps) - 1)]
        fold = step - tangent * (step @ tangent)
        bend = np.linalg.norm(fold)
        ring = around.copy()
        if bend > 1e-6:
            fold /= bend
            ring += (around @ fold)[:, None] * fold * (1 / max(step @ tangent, 0.4) - 1)
        rings.append(point + ring * radius)
        directions.append(around)
    positions = [*rings, rings[0], rings[-1]]
    normals = [*directions, np.tile(-tangents[0], (sides, 1)), np.tile(tangents[-1], (sides, 1))]
    return solid(
        finish,
        np.concatenate(positions),
        np.concatenate(normals),
        _tube_triangles(len(points), sides),
    )


def _least(direction: NDArray[np.float64]) -> NDArray[np.float64]:
    """The axis that a direction has least of."""
    axis = np.zeros(3)
    axis[np.abs(direction).argmin()] = 1.0
    return axis


def _tube_triangles(count: int, sides: int) -> NDArray[np.int64]:
    i, j = np.meshgrid(np.arange(sides), np.arange(count - 1))
    a = (j * sides + i).ravel()[:, None]
    b = (j * sides + (i + 1) % sides).ravel()[:, None]
    walls = np.concatenate([np.hstack([a, b, b + sides]), np.hstack([a, b + sides, a + sides])])
    fan = np.array([[0, k, k + 1] for k in range(1, sides - 1)])
    return np.concatenate([walls, fan + count * sides, fan + (count + 1) * sides])
