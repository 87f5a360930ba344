"""Solids with exact faces for CAD: profiles pulled out along Z, and turned around it.

Lengths are millimetres. A profile is a closed run of segments, counter-clockwise; a hole's runs
clockwise. Faces are planes, cylinders, cones, and spline flanks pulled out along Z; none has a
seam, since circles are made of two arcs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

Flat = tuple[float, float]
Place = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A straight one."""

    start: Flat
    end: Flat


@dataclass(frozen=True, slots=True)
class Arc:
    """Part of a circle of less than 360 degrees around `middle`; `way` is 1 counter-clockwise."""

    start: Flat
    end: Flat
    middle: Flat
    way: int


@dataclass(frozen=True, slots=True)
class Bezier:
    """A cubic from `start` to `end` with two handles."""

    start: Flat
    first: Flat
    second: Flat
    end: Flat


Segment = Line | Arc | Bezier
Loop = Sequence[Segment]


class Kind(Enum):
    """What a face lies on."""

    PLANE = "plane"
    CYLINDER = "cylinder"
    CONE = "cone"
    FLANK = "flank"


@dataclass(frozen=True, slots=True)
class Curve:
    """What an edge lies on: a line, a circle around an axis along Z, or a cubic.

    `middle` and `way` are a circle's, `handles` a cubic's.
    """

    start: Place
    end: Place
    middle: Place | None = None
    way: int = 1
    handles: tuple[Place, Place] | None = None


@dataclass(frozen=True, slots=True)
class Face:
    """A face: its surface and its loops of edges, each with the way it is run through.

    `at` is a point of a plane or of an axis, `axis` the plane's normal or the axis' direction;
    `radius` and `angle` (radians) are a cylinder's or cone's. `outwards` says whether the
    surface's own normal leaves the solid. The first loop is the outer one.
    """

    kind: Kind
    at: Place
    axis: Place
    loops: tuple[tuple[tuple[Curve, bool], ...], ...]
    outwards: bool = True
    radius: float = 0.0
    angle: float = 0.0


Solid = tuple[Face, ...]


def circle(radius: float, x: float = 0.0, y: float = 0.0, way: int = 1) -> Loop:
    """Two arcs; `way` -1 for a hole."""
    a, b = (x + radius, y), (x - radius, y)
    return (Arc(a, b, (x, y), way), Arc(b, a, (x, y), way))


def rounded(width: float, height: float, radius: float) -> Loop:
    """A rectangle around the origin with round corners."""
    w, h, r = width / 2, height / 2, radius
    corners = ((w - r, h - r, 0), (r - w, h - r, 1), (r - w, r - h, 2), (w - r, r - h, 3))
    starts = ((1, 0), (0, 1), (-1, 0), (0, -1))
    loop: list[Segment] = []
    for number, (x, y, quarter) in enumerate(corners):
        (ax, ay), (bx, by) = starts[quarter], starts[(quarter + 1) % 4]
        arc = Arc((x + r * ax, y + r * ay), (x + r * bx, y + r * by), (x, y), 1)
        nx, ny, _ = corners[(number + 1) % 4]
        loop += [arc, Line(arc.end, (nx + r * bx, ny + r * by))]
    return loop


def polygon(points: Sequence[Flat]) -> Loop:
    return [Line(a, b) for a, b in zip(points, [*points[1:], points[0]], strict=True)]


def gear(
    module: float, teeth: int, tip: float = 1.0, root: float = 1.25, backlash: float = 0.04
) -> Loop:
    """A spur gear's profile, a tooth along +x; `tip` and `root` are in modules.

    Flanks are cubics through the involute's ends along its tangents there, exact to a micrometre
    for common modules. `backlash` in modules makes the teeth thinner.
    """
    pressure = math.radians(20)
    pitch = module * teeth / 2
    base = pitch * math.cos(pressure)
    high, low = pitch + module * tip, pitch - module * root
    start = max(base, low)
    half = (math.pi / 2 - backlash) / teeth + math.tan(pressure) - pressure
    roll0, roll1 = (math.sqrt(max(0.0, (r / base) ** 2 - 1)) for r in (start, high))
    reach = (roll1 - roll0) / 3 * base

    def knot(radius: float, roll: float, along: float, side: int) -> tuple[Flat, Flat]:
        """A point of a flank, and its handle: the tangent points away from the centre."""
        x, y = _polar(radius, side * (half - roll + math.atan(roll)))
        way = side * (half - roll)
        return (x, y), (x + along * math.cos(way), y + along * math.sin(way))

    def flank(side: int) -> Bezier:
        foot, first = knot(start, roll0, reach * roll0, side)
        head, second = knot(high, roll1, -reach * roll1, side)
        return Bezier(foot, first, second, head)

    up, (down,) = flank(-1), backwards([flank(1)])
    foot = half - roll0 + math.atan(roll0)
    tooth: list[Segment] = [up, Arc(up.end, down.start, (0.0, 0.0), 1), down]
    if start > low:
        sides = _polar(low, -foot), _polar(low, foot)
        tooth = [Line(sides[0], up.start), *tooth, Line(down.end, sides[1])]
    gap = Arc(tooth[-1].end, _polar(low, 2 * math.pi / teeth - foot), (0.0, 0.0), 1)
    steps = (2 * math.pi * number / teeth for number in range(teeth))
    return [_around(segment, angle) for angle in steps for segment in (*tooth, gap)]


def _polar(radius: float, angle: float) -> Flat:
    return radius * math.cos(angle), radius * math.sin(angle)


