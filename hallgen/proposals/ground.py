"""The floor that booths may stand on, turned so that the longest walls are along the axes."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
import shapely
import shapely.affinity
from shapely.geometry.base import BaseGeometry

from hallgen.layout.shapes import sound
from hallgen.model import Gate, Hall, Point, VenueRules
from hallgen.venue.clearances import free_before

#: Metres between groups of booths where the rules say nothing: what people with bags pass in.
AISLE = 3.0
#: The share that makes a floor a rectangle, what a rectangle has to have of it to be of use, and
#: how many corners it may have each way, multiplied, so that all rectangles are looked at.
NEARLY, WORTHWHILE, MOST_LEVELS = 0.98, 0.7, 200


@dataclass(frozen=True, eq=False, slots=True)
class Ground:
    """A hall in a frame of its own: `turn` degrees are what it was turned by, about the origin.

    `floor` is the hall's, `inner` where blocks may stand with an aisle all round, `edge` where rows
    may with their backs to a wall. `gates` are where visitors come in, `exits` all doors.
    """

    turn: float
    floor: shapely.Polygon
    inner: BaseGeometry
    edge: BaseGeometry
    gates: tuple[Gate, ...]
    exits: tuple[Gate, ...]
    rules: VenueRules

    @property
    def aisle(self) -> float:
        return self.rules.aisle or AISLE

    def to_hall(self, point: Point) -> Point:
        """The hall's own point."""
        angle = math.radians(-self.turn)
        cos, sin = math.cos(angle), math.sin(angle)
        return point[0] * cos - point[1] * sin, point[0] * sin + point[1] * cos


def grounds(
    hall: Hall, outline: shapely.Polygon, gates: Iterable[Gate], rules: VenueRules
) -> list[Ground]:
    """The hall with its strips of blocks along its longest walls, and across them; and the same of
    its largest rectangle, where it is none.
    """
    along = _direction(outline)
    whole = [_ground(hall, outline, tuple(gates), rules, -along + turn) for turn in (0.0, 90.0)]
    parts = [part for ground in whole if (part := _rectangular(ground)) is not None]
    return [ground for ground in (*whole, *parts) if not ground.inner.is_empty]


def _ground(
    hall: Hall, outline: shapely.Polygon, gates: tuple[Gate, ...], rules: VenueRules, turn: float
) -> Ground:
    aisle = rules.aisle or AISLE
    doors = (*gates, *hall.exits)
    before = [free_before(door, outline, rules.exit_clear or aisle) for door in doors]
    walls = sound(hall.walls)
    around = [
        *(
            shape.buffer(aisle, join_style="mitre")
            for shape in sound(a.outline for a in hall.areas)
        ),
        *(shape.buffer(rules.column_clear or 0.0) for shape in sound(hall.columns)),
        *(shape.buffer(rules.hydrant_clear or 0.0) for shape in sound(hall.hydrants)),
        *before,
    ]
    shut = shapely.union_all(around)

    def turned(shape: BaseGeometry) -> BaseGeometry:
        return shapely.affinity.rotate(shape, turn, origin=(0.0, 0.0))

    def inside(clear: float) -> BaseGeometry:
        before = [wall.buffer(clear, join_style="mitre") for wall in walls]
        floor = outline.buffer(-clear, join_style="mitre")
        return turned(floor.difference(shapely.union_all([shut, *before])))

    def door(gate: Gate) -> Gate:
        point = turned(shapely.Point(gate.position)).centroid
        return gate.model_copy(update={"position": (point.x, point.y)})

    floor = turned(outline)
    assert isinstance(floor, shapely.Polygon)  # noqa: S101 - turning keeps what a shape is
    return Ground(
        turn,
        floor,
        inside(aisle),
        inside(rules.wall_clear or 0.0),
        tuple(map(door, gates)),
        tuple(map(door, doors)),
        rules,
    )


def _rectangular(ground: Ground) -> Ground | None:
    """The ground of the largest rectangle that the walls leave; None where that is all, or where
    much would be left over.
    """
    xs, ys = (sorted({round(float(v), 2) for v in axis}) for axis in ground.floor.exterior.xy)
    if ground.floor.area >= NEARLY * ground.floor.envelope.area or len(xs) * len(ys) > MOST_LEVELS:
        return None
    boxes = [
        shapely.box(x0, y0, x1, y1)
        for x0, x1 in combinations(xs, 2)
        for y0, y1 in combinations(ys, 2)
    ]
    inside = [box for box in boxes if box.intersection(ground.floor).area >= NEARLY * box.area]
    best = max(inside, key=lambda box: round(box.area, 2), default=None)
    if best is None or best.area < WORTHWHILE * ground.floor.area:
        return None
    clear = ground.rules.wall_clear or 0.0
    return replace(
        ground,
        inner=ground.inner.intersection(best),
        edge=ground.edge.intersection(best.buffer(-clear, join_style="mitre")),
    )


def _direction(outline: shapely.Polygon) -> float:
    """Where most of the hall's walls go, in degrees from east, from 0 to under 90."""
    ring = np.asarray(outline.exterior.coords)
    steps = np.diff(ring, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    angles = np.round(np.degrees(np.arctan2(steps[:, 1], steps[:, 0])) % 90, 2)
    sums = {float(angle): float(lengths[angles == angle].sum()) for angle in angles}
    return max(sums, key=lambda angle: (round(sums[angle], 2), -angle))
