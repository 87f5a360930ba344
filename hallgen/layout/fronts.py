"""Which side of a booth is its front, and the frame to build it in."""

from __future__ import annotations

import math
from collections.abc import Sequence

import shapely

from hallgen.layout.aisles import MAIN_AISLE
from hallgen.layout.shapes import DIGITS
from hallgen.layout.types import booth_type, side_length, side_normal
from hallgen.layout.views import WIDEST, View
from hallgen.model import BoothLayout, Frame, Point, Side, SideKind

#: Widths of aisles are compared in steps of half a metre; smaller differences are chance.
STEP = 0.5
#: The floor along a wall is no place to look at, however wide: it counts as the narrowest aisle
#: that fire rules allow, in metres.
ALONG_A_WALL = 3.0


def place_booth(
    booth: str,
    footprint: shapely.Polygon,
    sides: tuple[Side, ...],
    views: Sequence[Sequence[View]],
    towards: Point,
) -> BoothLayout:
    """A booth with its type, front and frame. `views` are those of its open sides, in order.

    The front is the open side at the main aisle, else at the widest aisle, else the longest,
    else the one that looks most `towards` where visitors come from.
    """
    front = _front(sides, views, towards)
    heading = side_normal(front)
    turned = Frame(origin=(0.0, 0.0), heading=heading)
    xs, zs = zip(*(turned.to_frame((x, y)) for x, y in footprint.exterior.coords), strict=True)
    middle = turned.to_plan((min(xs) + max(xs)) / 2, (min(zs) + max(zs)) / 2)
    return BoothLayout(
        booth=booth,
        type=booth_type(sides),
        sides=sides,
        frame=Frame(
            origin=(round(middle[0], DIGITS) + 0.0, round(middle[1], DIGITS) + 0.0),
            heading=round(heading, 3) + 0.0,
        ),
        width=round(max(xs) - min(xs), 3),
        depth=round(max(zs) - min(zs), 3),
        area=round(footprint.area, 3),
    )


def _front(sides: Sequence[Side], views: Sequence[Sequence[View]], towards: Point) -> Side:
    free = iter(views)
    ranked = []
    for i, side in enumerate(sides):
        ahead = _clear(side, next(free)) if side.kind is SideKind.OPEN else 0.0
        shared = side.kind is SideKind.NEIGHBOUR
        width = math.floor(min(ahead, MAIN_AISLE) / STEP + 0.1)  # 5.96 m is 6 m, drawn badly
        ranked.append(
            ((side_length(side) < 1.0, shared, -width, -round(side_length(side), 1)), i, side)
        )
    best = min(rank for rank, _, _ in ranked)
    equal = [(i, side) for rank, i, side in ranked if rank == best]
    return min(equal, key=lambda pair: (_turn(pair[1], towards), pair[0]))[1]


def _clear(side: Side, views: Sequence[View]) -> float:
    """The mean free depth before an open side, in metres."""
    length = side_length(side)
    seen = [(min(view.end, length) - max(view.begin, 0.0), _worth(view)) for view in views]
    rest = length - sum(part for part, _ in seen)
    return (sum(part * ahead for part, ahead in seen) + rest * WIDEST) / length


def _worth(view: View) -> float:
    """The depth of a view, as far as a front is worth having there."""
    return view.distance if view.ends_at is not SideKind.WALL else min(view.distance, ALONG_A_WALL)


def _turn(side: Side, towards: Point) -> float:
    """How far the side looks away from a point, in steps of a degree."""
    x, y = (side.start[0] + side.end[0]) / 2, (side.start[1] + side.end[1]) / 2
    bearing = math.degrees(math.atan2(towards[1] - y, towards[0] - x))
    return round(abs((bearing - side_normal(side) + 180) % 360 - 180))
