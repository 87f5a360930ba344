"""A booth's type: in how many directions it is open."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from hallgen.model import BoothType, Side, SideKind

#: An outline's direction is open with at least this much of its length...
OPEN_SHARE = 0.5
#: ... and at least this many metres: a standard panel, the narrowest way into a booth.
OPEN_METRES = 1.0
#: Slack for what rounding and drawing take off, in metres.
SLACK = 0.02

#: Sides up to this far off an axis belong to it; what is left, 20 degrees about each diagonal,
#: is a cut corner and counts only where no side beside it is open.
AXIS_DEGREES = 35.0


def side_length(side: Side) -> float:
    """In metres."""
    return math.dist(side.start, side.end)


def side_normal(side: Side) -> float:
    """Where the side looks, out of the booth: degrees counter-clockwise from east.

    More than -180, up to 180.
    """
    dx, dy = side.end[0] - side.start[0], side.end[1] - side.start[1]
    return math.degrees(math.atan2(-dx + 0.0, dy))


def booth_type(sides: Sequence[Side]) -> BoothType:
    """Row, corner, peninsula or island, by the directions in which the booth is open.

    Directions are four, along and across the outline's longest side, so that an L-shaped or
    a round booth has no more of them than its neighbour. One counts as open with half of its
    length, and a metre (all of it, where it is shorter).
    """
    if not any(_open(side) for side in sides):
        return BoothType.ENCLOSED
    if all(_open(side) for side in sides):
        return BoothType.ISLAND
    axis = side_normal(max(sides, key=lambda side: round(side_length(side), 2)))
    axes: list[list[Side]] = [[], [], [], []]
    diagonals: list[list[Side]] = [[], [], [], []]
    for side in sides:
        turned = (side_normal(side) - axis) % 360
        quarter = round(turned / 90)
        if abs(turned - quarter * 90) <= AXIS_DEGREES:
            axes[quarter % 4].append(side)
        else:
            diagonals[int(turned // 90)].append(side)
    open_axes = [_is_open(group) for group in axes]
    open_corners = (
        _is_open(group) and not open_axes[i] and not open_axes[(i + 1) % 4]
        for i, group in enumerate(diagonals)
    )
    return BoothType(min(4, sum(open_axes) + sum(open_corners)))


def _is_open(sides: Sequence[Side]) -> bool:
    total = _length(sides)
    free = _length(side for side in sides if _open(side))
    return free > 0 and free >= max(OPEN_SHARE * total, min(OPEN_METRES, total)) - SLACK


def _open(side: Side) -> bool:
    return side.kind is SideKind.OPEN


def _length(sides: Iterable[Side]) -> float:
    return sum(side_length(side) for side in sides)
