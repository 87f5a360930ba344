"""Outlines as people draw them into valid polygons, or a fault that says what is wrong."""

from __future__ import annotations

import shapely
from shapely import MultiPolygon
from shapely import Polygon as ShapelyPolygon
from shapely.geometry.base import BaseGeometry

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.readers.plans.drawing import Shape
from hallgen.readers.plans.rings import signed_area

#: A repaired outline must keep its area within this share, or the repair is a guess.
SAME_AREA = 0.01
#: Less than this is no area: a square of 1 cm.
NO_AREA = 1e-4
#: Sides of an outline that meet others than their neighbours: repairing 250 random sides, of which
#: each crosses sixty, takes seconds, and of 1,000 hours. So many pairs are looked at at once.
MOST_CROSSINGS = 1_000
_AT_ONCE = 1_000_000


def polygon_of(shape: Shape, called: str, diagnostics: Diagnostics) -> ShapelyPolygon | None:
    """The shape, in metres, as a valid polygon; None, and a fault, where it is none."""
    polygon = ShapelyPolygon(shape.outer, shape.holes)
    place = shape.mark.place
    if polygon.is_valid and polygon.area > NO_AREA:
        return polygon
    if _is_flat(shape):
        diagnostics.add(codes.SHAPE_WITHOUT_AREA, place, f"{called} has no area.")
        return None
    repaired = None if _is_scribble(shape) else _largest(shapely.make_valid(polygon))
    meant = abs(signed_area(shape.outer)) - sum(abs(signed_area(hole)) for hole in shape.holes)
    if repaired is None or abs(repaired.area - meant) > SAME_AREA * repaired.area:
        diagnostics.add(codes.SHAPE_CROSSED, place, f"The outline of {called} crosses itself.")
        return None
    message = f"The outline of {called} crosses or touches itself; it was repaired."
    diagnostics.add(codes.SHAPE_REPAIRED, place, message)
    return repaired


def _is_scribble(shape: Shape) -> bool:
    """Whether the outline meets itself so often that a repair would take all time and memory."""
    ends = zip(shape.outer, (*shape.outer[1:], shape.outer[0]), strict=True)
    sides = shapely.linestrings([*ends])
    tree, met = shapely.STRtree(sides), 0
    step = max(1, _AT_ONCE // len(sides))
    for start in range(0, len(sides), step):
        some = sides[start : start + step]
        met += len(tree.query(some, predicate="intersects")[0]) - 3 * len(some)
        if met > MOST_CROSSINGS:
            return True
    return False


def _is_flat(shape: Shape) -> bool:
    """Whether all points lie on one line, or nearly."""
    hull = shapely.MultiPoint(shape.outer).convex_hull
    return float(hull.area) <= NO_AREA


def _largest(geometry: BaseGeometry) -> ShapelyPolygon | None:
    """The largest polygon among the pieces that a repair has left."""
    pieces = [
        piece
        for part in shapely.get_parts(geometry)
        for piece in (part.geoms if isinstance(part, MultiPolygon) else (part,))
        if isinstance(piece, ShapelyPolygon)
    ]
    return max(pieces, key=lambda piece: piece.area, default=None)
