"""Rules about halls: their gates and columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import shapely

from hallgen.checks.reporting import report
from hallgen.codes import COLUMN_OUTSIDE, GATE_OFF_WALL, NO_GATE
from hallgen.diagnostics import Diagnostic
from hallgen.layout.shapes import sound, to_shape
from hallgen.model import Fair, Hall, HallLayout

#: A gate may be drawn this far off the wall's line: walls and doors have a thickness.
AT_THE_WALL = 1.5


def without_a_gate(fair: Fair, layouts: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    for hall in fair.halls:
        if hall.gates or hall.id not in layouts:
            continue
        spots = ", ".join(
            f"({x:.0f}, {y:.0f})" for x, y in (g.position for g in layouts[hall.id].gates)
        )
        yield Diagnostic(
            NO_GATE,
            hall.place,
            f"Hall {hall.id} has no gate on its plan; assumed at {spots} m.",
            NO_GATE.cure,
        )


def gates_off_the_wall(fair: Fair, layouts: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    for hall in fair.halls:
        if hall.id not in layouts:
            continue
        wall = to_shape(layouts[hall.id].outline).exterior
        off = {gate.id: wall.distance(shapely.Point(gate.position)) for gate in hall.gates}
        yield from _gates_off(hall, {id_: far for id_, far in off.items() if far > AT_THE_WALL})


def _gates_off(hall: Hall, off: Mapping[str, float]) -> Iterator[Diagnostic]:
    yield from report(
        GATE_OFF_WALL,
        list(off),
        place=lambda _: hall.place,
        name=str,
        one=lambda id_: f"Gate {id_} of hall {hall.id} is {off[id_]:.1f} m off the wall.",
        many=f"gates of hall {hall.id} are off the wall",
    )


def columns_outside(fair: Fair, layouts: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    for hall in fair.halls:
        if hall.id in layouts:
            yield from _columns_outside(hall, layouts[hall.id])


def _columns_outside(hall: Hall, layout: HallLayout) -> Iterator[Diagnostic]:
    inside = to_shape(layout.outline)
    yield from report(
        COLUMN_OUTSIDE,
        [column for column in sound(hall.columns) if not inside.intersects(column)],
        place=lambda _: hall.place,
        name=_middle,
        one=lambda column: f"The column at {_middle(column)} m is not in hall {hall.id}.",
        many="columns are not in the hall",
    )


def _middle(shape: shapely.Polygon) -> str:
    return f"({shape.centroid.x:.0f}, {shape.centroid.y:.0f})"
