"""Room to walk in a booth: what may still be put where without shutting a visitor out.

A raster of the booth's floor. Something fits when it is inside, touches nothing, and leaves
every open side and nearly all of the free floor within one visitor's reach.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from hallgen.kit.plots import Plot, distances, segment_distances, within
from hallgen.model import Point, Ring

#: Half the width that a way must have, in metres: two people can pass sideways, a wheelchair fits.
_HALF_WAY = 0.45
#: The same in a booth too small for that.
_HALF_NARROW = 0.36
#: The part of the free floor that something may cut off.
_MAY_LOSE = 0.06
#: The part of the floor that stays free for whoever is in the booth, however much is put there.
_MUST_STAY = 0.22

_Mask = NDArray[np.bool_]


class Room:
    """The floor of one plot, and what stands on it so far."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        # About 60 x 60 cells at least, and never so many that filling them takes long.
        self._cell = min(max(math.sqrt(plot.area) / 60, 0.06), 0.25)
        x0, y0, x1, y1 = plot.bounds
        xs = np.arange(x0 + self._cell / 2, x1, self._cell)
        ys = np.arange(y0 + self._cell / 2, y1, self._cell)
        grid_x, grid_y = np.meshgrid(xs, ys)
        self._shape = grid_x.shape
        self._points = np.stack([grid_x.ravel(), grid_y.ravel()], axis=1)
        self._origin = np.array([x0, y0])
        inside = within(self._points, plot.outline)
        for hole in plot.holes:
            inside &= ~within(self._points, hole)
        self._inside: _Mask = inside.copy()
        self._empty: _Mask = inside.copy()
        wall = [segment_distances(self._points, e.start, e.end) for e in plot.closed_edges]
        holes = [distances(self._points, hole) for hole in plot.holes]
        self._clearance = np.min([np.full(len(self._points), np.inf), *wall, *holes], axis=0)
        self._gates = [
            inside & (segment_distances(self._points, e.start, e.end) < _HALF_NARROW)
            for e in plot.open_edges
            if e.length > 2 * _HALF_WAY
        ]
        self._at_first = int(self._walkable(self._clearance, _HALF_NARROW).sum())
        roomy = self._walkable(self._clearance, _HALF_WAY)
        self._half = _HALF_WAY if self._connected(roomy) else _HALF_NARROW

    def block(self, ring: Ring) -> None:
        """Take the floor under a ring, without asking."""
        self._clearance = np.minimum(self._clearance, self._distance_to(ring))
        self._empty &= ~within(self._points, ring)

    def try_block(self, ring: Ring, margin: float = 0.0) -> bool:
        """Take the floor under a ring if it fits, at least `margin` from the outline."""
        if not self._plot.contains(_sampled(ring, self._cell), margin) or not self._vacant(ring):
            return False
        clearance = np.minimum(self._clearance, self._distance_to(ring))
        left = self._walkable(clearance, _HALF_NARROW)
        if left.sum() < _MUST_STAY * self._at_first:
            return False
        if not all(self._still_open(clearance, half) for half in {self._half, _HALF_NARROW}):
            return False
        self.block(ring)
        return True

    def _still_open(self, clearance: NDArray[np.float64], half: float) -> bool:
        """Whether who needs `half` on either side gets in everywhere as before."""
        before, after = self._walkable(self._clearance, half), self._walkable(clearance, half)
        reached = self._reached(after)
        return self._opens_all(reached) and self._keeps(before, after, reached)

    def is_empty(self, point: Point) -> bool:
        """Whether nothing stands on a point of the floor; not outside of it."""
        column, row = ((np.array(point) - self._origin) / self._cell).astype(int)
        rows, columns = self._shape
        inside = 0 <= row < rows and 0 <= column < columns
        return bool(inside and self._empty[row * columns + column])

    def spots(self, step: float = 0.25) -> list[Point]:
        """Points of the floor where something might stand, row by row."""
        every = max(1, round(step / self._cell))
        keep = np.zeros(self._shape, dtype=bool)
        keep[::every, ::every] = True
        return [(float(x), float(y)) for x, y in self._points[keep.ravel() & self._empty]]

    def _vacant(self, ring: Ring) -> bool:
        covered = within(self._points, ring)
        return bool(self._empty[covered].all())

    def _distance_to(self, ring: Ring) -> NDArray[np.float64]:
        away = distances(self._points, ring)
        away[within(self._points, ring)] = 0.0
        return away

    def _walkable(self, clearance: NDArray[np.float64], half: float) -> _Mask:
        return np.asarray(self._inside & (clearance >= half))

    def _connected(self, free: _Mask) -> bool:
        return self._opens_all(self._reached(free))

    def _opens_all(self, reached: _Mask) -> bool:
        return all(bool((gate & reached).any()) for gate in self._gates)

    @staticmethod
    def _keeps(before: _Mask, after: _Mask, reached: _Mask) -> bool:
        cut_off = int(after.sum() - reached.sum())
        return cut_off <= _MAY_LOSE * max(1, int(before.sum())) and bool(reached.any())

    def _reached(self, free: _Mask) -> _Mask:
        """The free floor that can be walked to from the first open side (or the largest part)."""
        starts: Iterable[int] = np.flatnonzero(free & self._gates[0] if self._gates else free)
        best = np.zeros_like(free)
        seen = np.zeros_like(free)
        for start in starts:
            if seen[start]:
                continue
            part = self._flood(free, start)
            seen |= part
            if part.sum() > best.sum():
                best = part
        return best

    def _flood(self, free: _Mask, start: int) -> _Mask:
        floor = free.reshape(self._shape)
        reached = np.zeros(self._shape, dtype=bool)
        reached.flat[start] = True
        while True:
            grown = reached.copy()
            grown[1:] |= reached[:-1]
            grown[:-1] |= reached[1:]
            grown[:, 1:] |= reached[:, :-1]
            grown[:, :-1] |= reached[:, 1:]
            grown &= floor
            if (grown == reached).all():
                return reached.ravel()
            reached = grown


def _sampled(ring: Ring, step: float) -> list[Point]:
    points: list[Point] = []
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        count = max(1, math.ceil(math.hypot(x1 - x0, y1 - y0) / step))
        points += [(x0 + (x1 - x0) * k / count, y0 + (y1 - y0) * k / count) for k in range(count)]
    return points
