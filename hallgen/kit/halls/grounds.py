"""An area's ground: a back, a front, and whether something still has room there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hallgen.kit.assembly import Assembly, Part, put, turned
from hallgen.kit.plots import Edge, within
from hallgen.model import Area, Hall, Point, Ring, SideKind

#: Ways through an area stay this wide, in metres.
WAY = 1.2


class Ground:
    """The rectangle around an area, seen from its front: `back` runs along its back.

    The front looks to the middle of the hall, over one of the longer sides if that is not
    much out of the way. `width` is along the back, `depth` from there to the front.
    """

    def __init__(self, area: Area, hall: Hall, taken: Sequence[Ring]) -> None:
        self._outline = area.outline.outer
        self._taken = [*taken, *(b.outline.outer for b in hall.booths)]
        x0, y0, x1, y1 = area.outline.bounds
        hx0, hy0, hx1, hy1 = hall.outline.bounds
        self.back = _back((x0, y0, x1, y1), ((hx0 + hx1) / 2, (hy0 + hy1) / 2))
        self.width = self.back.length
        self.depth = (x1 - x0) * (y1 - y0) / self.width

    @property
    def facing(self) -> float:
        """The turn of what looks to the front."""
        return self.back.facing_in

    def at(self, right: float, ahead: float) -> Point:
        """The point `right` of the middle, for whoever looks at the front, `ahead` of the back."""
        return self.back.at(self.width / 2 - right, ahead)

    def rectangle(self, right: float, ahead: float, width: float, depth: float) -> Ring:
        """A ring around a point of the ground, counter-clockwise."""
        return tuple(
            self.at(right + x * width / 2, ahead + y * depth / 2)
            for x, y in ((1, -1), (1, 1), (-1, 1), (-1, -1))
        )[::-1]

    def fits(self, ring: Ring) -> bool:
        """Whether a ring is inside and meets nothing that stands."""
        points = np.array([*ring, *((np.array(ring) + np.roll(ring, -1, axis=0)) / 2)])
        middle = points.mean(axis=0)
        inner = middle + (points - middle) * 0.995
        if not within(inner, self._outline).all():
            return False
        return not any(
            within(inner, other).any() or within(np.array(other), ring).any()
            for other in self._taken
        )

    def put(
        self, assembly: Assembly, item: Part, right: float, ahead: float, turn: float = 0.0
    ) -> bool:
        """Place a part where it fits: an obstacle from then on. `turn` 0 looks to the front."""
        at, facing = self.at(right, ahead), self.facing + turn
        ring = turned(item.footprint, *at, facing)
        if not self.fits(ring):
            return False
        put(assembly, item, at, facing)
        self._taken.append(ring)
        return True

    def block(self, assembly: Assembly, ring: Ring) -> None:
        """Something that was built here stands in the way."""
        assembly.obstacles.append(ring)
        self._taken.append(ring)


def _back(bounds: tuple[float, float, float, float], middle: Point) -> Edge:
    """The side of a rectangle that is farthest from a point, long ones first."""
    x0, y0, x1, y1 = bounds
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    sides = [
        Edge(a, b, SideKind.WALL) for a, b in zip(corners, corners[1:] + corners[:1], strict=True)
    ]

    def behind(edge: Edge) -> float:
        foot = edge.at(edge.length / 2)
        away = (middle[0] - foot[0]) * edge.inward[0] + (middle[1] - foot[1]) * edge.inward[1]
        return away + (edge.length - min(x1 - x0, y1 - y0)) * 2.0

    return max(sides, key=lambda edge: (round(behind(edge), 3), edge.start))
