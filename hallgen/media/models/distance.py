"""How far one surface is from another: by rays first, and exactly where it matters.

Points are strewn over the one, evenly by area. From each, rays go along its normal and in the
fourteen directions of a cube's faces and corners, until one meets the other surface near by: that
is at least as far as the truth. Where that would be the largest distance, the truth is
found among all triangles.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from hallgen.light.rays import Rays
from hallgen.scene import Floats, Indices, Matrix

#: Points strewn over a surface.
_POINTS = 4000
_SEED = 11
#: Distances are found to this share of the size.
_SLACK = 1e-4

_DIRECTIONS = np.array(
    [d for d in product((-1, 0, 1), repeat=3) if sum(map(abs, d)) in (1, 3)],
    float,
)


@dataclass(frozen=True, eq=False, slots=True)
class Surface:
    """Triangles (m, 3) over positions (n, 3)."""

    positions: Floats
    triangles: Indices

    @property
    def size(self) -> float:
        """Its longest side, of all its vertices."""
        return float(np.ptp(self.positions, axis=0).max()) if len(self.positions) else 0.0


def distance(one: Surface, other: Surface, points: int = _POINTS) -> float:
    """The largest distance found from either surface to the other, in their unit.

    To a surface without triangles it is as far as the other is long.
    """
    return max(farthest(one, other, points), farthest(other, one, points))


def strewn(surface: Surface, points: int) -> tuple[Matrix, Matrix, NDArray[np.intp]]:
    """Points on a surface, evenly by area: (n, 3), their unit normals, and their triangles."""
    corners = surface.positions[surface.triangles].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = np.linalg.norm(across, axis=1)
    chance = np.random.default_rng(_SEED)
    ends = np.cumsum(area)
    if not ends[-1] > 0:
        return np.empty((0, 3)), np.empty((0, 3)), np.empty(0, np.intp)
    places = (np.arange(points) + chance.random(points)) / points * ends[-1]
    face = np.minimum(np.searchsorted(ends, places, side="right"), len(ends) - 1)
    u, v = chance.random((2, points))
    flip = u + v > 1
    u, v = np.where(flip, 1 - u, u), np.where(flip, 1 - v, v)
    one, two, three = corners[face].swapaxes(0, 1)
    at = one + u[:, None] * (two - one) + v[:, None] * (three - one)
    return at, across[face] / np.maximum(area[face], 1e-30)[:, None], face


def farthest(one: Surface, other: Surface, points: int = _POINTS) -> float:
    """The largest distance of points of one surface from another.

    To one without triangles it is as far as the first is long.
    """
    if not len(one.triangles) or not len(other.triangles):
        return one.size
    at, normals, _ = strewn(one, points)
    bounds = _at_most(at, normals, one, other)
    corners = other.positions[other.triangles].astype(np.float64)
    a, b, c = corners.swapaxes(0, 1)
    low, high = np.minimum(np.minimum(a, b), c), np.maximum(np.maximum(a, b), c)
    most, slack = 0.0, _SLACK * one.size
    for number in np.argsort(-bounds):
        if bounds[number] <= most + slack:
            break
        point = at[number]
        outside = np.maximum(np.maximum(low - point, point - high), 0)
        apart = np.einsum("ij,ij->i", outside, outside)
        near = np.flatnonzero(apart <= bounds[number] ** 2 * 1.0001)
        away = _to_triangles(np.broadcast_to(point, (len(near), 3)), corners[near])
        most = max(most, float(away.min(initial=bounds[number])))
    return most


def _at_most(at: Matrix, normals: Matrix, one: Surface, other: Surface) -> NDArray[np.float64]:
    """For points (n, 3) of one surface, distances that those from another do not exceed."""
    rays = Rays(other.positions, other.triangles)
    corners = other.positions[other.triangles].astype(np.float64)
    largest = max(one.size, other.size)
    nearest = np.full(len(at), largest)
    origins = np.ascontiguousarray(at, np.float32)
    # A little back, so that what lies exactly on the other surface meets it.
    back = np.float32(1e-5 * largest)
    left = np.arange(len(at))
    for ahead in (normals, -normals, *_DIRECTIONS):
        ways = np.ascontiguousarray(np.broadcast_to(ahead, at.shape)[left], np.float32)
        ways = ways / np.maximum(np.linalg.norm(ways, axis=1, keepdims=True), 1e-20)
        found = rays.hits(origins[left] - back * ways, ways).triangle
        hit, met = left[found >= 0], found[found >= 0]
        nearest[hit] = np.minimum(nearest[hit], _to_triangles(at[hit], corners[met]))
        left = left[nearest[left] > _SLACK * largest]
    return nearest


def _to_triangles(points: Matrix, corners: Matrix) -> NDArray[np.float64]:
    """The distance of each point (n, 3) from its triangle (n, 3, 3).

    That to the plane where the foot lies inside, else that to the nearest of three edges.
    """
    a, b, c = corners.swapaxes(0, 1)
    normal = np.cross(b - a, c - a)
    length = np.maximum(np.linalg.norm(normal, axis=1), 1e-30)
    inside = np.ones(len(points), np.bool_)
    nearest = np.full(len(points), np.inf)
    for start, end in ((a, b), (b, c), (c, a)):
        side = end - start
        to = points - start
        inside &= np.einsum("ij,ij->i", np.cross(side, to), normal) >= 0
        along = np.einsum("ij,ij->i", to, side) / np.maximum((side * side).sum(axis=1), 1e-30)
        foot = to - np.clip(along, 0, 1)[:, None] * side
        nearest = np.minimum(nearest, np.linalg.norm(foot, axis=1))
    height = np.abs(np.einsum("ij,ij->i", points - a, normal)) / length
    return np.where(inside & (length > 1e-29), height, nearest)
