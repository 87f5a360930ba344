"""Closed bodies as points and faces: boxes, profiles pulled out, turned, lofted and swept.

Units are metres, Y up. A body is built around the origin and moved; faces are counter-clockwise
seen from outside. Neighbouring faces that meet at less than `crease` degrees look round.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

import mapbox_earcut
import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[np.float64]
Faces = NDArray[np.int64]
Ring = Sequence[tuple[float, float]]

_AXES = {"x": 0, "y": 1, "z": 2}


@dataclass(frozen=True, eq=False, slots=True)
class Shape:
    """points (n, 3) in metres, faces (m, 3)."""

    points: Points
    faces: Faces
    crease: float = 50.0

    def moved(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Shape:
        return replace(self, points=self.points + np.array((x, y, z)))

    def turned(self, axis: str, degrees: float) -> Shape:
        """Turned about an axis through the origin, counter-clockwise seen from its end."""
        return replace(self, points=self.points @ rotation(axis, degrees).T)

    def scaled(self, x: float, y: float, z: float) -> Shape:
        """Larger along each axis by a positive factor."""
        return replace(self, points=self.points * (x, y, z))

    def mirrored(self, axis: str) -> Shape:
        flip = np.ones(3)
        flip[_AXES[axis]] = -1
        return replace(self, points=self.points * flip, faces=self.faces[:, ::-1])

    def creased(self, degrees: float) -> Shape:
        return replace(self, crease=degrees)

    @property
    def volume(self) -> float:
        """In cubic metres; negative where the faces look inwards."""
        a, b, c = (self.points[self.faces[:, i]] for i in range(3))
        return float((a * np.cross(b, c)).sum() / 6)


def rotation(axis: str, degrees: float) -> Points:
    """The (3, 3) matrix of a turn about an axis. Quarter turns are exact."""
    quarters, rest = divmod(degrees, 90)
    cos, sin = (
        ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[int(quarters) % 4]
        if rest == 0
        else (math.cos(math.radians(degrees)), math.sin(math.radians(degrees)))
    )
    i = _AXES[axis]
    u, v = (i + 1) % 3, (i + 2) % 3
    matrix = np.eye(3)
    matrix[u, u], matrix[u, v], matrix[v, u], matrix[v, v] = cos, -sin, sin, cos
    return matrix


def joined(*shapes: Shape) -> Shape:
    """Several bodies as one; they keep the first one's crease."""
    starts = np.cumsum([0] + [len(shape.points) for shape in shapes[:-1]])
    return Shape(
        np.concatenate([shape.points for shape in shapes]),
        np.concatenate([s.faces + start for s, start in zip(shapes, starts, strict=True)]),
        shapes[0].crease,
    )


def around(shape: Shape, count: int, axis: str = "y", start: float = 0.0) -> Shape:
    """The body `count` times around an axis."""
    return joined(*(shape.turned(axis, start + 360 * i / count) for i in range(count)))


def repeated(shape: Shape, places: Sequence[Sequence[float]]) -> Shape:
    """The body at each of several places (x, y, z)."""
    return joined(*(shape.moved(*place) for place in places))


def box(size: Sequence[float], at: Sequence[float] = (0.0, 0.0, 0.0), bevel: float = 0.0) -> Shape:
    """A box around a middle; a bevel is a strip along each edge that makes it look round."""
    half = np.asarray(size, dtype=np.float64) / 2
    if bevel <= 0:
        corners = np.array(list(product((-1, 1), repeat=3)), dtype=np.float64)
        return _hull(corners * half, np.asarray(at), 1)
    bevel = min(bevel, float(half.min()) * 0.98)
    points = []
    for signs in product((-1.0, 1.0), repeat=3):
        for axis in range(3):
            inner = half - bevel
            inner[axis] = half[axis]
            points.append(np.array(signs) * inner)
    return _hull(np.array(points), np.asarray(at), 3)


def _hull(points: Points, at: Points, each: int) -> Shape:
    """Faces of a box from its corners, one or three points each (one an axis)."""

    def index(signs: Sequence[int], axis: int) -> int:
        corner = signs[0] * 4 + signs[1] * 2 + signs[2]
        return corner * each + (axis if each == 3 else 0)

    faces: list[tuple[int, ...]] = []
    for axis, side in product(range(3), range(2)):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        loop = []
        for su, sv in ((0, 0), (1, 0), (1, 1), (0, 1)):
            signs = [0, 0, 0]
            signs[axis], signs[u], signs[v] = side, su, sv
            loop.append(index(signs, axis))
        faces += [(loop[0], loop[1], loop[2]), (loop[0], loop[2], loop[3])]
    if each == 3:
        for free in range(3):
            a, b = (free + 1) % 3, (free + 2) % 3
            for sa, sb in product(range(2), repeat=2):
                ends = []
                for end in range(2):
                    signs = [0, 0, 0]
                    signs[a], signs[b], signs[free] = sa, sb, end
                    ends.append((index(signs, a), index(signs, b)))
                (a0, b0), (a1, b1) = ends
                faces += [(a0, b0, b1), (a0, b1, a1)]
        for corner in product(range(2), repeat=3):
            faces.append(tuple(index(corner, axis) for axis in range(3)))
    return Shape(points + at, _outwards(points, np.array(faces)))


