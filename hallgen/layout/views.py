"""What is ahead of a booth's open sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import shapely

from hallgen.layout.edges import Edges, Sight, sights
from hallgen.model import Side, SideKind

#: Beyond this the floor is a plaza: aisles of real plans are up to 8 m, main ones a bit more.
WIDEST = 12.0
#: Slack in widths for rounding and drawing.
SLACK = 0.05


@dataclass(frozen=True, slots=True)
class View:
    """What is ahead of a part of an open side: `distance` metres of floor, then what ends it."""

    begin: float
    end: float
    distance: float
    ends_at: SideKind


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
    """What each open side looks at first: another booth, or a wall.

    Where nothing stands within the widest aisle there is no view.
    """
    seen = sights(edges, WIDEST, [*footprints, *closed], own=edges.owner)
    return [_in_front(of_one, len(footprints)) for of_one in seen]


def _in_front(seen: Sequence[Sight], booths: int) -> list[View]:
    """Cut the sights where one hides another."""
    cuts = sorted({s.begin for s in seen} | {s.end for s in seen})
    views: list[View] = []
    for begin, end in pairwise(cuts):
        middle = (begin + end) / 2
        ahead = [s for s in seen if s.begin <= middle <= s.end]
        if not ahead:
            continue
        first = min(ahead, key=lambda s: (s.distance, s.other))
        kind = SideKind.NEIGHBOUR if first.other < booths else SideKind.WALL
        view = View(begin, end, first.distance, kind)
        last = views[-1] if views else None
        if last and last.end == begin and _alike(last, view):
            views[-1] = replace(last, end=end, distance=min(view.distance, last.distance))
        else:
            views.append(view)
    return views


def _alike(one: View, other: View) -> bool:
    return one.ends_at is other.ends_at and abs(one.distance - other.distance) < SLACK
