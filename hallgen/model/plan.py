"""What was understood of one hall's drawing, before anybody stands in its booths."""

from __future__ import annotations

from hallgen.diagnostics import Place
from hallgen.model.fair import Area, BoothKind, Gate
from hallgen.model.geometry import Frozen, Polygon


class PlannedBooth(Frozen):
    """A shape of the drawing that is a booth, with the number it bears.

    `zone` and `kind` are set when the drawing says so.
    """

    number: str
    outline: Polygon
    place: Place
    zone: str | None = None
    kind: BoothKind | None = None


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
