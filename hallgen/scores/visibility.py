"""From how much floor each booth is seen."""

from __future__ import annotations

from collections.abc import Iterator

from hallgen.layout.fields import FloorRaster, seen_from
from hallgen.layout.types import side_length, side_normal
from hallgen.model import BoothLayout, Point, SideKind

#: A booth is looked at along its open sides, at a point in each so many metres.
EVERY = 3.0
#: Points of a side are this far before it, in metres: its signs hang over the aisle's edge.
BEFORE = 0.1


def seen_floor(laid: BoothLayout, raster: FloorRaster, far: float) -> float:
    """m2 of floor within `far` metres from which some point of an open side is seen."""
    points, headings = [], []
    for point, heading in _lookouts(laid):
        points.append(point)
        headings.append(heading)
    if not points:
        return 0.0
    return float(seen_from(raster, points, headings, far).sum()) * raster.cell**2


def _lookouts(laid: BoothLayout) -> Iterator[tuple[Point, float]]:
    for side in laid.sides:
        if side.kind is not SideKind.OPEN:
            continue
        length = side_length(side)
        pieces = max(1, round(length / EVERY))
        (x0, y0), (x1, y1) = side.start, side.end
        along = (x1 - x0) / length, (y1 - y0) / length
        for piece in range(pieces):
            at = (piece + 0.5) * length / pieces
            yield (
                (
                    x0 + along[0] * at + along[1] * BEFORE,
                    y0 + along[1] * at - along[0] * BEFORE,
                ),
                side_normal(side),
            )
