"""Where an organiser lays carpet: along the aisles, in pieces that do not overlap."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import shapely
from shapely.geometry.base import BaseGeometry

from hallgen.layout.shapes import clean, polygons_of, sound, to_polygon, to_shape
from hallgen.model import Aisle, Frozen, Hall, HallLayout, Point, Polygon

#: What stays bare beside the carpet of a main aisle and of another, up to the booths.
BARE, BARE_SIDE = 0.45, 0.22
#: The white edge of a main carpet, and the bare floor between it and another carpet.
TRIM, APART = 0.06, 0.30
#: A carpet narrower than this is a strip that nobody lays, in metres.
NARROWEST = 0.8
#: A main aisle goes on to the wall when that is at most this far from its end.
_REACH = 12.0
#: Coordinates nearer than this are one: a millimetre.
_SNAP = 0.001


class Carpet(Frozen):
    """One kind of carpet. `pieces` and `edges` (its white trim) do not overlap each other.

    `zone` is that of most booths along it, for carpets beside the main stream.
    """

    main: bool
    zone: str | None
    pieces: tuple[Polygon, ...]
    edges: tuple[Polygon, ...] = ()


def carpets_of(hall: Hall, layout: HallLayout) -> tuple[Carpet, ...]:
    """The carpet of the main aisles, then those of the others, a kind for each zone.

    Where aisles cross the main carpet lies on top and goes through; others keep apart from it.
    """
    outline = to_shape(layout.outline)
    free = shapely.union_all([to_shape(piece) for piece in layout.walkable])
    free = free.difference(shapely.union_all(sound(area.outline for area in hall.areas)))
    wide = [a for a in layout.aisles if a.main and _length(a) >= 1.5 * a.width]
    main = _laid([_strip(_to_walls(a, outline), BARE) for a in wide], free)
    carpets = []
    if not main.is_empty:
        trim = main.buffer(TRIM, join_style="mitre").difference(main).intersection(free)
        carpets.append(Carpet(main=True, zone=None, pieces=pieces(main), edges=pieces(trim)))
    taken: BaseGeometry = main.buffer(TRIM + APART, join_style="mitre")
    booths = _zones(hall)
    by_zone: dict[str | None, list[Aisle]] = {}
    for aisle in layout.aisles:
        if aisle not in wide and _length(aisle) >= aisle.width:
            by_zone.setdefault(_zone_along(aisle, booths), []).append(aisle)
    for zone in sorted(by_zone, key=lambda z: z or ""):
        laid = _laid([_strip(a, BARE_SIDE) for a in by_zone[zone]], free.difference(taken))
        if not laid.is_empty:
            carpets.append(Carpet(main=False, zone=zone, pieces=pieces(laid)))
            taken = taken.union(laid.buffer(_SNAP))
    return tuple(carpets)


def pieces(shape: BaseGeometry) -> tuple[Polygon, ...]:
    """A shape as polygons without holes: rectangles where all its walls are square to the plan.

    Slabs between neighbouring corners' x (or y, whichever makes fewer); others stay whole, with
    their holes.
    """
    found: list[Polygon] = []
    for part in polygons_of(shape):
        cut = min((_slabs(part, axis) for axis in (0, 1)), key=len) if _square(part) else [part]
        found += [to_polygon(piece) for piece in cut]
    return tuple(sorted(found, key=lambda p: (p.bounds, p.outer)))


def _square(part: shapely.Polygon) -> bool:
    for ring in (part.exterior, *part.interiors):
        corners = shapely.get_coordinates(ring)
        steps = abs(corners[1:] - corners[:-1])
        if (steps.min(axis=1) > _SNAP).any():
            return False
    return True


def _slabs(part: shapely.Polygon, axis: int) -> list[shapely.Polygon]:
    cuts: list[float] = []
    for value in sorted(shapely.get_coordinates(part)[:, axis].tolist()):
        if not cuts or value > cuts[-1] + _SNAP:
            cuts.append(value)
    x0, y0, x1, y1 = part.bounds
    found = []
    for low, high in pairwise(cuts):
        slab = shapely.box(low, y0, high, y1) if axis == 0 else shapely.box(x0, low, x1, high)
        found += [
            shapely.box(*piece.bounds)
            for piece in polygons_of(part.intersection(slab))
            if piece.area > _SNAP * _SNAP
        ]
    return found


def _laid(strips: Iterable[shapely.Polygon], free: BaseGeometry) -> BaseGeometry:
    """Strips on the free floor, without what is too narrow to lay."""
    whole = shapely.union_all(list(strips)).intersection(free)
    half = NARROWEST / 2
    opened = whole.buffer(-half, join_style="mitre").buffer(half, join_style="mitre")
    return shapely.set_precision(opened.intersection(whole), _SNAP)


def _length(aisle: Aisle) -> float:
    return math.dist(aisle.start, aisle.end)


def _strip(aisle: Aisle, bare: float) -> shapely.Polygon:
    """An aisle's carpet: as long as the aisle, `bare` metres less wide on each side."""
    half = aisle.width / 2 - bare
    if half <= 0:
        return shapely.Polygon()
    line = shapely.LineString([aisle.start, aisle.end])
    return shapely.Polygon(line.buffer(half, cap_style="flat"))


def _to_walls(aisle: Aisle, outline: shapely.Polygon) -> Aisle:
    """The aisle, gone on to the walls ahead of its ends where those are near."""
    length = _length(aisle)
    ax, ay = ((e - s) / length for s, e in zip(aisle.start, aisle.end, strict=True))
    start = _ahead(aisle.start, (-ax, -ay), outline)
    end = _ahead(aisle.end, (ax, ay), outline)
    return aisle.model_copy(update={"start": start, "end": end})


def _ahead(point: Point, way: Point, outline: shapely.Polygon) -> Point:
    far = (point[0] + way[0] * _REACH, point[1] + way[1] * _REACH)
    met = shapely.LineString([point, far]).intersection(outline.exterior)
    if met.is_empty:
        return point
    near = shapely.shortest_line(met, shapely.Point(point)).coords[0]
    return float(near[0]), float(near[1])


def _zones(hall: Hall) -> list[tuple[str, shapely.Polygon]]:
    shapes = ((booth.zone, clean(booth.outline)) for booth in hall.booths)
    return [(zone, shape) for zone, shape in shapes if zone and shape]


def _zone_along(aisle: Aisle, booths: Sequence[tuple[str, shapely.Polygon]]) -> str | None:
    """The zone of most booths beside an aisle; the first by name of several."""
    line = shapely.LineString([aisle.start, aisle.end])
    reach = aisle.width / 2 + 0.5
    counts = Counter(zone for zone, shape in booths if shape.distance(line) <= reach)
    return min(counts, key=lambda zone: (-counts[zone], zone)) if counts else None
