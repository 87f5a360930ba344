"""The hall around a plan's booths, where the drawing has none, and its origin."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Final

from hallgen.model import Gate, Plan, PlannedBooth, Point, Polygon, Ring
from hallgen.readers.fair_file import Size

#: Metres between the outermost booths and the wall of a hall that nobody drew: the width that
#: fire rules ask of an aisle.
MARGIN: Final = 3.0
#: Metres. Shapes may stick out of a hall's stated size by what drawings are inexact.
_SLACK: Final = 0.5


def with_outline(plan: Plan, size: Size | None = None) -> Plan:
    """The plan with a hall's outline, moved so that the outline's lower left is (0, 0).

    A hall that is not drawn is `size` around the middle of everything on the plan if that
    fits, else everything's bounds and a margin of 3 m. Gates near a wall that nobody drew are
    put into it.
    """
    outline = plan.outline
    if outline is None:
        outline = _around(plan, size)
        gates, exits = (
            tuple(_into_wall(gate, outline.bounds) for gate in doors)
            for doors in (plan.gates, plan.exits)
        )
        plan = plan.model_copy(update={"outline": outline, "gates": gates, "exits": exits})
    left, bottom, _, _ = outline.bounds
    return moved(plan, -left, -bottom)


def moved(plan: Plan, dx: float, dy: float) -> Plan:
    """All of the plan shifted by (dx, dy) metres."""

    def shift(point: Point) -> Point:
        # Tenths of a millimetre: coordinates that were equal stay so.
        return round(point[0] + dx, 4), round(point[1] + dy, 4)

    def polygons(shapes: tuple[Polygon, ...]) -> tuple[Polygon, ...]:
        return tuple(_mapped(shape, shift) for shape in shapes)

    def doors(gates: tuple[Gate, ...]) -> tuple[Gate, ...]:
        return tuple(gate.model_copy(update={"position": shift(gate.position)}) for gate in gates)

    def booth(planned: PlannedBooth) -> PlannedBooth:
        parts = tuple(map(booth, planned.parts))
        return planned.model_copy(
            update={"outline": _mapped(planned.outline, shift), "parts": parts}
        )

    return plan.model_copy(
        update={
            "outline": None if plan.outline is None else _mapped(plan.outline, shift),
            "booths": tuple(map(booth, plan.booths)),
            "walls": polygons(plan.walls),
            "columns": polygons(plan.columns),
            "areas": tuple(
                area.model_copy(update={"outline": _mapped(area.outline, shift)})
                for area in plan.areas
            ),
            "gates": doors(plan.gates),
            "exits": doors(plan.exits),
            "hydrants": polygons(plan.hydrants),
        }
    )


def area_of(polygon: Polygon) -> float:
    """Square metres inside the outer ring and outside the holes."""
    return abs(_signed(polygon.outer)) - sum(abs(_signed(hole)) for hole in polygon.holes)


def _signed(ring: Ring) -> float:
    """The shoelace formula."""
    following = (*ring[1:], ring[0])
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, following, strict=True)) / 2


def _mapped(polygon: Polygon, move: Callable[[Point], Point]) -> Polygon:
    return Polygon(
        outer=tuple(map(move, polygon.outer)),
        holes=tuple(tuple(map(move, hole)) for hole in polygon.holes),
    )


def _around(plan: Plan, size: Size | None) -> Polygon:
    points = list(_points(plan)) or [(0.0, 0.0)]
    xs, ys = zip(*points, strict=True)
    left, bottom, right, top = min(xs), min(ys), max(xs), max(ys)
    wide, deep = right - left + 2 * MARGIN, top - bottom + 2 * MARGIN
    if size is not None and _fits(right - left, size.width) and _fits(top - bottom, size.depth):
        wide, deep = size.width, size.depth
    x, y = (left + right - wide) / 2, (bottom + top - deep) / 2
    return Polygon(outer=((x, y), (x + wide, y), (x + wide, y + deep), (x, y + deep)))


def _into_wall(gate: Gate, bounds: tuple[float, float, float, float]) -> Gate:
    """The gate in the nearest wall of a rectangle, unless that is too far to be meant."""
    x, y = gate.position
    left, bottom, right, top = bounds
    walls = ((left, y), (right, y), (x, bottom), (x, top))
    nearest = min(walls, key=lambda point: math.dist(point, gate.position))
    if math.dist(nearest, gate.position) > 2 * MARGIN:
        return gate
    return gate.model_copy(update={"position": nearest})


def _fits(extent: float, room: float) -> bool:
    return extent <= room + _SLACK


def _points(plan: Plan) -> Iterator[Point]:
    shapes = (
        *(shape.outline for booth in plan.booths for shape in (booth, *booth.parts)),
        *plan.walls,
        *plan.columns,
        *plan.hydrants,
        *(area.outline for area in plan.areas),
    )
    for shape in shapes:
        yield from shape.outer
    yield from (gate.position for gate in (*plan.gates, *plan.exits))
