"""What is on a plan as a person corrects it: outlines in the drawing's units, y down."""

from __future__ import annotations

import math
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from hallgen.drafting.overlay import ToSheet, to_sheet
from hallgen.model import AreaKind, Frozen, PlannedBooth, Point, Polygon, Ring
from hallgen.readers.plans import Understood

#: The word for each kind of area that reading a plan takes for it.
_AREAS: Final = {
    AreaKind.ENTRANCE: "registration",
    AreaKind.STAGE: "stage",
    AreaKind.LOUNGE: "lounge",
    AreaKind.FACILITY: "facility",
}


class ThingKind(StrEnum):
    """What a thing is."""

    BOOTH = "booth"
    GATE = "gate"
    OUTLINE = "outline"
    WALL = "wall"
    COLUMN = "column"
    AREA = "area"


def _finite(point: Point) -> Point:
    if not all(math.isfinite(value) for value in point):
        raise ValueError("a coordinate is not a finite number")
    return point


FinitePoint = Annotated[Point, AfterValidator(_finite)]
FiniteRing = Annotated[tuple[FinitePoint, ...], Field(min_length=2, max_length=20_000)]


class Thing(Frozen):
    """A booth, a gate, a wall...: `rings` are its outline and its holes; of a gate the line across
    the doorway. `sort` is the kind of booth or of area in a word, where it is known.
    """

    id: int = Field(ge=1)
    kind: ThingKind
    rings: tuple[FiniteRing, ...] = Field(min_length=1, max_length=1000)
    number: str = Field(default="", max_length=80)
    name: str = Field(default="", max_length=200)
    zone: str = Field(default="", max_length=80)
    sort: str = Field(default="", max_length=80)


class Corrected(Frozen):
    """A plan as a person leaves it: the hall's name, metres a unit of the sheet, and its things."""

    name: str = Field(default="", max_length=200)
    scale: float = Field(gt=0, lt=1e6)
    things: tuple[Thing, ...] = Field(max_length=50_000)


def things_of(understood: Understood, scale: float) -> tuple[Thing, ...]:
    """All that was understood of a plan, on a sheet of so many metres a unit."""
    move = to_sheet(understood, scale)
    return tuple(
        Thing(id=at, **said)  # type: ignore[arg-type]
        for at, said in enumerate(_said(understood, move), start=1)
    )


def _said(understood: Understood, move: ToSheet) -> Iterator[dict[str, object]]:
    plan = understood.plan
    if plan.outline is not None:
        yield {"kind": ThingKind.OUTLINE, "rings": _rings(plan.outline, move)}
    for wall in plan.walls:
        yield {"kind": ThingKind.WALL, "rings": _rings(wall, move)}
    for column in plan.columns:
        yield {"kind": ThingKind.COLUMN, "rings": _rings(column, move)}
    for area in plan.areas:
        rings = _rings(area.outline, move)
        said = {"name": area.name.best(), "sort": _AREAS[area.kind]}
        yield {"kind": ThingKind.AREA, "rings": rings, **said}
    for booth in plan.booths:
        for part in booth.parts or (booth,):
            yield _booth(part, move)
    for gate in plan.gates:
        (x, y), half = gate.position, gate.width / 2
        dx, dy = _along_wall(plan.outline, gate.position)
        ends = [(x - half * dx, y - half * dy), (x + half * dx, y + half * dy)]
        yield {
            "kind": ThingKind.GATE,
            "rings": (tuple(map(move, ends)),),
            "name": gate.name.best(),
        }


def _along_wall(outline: Polygon | None, position: Point) -> Point:
    """The way that the hall's wall runs at a gate, as a unit vector; east where none is drawn."""
    if outline is None:
        return 1.0, 0.0
    ring = outline.outer
    first, last = min(
        zip(ring, (*ring[1:], ring[0]), strict=True), key=lambda side: _distance(side, position)
    )
    length = math.dist(first, last) or 1.0
    return (last[0] - first[0]) / length, (last[1] - first[1]) / length


def _distance(side: tuple[Point, Point], point: Point) -> float:
    """From a point to a stretch of wall."""
    (x0, y0), (x1, y1) = side
    squared = (x1 - x0) ** 2 + (y1 - y0) ** 2
    along = ((point[0] - x0) * (x1 - x0) + (point[1] - y0) * (y1 - y0)) / squared if squared else 0
    share = min(1.0, max(0.0, along))
    return math.dist(point, (x0 + share * (x1 - x0), y0 + share * (y1 - y0)))


def _booth(booth: PlannedBooth, move: ToSheet) -> dict[str, object]:
    return {
        "kind": ThingKind.BOOTH,
        "rings": _rings(booth.outline, move),
        "number": booth.number,
        "name": booth.occupant,
        "zone": booth.zone or "",
        "sort": booth.kind.value if booth.kind is not None else "",
    }


def _rings(polygon: Polygon, move: ToSheet) -> tuple[Ring, ...]:
    return tuple(tuple(map(move, ring)) for ring in (polygon.outer, *polygon.holes))