def _outwards(points: Points, faces: Faces) -> Faces:
    """Faces of a convex body around the origin, turned to look away from it."""
    a, b, c = (points[faces[:, i]] for i in range(3))
    inwards = (np.cross(b - a, c - a) * (a + b + c)).sum(axis=1) < 0
    turned = faces.copy()
    turned[inwards] = turned[inwards][:, ::-1]
    return turned


def extruded(
    ring: Ring, depth: float, bevel: float = 0.0, holes: Sequence[Ring] = (), axis: str = "z"
) -> Shape:
    """A profile (x, y), pulled out along Z to `depth` around the origin.

    With another axis the profile lies across that: for y its (x, y) are x and -z, for x they
    are z and y... always as seen from the axis' end with its right to the right.
    """
    rings = [_counter(ring), *(_counter(hole)[::-1] for hole in holes)]
    levels = [(-depth / 2, bevel), (-depth / 2 + bevel, 0.0), (depth / 2 - bevel, 0.0)]
    levels = [*levels, (depth / 2, bevel)] if bevel > 0 else [(-depth / 2, 0.0), (depth / 2, 0.0)]
    points, faces, first = [], [], 0
    caps: dict[int, list[int]] = {0: [], len(levels) - 1: []}
    for loop in rings:
        count = len(loop)
        for level, (z, inset) in enumerate(levels):
            flat = _inset(loop, inset) if inset else loop
            points.append(np.column_stack([flat, np.full(count, z)]))
            if level in caps:
                caps[level] += range(first + level * count, first + (level + 1) * count)
        for level in range(len(levels) - 1):
            low = first + level * count + np.arange(count)
            low_next = first + level * count + (np.arange(count) + 1) % count
            faces.append(np.column_stack([low, low_next, low_next + count]))
            faces.append(np.column_stack([low, low_next + count, low + count]))
        first += count * len(levels)
    flat_points = np.concatenate(points)
    for level, members in caps.items():
        index = np.array(members)
        cap = _filled(flat_points[index][:, :2], np.cumsum([len(r) for r in rings]))
        faces.append(index[cap] if level else index[cap][:, ::-1])
    return facing(Shape(flat_points, np.concatenate(faces)), axis)


def facing(shape: Shape, axis: str) -> Shape:
    """What was built along Z, along another axis."""
    if axis == "z":
        return shape
    return shape.turned("y", 90) if axis == "x" else shape.turned("x", -90)


def _counter(ring: Ring) -> Points:
    loop = np.asarray(ring, dtype=np.float64)
    x, y = loop.T
    area = float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum())
    return loop if area > 0 else loop[::-1]


def _inset(loop: Points, by: float) -> Points:
    """A ring moved to its left: inwards where it runs counter-clockwise."""
    along = np.roll(loop, -1, axis=0) - loop
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    left = np.column_stack([-along[:, 1], along[:, 0]])
    both = left + np.roll(left, 1, axis=0)
    reach: Points = 2 * by / np.maximum((both * both).sum(axis=1), 0.4)
    return loop + both * reach[:, None]


def _filled(points: Points, ends: NDArray[np.int64]) -> Faces:
    """Counter-clockwise triangles over rings, the first the outer one."""
    cut = mapbox_earcut.triangulate_float64(np.ascontiguousarray(points), ends.astype(np.uint32))
    faces = np.asarray(cut, dtype=np.int64).reshape(-1, 3)
    a, b, c = (points[faces[:, i]] for i in range(3))
    clockwise = (b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0] < 0
    faces[clockwise] = faces[clockwise][:, ::-1]
    return faces


def lofted(rings: Sequence[ArrayLike]) -> Shape:
    """A skin over rings of equally many points (n, 3), with flat ends.

    Rings run counter-clockwise seen from where they lead to.
    """
    loops = [np.asarray(ring, dtype=np.float64) for ring in rings]
    count = len(loops[0])
    faces = []
    for level in range(len(loops) - 1):
        low = level * count + np.arange(count)
        low_next = level * count + (np.arange(count) + 1) % count
        faces.append(np.column_stack([low, low_next, low_next + count]))
        faces.append(np.column_stack([low, low_next + count, low + count]))
    middles = np.array([loops[0].mean(axis=0), loops[-1].mean(axis=0)])
    at, last = len(loops) * count, (len(loops) - 1) * count
    step = np.arange(count)
    faces.append(np.column_stack([np.full(count, at), (step + 1) % count, step]))
    faces.append(np.column_stack([np.full(count, at + 1), last + step, last + (step + 1) % count]))
    return Shape(np.concatenate([*loops, middles]), np.concatenate(faces))


