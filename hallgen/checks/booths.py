"""Rules about how booths stand in their hall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from hallgen.checks.reporting import report
from hallgen.codes import (
    BOOTH_ENCLOSED,
    BOOTH_OUTSIDE,
    BOOTH_OVER_COLUMN,
    BOOTH_UNREACHABLE,
    BOOTHS_OVERLAP,
)
from hallgen.diagnostics import Diagnostic
from hallgen.layout.reach import reached
from hallgen.layout.shapes import clean, sound, to_shape
from hallgen.model import Booth, BoothLayout, BoothType, Fair, Hall, HallLayout

#: Overlaps that are smaller, or nowhere this thick, are the drawing's inaccuracy (m2, m).
SLIVER = 0.02
THICKNESS = 0.05
#: A booth may reach this far out of the hall's drawn outline, whose line has a thickness.
OUT = 0.3
#: Of a column, so much in a booth is worth a word, in m2.
PART_OF_A_COLUMN = 0.01


def overlapping(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    for hall in fair.halls:
        booths, shapes = _footprints(hall)
        if not shapes:
            continue
        pairs = shapely.STRtree(shapes).query(shapes, "intersects")
        for i, j in np.unique(pairs, axis=1).T.tolist():
            if i < j:
                yield from _overlap(booths[i], booths[j], shapes[i].intersection(shapes[j]))


def outside_of_the_hall(fair: Fair, layouts: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    for hall in fair.halls:
        if hall.id in layouts:
            yield from _outside(hall, layouts[hall.id])


def enclosed(fair: Fair, layouts: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    for hall in fair.halls:
        shut = [b for b, laid in _laid_out(hall, layouts) if laid.type is BoothType.ENCLOSED]
        yield from report(
            BOOTH_ENCLOSED,
            shut,
            place=lambda booth: booth.place,
            name=lambda booth: booth.number,
            one=lambda booth: f"Booth {booth.number} has no open side.",
            many="booths have no open side",
        )


def unreachable(fair: Fair, layouts: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    """One line a booth, however many: each is somebody whom no visitor finds."""
    for hall in fair.halls:
        if hall.id not in layouts:
            continue
        near = reached(layouts[hall.id])
        for booth, laid in _laid_out(hall, layouts):
            if laid.type is not BoothType.ENCLOSED and booth.id not in near:
                yield Diagnostic(
                    BOOTH_UNREACHABLE,
                    booth.place,
                    f"No way leads from a gate to booth {booth.number}.",
                    BOOTH_UNREACHABLE.cure,
                )


def over_a_column(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    for hall in fair.halls:
        columns = shapely.union_all(sound(hall.columns))
        over = [
            booth
            for booth, shape in zip(*_footprints(hall), strict=True)
            if shape.intersection(columns).area > PART_OF_A_COLUMN
        ]
        yield from report(
            BOOTH_OVER_COLUMN,
            over,
            place=lambda booth: booth.place,
            name=lambda booth: booth.number,
            one=lambda booth: f"A column stands in booth {booth.number}.",
            many="booths have a column in them",
        )


def _outside(hall: Hall, layout: HallLayout) -> Iterator[Diagnostic]:
    inside = to_shape(layout.outline).buffer(OUT, join_style="mitre")
    out = {
        booth.id: max(0.01, shape.difference(inside).area / shape.area)
        for booth, shape in zip(*_footprints(hall), strict=True)
        if not inside.covers(shape)
    }
    yield from report(
        BOOTH_OUTSIDE,
        [booth for booth in hall.booths if booth.id in out],
        place=lambda booth: booth.place,
        name=lambda booth: booth.number,
        one=lambda booth: f"{out[booth.id]:.0%} of booth {booth.number} is outside of the hall.",
        many="booths stand partly or wholly outside of the hall",
    )


def _overlap(one: Booth, other: Booth, common: BaseGeometry) -> Iterator[Diagnostic]:
    if common.area < SLIVER or common.buffer(-THICKNESS / 2).is_empty:
        return
    yield Diagnostic(
        BOOTHS_OVERLAP,
        one.place,
        f"booth {one.number} overlaps {other.number} by {common.area:.2f} m2.",
        BOOTHS_OVERLAP.cure,
    )


def _footprints(hall: Hall) -> tuple[list[Booth], list[shapely.Polygon]]:
    """The booths that have a footprint at all, and those."""
    cleaned = ((booth, clean(booth.outline)) for booth in hall.booths)
    found = [(booth, shape) for booth, shape in cleaned if shape is not None]
    return [booth for booth, _ in found], [shape for _, shape in found]


def _laid_out(hall: Hall, layouts: Mapping[str, HallLayout]) -> Iterator[tuple[Booth, BoothLayout]]:
    booths = {booth.id: booth for booth in hall.booths}
    if hall.id in layouts:
        for laid in layouts[hall.id].booths:
            yield booths[laid.booth], laid
