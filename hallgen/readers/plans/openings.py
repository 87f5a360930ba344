"""Gates and areas of a hall, with the names that are written on them."""

from __future__ import annotations

import math
from collections.abc import Sequence

import shapely
from shapely import LineString
from shapely import Point as ShapelyPoint
from shapely import Polygon as ShapelyPolygon

from hallgen.diagnostics import Diagnostics
from hallgen.model import AreaKind, Point, Text
from hallgen.readers.fair_file import Role
from hallgen.readers.plans.drawing import Label, Shape
from hallgen.readers.plans.fixtures import middle_of
from hallgen.readers.plans.kinds import area_kind
from hallgen.readers.plans.repair import polygon_of
from hallgen.readers.plans.roles import Parts

#: Width in metres of a gate that is drawn as a point: two leaves of a usual hall door.
GATE_WIDTH = 3.0
#: A gate drawn this near to the hall's outline, in metres, is a door in it.
IN_WALL = 5.0

FoundGate = tuple[Text, Point, float]
FoundArea = tuple[AreaKind, Text, ShapelyPolygon]


def gates_of(
    parts: Parts, outline: ShapelyPolygon | None, diagnostics: Diagnostics
) -> list[FoundGate]:
    """Each gate's name, position and width: shapes, lines across a doorway, or points.

    A shape on a layer of gates that holds another is drawn around it, and left out.
    """
    part, labels = parts[Role.GATES], parts[Role.LABELS].labels
    gates: list[FoundGate] = []
    for shape in part.shapes:
        polygon = polygon_of(shape, "this gate", diagnostics)
        if polygon is not None:
            middle = (float(polygon.centroid.x), float(polygon.centroid.y))
            gates.append((_name(shape, polygon, labels), middle, _long_side(polygon)))
    gates += [(Text(), middle_of(line), LineString(line.points).length) for line in part.lines]
    gates += [(Text.model_validate(label.text), label.at, GATE_WIDTH) for label in part.labels]
    if outline is None:
        return gates
    return [(name, _onto(outline, position), width) for name, position, width in gates]


def areas_of(parts: Parts, diagnostics: Diagnostics) -> list[FoundArea]:
    """Each area's kind, name and outline."""
    labels = parts[Role.LABELS].labels
    areas: list[FoundArea] = []
    for shape in parts[Role.AREAS].shapes:
        polygon = polygon_of(shape, "this area", diagnostics)
        if polygon is not None:
            name = _name(shape, polygon, labels)
            mark = shape.mark
            words = (shape.kind, name.best(), mark.id, *mark.classes, *reversed(mark.layers))
            areas.append((area_kind(*words), name, polygon))
    return areas


def _name(shape: Shape, polygon: ShapelyPolygon, labels: Sequence[Label]) -> Text:
    """What the file calls it, else what is written in it."""
    said = shape.name or shape.number
    if not said:
        written = (label.text for label in labels if polygon.contains(ShapelyPoint(label.at)))
        said = " ".join(" ".join(written).split())
    return Text.model_validate(said)


def _long_side(polygon: ShapelyPolygon) -> float:
    box = shapely.minimum_rotated_rectangle(polygon)
    corners = shapely.get_coordinates(box).tolist()
    return max(math.dist(corners[0], corners[1]), math.dist(corners[1], corners[2]))


def _onto(outline: ShapelyPolygon, position: Point) -> Point:
    edge = outline.exterior
    point = ShapelyPoint(position)
    if edge.distance(point) > IN_WALL:
        return position
    on_edge = edge.interpolate(edge.project(point))
    return float(on_edge.x), float(on_edge.y)
