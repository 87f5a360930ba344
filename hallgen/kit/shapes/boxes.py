"""Boxes, prisms and sheets: what booths and halls are mostly made of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import mapbox_earcut
import numpy as np
from numpy.typing import ArrayLike, NDArray

from hallgen.kit.finishes import Finish
from hallgen.kit.shapes.arrays import solid
from hallgen.model import Ring
from hallgen.scene import Mesh

#: A darkening for each of (n, 3) points.


def box(finish: Finish, width: float, height: float, depth: float, bevel: float = 0.0) -> Mesh:
    """A closed box on the floor (y 0), around the Y axis: `width` along X, `depth` along Z.

    A bevel is one strip along each edge; the normals of the faces run over it, so it looks
    rounded.
    """
    half = np.array([width, height, depth]) / 2
    bevel = min(bevel, *(half * 0.98))
    corners = np.empty((3, 2, 2, 2, 3))
    normals = np.zeros((3, 2, 2, 2, 3))
    for axis, s, su, sv in product(range(3), range(2), range(2), range(2)):
        signs = np.empty(3)
        u, v = _others(axis)
        signs[[axis, u, v]] = (s * 2 - 1, su * 2 - 1, sv * 2 - 1)
        inset = half - bevel
        inset[axis] = half[axis]
        corners[axis, s, su, sv] = signs * inset
        normals[axis, s, su, sv, axis] = signs[axis]
    triangles = [t for axis in range(3) for s in range(2) for t in _face(axis, s)]
    positions = corners.reshape(-1, 3) + np.array([0, half[1], 0])
    directions = normals.reshape(-1, 3)
    if bevel > 0:
        # Vertices of their own: those of a face may take their light from texels, which lie
        # elsewhere for the next face.
        triangles += [(a + 24, b + 24, c + 24) for a, b, c in _edges() + _corners()]
        positions, directions = (np.concatenate([a, a]) for a in (positions, directions))
    return solid(finish, positions, directions, triangles)


def _others(axis: int) -> tuple[int, int]:
    return ((1, 2), (0, 2), (0, 1))[axis]


def _index(axis: int, signs: Sequence[int]) -> int:
    """The vertex of the face across `axis` at the corner with `signs` (0 or 1 an axis)."""
    u, v = _others(axis)
    return ((axis * 2 + signs[axis]) * 2 + signs[u]) * 2 + signs[v]


def _face(axis: int, s: int) -> list[tuple[int, int, int]]:
    first = (axis * 2 + s) * 4
    return [(first, first + 1, first + 3), (first, first + 3, first + 2)]


def _edges() -> list[tuple[int, int, int]]:
    triangles = []
    for a, b in ((0, 1), (0, 2), (1, 2)):
        free = 3 - a - b
        for sa, sb in product(range(2), range(2)):
            ends = []
            for end in range(2):
                signs = [0, 0, 0]
                signs[a], signs[b], signs[free] = sa, sb, end
                ends.append((_index(a, signs), _index(b, signs)))
            (a0, b0), (a1, b1) = ends
            triangles += [(a0, b0, b1), (a0, b1, a1)]
    return triangles


def _corners() -> list[tuple[int, int, int]]:
    return [
        (_index(0, signs), _index(1, signs), _index(2, signs))
        for signs in product(range(2), repeat=3)
    ]


def triangulated(ring: Ring, holes: Sequence[Ring] = ()) -> NDArray[np.uint32]:
    """Triangles over the points of a ring and its holes, in that order (ear clipping)."""
    rings = [ring, *holes]
    points = np.array([p for r in rings for p in r], dtype=np.float64)
    ends = np.cumsum([len(r) for r in rings]).astype(np.uint32)
    return np.asarray(mapbox_earcut.triangulate_float64(points, ends)).reshape(-1, 3)


def prism(finish: Finish, ring: Ring, bottom: float, top: float) -> Mesh:
    """A closed body over a ring of ground points (counter-clockwise, x and y of a plan).

    Its sides are smooth where the ring bends by less than 25 degrees.
    """
    ground = np.array(ring, dtype=np.float64)
    count = len(ground)
    following = np.roll(ground, -1, axis=0)
    along = following - ground
    out = np.stack([along[:, 1], -along[:, 0]], axis=1)
    out /= np.linalg.norm(out, axis=1, keepdims=True)
    sides = np.stack(
        [
            _raised(ground, bottom),
            _raised(following, bottom),
            _raised(following, top),
            _raised(ground, top),
        ],
        axis=1,
    )
    starts, ends = _softened(out)
    side_normals = np.stack([_raised(n, 0.0) for n in (starts, ends, ends, starts)], axis=1)
    first = np.arange(count)[:, None] * 4
    walls = np.concatenate([first + np.array(t) for t in ((0, 1, 2), (0, 2, 3))])
    cap = triangulated(ring)
    positions = np.concatenate(
        [sides.reshape(-1, 3), _raised(ground, top), _raised(ground, bottom)]
    )
    up = np.tile([0.0, 1.0, 0.0], (count, 1))
    normals = np.concatenate([side_normals.reshape(-1, 3), up, -up])
    triangles = np.concatenate([walls, cap + 4 * count, cap + 5 * count])
    return solid(finish, positions, normals, triangles)


def _softened(out: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Normals at the start and end of each side of a ring, shared where it bends little."""
    before = np.roll(out, 1, axis=0)
    mild = (out * before).sum(axis=1) > 0.9
    starts = np.where(mild[:, None], out + before, out)
    starts /= np.linalg.norm(starts, axis=1, keepdims=True)
    following = np.roll(mild, -1)[:, None]
    return starts, np.where(following, np.roll(starts, -1, axis=0), out)


