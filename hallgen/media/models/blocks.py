"""A model as a handful of blocks: from afar, its outline and its shape.

A block is a box, or one whose edges along one axis are cut off at 45 degrees where nothing is: a
cylinder is an eight-sided bar, a lathe's sloped front is a slope.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallgen.media.models.distance import Surface
from hallgen.scene import Matrix

Values = NDArray[np.float64]

#: Where a block may be parted: shares of its points.
_CUTS = np.linspace(0.05, 0.95, 19)
_FEWEST = 12
#: An edge is cut off where that takes so much of the shorter side at least.
_LEAST = 0.16
#: Triangles of a box, and more of them for each edge that is cut off.
_BOX, _EDGE = 12, 4


@dataclass(frozen=True, eq=False, slots=True)
class _Block:
    """Points (n, 9) in a block: along three axes, and along the two diagonals square to each.

    `legs` (4,) say how much of the edges along `axis` is cut off, around it from the lowest one.
    """

    points: Values
    axis: int
    legs: Values
    room: float

    @property
    def triangles(self) -> int:
        return _BOX + _EDGE * int((self.legs > 0).sum())


def blocks(points: Matrix, most: int) -> Surface:
    """Blocks around points (n, 3) of a surface, of at most so many triangles.

    One around all is parted in two where that leaves out most room for its triangles, and so on.
    No corner belongs to two faces.
    """
    x, y, z = points.T
    around = _block(np.stack([x, y, z, y + z, z + x, x + y, y - z, z - x, x - y], axis=1))
    found, parted = [around], [_parted(around)]
    while True:
        left = most - sum(block.triangles for block in found)
        gains = [_gain(block, two, left) for block, two in zip(found, parted, strict=True)]
        number = int(np.argmax(gains))
        if gains[number] <= 0:
            break
        one, other = parted[number]
        found[number], parted[number] = one, _parted(one)
        found.append(other)
        parted.append(_parted(other))
    return _joined([face for block in found for face in _faces(block)])


def _joined(faces: list[Values]) -> Surface:
    """Convex faces (k, 3) as triangles."""
    starts = np.cumsum([0, *map(len, faces[:-1])])
    fans = [np.arange(1, len(face) - 1) for face in faces]
    triangles = [
        start + np.stack([np.zeros_like(fan), fan, fan + 1], axis=1)
        for start, fan in zip(starts, fans, strict=True)
    ]
    return Surface(
        np.concatenate(faces).astype(np.float32), np.concatenate(triangles).astype(np.uint32)
    )


def _gain(block: _Block, two: tuple[_Block, ...], left: int) -> float:
    """The room that parting a block saves for each triangle it takes; 0 where it must not be."""
    more = sum(part.triangles for part in two) - block.triangles
    if not two or more > left:
        return 0.0
    return (block.room - sum(part.room for part in two)) / max(more, 1)


def _block(points: Values) -> _Block:
    """The smallest block around points."""
    return min((_along(points, axis) for axis in range(3)), key=lambda block: block.room)


def _along(points: Values, axis: int) -> _Block:
    """The block around points whose edges are cut off along an axis."""
    low, high = points.min(axis=0), points.max(axis=0)
    sides = (high - low)[:3]
    u, v, plus, minus = (axis + 1) % 3, (axis + 2) % 3, 3 + axis, 6 + axis
    legs = np.array(
        [
            low[plus] - low[u] - low[v],
            high[u] - low[v] - high[minus],
            high[u] + high[v] - high[plus],
            low[minus] - low[u] + high[v],
        ]
    )
    legs[legs < _LEAST * min(sides[u], sides[v])] = 0.0
    room = float((sides[u] * sides[v] - (legs**2).sum() / 2) * sides[axis])
    return _Block(points, axis, legs, room)


def _parted(block: _Block) -> tuple[_Block, ...]:
    """The two that a block is best parted in; nothing where it has few points."""
    points = block.points
    best: tuple[_Block, ...] = ()
    if len(points) < 2 * _FEWEST:
        return best
    saved = 0.0
    for axis in range(3):
        for place in np.unique(np.quantile(points[:, axis], _CUTS)):
            low = points[:, axis] <= place
            if _FEWEST <= low.sum() <= len(points) - _FEWEST:
                two = _block(points[low]), _block(points[~low])
                gain = _gain(block, two, 10**9)
                if gain > saved:
                    saved, best = gain, two
    return best


def _faces(block: _Block) -> list[Values]:
    """The corners (k, 3) of each face of a block, counter-clockwise from outside."""
    axis = block.axis
    u, v = (axis + 1) % 3, (axis + 2) % 3
    low, high = block.points.min(axis=0), block.points.max(axis=0)
    corners = ((low[u], low[v]), (high[u], low[v]), (high[u], high[v]), (low[u], high[v]))
    ring = []
    for number, (corner, leg) in enumerate(zip(corners, block.legs, strict=True)):
        for other in (corners[number - 1], corners[(number + 1) % 4])[: 1 + (leg > 0)]:
            way = np.sign(np.subtract(other, corner))
            ring.append(np.add(corner, way * leg))
    around = np.array(ring)

    def at(height: float) -> Values:
        face = np.empty((len(around), 3))
        face[:, [u, v]], face[:, axis] = around, height
        return face

    foot, top = at(low[axis]), at(high[axis])
    after = np.roll(np.arange(len(around)), -1)
    sides = [np.stack([foot[k], foot[n], top[n], top[k]]) for k, n in enumerate(after)]
    return [foot[::-1], top, *sides]
