"""Rings of points before they are polygons: curves flattened, outlines told from their holes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shapely import Polygon as ShapelyPolygon
from shapely import STRtree

from hallgen.model import Point, Ring

#: A curve is drawn as straight pieces that leave it by at most this share of its extent: of a
#: round stand of 10 m that is 2 cm, less than the posts of its walls.
FLATNESS = 0.002

#: Coordinates beyond this, in any unit, are none of a hall: those of the whole earth in millimetres
#: are smaller, and what is reckoned with larger ones leaves what a float can hold.
_FARTHEST = 1e12

#: Rings that may lie around others are looked at so often for one path.
_MOST_AROUND = 200_000


def is_finite(points: Iterable[Point]) -> bool:
    """Whether all coordinates are numbers that a plan could have."""
    return all(abs(x) < _FARTHEST and abs(y) < _FARTHEST for x, y in points)


def without_repeats(points: Iterable[Point]) -> Ring:
    """The points, each that equals the one before it left out."""
    kept: list[Point] = []
    for x, y in points:
        if not kept or kept[-1] != (x, y):
            kept.append((float(x), float(y)))
    return tuple(kept)


def signed_area(ring: Sequence[Point]) -> float:
    """The shoelace formula; positive where the ring runs counter-clockwise with y up."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) / 2


def nest(rings: Sequence[Ring]) -> list[tuple[Ring, tuple[Ring, ...]]]:
    """Rings of one compound path as outlines with their holes, by the even-odd rule.

    Rings that only touch stay apart: a designer who combines all booths into one path means
    many booths.
    """
    usable = sorted((ring for ring in rings if len(ring) > 2), key=lambda r: -abs(signed_area(r)))
    if len(usable) < 2:
        return [(ring, ()) for ring in usable]
    holders = _holders_of(usable)
    holes: dict[int, list[Ring]] = {}
    for index, within in enumerate(holders):
        if len(within) % 2:
            holes.setdefault(max(within), []).append(usable[index])
    return [
        (ring, tuple(holes.get(index, ())))
        for index, ring in enumerate(usable)
        if len(holders[index]) % 2 == 0
    ]


def _holders_of(rings: Sequence[Ring]) -> list[list[int]]:
    """Which of the rings, sorted largest first, lie around each; none where so many may that
    nobody drew them.
    """
    polygons = [ShapelyPolygon(ring) for ring in rings]
    sound = [polygon.is_valid and polygon.area > 0 for polygon in polygons]
    tree, left = STRtree(polygons), _MOST_AROUND
    holders: list[list[int]] = []
    for index, polygon in enumerate(polygons):
        inner = polygon.representative_point() if sound[index] else None
        near = [] if inner is None else [n for n in tree.query(inner) if n < index and sound[n]]
        left -= len(near)
        if left < 0:
            return [[] for _ in rings]
        holders.append([int(other) for other in near if polygons[other].contains(inner)])
    return holders
