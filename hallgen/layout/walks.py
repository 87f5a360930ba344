"""How far it is on foot from one place of a hall's floor to others."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray

from hallgen.layout.floor import PASSAGE
from hallgen.layout.shapes import to_shape
from hallgen.model import HallLayout, Point

#: The side of a cell in metres, and how many cells a hall has at most: larger ones have wider.
CELL = 0.5
MOST_CELLS = 120_000
#: A place this near to the floor is taken to be on it: a door stands in the wall.
NEAR = 4.0

_STEPS = tuple((dx, dy, math.hypot(dx, dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
_Cell = tuple[int, int]


class Walks:
    """A hall's floor as a grid, for many questions of how far it is."""

    def __init__(self, layout: HallLayout) -> None:
        floor = shapely.union_all([to_shape(piece) for piece in layout.walkable])
        #: Where the middle of a visitor may be.
        self._middles = floor.buffer(-PASSAGE / 2)
        shapely.prepare(self._middles)
        x0, y0, x1, y1 = layout.outline.bounds
        self._cell = max(CELL, math.sqrt((x1 - x0) * (y1 - y0) / MOST_CELLS))
        self._origin = (x0, y0)
        xs = np.arange(x0 + self._cell / 2, x1, self._cell)
        ys = np.arange(y0 + self._cell / 2, y1, self._cell)
        east, north = (axis.ravel() for axis in np.meshgrid(xs, ys, indexing="ij"))
        inside = shapely.contains_xy(self._middles, east, north)
        self._open: NDArray[np.bool_] = inside.reshape(len(xs), len(ys))

    def metres(self, start: Point, goals: Sequence[Point]) -> list[float | None]:
        """The length of a short way from `start` to each goal; None where no way leads there."""
        first, last = self._beside(start), [self._beside(goal) for goal in goals]
        if first is None:
            return [None for _ in goals]
        came = self._search(first, {cell for cell in last if cell is not None})
        found: list[float | None] = []
        for goal, cell in zip(goals, last, strict=True):
            cells = [] if cell is None else [*_back(came, cell)]
            way = [start, *(self._middle(at) for at in reversed(cells)), goal]
            found.append(self._length(way) if cells else None)
        return found

    def _search(self, first: _Cell, wanted: set[_Cell]) -> dict[_Cell, _Cell]:
        """From where one comes to each cell on the shortest way, until all wanted ones (Dijkstra).

        Only cells that can be come to are in it; the first comes from itself.
        """
        came: dict[_Cell, _Cell] = {}
        costs = {first: 0.0}
        waiting = [(0.0, first, first)]
        while waiting and wanted:
            cost, at, before = heapq.heappop(waiting)
            if at in came:
                continue
            came[at] = before
            wanted = wanted - {at}
            for cell, length in self._around(at):
                if cost + length < costs.get(cell, math.inf):
                    costs[cell] = cost + length
                    heapq.heappush(waiting, (cost + length, cell, at))
        return came

    def _around(self, at: _Cell) -> Iterator[tuple[_Cell, float]]:
        x, y = at
        columns, rows = self._open.shape
        for dx, dy, length in _STEPS:
            to = x + dx, y + dy
            if not (0 <= to[0] < columns and 0 <= to[1] < rows and self._open[to]):
                continue
            if dx and dy and not (self._open[x + dx, y] and self._open[x, y + dy]):
                continue  # no cutting of corners
            yield to, length

    def _beside(self, point: Point) -> _Cell | None:
        """The open cell next to a point."""
        cells = np.argwhere(self._open)
        if len(cells) == 0:
            return None
        middles = (cells + 0.5) * self._cell + self._origin
        apart = np.hypot(*(middles - point).T)
        nearest = int(np.argmin(apart))
        x, y = cells[nearest].tolist()
        return (x, y) if apart[nearest] <= NEAR else None

    def _middle(self, cell: _Cell) -> Point:
        x, y = ((at + 0.5) * self._cell + o for at, o in zip(cell, self._origin, strict=True))
        return x, y

    def _length(self, way: Sequence[Point]) -> float:
        """A way's length in metres, straight where one sees ahead: grids have eight directions."""
        corners, at = [way[0]], 0
        while at < len(way) - 1:
            sight = at + 1
            while sight < len(way) - 1 and self._clear(way[at], way[sight + 1]):
                sight += 1
            at = sight
            corners.append(way[at])
        return sum(math.dist(a, b) for a, b in pairwise(corners))

    def _clear(self, a: Point, b: Point) -> bool:
        return bool(self._middles.covers(shapely.LineString([a, b])))


def _back(came: dict[_Cell, _Cell], cell: _Cell) -> Iterator[_Cell]:
    """The cells from one to the first."""
    while cell in came:
        yield cell
        if came[cell] == cell:
            return
        cell = came[cell]
