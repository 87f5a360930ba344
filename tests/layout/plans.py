"""Small plans drawn by code, whose answers are known."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from hallgen.diagnostics import Diagnostics, Place
from hallgen.layout import lay_out
from hallgen.model import (
    Area,
    Booth,
    BoothKind,
    BoothLayout,
    Gate,
    Hall,
    HallLayout,
    Point,
    Polygon,
    Ring,
    Text,
)

PLACE = Place("plans/1.svg")


def box(x: float, y: float, width: float, depth: float) -> Polygon:
    return Polygon(outer=((x, y), (x + width, y), (x + width, y + depth), (x, y + depth)))


def hall_of(
    booths: Mapping[str, Polygon] | Iterable[Polygon],
    *,
    outline: Polygon | None = None,
    walls: tuple[Polygon, ...] = (),
    columns: tuple[Polygon, ...] = (),
    areas: tuple[Area, ...] = (),
    gates: tuple[Gate, ...] = (),
    zones: tuple[str, ...] = (),
) -> Hall:
    named = booths if isinstance(booths, Mapping) else {f"A{i:02}": b for i, b in enumerate(booths)}
    return Hall(
        id="1",
        name=Text(),
        outline=outline or box(0, 0, 48, 36),
        height=12,
        booths=tuple(
            Booth(id=id_, number=id_, hall="1", outline=o, kind=BoothKind.SHELL, place=PLACE)
            for id_, o in named.items()
        ),
        place=PLACE,
        zones=zones,
        walls=walls,
        columns=columns,
        areas=areas,
        gates=gates,
    )


def laid_out(hall: Hall) -> HallLayout:
    """The layout of a hall that has nothing to report."""
    diagnostics = Diagnostics()
    layout = lay_out(hall, diagnostics)
    assert list(diagnostics) == []
    return layout


def by_id(layout: HallLayout) -> dict[str, BoothLayout]:
    return {booth.booth: booth for booth in layout.booths}


def turned(hall: Hall, degrees: float, dx: float, dy: float) -> Hall:
    """The same hall, turned about the origin and moved."""
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)

    def point(p: Point) -> Point:
        return p[0] * cos - p[1] * sin + dx, p[0] * sin + p[1] * cos + dy

    def ring(r: Ring) -> Ring:
        return tuple(point(p) for p in r)

    def polygon(p: Polygon) -> Polygon:
        return Polygon(outer=ring(p.outer), holes=tuple(ring(hole) for hole in p.holes))

    return hall.model_copy(
        update={
            "outline": polygon(hall.outline),
            "booths": tuple(
                b.model_copy(update={"outline": polygon(b.outline)}) for b in hall.booths
            ),
            "walls": tuple(polygon(w) for w in hall.walls),
            "columns": tuple(polygon(c) for c in hall.columns),
        }
    )
