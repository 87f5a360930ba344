"""How a hall is laid out: which sides of a booth are open, and where one can walk."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from hallgen.model.fair import Gate
from hallgen.model.geometry import Frame, Frozen, Point, Polygon


class SideKind(StrEnum):
    """What is beyond a side: an aisle, another booth, or the hall's wall or a column."""

    OPEN = "open"
    NEIGHBOUR = "neighbour"
    WALL = "wall"


class BoothType(IntEnum):
    """The trade's names for a booth by the number of its open sides.

    An enclosed booth has none: nobody can enter it, which is a fault of the plan.
    """

    ENCLOSED = 0
    ROW = 1
    CORNER = 2
    PENINSULA = 3
    ISLAND = 4


class Side(Frozen):
    """A straight part of a booth's outline, in the outline's order (counter-clockwise).

    A side that is partly open and partly shared is split, so each has one kind.
    `neighbour` is the id of the booth beyond it.
    """

    start: Point
    end: Point
    kind: SideKind
    neighbour: str | None = None


class BoothLayout(Frozen):
    """Where a booth stands. Its frame's front is its best open side.

    The frame's origin is the middle of the smallest rectangle around the outline that is
    aligned with the front; `width` is along the frame's X, `depth` along its Z.
    """

    booth: str
    type: BoothType
    sides: tuple[Side, ...]
    frame: Frame
    width: float
    depth: float
    area: float


class Aisle(Frozen):
    """A straight way between blocks. A main aisle is where the hall's stream goes."""

    start: Point
    end: Point
    width: float
    main: bool


class Entry(Frozen):
    """Where one stands on having come in by a gate, and the way one looks.

    `heading` and `inward`, straight in through the wall, are in degrees counter-clockwise from
    east.
    """

    gate: str
    point: Point
    heading: float
    inward: float


class HallLayout(Frozen):
    """A hall ready to be built. All lengths in metres, areas in square metres.

    `outline` is the plan's own, or one made around the booths. `blocks` are groups of ids
    of booths that touch or stand back to back. `walkable` is the floor outside of booths,
    columns and walls. `gates` are the hall's own, or one derived where the plan has none.
    `entries` are inside of them, in the same order.
    `start` is where a visitor begins and `start_heading` the way they look, in degrees
    counter-clockwise from east.
    """

    hall: str
    outline: Polygon
    booths: tuple[BoothLayout, ...]
    blocks: tuple[tuple[str, ...], ...]
    aisles: tuple[Aisle, ...]
    walkable: tuple[Polygon, ...]
    obstacles: tuple[Polygon, ...]
    gates: tuple[Gate, ...] = ()
    entries: tuple[Entry, ...] = ()
    start: Point
    start_heading: float
