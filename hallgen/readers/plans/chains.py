"""Closed shapes from lines: outlines left a little open, and sides drawn one by one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import shapely
from shapely import LineString, STRtree

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.model import Point
from hallgen.readers.plans.drawing import Line, Shape
from hallgen.readers.plans.rings import without_repeats

#: Ends this near to one another, in metres, are meant to meet: a hand's slip without a snap.
MEETS = 0.02
#: An outline with a gap up to this share of its length is meant to be closed.
NEARLY = 0.1
#: The sides of twelve thousand booths drawn one by one.
MOST_LINES = 50_000


def close_nearly_closed(
    lines: Iterable[Line], diagnostics: Diagnostics
) -> tuple[list[Shape], list[Line]]:
    """Shapes from lines whose ends nearly meet, with a warning each, and the other lines."""
    shapes: list[Shape] = []
    others: list[Line] = []
    for line in lines:
        gap = math.dist(line.points[0], line.points[-1])
        length = sum(math.dist(a, b) for a, b in zip(line.points, line.points[1:], strict=False))
        if len(line.points) < 4 or gap > max(MEETS, NEARLY * length):
            others.append(line)
            continue
        ring = line.points[:-1] if gap <= MEETS else line.points
        shapes.append(Shape(ring, line.mark))
        if gap > MEETS:
            message = f"An outline's ends are {gap:.2f} m apart; it is read as closed."
            diagnostics.add(codes.SHAPE_NEARLY_CLOSED, line.mark.place, message)
    return shapes, others


def join_lines(lines: Sequence[Line], meets: float = MEETS) -> tuple[list[Shape], list[Line]]:
    """The faces that lines enclose together, and the lines that enclose none; ends within `meets`
    of each other, in the lines' unit, are one.

    Lines beyond `MOST_LINES` are hatching or a map, which would take hours; none are joined then.
    A face is marked as the first line of its outline, in the file's order.
    """
    if len(lines) > MOST_LINES:
        return [], list(lines)
    strings = [LineString(points) for points in _meeting(lines, meets)]
    kept = [(line, s) for line, s in zip(lines, strings, strict=True) if s.length > 0]
    if not kept:
        return [], []
    noded = shapely.unary_union([string for _, string in kept])
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(noded)))
    tree = STRtree([string for _, string in kept])
    used: set[int] = set()
    shapes: list[Shape] = []
    for face in faces:
        edge = face.exterior
        touching = [
            int(i) for i in tree.query(edge) if kept[int(i)][1].intersection(edge).length > 0
        ]
        used.update(touching)
        first = kept[min(touching)][0] if touching else kept[0][0]
        outer = without_repeats(edge.coords[:-1])
        holes = tuple(without_repeats(hole.coords[:-1]) for hole in face.interiors)
        shapes.append(Shape(outer, first.mark, holes))
    return shapes, [line for index, (line, _) in enumerate(kept) if index not in used]


def _meeting(lines: Sequence[Line], meets: float) -> list[list[Point]]:
    """The lines' points, each that is within `meets` of an earlier one moved onto it."""
    cells: dict[tuple[int, int], list[Point]] = {}

    def met(point: Point) -> Point:
        column, row = math.floor(point[0] / meets), math.floor(point[1] / meets)
        around = ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        near = (p for cell in around for p in cells.get(cell, ()) if math.dist(p, point) <= meets)
        found = min(near, key=lambda p: math.dist(p, point), default=None)
        if found is None:
            cells.setdefault((column, row), []).append(point)
            return point
        return found

    return [[met(point) for point in line.points] for line in lines]
