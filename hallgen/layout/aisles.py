"""The aisles between booths."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import shapely

from hallgen.layout.edges import Edges
from hallgen.layout.shapes import DIGITS
from hallgen.layout.views import SLACK, WIDEST, View
from hallgen.model import Aisle, SideKind

#: From here on an aisle is a main aisle, and this is how wide most are in real halls.
MAIN_AISLE = 6.0
#: Narrower is a gap: what one person needs to pass.
NARROWEST = 0.6

#: Pieces of one aisle may be this much out of line, in metres and degrees: booths of a row
#: are not all equally deep, and drawings not quite straight.
OUT_OF_LINE = 0.75
OUT_OF_TURN = 3.0
#: Nearer than this to the line of an aisle, in metres, a booth is in its way.
TOUCHING = 0.01
#: An aisle goes on across another one, which is at most this wide.
CROSSING = WIDEST


@dataclass(frozen=True, slots=True)
class _Lane:
    """A part of an aisle: on the line at `offset` along `angle`, from `begin` to `end`.

    `beyond` is what bounds it on the other side: a neighbour across the aisle, or a wall.
    """

    angle: float
    offset: float
    begin: float
    end: float
    width: float
    beyond: SideKind

    @property
    def length(self) -> float:
        return self.end - self.begin

    def segment(self) -> shapely.LineString:
        return shapely.LineString([self.point(self.begin), self.point(self.end)])

    def point(self, at: float) -> tuple[float, float]:
        cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        return at * cos - self.offset * sin, at * sin + self.offset * cos


def aisles_of(
    edges: Edges, views: Sequence[Sequence[View]], footprints: Sequence[shapely.Polygon]
) -> list[Aisle]:
    """The aisles, main ones first, then the wider.

    Each open side and what it faces bound a lane; lanes in line with each other are one aisle,
    also across the aisles that cross it. Its width is that of its narrowest lane. Main ones
    have booths on both sides, or there are none such: along the walls goes no stream.
    """
    lanes = sorted(_lanes(edges, views), key=lambda lane: (-round(lane.length, 2), lane.begin))
    groups: list[list[_Lane]] = []
    for lane in lanes:
        group = next((g for g in groups if _in_line(g[0], lane)), None)
        if group is None:
            groups.append([lane])
        else:
            group.append(lane)
    tree = shapely.STRtree(footprints)
    found = [lane for group in groups for lane in _join(group, tree)]
    joined = [lane for lane in found if lane.length >= lane.width - SLACK]  # else a mere gap
    inner = [lane for lane in joined if lane.beyond is SideKind.NEIGHBOUR] or joined
    main = min(MAIN_AISLE, max((lane.width for lane in inner), default=0.0)) - SLACK
    aisles = [
        Aisle(
            start=_rounded(lane.point(lane.begin)),
            end=_rounded(lane.point(lane.end)),
            width=round(lane.width, 2),
            main=lane.width >= main and lane in inner,
        )
        for lane in joined
    ]
    return sorted(aisles, key=lambda a: (not a.main, -a.width, a.start, a.end))


def _lanes(edges: Edges, views: Sequence[Sequence[View]]) -> list[_Lane]:
    along, outward = edges.along, edges.outward
    lanes = []
    for i, of_one in enumerate(views):
        angle = math.degrees(math.atan2(along[i][1], along[i][0])) % 180
        if angle > 180 - OUT_OF_TURN:
            angle -= 180  # nearly west is nearly east
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        for view in of_one:
            if min(view.distance, view.end - view.begin) < NARROWEST:
                continue  # a gap beside the booth, or the slit between two others
            ends = [
                edges.start[i] + along[i] * at + outward[i] * (view.distance / 2)
                for at in (view.begin, view.end)
            ]
            begin, end = sorted(float(p[0] * cos + p[1] * sin) for p in ends)
            offset = float(sum(p[1] * cos - p[0] * sin for p in ends) / 2)
            lanes.append(_Lane(angle, offset, begin, end, view.distance, view.ends_at))
    return lanes


def _in_line(one: _Lane, other: _Lane) -> bool:
    if abs(one.angle - other.angle) > OUT_OF_TURN:
        return False
    # At the other's own place: far from the origin, a small turn is a large offset.
    x, y = other.point((other.begin + other.end) / 2)
    angle = math.radians(one.angle)
    offset = y * math.cos(angle) - x * math.sin(angle)
    # Never so far off that the middle of the one is outside of the other.
    slack = min(OUT_OF_LINE, one.width / 4, other.width / 4)
    return abs(one.offset - offset) <= slack and abs(one.width - other.width) <= 2 * OUT_OF_LINE


def _join(group: Sequence[_Lane], booths: shapely.STRtree) -> list[_Lane]:
    """Lanes in line, made one where nothing stands between them."""
    joined: list[_Lane] = []
    model = group[0]
    for lane in sorted(group, key=lambda g: (g.begin, g.end)):
        last = joined[-1] if joined else None
        if last and lane.begin <= last.end + CROSSING:
            gap = replace(model, begin=min(last.end, lane.begin), end=lane.begin)
            # What it touches stands in it: rounding decides whether it is in the way.
            blocked = gap.length > 0 and len(booths.query(gap.segment(), "dwithin", TOUCHING))
            if not blocked:
                joined[-1] = replace(
                    last,
                    end=max(last.end, lane.end),
                    width=min(last.width, lane.width),
                    beyond=_outer(last, lane),
                )
                continue
        joined.append(replace(lane, angle=model.angle, offset=model.offset))
    return joined


def _outer(one: _Lane, other: _Lane) -> SideKind:
    """An aisle has booths on both sides if any part of it has."""
    return next((b for b in (one.beyond, other.beyond) if b is SideKind.NEIGHBOUR), one.beyond)


def _rounded(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], DIGITS) + 0.0, round(point[1], DIGITS) + 0.0
