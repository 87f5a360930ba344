"""Straight edges of outlines, and what can be seen from them.

Everything about sides and aisles comes from one question: what lies within some distance
straight ahead of an edge, and along which part of it?
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

#: What covers less of an edge than this is a touching corner or a rounding error: a
#: centimetre, twice what cleaning may have moved a corner.
TOUCH = 0.01


@dataclass(frozen=True, eq=False, slots=True)
class Edges:
    """n directed edges with the outside to their right, as of counter-clockwise outlines.

    `owner` is the row of the outline each belongs to.
    """

    start: Floats
    end: Floats
    owner: Integers

    @property
    def length(self) -> Floats:
        lengths: Floats = np.hypot(*(self.end - self.start).T)
        return lengths

    @property
    def along(self) -> Floats:
        """Unit vectors from start to end."""
        vectors: Floats = (self.end - self.start) / self.length[:, None]
        return vectors

    @property
    def outward(self) -> Floats:
        """Unit vectors to the outside."""
        along = self.along
        return np.column_stack((along[:, 1], -along[:, 0]))

    def strips(self, depth: float) -> NDArray[np.object_]:
        """The rectangles that reach `depth` metres out of each edge."""
        out = self.outward * depth
        corners = np.stack((self.start, self.end, self.end + out, self.start + out), axis=1)
        return np.asarray(shapely.polygons(corners), dtype=object)


@dataclass(frozen=True, slots=True)
class Sight:
    """Seen from an edge: shape number `other` along `begin` to `end`, from `distance` on."""

    other: int
    begin: float
    end: float
    distance: float


def edges_of(outlines: Sequence[shapely.Polygon]) -> Edges:
    """All edges of counter-clockwise outlines, outline after outline."""
    rings = [np.asarray(outline.exterior.coords) for outline in outlines]
    if not rings:
        return Edges(np.zeros((0, 2)), np.zeros((0, 2)), np.zeros(0, dtype=np.int64))
    return Edges(
        start=np.concatenate([ring[:-1] for ring in rings]),
        end=np.concatenate([ring[1:] for ring in rings]),
        owner=np.repeat(np.arange(len(rings)), [len(ring) - 1 for ring in rings]),
    )


def sights(
    edges: Edges, depth: float, shapes: Sequence[shapely.Polygon], *, own: Integers | None = None
) -> list[list[Sight]]:
    """For each edge, what of `shapes` lies within `depth` metres straight ahead of it.

    `own` numbers, for each edge, the shape that is its own outline and hides nothing.
    Sights are ordered by where they begin, and may hide each other.
    """
    seen: list[list[Sight]] = [[] for _ in range(len(edges.owner))]
    if not seen or not shapes:
        return seen
    strips = edges.strips(depth)
    edge, other = shapely.STRtree(shapes).query(strips, predicate="intersects")
    if own is not None:
        foreign = other != own[edge]
        edge, other = edge[foreign], other[foreign]
    common = shapely.intersection(strips[edge], np.asarray(shapes, dtype=object)[other])
    for parts_of in (shapely.get_parts, shapely.get_parts):  # a collection may hold multi-parts
        common, pair = parts_of(common, return_index=True)
        edge, other = edge[pair], other[pair]
    areal = shapely.get_dimensions(common) == 2
    _collect(edges, common[areal], edge[areal], other[areal], seen)
    return seen


def _collect(
    edges: Edges,
    parts: NDArray[np.object_],
    edge: Integers,
    other: Integers,
    seen: list[list[Sight]],
) -> None:
    """Project each part on the edge it was seen from."""
    points, part = shapely.get_coordinates(parts, return_index=True)
    offset = points - edges.start[edge[part]]
    along = np.einsum("ij,ij->i", offset, edges.along[edge[part]])
    out = np.einsum("ij,ij->i", offset, edges.outward[edge[part]])
    begin, end, near = (np.full(len(parts), value) for value in (np.inf, -np.inf, np.inf))
    np.minimum.at(begin, part, along)
    np.maximum.at(end, part, along)
    np.minimum.at(near, part, out)
    for i in np.lexsort((other, end, begin, edge)):
        if end[i] - begin[i] > TOUCH:
            seen[edge[i]].append(
                Sight(int(other[i]), float(begin[i]), float(end[i]), max(0.0, float(near[i])))
            )
