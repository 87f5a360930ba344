"""Turned bodies and tubes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hallgen.kit.finishes import Finish
from hallgen.kit.shapes.arrays import solid
from hallgen.scene import Mesh

#: Two lengths of a profile that meet at less than this angle are smooth, else an edge.
_SMOOTH = math.cos(math.radians(42))


def lathe(finish: Finish, profile: Sequence[tuple[float, float]], segments: int = 16) -> Mesh:
    """A body turned around the Y axis from (radius, height) points.

    Outside is to the right of the way they run when that is upwards. Smooth around, and along
    the profile where it bends little.
    """
    angle = np.linspace(0, 2 * np.pi, segments + 1)
    ring = np.stack([np.cos(angle), np.zeros(segments + 1), np.sin(angle)], axis=1)
    up = np.array([0.0, 1.0, 0.0])
    points = np.asarray(profile, dtype=np.float64)
    steps = np.diff(points, axis=0)
    flat = np.stack([steps[:, 1], -steps[:, 0]], axis=1)
    flat /= np.linalg.norm(flat, axis=1, keepdims=True)
    positions, normals, triangles = [], [], []
    for k, (start, end) in enumerate(pairwise(points)):
        for (radius, height), other in ((start, k - 1), (end, k + 1)):
            out, rise = _profile_normal(flat, k, other)
            positions.append(ring * radius + up * height)
            normals.append(ring * out + up * rise)
        low = 2 * k * (segments + 1) + np.arange(segments)[:, None]
        high = low + segments + 1
        triangles.append(np.hstack([low, low + 1, high + 1]))
        triangles.append(np.hstack([low, high + 1, high]))
    return solid(
        finish, np.concatenate(positions), np.concatenate(normals), np.concatenate(triangles)
    )


def _profile_normal(flat: NDArray[np.float64], k: int, other: int) -> NDArray[np.float64]:
    """The normal of length `k` of a profile where it meets the length `other`."""
    if not 0 <= other < len(flat) or float(flat[k] @ flat[other]) < _SMOOTH:
        return np.asarray(flat[k])
    both = flat[k] + flat[other]
    return np.asarray(both / np.linalg.norm(both))


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


class Ends(StrEnum):
    """Whether a tube has lids. Open ends are for those that meet another one: nobody sees in."""

    CLOSED = "closed"
    OPEN = "open"


def tube(
    finish: Finish,
    path: Sequence[Sequence[float]],
    radius: float,
    sides: int = 6,
    ends: Ends = Ends.CLOSED,
) -> Mesh:
    """A tube along (x, y, z) points, mitred at its bends."""
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
    triangles = _walls(len(points), sides)
    if ends is Ends.CLOSED:
        rings += [rings[0], rings[-1]]
        directions += [np.tile(way, (sides, 1)) for way in (-tangents[0], tangents[-1])]
        lid = np.array([[0, k, k + 1] for k in range(1, sides - 1)])
        first, last = (at * sides for at in (len(points), len(points) + 1))
        triangles = np.concatenate([triangles, lid + first, lid + last])
    return solid(finish, np.concatenate(rings), np.concatenate(directions), triangles)


def _least(direction: NDArray[np.float64]) -> NDArray[np.float64]:
    """The axis that a direction has least of."""
    axis = np.zeros(3)
    axis[np.abs(direction).argmin()] = 1.0
    return axis


def _walls(count: int, sides: int) -> NDArray[np.int64]:
    i, j = np.meshgrid(np.arange(sides), np.arange(count - 1))
    a = (j * sides + i).ravel()[:, None]
    b = (j * sides + (i + 1) % sides).ravel()[:, None]
    return np.concatenate([np.hstack([a, b, b + sides]), np.hstack([a, b + sides, a + sides])])
