"""A hall as what is drawn of it: one list for plans of every format.

Lengths in metres on the hall's plan, y up. A gate is a line as wide as the gate, along the wall
that it is in.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from hallgen.model import AreaKind, Fair, FairIndex, Gate, Hall, Point, Polygon, Text

#: What the readers call an area of each kind: "entrance" alone would be a gate.
AREA_WORDS: Final = {
    AreaKind.ENTRANCE: "foyer",
    AreaKind.STAGE: "stage",
    AreaKind.LOUNGE: "lounge",
    AreaKind.FACILITY: "facility",
}
#: Kinds of features that are no booths; a booth's kind is its own (shell, raw...).
HALL, WALL, COLUMN, GATE = "hall", "wall", "column", "gate"


@dataclass(frozen=True, slots=True)
class Feature:
    """A thing of a plan: a polygon, or a line for a gate. `id` is unique in the fair.

    `kind` is a word that the plans' readers know. `exhibitors` are the ids of who is in a booth.
    """

    id: str
    kind: str
    shape: Polygon | None = None
    line: tuple[Point, Point] | None = None
    number: str = ""
    name: Text = field(default_factory=Text)
    zone: str = ""
    exhibitors: tuple[str, ...] = ()

    @property
    def is_booth(self) -> bool:
        return bool(self.number)

    @property
    def is_area(self) -> bool:
        return self.kind in AREA_WORDS.values()


def features_of(hall: Hall, fair: Fair) -> tuple[Feature, ...]:
    """Everything that is on a hall's plan, what lies under the rest first."""
    return (
        Feature(f"{hall.id}-hall", HALL, hall.outline, name=hall.name),
        *(Feature(f"{hall.id}-wall-{n}", WALL, w) for n, w in enumerate(hall.walls, 1)),
        *(Feature(f"{hall.id}-column-{n}", COLUMN, c) for n, c in enumerate(hall.columns, 1)),
        *(
            Feature(f"{hall.id}-area-{n}", AREA_WORDS[area.kind], area.outline, name=area.name)
            for n, area in enumerate(hall.areas, 1)
        ),
        *_booths(hall, fair),
        *(
            Feature(
                f"{hall.id}-{gate.id}", GATE, line=gate_line(gate, hall.outline), name=gate.name
            )
            for gate in hall.gates
        ),
    )


def _booths(hall: Hall, fair: Fair) -> Iterator[Feature]:
    exhibitors = FairIndex(fair).exhibitors
    for booth in hall.booths:
        main = exhibitors.get(booth.main_exhibitor or "")
        yield Feature(
            booth.id,
            booth.kind.value,
            booth.outline,
            number=booth.number,
            name=main.name if main is not None else Text(),
            zone=booth.zone or "",
            exhibitors=booth.exhibitors,
        )


def gate_line(gate: Gate, outline: Polygon) -> tuple[Point, Point]:
    """From one post of a gate to the other, along the nearest wall of the hall."""
    ring = (*outline.outer, outline.outer[0])
    start, end = min(pairwise(ring), key=lambda edge: _distance(gate.position, *edge))
    length = math.dist(start, end) or 1.0
    dx, dy = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    x, y, half = *gate.position, gate.width / 2
    return (x - dx * half, y - dy * half), (x + dx * half, y + dy * half)


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a straight line between two."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / square if square else 0.0
    along = min(max(along, 0.0), 1.0)
    return math.dist(point, (start[0] + along * dx, start[1] + along * dy))
