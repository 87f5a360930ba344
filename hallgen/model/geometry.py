"""Plan geometry: metres, x to the right (east), y up the sheet (north), angles in degrees.

In a 3D scene the same point (x, y) at height h is (x, h, -y): glTF's Y is up, and a
plan's north is away from the viewer. A 3D Tiles tileset, whose Z is up, has (x, y, h).
"""

from __future__ import annotations

import math

from pydantic import BaseModel, ConfigDict

Point = tuple[float, float]
Ring = tuple[Point, ...]


class Frozen(BaseModel):
    """Base of the model's types: immutable, and without room for misspelt fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Polygon(Frozen):
    """An outline, counter-clockwise and not closed (the first point is not repeated)."""

    outer: Ring
    holes: tuple[Ring, ...] = ()

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Min x, min y, max x, max y in metres."""
        xs, ys = zip(*self.outer, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


class Frame(Frozen):
    """A place to build in: its origin on the plan, and the way its front looks.

    A frame's own coordinates are those of glTF: metres, Y up from the floor, +Z out of the
    front, +X to the right of a visitor who stands before the front and looks in.
    `heading` is the direction of +Z on the plan in degrees counter-clockwise from east, so
    at heading -90 (a front to the south) a frame's axes are the hall's own.
    """

    origin: Point
    heading: float

    def to_plan(self, x: float, z: float) -> Point:
        """The plan's point under the frame's (x, z)."""
        angle = math.radians(self.heading)
        ahead, right = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
        return (
            self.origin[0] + x * right[0] + z * ahead[0],
            self.origin[1] + x * right[1] + z * ahead[1],
        )

    def to_frame(self, point: Point) -> Point:
        """The frame's (x, z) of a point of the plan."""
        angle = math.radians(self.heading)
        dx, dy = point[0] - self.origin[0], point[1] - self.origin[1]
        return (
            -dx * math.sin(angle) + dy * math.cos(angle),
            dx * math.cos(angle) + dy * math.sin(angle),
        )