def turned(profile: Ring, segments: int = 32, axis: str = "y") -> Shape:
    """A body turned around an axis from (radius, height) points, from one end to the other.

    Outside is to the right of the way they run when that is along the axis.
    """
    angle = np.arange(segments) * (2 * math.pi / segments)
    cos, sin = np.cos(angle), np.sin(angle)
    rings = [np.column_stack([cos * r, sin * r, np.full(segments, z)]) for r, z in profile]
    faces = []
    for level in range(len(rings) - 1):
        low = level * segments + np.arange(segments)
        low_next = level * segments + (np.arange(segments) + 1) % segments
        faces.append(np.column_stack([low, low_next, low_next + segments]))
        faces.append(np.column_stack([low, low_next + segments, low + segments]))
    shape = _without_slivers(Shape(np.concatenate(rings), np.concatenate(faces)))
    return facing(shape, axis)


def drum(
    radius: float, length: float, axis: str = "y", bevel: float = 0.0, segments: int = 32
) -> Shape:
    """A cylinder around the origin, along an axis."""
    half = length / 2
    edge = [(radius - bevel, -half), (radius, -half + bevel), (radius, half - bevel)]
    return turned(
        [(0, -half), *(edge if bevel else edge[1:2]), (radius - bevel, half), (0, half)],
        segments,
        axis,
    )


def hexagon(radius: float, length: float, axis: str = "y", bevel: float = 0.0) -> Shape:
    """A hexagonal bar around the origin, along an axis; its edges stay sharp."""
    return extruded(circle(radius, 6), length, bevel, axis=axis).creased(38)


def bushing(
    outer: float,
    inner: float,
    length: float,
    axis: str = "y",
    bevel: float = 0.0,
    segments: int = 32,
) -> Shape:
    """A cylinder with a bore."""
    h, b = length / 2, bevel
    profile = [(inner, -h), (outer - b, -h), (outer, b - h), (outer, h - b), (outer - b, h)]
    return turned([*profile, (inner, h), (inner, -h)], segments, axis)


def swept(path: ArrayLike, radius: float | Sequence[float], sides: int = 10) -> Shape:
    """A round bar along (x, y, z) points; with a radius for each point, thick and thin."""
    points = np.asarray(path, dtype=np.float64)
    steps = np.diff(points, axis=0)
    steps /= np.linalg.norm(steps, axis=1, keepdims=True)
    tangents = np.concatenate([steps[:1], steps[:-1] + steps[1:], steps[-1:]])
    tangents /= np.linalg.norm(tangents, axis=1, keepdims=True)
    least = np.zeros(3)
    least[np.abs(steps[0]).argmin()] = 1
    normal = np.cross(steps[0], least)
    angle = np.arange(sides) * (2 * math.pi / sides)
    radii = np.broadcast_to(np.asarray(radius, dtype=np.float64), len(points))
    rings = []
    for point, tangent, wide in zip(points, tangents, radii, strict=True):
        normal = normal - tangent * (normal @ tangent)
        normal /= np.linalg.norm(normal)
        across = np.cross(tangent, normal)
        ring = np.cos(angle)[:, None] * normal + np.sin(angle)[:, None] * across
        rings.append(point + ring * wide)
    return lofted(rings)


def curve(path: ArrayLike, steps: int = 8) -> Points:
    """A smooth way (Catmull-Rom) through points."""
    points = np.asarray(path, dtype=np.float64)
    ends = np.concatenate([[2 * points[0] - points[1]], points, [2 * points[-1] - points[-2]]])
    found = [
        0.5
        * (
            2 * b
            + (c - a) * t
            + (2 * a - 5 * b + 4 * c - d) * t**2
            + (3 * b - a - 3 * c + d) * t**3
        )
        for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False)
        for t in np.arange(steps) / steps
    ]
    return np.array([*found, points[-1]])


def circle(radius: float, count: int = 32, x: float = 0.0, y: float = 0.0) -> Ring:
    angles = (2 * math.pi * i / count for i in range(count))
    return [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles]


def rounded(width: float, height: float, radius: float, steps: int = 4) -> Ring:
    """A rectangle around the origin with round corners."""
    ring = []
    w, h = width / 2 - radius, height / 2 - radius
    for quarter, (x, y) in enumerate(((w, h), (-w, h), (-w, -h), (w, -h))):
        for step in range(steps + 1):
            angle = math.pi / 2 * (quarter + step / steps)
            ring.append((x + radius * math.cos(angle), y + radius * math.sin(angle)))
    return ring


def _without_slivers(shape: Shape) -> Shape:
    """Without faces of no area, as a turned body has at its axis."""
    a, b, c = (shape.points[shape.faces[:, i]] for i in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    return replace(shape, faces=shape.faces[area > 1e-14])
