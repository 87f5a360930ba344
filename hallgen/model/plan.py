"""What was understood of one hall's drawing, before anybody stands in its booths."""

from __future__ import annotations

from hallgen.diagnostics import Place
from hallgen.model.fair import Area, BoothKind, Gate
from hallgen.model.geometry import Frozen, Polygon


class PlannedBooth(Frozen):
    """A shape of the drawing that is a booth, with the number it bears.

    `zone` and `kind` are set when the drawing says so, `occupant` is the name it has for the
    shape, or ''. Where several shapes bear the number, `parts` are all of them in the order of
    the drawing, and `outline` is that of the first with those that it touches.
    """

    number: str
    outline: Polygon
    place: Place
    zone: str | None = None
    kind: BoothKind | None = None
    occupant: str = ""
    parts: tuple[PlannedBooth, ...] = ()


class Plan(Frozen):
    """One hall's plan in metres, y up, its origin at the lower left of the outline's bounds.

    `outline` is None where the drawing has no hall; the layout then makes one, and the origin is
    at the lower left of everything drawn.
    """

    hall: str
    booths: tuple[PlannedBooth, ...]
    outline: Polygon | None = None
    walls: tuple[Polygon, ...] = ()
    columns: tuple[Polygon, ...] = ()
    areas: tuple[Area, ...] = ()
    gates: tuple[Gate, ...] = ()
    exits: tuple[Gate, ...] = ()
    hydrants: tuple[Polygon, ...] = ()
