"""The floor that booths may stand on, turned so that the longest walls are along the axes."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
import shapely.affinity
from shapely.geometry.base import BaseGeometry

from hallgen.layout.shapes import sound
from hallgen.model import Gate, Hall, Point, VenueRules
from hallgen.venue.clearances import free_before

#: Metres between groups of booths where the rules say nothing: what people with bags pass in.
AISLE = 3.0


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
    """The hall with its strips of blocks along its longest walls, and across them."""
    along = _direction(outline)
    return [_ground(hall, outline, tuple(gates), rules, -along + turn) for turn in (0.0, 90.0)]


def _ground(
    hall: Hall, outline: shapely.Polygon, gates: tuple[Gate, ...], rules: VenueRules, turn: float
) -> Ground:
    aisle = rules.aisle or AISLE
    doors = (*gates, *hall.exits)
    before = [free_before(door, outline, rules.exit_clear or aisle) for door in doors]
    around = [
        *(shape.buffer(aisle, join_style="mitre") for shape in sound(hall.walls)),
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
        return turned(outline.buffer(-clear, join_style="mitre").difference(shut))

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


def _direction(outline: shapely.Polygon) -> float:
    """Where most of the hall's walls go, in degrees from east, from 0 to under 90."""
    ring = np.asarray(outline.exterior.coords)
    steps = np.diff(ring, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    angles = np.round(np.degrees(np.arctan2(steps[:, 1], steps[:, 0])) % 90, 2)
    sums = {float(angle): float(lengths[angles == angle].sum()) for angle in angles}
    return max(sums, key=lambda angle: (round(sums[angle], 2), -angle))