def _around(segment: Segment, angle: float) -> Segment:
    """A segment turned about the origin; an arc's middle is there."""
    cos, sin = math.cos(angle), math.sin(angle)

    def turned_(point: Flat) -> Flat:
        return point[0] * cos - point[1] * sin, point[0] * sin + point[1] * cos

    start, end = turned_(segment.start), turned_(segment.end)
    if isinstance(segment, Arc):
        return Arc(start, end, segment.middle, segment.way)
    if isinstance(segment, Bezier):
        return Bezier(start, turned_(segment.first), turned_(segment.second), end)
    return Line(start, end)


def backwards(loop: Loop) -> Loop:
    """The same loop run through the other way, as a hole."""
    found: list[Segment] = []
    for segment in reversed(loop):
        if isinstance(segment, Line):
            found.append(Line(segment.end, segment.start))
        elif isinstance(segment, Arc):
            found.append(Arc(segment.end, segment.start, segment.middle, -segment.way))
        else:
            found.append(Bezier(segment.end, segment.second, segment.first, segment.start))
    return found


def pulled(outer: Loop, bottom: float, top: float, holes: Sequence[Loop] = ()) -> Solid:
    """A solid over a profile, from one height to another."""
    faces: list[Face] = []
    lids: list[list[tuple[Curve, Curve]]] = []
    for loop in (outer, *holes):
        edges = [(_curve(s, bottom), _curve(s, top)) for s in loop]
        lids.append(edges)
        for segment, (low, high) in zip(loop, edges, strict=True):
            first, last = Curve(low.start, high.start), Curve(low.end, high.end)
            sides = (((low, True), (last, True), (high, False), (first, False)),)
            faces.append(_wall(segment, low, sides))
    up = tuple(tuple((high, True) for _, high in edges) for edges in lids)
    down = tuple(tuple((low, False) for low, _ in reversed(edges)) for edges in lids)
    faces.append(Face(Kind.PLANE, (0, 0, top), (0, 0, 1), up))
    faces.append(Face(Kind.PLANE, (0, 0, bottom), (0, 0, -1), down))
    return tuple(faces)


def _curve(segment: Segment, z: float) -> Curve:
    start, end = (*segment.start, z), (*segment.end, z)
    if isinstance(segment, Arc):
        return Curve(start, end, (*segment.middle, z), segment.way)
    if isinstance(segment, Bezier):
        return Curve(start, end, handles=((*segment.first, z), (*segment.second, z)))
    return Curve(start, end)


def _wall(segment: Segment, low: Curve, loops: tuple[tuple[tuple[Curve, bool], ...], ...]) -> Face:
    if isinstance(segment, Arc):
        radius = math.dist(segment.start, segment.middle)
        at = (*segment.middle, 0.0)
        return Face(Kind.CYLINDER, at, (0, 0, 1), loops, segment.way > 0, radius)
    if isinstance(segment, Bezier):
        return Face(Kind.FLANK, low.start, (0, 0, 1), loops)
    dx, dy = segment.end[0] - segment.start[0], segment.end[1] - segment.start[1]
    length = math.hypot(dx, dy)
    return Face(Kind.PLANE, low.start, (dy / length, -dx / length, 0), loops)


def turned(profile: Sequence[Flat], start: float = 0.0, sweep: float = 360.0) -> Solid:
    """A solid turned around Z from (radius, height) points, counter-clockwise.

    With a `sweep` below 360 degrees it is open from `start + sweep` to `start`; its profile
    must then keep off the axis.
    """
    count = math.ceil(sweep / 180 + 1e-9) if sweep < 360 else 2
    angles = [math.radians(start + sweep * i / count) for i in range(count + 1)]
    if sweep >= 360:
        angles[-1] = angles[0]

    def place(point: Flat, angle: float) -> Place:
        return point[0] * math.cos(angle), point[0] * math.sin(angle), point[1]

    corners = list(zip(profile, [*profile[1:], profile[0]], strict=True))
    faces: list[Face] = []
    for low, high in pairwise(angles):
        for a, b in corners:
            if a[0] == b[0] == 0:
                continue
            loop = []
            if a[0] > 0:
                loop.append((Curve(place(a, low), place(a, high), (0, 0, a[1])), True))
            loop.append((Curve(place(a, high), place(b, high)), True))
            if b[0] > 0:
                loop.append((Curve(place(b, low), place(b, high), (0, 0, b[1])), False))
            loop.append((Curve(place(a, low), place(b, low)), False))
            faces.append(_turned_face(a, b, tuple(loop)))
    if sweep < 360:
        for angle, forward in ((angles[0], True), (angles[-1], False)):
            edges = [(Curve(place(a, angle), place(b, angle)), forward) for a, b in corners]
            sign = 1 if forward else -1
            normal = (sign * math.sin(angle), -sign * math.cos(angle), 0)
            loop_ = tuple(edges if forward else reversed(edges))
            faces.append(Face(Kind.PLANE, place(profile[0], angle), normal, (loop_,)))
    return tuple(faces)


def _turned_face(a: Flat, b: Flat, loop: tuple[tuple[Curve, bool], ...]) -> Face:
    dr, dz = b[0] - a[0], b[1] - a[1]
    if dz == 0:
        return Face(Kind.PLANE, (0, 0, a[1]), (0, 0, -1 if dr > 0 else 1), (loop,))
    if dr == 0:
        return Face(Kind.CYLINDER, (0, 0, a[1]), (0, 0, 1), (loop,), dz > 0, a[0])
    at = a if a[0] > 0 else b
    widens = 1.0 if dr / dz > 0 else -1.0
    angle = math.atan(abs(dr / dz))
    return Face(Kind.CONE, (0, 0, at[1]), (0, 0, widens), (loop,), dz > 0, at[0], angle)
