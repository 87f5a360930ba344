"""What stands in a hall beside its booths: outline, walls, columns, areas and gates."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely import LineString
from shapely import Polygon as ShapelyPolygon
from shapely.geometry.base import BaseGeometry

from hallgen import codes
from hallgen.diagnostics import Diagnostics, Place
from hallgen.model import Point
from hallgen.readers.fair_file import Role
from hallgen.readers.plans.chains import close_nearly_closed, join_lines
from hallgen.readers.plans.drawing import Line, Shape
from hallgen.readers.plans.repair import polygon_of
from hallgen.readers.plans.roles import Part, Parts

#: Thickness of a wall that is drawn as a line, in metres.
LINE_WALL = 0.1
#: A wall outline thicker than this on average, in metres, is a line around a room.
THICKEST_WALL = 1.5
#: The side of a hydrant that is drawn as a point: a cabinet's width, in metres.
HYDRANT = 0.7
#: Widths of gaps in the walls that are taken for doors when looking for the hall's outline.
DOORS = (1.0, 2.0, 4.0, 8.0, 16.0)


def walls_of(part: Part, diagnostics: Diagnostics) -> list[ShapelyPolygon]:
    """Walls as solid polygons; lines, and outlines of rooms, get a wall's thickness."""
    walls: list[ShapelyPolygon] = []
    for shape in part.shapes:
        polygon = polygon_of(shape, "this wall", diagnostics)
        if polygon is None:
            continue
        if 2 * polygon.area / polygon.length > THICKEST_WALL:
            walls += _thick(polygon.boundary)
        else:
            walls.append(polygon)
    for line in part.lines:
        walls += _thick(LineString(line.points))
    return walls


def _thick(line: BaseGeometry) -> list[ShapelyPolygon]:
    band = line.buffer(LINE_WALL / 2, cap_style="square", join_style="mitre")
    return [p for p in shapely.get_parts(band) if isinstance(p, ShapelyPolygon) and p.area > 0]


def columns_of(part: Part, diagnostics: Diagnostics) -> list[ShapelyPolygon]:
    """Columns, whether drawn as shapes or as lines that make one."""
    polygons = (polygon_of(s, "this column", diagnostics) for s in _shapes(part, diagnostics))
    return [polygon for polygon in polygons if polygon is not None]


def hydrants_of(part: Part, diagnostics: Diagnostics) -> list[ShapelyPolygon]:
    """Hydrants drawn as columns are, or as points."""
    points = (shapely.Point(label.at).buffer(HYDRANT / 2, quad_segs=1) for label in part.labels)
    return [*columns_of(part, diagnostics), *points]


def outline_of(parts: Parts, place: Place, diagnostics: Diagnostics) -> ShapelyPolygon | None:
    """The largest shape on the layer of the hall's outline; gaps in its line are doors."""
    part = parts[Role.OUTLINE]
    shapes = _shapes(part, Diagnostics())  # gaps in a hall's outline are no fault
    polygons = [polygon_of(shape, "the hall's outline", diagnostics) for shape in shapes]
    found = sorted((p for p in polygons if p is not None), key=lambda p: -p.area)
    if not found and part.lines:
        around = _around([p for line in part.lines for p in _thick(LineString(line.points))], [])
        found = [around] if around is not None else []
    apart = [p for p in found[1:] if not found[0].buffer(LINE_WALL).covers(p)]
    if apart:
        message = f"The hall's outline is drawn {len(apart) + 1} times; the largest is taken."
        diagnostics.add(codes.OUTLINE_UNUSABLE, shapes[0].mark.place, message)
    if not found and (part.shapes or part.lines):
        diagnostics.add(codes.OUTLINE_UNUSABLE, place, "The hall's outline is not closed.")
    return found[0] if found else None


def outline_around(
    walls: Sequence[ShapelyPolygon], booths: Sequence[ShapelyPolygon]
) -> ShapelyPolygon | None:
    """The outer face of walls that go around all booths, but for gaps as wide as doors."""
    return _around(walls, [booth.representative_point() for booth in booths])


def _around(
    walls: Sequence[ShapelyPolygon], inside: Sequence[shapely.Point]
) -> ShapelyPolygon | None:
    """Grow the walls until they close into a ring, fill it, and shrink it back."""
    for door in DOORS:
        grown = shapely.union_all([wall.buffer(door / 2, join_style="mitre") for wall in walls])
        for piece in sorted(shapely.get_parts(grown), key=lambda p: -p.area):
            if not isinstance(piece, ShapelyPolygon) or not piece.interiors:
                continue
            filled = ShapelyPolygon(piece.exterior)
            shrunk = filled.buffer(-door / 2, join_style="mitre")
            if isinstance(shrunk, ShapelyPolygon) and not shrunk.is_empty:
                shapely.prepare(shrunk)
                if all(shrunk.contains(point) for point in inside):
                    return shapely.simplify(shrunk, 0.01)
    return None


def _shapes(part: Part, diagnostics: Diagnostics) -> list[Shape]:
    closed, others = close_nearly_closed(part.lines, diagnostics)
    return [*part.shapes, *closed, *join_lines(others)[0]]


def middle_of(line: Line) -> Point:
    """The point half way along a line."""
    point = LineString(line.points).interpolate(0.5, normalized=True)
    return float(point.x), float(point.y)
