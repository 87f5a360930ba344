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
from hallgen.readers.plans.fixtures import DOORS, LINE_WALL, middle_of
from hallgen.readers.plans.kinds import area_kind
from hallgen.readers.plans.repair import polygon_of
from hallgen.readers.plans.roles import Parts

#: Width in metres of a gate that is drawn as a point: two leaves of a usual hall door.
GATE_WIDTH = 3.0
#: A gate drawn this near to the hall's outline, in metres, is a door in it: arrows and signs of
#: gates stand before them.
IN_WALL = 8.0
#: A gap in the walls this near to a gate, in metres, is the gate's own: half of the above, since
#: a gap beside a gate may be another one.
IN_GAP = 4.0

FoundGate = tuple[Text, Point, float]
FoundArea = tuple[AreaKind, Text, ShapelyPolygon]


def gates_of(
    parts: Parts,
    role: Role,
    outline: ShapelyPolygon | None,
    walls: Sequence[ShapelyPolygon],
    diagnostics: Diagnostics,
) -> list[FoundGate]:
    """Each gate's or exit's name, position and width: shapes, lines across a doorway, or points.

    A gate at a gap in the walls around the hall is that gap; any other near the outline is
    moved onto it.
    """
    part, labels = parts[role], parts[Role.LABELS].labels
    gates: list[FoundGate] = []
    for shape in part.shapes:
        polygon = polygon_of(shape, "this gate", diagnostics)
        if polygon is not None:
            middle = (float(polygon.centroid.x), float(polygon.centroid.y))
            gates.append((_name(shape, polygon, labels), middle, _long_side(polygon)))
    gates += [(line.names, middle_of(line), LineString(line.points).length) for line in part.lines]
    gates += [(Text.model_validate(label.text), label.at, GATE_WIDTH) for label in part.labels]
    if outline is None:
        return gates
    gaps = _gaps(outline, walls)
    return [_in_wall(gate, outline, gaps) for gate in gates]


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
    if shape.names:
        return shape.names
    said = shape.name or shape.number
    if not said:
        written = (label.text for label in labels if polygon.contains(ShapelyPoint(label.at)))
        said = " ".join(" ".join(written).split())
    return Text.model_validate(said)


def _long_side(polygon: ShapelyPolygon) -> float:
    box = shapely.minimum_rotated_rectangle(polygon)
    corners = shapely.get_coordinates(box).tolist()
    return max(math.dist(corners[0], corners[1]), math.dist(corners[1], corners[2]))


def _gaps(outline: ShapelyPolygon, walls: Sequence[ShapelyPolygon]) -> list[LineString]:
    """The stretches of a hall's outline without a wall that are no longer than doors are wide."""
    if not walls:
        return []
    solid = shapely.union_all([wall.buffer(LINE_WALL) for wall in walls])
    bare = shapely.line_merge(outline.exterior.difference(solid))
    parts = (part for part in shapely.get_parts(bare) if isinstance(part, LineString))
    return [part for part in parts if part.length <= max(DOORS)]


def _in_wall(gate: FoundGate, outline: ShapelyPolygon, gaps: Sequence[LineString]) -> FoundGate:
    name, position, _ = gate
    point = ShapelyPoint(position)
    gap = min(gaps, key=point.distance, default=None)
    if gap is not None and gap.distance(point) <= IN_GAP:
        middle = gap.interpolate(0.5, normalized=True)
        return name, (float(middle.x), float(middle.y)), gap.length + 2 * LINE_WALL
    if outline.exterior.distance(point) > IN_WALL:
        return gate
    on_edge = outline.exterior.interpolate(outline.exterior.project(point))
    return name, (float(on_edge.x), float(on_edge.y)), gate[2]
