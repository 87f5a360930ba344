"""Where visitors stand to see a booth, or another place of a hall."""

from __future__ import annotations

import math

from hallgen.kit.halls.grounds import Ground
from hallgen.model import Area, BoothLayout, Hall, Point, Polygon
from hallgen.site.manifest import Pose
from hallgen.site.poses import pose

#: Distances in metres before a booth's front at which to stand, the best first: far enough to
#: read its fascia, and nearer where the aisle is narrow.
VIEW_DISTANCES = (3.0, 2.6, 2.2, 1.8, 1.4, 1.0, 0.7)

#: Room in metres that a visitor needs on every side, so that nobody begins inside a wall.
ELBOW_ROOM = 0.35


def view_of(layout: BoothLayout, walkable: tuple[Polygon, ...]) -> Pose:
    """Where to stand to see a booth: before its front, on walkable floor where there is any."""
    front = layout.depth / 2
    places = [layout.frame.to_plan(0, front + distance) for distance in VIEW_DISTANCES]
    free = (place for place in places if _has_room(place, walkable))
    return pose(next(free, places[0]), layout.frame.heading + 180)


def view_of_area(area: Area, hall: Hall) -> Pose:
    """Where to stand to see a stage or another area: at its open side, looking in."""
    ground = Ground(area, hall, ())
    return pose(ground.at(0.0, ground.depth - 1.0), ground.facing + 180)


def contains(polygon: Polygon, point: Point) -> bool:
    """Whether a point is inside a polygon and in none of its holes."""
    return _in_ring(polygon.outer, point) and not any(_in_ring(h, point) for h in polygon.holes)


def _has_room(point: Point, walkable: tuple[Polygon, ...]) -> bool:
    around = [
        (point[0] + ELBOW_ROOM * math.cos(angle), point[1] + ELBOW_ROOM * math.sin(angle))
        for angle in (math.pi / 4 * step for step in range(8))
    ]
    return any(all(contains(p, at) for at in (point, *around)) for p in walkable)


def _in_ring(ring: tuple[Point, ...], point: Point) -> bool:
    """The even-odd rule: how many edges a ray to the right crosses."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            inside = not inside
    return inside
