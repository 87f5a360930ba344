"""Where visitors come in, where they begin, and what they see first."""

from __future__ import annotations

import math
from collections.abc import Sequence

import shapely

from hallgen.layout.floor import standing_room
from hallgen.layout.shapes import DIGITS, walls_of
from hallgen.model import Aisle, Entry, Gate, Point

#: How far inside of the gate one begins: the door is behind, the aisle ahead.
STEP_IN = 2.0
#: Floor wanted round a visitor: a metre from the nearest panel, none of it fills the view.
ROOM = 1.0
#: One looks ahead no further than this; the end of a long hall is far enough either way.
FAR = 60.0
#: An aisle within this many metres of the gate is one to look down.
BESIDE = 4.0


def entries_of(
    gates: Sequence[Gate],
    outline: shapely.Polygon,
    aisles: Sequence[Aisle],
    floor: Sequence[shapely.Polygon],
) -> tuple[list[Entry], Entry]:
    """Where one comes in by each gate, and where to begin: at the one with the longest view.

    One looks along an aisle at the gate if one leads in, else straight in, else where the view
    is longest.
    """
    free = shapely.union_all(list(floor))
    shapely.prepare(free)
    inside = [_inside(gate, outline, aisles, floor, free) for gate in gates]
    _, start = max(inside, key=lambda found: round(found[0]))
    return [entry for _, entry in inside], start


def _inside(
    gate: Gate,
    outline: shapely.Polygon,
    aisles: Sequence[Aisle],
    floor: Sequence[shapely.Polygon],
    free: shapely.Geometry,
) -> tuple[float, Entry]:
    """The length of the view from inside of a gate, and where one stands there."""
    inward = _inward(gate.position, outline)
    ahead = math.radians(inward)
    wanted = (
        gate.position[0] + STEP_IN * math.cos(ahead),
        gate.position[1] + STEP_IN * math.sin(ahead),
    )
    point = standing_room(floor, wanted, ROOM)
    down_an_aisle = [
        heading
        for aisle in aisles
        if shapely.LineString([aisle.start, aisle.end]).distance(shapely.Point(point)) <= BESIDE
        for heading in _both_ways(aisle)
    ]
    all_round = [inward + 15 * step for step in range(24)]
    best = max(
        [(inward, 1.5), *((h, 1.3) for h in down_an_aisle), *((h, 1.0) for h in all_round)],
        key=lambda option: _view(point, option[0], free) * option[1],
    )[0]
    return _view(point, best, free), Entry(
        gate=gate.id,
        point=(round(point[0], DIGITS), round(point[1], DIGITS)),
        heading=round((best + 180) % 360 - 180, 3) + 0.0,
        inward=round((inward + 180) % 360 - 180, 3) + 0.0,
    )


def _inward(position: Point, outline: shapely.Polygon) -> float:
    """The direction straight into the hall from a point near its outline, in degrees."""
    here = shapely.Point(position)
    wall = min(walls_of(outline), key=lambda line: round(line.distance(here), 3))
    (x0, y0), (x1, y1) = wall.coords
    along = math.degrees(math.atan2(y1 - y0, x1 - x0))
    return along + (90 if outline.exterior.is_ccw else -90)


def _both_ways(aisle: Aisle) -> tuple[float, float]:
    along = math.degrees(math.atan2(aisle.end[1] - aisle.start[1], aisle.end[0] - aisle.start[0]))
    return along, along + 180


def _view(point: Point, heading: float, free: shapely.Geometry) -> float:
    """How many metres of floor lie ahead before something stands in the way."""
    angle = math.radians(heading)
    end = point[0] + FAR * math.cos(angle), point[1] + FAR * math.sin(angle)
    seen = shapely.LineString([point, end]).intersection(free)
    here = shapely.Point(point)
    parts = [part for part in shapely.get_parts(seen) if part.distance(here) < 0.01]
    return max((float(part.length) for part in parts), default=0.0)
