"""Blocks of booths, and the aisles between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import shapely

from hallgen.layout.edges import Edges, Sight, sights
from hallgen.layout.shapes import DIGITS
from hallgen.layout.sides import NEXT_DOOR
from hallgen.model import Aisle, Side, SideKind

#: From here on an aisle is a main aisle, and this is how wide most are in real halls.
MAIN_AISLE = 6.0
#: Beyond this the floor is a plaza: aisles of real plans are up to 8 m, main ones a bit more.
WIDEST = 12.0
#: Narrower is a gap: what one person needs to pass.
NARROWEST = 0.6
#: Slack in widths for rounding and drawing.
SLACK = 0.05

#: Pieces of one aisle may be this much out of line, in metres and degrees: booths of a row
#: are not all equally deep, and drawings not quite straight.
OUT_OF_LINE = 0.75
OUT_OF_TURN = 3.0
#: An aisle goes on across another one, which is at most this wide.
CROSSING = WIDEST
#: A shorter one is no aisle: a standard booth's side less a post.
SHORTEST = 2.0


@dataclass(frozen=True, slots=True)
class View:
    """What is ahead of a part of an open side: `distance` metres of floor."""

    begin: float
    end: float
    distance: float


@dataclass(frozen=True, slots=True)
class _Lane:
    """A part of an aisle: on the line at `offset` along `angle`, from `begin` to `end`."""

    angle: float
    offset: float
    begin: float
    end: float
    width: float

    @property
    def length(self) -> float:
        return self.end - self.begin

    def segment(self) -> shapely.LineString:
        return shapely.LineString([self.point(self.begin), self.point(self.end)])

    def point(self, at: float) -> tuple[float, float]:
        cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        return at * cos - self.offset * sin, at * sin + self.offset * cos


def blocks_of(footprints: Sequence[shapely.Polygon], ids: Sequence[str]) -> list[tuple[str, ...]]:
    """Groups of booths that touch or stand back to back, in the order of their first booth."""
    root = list(range(len(footprints)))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    if footprints:
        near = shapely.STRtree(footprints).query(
            footprints, predicate="dwithin", distance=NEXT_DOOR
        )
        for one, other in near.T.tolist():
            low, high = sorted((find(one), find(other)))
            root[high] = low
    groups: dict[int, list[str]] = {}
    for i, id_ in enumerate(ids):
        groups.setdefault(find(i), []).append(id_)
    return [tuple(group) for group in groups.values()]


def open_sides(sides: Sequence[Sequence[Side]]) -> Edges:
    """All open sides as edges, booth after booth."""
    found = [(i, s) for i, of_one in enumerate(sides) for s in of_one if s.kind is SideKind.OPEN]
    return Edges(
        start=np.array([s.start for _, s in found], dtype=float).reshape(-1, 2),
        end=np.array([s.end for _, s in found], dtype=float).reshape(-1, 2),
        owner=np.array([i for i, _ in found], dtype=np.int64),
    )


def views_of(
    edges: Edges, footprints: Sequence[shapely.Polygon], closed: Sequence[shapely.Polygon]
) -> list[list[View]]:
    """What each open side looks at first: another booth, or what is closed.

    Where nothing stands within the widest aisle there is no view.
    """
    seen = sights(edges, WIDEST, [*footprints, *closed], own=edges.owner)
    return [_in_front(of_one) for of_one in seen]


def _in_front(seen: Sequence[Sight]) -> list[View]:
    """Cut the sights where one hides another."""
    cuts = sorted({s.begin for s in seen} | {s.end for s in seen})
    views: list[View] = []
    for begin, end in pairwise(cuts):
        middle = (begin + end) / 2
        ahead = [s.distance for s in seen if s.begin <= middle <= s.end]
        if not ahead:
            continue
        distance = min(ahead)
        last = views[-1] if views else None
        if last and last.end == begin and abs(last.distance - distance) < SLACK:
            views[-1] = replace(last, end=end, distance=min(distance, last.distance))
        else:
            views.append(View(begin, end, distance))
    return views


def aisles_of(
    edges: Edges, views: Sequence[Sequence[View]], footprints: Sequence[shapely.Polygon]
) -> list[Aisle]:
    """The aisles, main ones first, then the wider.

    Each open side and what it faces bound a lane; lanes in line with each other are one aisle,
    also across the aisles that cross it. Its width is that of its narrowest lane.
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
    joined = [lane for group in groups for lane in _join(group, tree) if lane.length >= SHORTEST]
    main = min(MAIN_AISLE, max((lane.width for lane in joined), default=0.0)) - SLACK
    aisles = [
        Aisle(
            start=_rounded(lane.point(lane.begin)),
            end=_rounded(lane.point(lane.end)),
            width=round(lane.width, 2),
            main=lane.width >= main,
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
            if view.distance < NARROWEST:
                continue
            ends = [
                edges.start[i] + along[i] * at + outward[i] * (view.distance / 2)
                for at in (view.begin, view.end)
            ]
            begin, end = sorted(float(p[0] * cos + p[1] * sin) for p in ends)
            offset = float(sum(p[1] * cos - p[0] * sin for p in ends) / 2)
            lanes.append(_Lane(angle, offset, begin, end, view.distance))
    return lanes


def _in_line(one: _Lane, other: _Lane) -> bool:
    if abs(one.angle - other.angle) > OUT_OF_TURN:
        return False
    # At the other's own place: far from the origin, a small turn is a large offset.
    x, y = other.point((other.begin + other.end) / 2)
    angle = math.radians(one.angle)
    offset = y * math.cos(angle) - x * math.sin(angle)
    return (
        abs(one.offset - offset) <= OUT_OF_LINE and abs(one.width - other.width) <= 2 * OUT_OF_LINE
    )


def _join(group: Sequence[_Lane], booths: shapely.STRtree) -> list[_Lane]:
    """Lanes in line, made one where nothing stands between them."""
    joined: list[_Lane] = []
    model = group[0]
    for lane in sorted(group, key=lambda g: (g.begin, g.end)):
        last = joined[-1] if joined else None
        if last and lane.begin <= last.end + CROSSING:
            gap = replace(model, begin=min(last.end, lane.begin), end=lane.begin)
            blocked = gap.length > 0 and len(booths.query(gap.segment(), "intersects"))
            if not blocked:
                joined[-1] = replace(
                    last, end=max(last.end, lane.end), width=min(last.width, lane.width)
                )
                continue
        joined.append(replace(model, begin=lane.begin, end=lane.end, width=lane.width))
    return joined


def _rounded(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], DIGITS) + 0.0, round(point[1], DIGITS) + 0.0
