"""Outlines cut and put together, as a person asks for it who corrects a plan."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely import LineString
from shapely import Polygon as ShapelyPolygon
from shapely.ops import split as split_by

from hallgen.model import Point, Ring
from hallgen.readers.plans.booths import TOUCHES

#: A cut goes this many times beyond its ends: a person clicks near a booth's sides, not on them.
_BEYOND = 100.0
#: A piece smaller than this share of the whole is a slip of the hand.
_SLIVER = 0.005


def split_shape(rings: Sequence[Ring], line: tuple[Point, Point]) -> list[list[Ring]]:
    """The pieces of a shape (its outline, then its holes) along a line through two points; one
    piece where the line misses it.
    """
    shape = ShapelyPolygon(rings[0], rings[1:])
    (x0, y0), (x1, y1) = line
    if not shape.is_valid or (x0, y0) == (x1, y1):
        return [list(rings)]
    dx, dy = (x1 - x0) * _BEYOND, (y1 - y0) * _BEYOND
    knife = LineString([(x0 - dx, y0 - dy), (x1 + dx, y1 + dy)])
    pieces = [p for p in split_by(shape, knife).geoms if isinstance(p, ShapelyPolygon)]
    kept = [piece for piece in pieces if piece.area > _SLIVER * shape.area]
    return [_rings(piece) for piece in kept] if len(kept) > 1 else [list(rings)]


def merge_shapes(shapes: Sequence[Sequence[Ring]], gap: float) -> list[Ring]:
    """One shape for several whose distance is `gap` at most; nothing where they lie apart."""
    polygons = [ShapelyPolygon(rings[0], rings[1:]) for rings in shapes]
    if not all(polygon.is_valid for polygon in polygons):
        return []
    whole = shapely.union_all(polygons)
    if not isinstance(whole, ShapelyPolygon):
        grown = shapely.buffer(whole, gap / 2 * 1.001, join_style="mitre")
        whole = shapely.buffer(grown, -gap / 2 * 1.001, join_style="mitre")
    whole = shapely.simplify(whole, gap / TOUCHES * 0.001)
    return _rings(whole) if isinstance(whole, ShapelyPolygon) and not whole.is_empty else []


def _rings(polygon: ShapelyPolygon) -> list[Ring]:
    rings = (polygon.exterior, *polygon.interiors)
    return [tuple((float(x), float(y)) for x, y in ring.coords[:-1]) for ring in rings]
