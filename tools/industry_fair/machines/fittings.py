"""What machines are held together and connected with: screws, fins, feet, plugs, hoses."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.industry_fair.machines.shapes import (
    Ring,
    Shape,
    around,
    box,
    curve,
    drum,
    extruded,
    facing,
    hexagon,
    joined,
    repeated,
    swept,
    turned,
)


def cap_screw(thread: float, axis: str = "y") -> Shape:
    """The head of a socket screw, standing on the origin and looking along an axis."""
    r, h, s = thread * 0.75, thread, thread * 0.42
    head = [(0, 0), (r, 0), (r, h * 0.86), (r * 0.86, h), (s, h), (s, h * 0.5), (0, h * 0.5)]
    return turned(head, 12, axis)


def hex_bolt(thread: float, axis: str = "y") -> Shape:
    """A hexagon head on its washer, standing on the origin and looking along an axis."""
    washer = drum(thread * 1.1, thread * 0.16, "z", segments=14).moved(z=thread * 0.08)
    head = hexagon(thread * 0.92, thread * 0.64, "z", thread * 0.08)
    return facing(joined(head.moved(z=thread * 0.48), washer), axis)


def ring_of(shape: Shape, count: int, radius: float, axis: str = "y", start: float = 0.0) -> Shape:
    """Bodies that look along an axis, in a circle around it."""
    way = {"x": (0, radius, 0), "y": (radius, 0, 0), "z": (radius, 0, 0)}[axis]
    return around(shape.moved(*way), count, axis, start)


def corners_of(shape: Shape, width: float, height: float, axis: str = "z") -> Shape:
    """A body at the four corners of a rectangle that lies across an axis."""
    w, h = width / 2, height / 2
    flat = [(-w, -h), (w, -h), (w, h), (-w, h)]
    places = {
        "z": [(a, b, 0.0) for a, b in flat],
        "y": [(a, 0.0, b) for a, b in flat],
        "x": [(0.0, b, a) for a, b in flat],
    }
    return repeated(shape, places[axis])


def fins(size: Sequence[float], count: int, thickness: float, along: str = "x") -> Shape:
    """Upright plates that fill a box around the origin, one behind the other along an axis."""
    x, y, z = size
    extent = {"x": x, "z": z, "y": y}[along]
    step = (extent - thickness) / (count - 1)
    at = [-extent / 2 + thickness / 2 + i * step for i in range(count)]
    if along == "x":
        return repeated(box((thickness, y, z)), [(a, 0, 0) for a in at])
    if along == "y":
        return repeated(box((x, thickness, z)), [(0, a, 0) for a in at])
    return repeated(box((x, y, thickness)), [(0, 0, a) for a in at])


def louvres(width: float, height: float, count: int, depth: float = 0.006) -> Shape:
    """Slanting slats around the origin, looking to +Z."""
    step = height / count
    slat = box((width, step * 0.5, depth), bevel=depth * 0.2).turned("x", 28)
    return repeated(slat, [(0, (i + 0.5) * step - height / 2, 0) for i in range(count)])


def foot(height: float, radius: float) -> Shape:
    """A levelling foot from the floor up to `height`, around the Y axis."""
    pad = turned([(0, 0), (radius, 0), (radius, 0.012), (radius * 0.45, 0.024), (0, 0.024)], 20)
    nut = hexagon(radius * 0.42, 0.014, "y", 0.001).moved(y=height * 0.62)
    return joined(pad, drum(radius * 0.22, height, segments=12).moved(y=height / 2), nut)


def hose(path: Sequence[Sequence[float]], radius: float, steps: int = 10, sides: int = 10) -> Shape:
    """A smooth hose through points."""
    return swept(curve(path, steps), radius, sides)


def conduit(path: Sequence[Sequence[float]], radius: float, ribs: int, sides: int = 10) -> Shape:
    """A corrugated hose through points."""
    way = curve(path, max(2, math.ceil(ribs * 2 / (len(path) - 1))))
    thick = [radius if i % 2 else radius * 0.84 for i in range(len(way))]
    return swept(way, thick, sides).creased(75)


def plug(radius: float, length: float, axis: str = "y") -> Shape:
    """A round connector standing on the origin: a flange, a knurled nut, a back shell."""
    r = radius
    nut = extruded(_knurled(r, 18), length * 0.45, r * 0.06).moved(z=length * 0.37)
    shell = turned(
        [(0, 0), (r * 1.12, 0), (r * 1.12, length * 0.14), (r * 0.8, length * 0.14),
         (r * 0.8, length * 0.6), (r * 0.8, length * 0.72), (r * 0.5, length), (0, length)],
        20, "z",
    )  # fmt: skip
    return facing(joined(shell, nut), axis)


def _knurled(radius: float, teeth: int) -> Ring:
    ring = []
    for i in range(teeth * 2):
        angle = math.pi * i / teeth
        r = radius if i % 2 else radius * 0.93
        ring.append((r * math.cos(angle), r * math.sin(angle)))
    return ring


def handle(length: float, reach: float, thickness: float) -> Shape:
    """An upright bar handle around the origin, its posts to -Z."""
    way = [(-0.5, -reach), (-0.5, -0.2 * reach), (-0.42, 0), (0.42, 0)]
    path = [(0.0, a * length, b) for a, b in [*way, (0.5, -0.2 * reach), (0.5, -reach)]]
    return swept(curve(path, 5), thickness / 2, 10)
