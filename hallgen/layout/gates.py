"""The gates of a hall: the plan's own, or one where visitors would come in."""

from __future__ import annotations

import math
from collections.abc import Sequence

import shapely

from hallgen.layout.shapes import DIGITS, sound, walls_of
from hallgen.model import Aisle, AreaKind, Gate, Hall, Point, Text

#: The width of a gate that nobody drew: a roller door of a real hall, in metres.
ROLLER_DOOR = 5.0
#: An entrance further than this inside of the hall is a foyer without a door in the wall.
AT_THE_WALL = 10.0


def gates_of(
    hall: Hall,
    outline: shapely.Polygon,
    aisles: Sequence[Aisle],
    footprints: Sequence[shapely.Polygon],
) -> list[Gate]:
    """The plan's gates; else one at each entrance; else one where the main aisle meets a wall.

    Never empty. A derived gate is on the hall's outline.
    """
    if hall.gates:
        return list(hall.gates)
    entrances = [area for area in hall.areas if area.kind is AreaKind.ENTRANCE]
    found: list[Gate] = []
    for area, shape in ((a, s) for a in entrances for s in sound([a.outline])[:1]):
        if outline.exterior.distance(shape) <= AT_THE_WALL:
            x0, y0, x1, y1 = shape.bounds
            width = min(ROLLER_DOOR, max(x1 - x0, y1 - y0))
            where = _on(outline, (shape.centroid.x, shape.centroid.y))
            found.append(
                Gate(id=f"gate-{len(found) + 1}", name=area.name, position=where, width=width)
            )
    if found:
        return found
    return [
        Gate(
            id="gate-1",
            name=Text(),
            position=_best_end(outline, aisles, footprints),
            width=ROLLER_DOOR,
        )
    ]


def _best_end(
    outline: shapely.Polygon, aisles: Sequence[Aisle], footprints: Sequence[shapely.Polygon]
) -> Point:
    """Where a main aisle would leave the hall, nearest to the middle of the wall it meets.

    Walls are compared from the lower left, so that of two like ends the southern is taken.
    """
    booths = shapely.STRtree(footprints)
    ends: list[tuple[float, float, Point]] = []
    for aisle in aisles:
        for inner, outer in ((aisle.end, aisle.start), (aisle.start, aisle.end)):
            met = _meets(outline, inner, outer)
            way = shapely.LineString([inner, met]) if met else None
            if met and way and not len(booths.query(way, predicate="intersects")):
                off = math.dist(met, _middle_of_wall(outline, met))
                # Two metres off the middle weigh as much as a metre of the aisle's width.
                ends.append((off - 2.0 * aisle.width - (4.0 if aisle.main else 0.0), met[1], met))
    if ends:
        return min(ends, key=lambda end: (round(end[0], 1), round(end[1], 1), end[2]))[2]
    walls = walls_of(outline)
    longest = max(range(len(walls)), key=lambda i: (round(walls[i].length, 1), -i))
    x, y = walls[longest].interpolate(0.5, normalized=True).coords[0]
    return round(x, DIGITS), round(y, DIGITS)


def _meets(outline: shapely.Polygon, inner: Point, outer: Point) -> Point | None:
    """Where the way from `inner` through `outer` first meets the outline."""
    length = math.dist(inner, outer)
    if length == 0:
        return None
    reach = outline.exterior.length / length
    beyond = tuple(o + (o - i) * reach for i, o in zip(inner, outer, strict=True))
    crossing = shapely.LineString([outer, beyond]).intersection(outline.exterior)
    if crossing.is_empty:
        return None
    near = shapely.shortest_line(crossing, shapely.Point(outer)).coords[0]
    return round(near[0], DIGITS), round(near[1], DIGITS)


def _middle_of_wall(outline: shapely.Polygon, point: Point) -> Point:
    here = shapely.Point(point)
    wall = min(walls_of(outline), key=lambda line: round(line.distance(here), 3))
    x, y = wall.interpolate(0.5, normalized=True).coords[0]
    return float(x), float(y)


def _on(outline: shapely.Polygon, point: Point) -> Point:
    x, y = shapely.shortest_line(outline.exterior, shapely.Point(point)).coords[0]
    return round(float(x), DIGITS), round(float(y), DIGITS)
