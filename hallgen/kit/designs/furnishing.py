"""Where furniture goes: near open sides, deep in the booth, into corners; a way is always left."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from hallgen.kit.assembly import Part, put, turned
from hallgen.kit.designs.stand import Stand
from hallgen.kit.parts.furniture import octagon
from hallgen.kit.plots import Edge, facing, segment_distances
from hallgen.model import Point

#: A place to try: a ground point and a turn.
Pose = tuple[Point, float]


def furnish(
    stand: Stand, item: Part, poses: Iterable[Pose], margin: float = 0.03, feature: int = 0
) -> Pose | None:
    """Put a part at the first pose where it fits (see `Room`); None if there is none."""
    for at, turn in poses:
        if stand.room.try_block(turned(item.footprint, *at, turn), margin):
            put(stand.assembly, item, at, turn, feature)
            return at, turn
    return None


def along_open_sides(stand: Stand, inward: float, end: float, tries: int = 7) -> Iterator[Pose]:
    """Places behind the open sides, looking out, the longest side first.

    They begin `end` metres from one end (which one is the exhibitor's own), then the other,
    then between.
    """
    swap = stand.pick((False, True), "counter end")
    for edge in sorted(stand.plot.open_edges, key=lambda e: -round(e.length, 2)):
        ends = [end, edge.length - end]
        between = list(np.linspace(end, edge.length - end, tries)) if edge.length > 2 * end else []
        for along in (ends[::-1] if swap else ends) + between:
            yield edge.at(float(along), inward), edge.facing_out


def deep(stand: Stand, step: float = 0.3) -> list[Pose]:
    """Places far from open sides and near closed ones; on a plot open all around, at its back."""
    spots = np.array(stand.room.spots(step)).reshape(-1, 2)
    if not len(spots):
        return []
    swap = stand.pick((1e-3, -1e-3), "table side")
    if stand.plot.closed_edges:
        openness = _nearest(spots, stand.plot.open_edges)
        walls = _nearest(spots, stand.plot.closed_edges)
        score = -np.minimum(openness, 6.0) + 0.35 * np.minimum(walls, 4.0) + swap * spots[:, 0]
    else:
        x0, y0, x1, y1 = stand.plot.bounds
        back = np.abs(spots[:, 1] - (y0 + 0.82 * (y1 - y0)))
        score = back + 0.25 * np.abs(spots[:, 0] - (x0 + x1) / 2) + swap * spots[:, 0]
    return [
        ((float(spots[i, 0]), float(spots[i, 1])), 0.0) for i in np.argsort(score, kind="stable")
    ]


def _nearest(spots: NDArray[np.float64], edges: Iterable[Edge]) -> NDArray[np.float64]:
    away = [segment_distances(spots, e.start, e.end) for e in edges]
    return np.asarray(np.min(away, axis=0)) if away else np.full(len(spots), 3.0)


def corners(stand: Stand, inset: float) -> Iterator[Pose]:
    """Into the corners of two closed sides, then beside the ends of walls, then along walls."""
    edges = stand.plot.edges
    for edge, following in zip(edges, edges[1:] + edges[:1], strict=True):
        if not edge.open and not following.open:
            (ax, ay), (bx, by) = edge.inward, following.inward
            at = (edge.end[0] + (ax + bx) * inset, edge.end[1] + (ay + by) * inset)
            yield at, facing((ax + bx, ay + by))
    for edge in stand.plot.closed_edges:
        for along in np.arange(inset, edge.length - inset, 0.5):
            yield edge.at(float(along), inset), edge.facing_in


def meeting(stand: Stand, table: Part, chair: Part, chairs: int, radius: float) -> Point | None:
    """A table with chairs around it, taken as one group, deep in the booth; where it stands."""
    ring = octagon(radius + 0.24)
    for at, _ in deep(stand):
        if not stand.room.try_block(turned(ring, *at, 0), 0.06):
            continue
        put(stand.assembly, table, at, 0.0)
        first = stand.pick(range(0, 90, 15), "chairs")
        for k in range(chairs):
            angle = math.radians(first + 360 * k / chairs)
            seat = (at[0] + radius * math.cos(angle), at[1] + radius * math.sin(angle))
            put(stand.assembly, chair, seat, facing((at[0] - seat[0], at[1] - seat[1])))
        return at
    return None


def grid_poses(stand: Stand, inward: float, step: float) -> list[Pose]:
    """Places `inward` metres behind the open sides, `step` apart, looking out."""
    poses: list[Pose] = []
    for edge in stand.plot.open_edges:
        count = max(1, round((edge.length - 1.2) / step))
        poses += [
            (edge.at(edge.length * (k + 0.5) / count, inward), edge.facing_out)
            for k in range(count)
        ]
    return poses


def inner_poses(stand: Stand, step: float = 0.5) -> list[Pose]:
    """Places over the floor, those nearest the middle first, looking to the nearest open side."""
    spots = stand.room.spots(step)
    if not spots:
        return []
    x0, y0, x1, y1 = stand.plot.bounds
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    points = np.array(spots)
    order = np.argsort(np.linalg.norm(points - middle, axis=1).round(3), kind="stable")
    open_edges = stand.plot.open_edges
    if not open_edges:
        return [(spots[i], 0.0) for i in order]
    away = np.stack([segment_distances(points, e.start, e.end) for e in open_edges])
    nearest = away.argmin(axis=0)
    return [(spots[i], open_edges[int(nearest[i])].facing_out) for i in order]
