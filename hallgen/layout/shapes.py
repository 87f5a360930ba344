"""Outlines as shapely knows them, and back."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from hallgen.model import Polygon, Ring

#: Corners that stand out less than this from a straight line are none: half a centimetre is
#: what drawings lose when they are traced or exported.
STRAIGHT = 0.005

#: Coordinates are handed on in tenths of a millimetre: finer digits differ between machines.
DIGITS = 4


def to_shape(polygon: Polygon) -> shapely.Polygon:
    """The same outline for shapely, as it was drawn: it may be invalid."""
    return shapely.Polygon(polygon.outer, polygon.holes)


def to_polygon(shape: shapely.Polygon) -> Polygon:
    """The same outline for the model: counter-clockwise, not closed, holes clockwise."""
    oriented = shapely.orient_polygons(shape)
    return Polygon(
        outer=_ring(oriented.exterior), holes=tuple(_ring(hole) for hole in oriented.interiors)
    )


def _ring(ring: shapely.LinearRing) -> Ring:
    return tuple((round(x, DIGITS) + 0.0, round(y, DIGITS) + 0.0) for x, y in ring.coords[:-1])


def polygons_of(shape: BaseGeometry) -> list[shapely.Polygon]:
    """The polygons in a result of shapely's, without points and lines."""
    return [
        part
        for part in shapely.get_parts(shapely.get_parts(shape)).tolist()
        if isinstance(part, shapely.Polygon) and not part.is_empty
    ]


def walls_of(outline: shapely.Polygon) -> list[shapely.LineString]:
    """The straight parts of an outline's outer ring."""
    return [shapely.LineString(pair) for pair in pairwise(outline.exterior.coords)]


def sound(polygons: Iterable[Polygon]) -> list[shapely.Polygon]:
    """Valid shapes of drawn polygons; one that crosses itself may become several."""
    return [part for p in polygons for part in polygons_of(shapely.make_valid(to_shape(p)))]


def clean(polygon: Polygon) -> shapely.Polygon | None:
    """A footprint: valid, counter-clockwise, without holes or needless corners.

    Of an outline that crosses itself, the largest part. None where nothing is left.
    """
    parts = sound([polygon])
    if not parts:
        return None
    largest = max(parts, key=lambda part: part.area)
    ring = np.asarray(largest.exterior.coords)[:-1]
    # Simplifying keeps a ring's first point, so let it be one that is surely a corner.
    far = np.hypot(*(ring - ring.mean(axis=0)).T)
    first = int(np.argmax(far > far.max() - STRAIGHT))
    shape = shapely.Polygon(np.roll(ring, -first, axis=0)).simplify(STRAIGHT)
    if not isinstance(shape, shapely.Polygon) or shape.area <= 0:
        return None
    return shapely.orient_polygons(shape)
