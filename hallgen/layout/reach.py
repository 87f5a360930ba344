"""Which booths a visitor gets to on foot from a gate."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from hallgen.layout.floor import PASSAGE
from hallgen.layout.shapes import polygons_of, to_shape
from hallgen.model import BoothLayout, HallLayout, SideKind

#: A gate opens to the floor this near: a wall is at most so thick.
AT_A_GATE = 3.0
#: Rounding of coordinates, and what a drawing is out of true, in metres.
TOUCH = 0.05


def reached(layout: HallLayout) -> frozenset[str]:
    """The ids of booths with an open side that can be walked up to from some gate."""
    floor = floor_from_gates(layout)
    return frozenset(booth.booth for booth in layout.booths if _touches(booth, floor))


def floor_from_gates(layout: HallLayout) -> BaseGeometry:
    """Where the middle of a visitor may be who came in by a gate; empty where no gate opens.

    Two floors that meet in less than a passage are two.
    """
    gates = shapely.MultiPoint([gate.position for gate in layout.gates])
    half = PASSAGE / 2
    middles = [
        middle
        for piece in layout.walkable
        for middle in polygons_of(to_shape(piece).buffer(TOUCH / 2 - half))
    ]
    return shapely.union_all([m for m in middles if m.distance(gates) <= AT_A_GATE + half])


def _touches(booth: BoothLayout, floor: BaseGeometry) -> bool:
    return any(
        shapely.LineString([side.start, side.end]).distance(floor) <= PASSAGE / 2 + TOUCH
        for side in booth.sides
        if side.kind is SideKind.OPEN
    )