def _raised(ground: NDArray[np.float64], height: float) -> NDArray[np.float64]:
    return np.stack([ground[:, 0], np.full(len(ground), height), -ground[:, 1]], axis=1)


def floor(
    finish: Finish,
    ring: Ring,
    height: float,
    holes: Sequence[Ring] = (),
    cell: float = 0.0,
) -> Mesh:
    """A flat floor over a ring, looking up. With `cell` it is refined until no edge is longer
    than that (metres), so that what is kept at vertices can vary over it.
    """
    points = np.array([p for r in (ring, *holes) for p in r], dtype=np.float64)
    triangles = np.asarray(triangulated(ring, holes), dtype=np.int64)
    if cell:
        points, triangles = _refined(points, triangles, cell)
    positions = _raised(points, height)
    return solid(finish, positions, np.tile([0.0, 1.0, 0.0], (len(points), 1)), triangles)


def _refined(
    points: NDArray[np.float64], triangles: NDArray[np.int64], cell: float
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Halve every edge longer than `cell` until none is, without leaving T-junctions.

    Each round splits long edges at their middle; a triangle with one, two or three split edges
    becomes two, three or four.
    """
    while True:
        edges = np.sort(triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
        unique, inverse = np.unique(edges, axis=0, return_inverse=True)
        long = np.linalg.norm(points[unique[:, 0]] - points[unique[:, 1]], axis=1) > cell
        if not long.any():
            return points, triangles
        middle = np.full(len(unique), -1)
        middle[long] = len(points) + np.arange(long.sum())
        points = np.concatenate([points, points[unique[long]].mean(axis=1)])
        split = middle[inverse.reshape(-1, 3)]
        triangles = np.array(
            [t for tri, mids in zip(triangles, split, strict=True) for t in _split(tri, mids)]
        )


def _split(tri: NDArray[np.int64], mids: NDArray[np.int64]) -> list[list[int]]:
    """The parts of a triangle whose edges (0-1, 1-2, 2-0) have the middles `mids`, or -1."""
    for turn in range(3):
        a, b, c = (int(i) for i in np.roll(tri, -turn))
        ab, bc, ca = (int(i) for i in np.roll(mids, -turn))
        if ab >= 0 and bc >= 0 and ca >= 0:
            return [[a, ab, ca], [ab, b, bc], [ca, bc, c], [ab, bc, ca]]
        if ab >= 0 and bc >= 0:
            return [[ab, b, bc], [a, ab, bc], [a, bc, c]]
        if ab >= 0 and bc < 0 and ca < 0:
            return [[a, ab, c], [ab, b, c]]
    return [[int(i) for i in tri]]


def sheet(
    finish: Finish,
    origin: ArrayLike,
    right: ArrayLike,
    up: ArrayLike,
    uv: tuple[float, float, float, float] | None = None,
) -> Mesh:
    """A flat rectangle seen from where `right` runs to the right and `up` up.

    `uv` is the rectangle (left, top, right, bottom) of a texture that fills it.
    """
    start, across, rise = (np.asarray(v, dtype=np.float64) for v in (origin, right, up))
    positions = start + np.stack([np.zeros(3), across, rise, across + rise])
    normal = np.cross(across, rise)
    normals = np.tile(normal / np.linalg.norm(normal), (4, 1))
    uvs = None
    if uv is not None:
        left, top, end, bottom = uv
        uvs = [(left, bottom), (end, bottom), (left, top), (end, top)]
    return solid(finish, positions, normals, [(0, 1, 3), (0, 3, 2)], uvs)
