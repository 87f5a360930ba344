"""A second opinion on where one can walk: the plan as a grid of cells, flooded from the gates.

It shares no code with the layout: what it says is true within the size of a cell.
"""

from __future__ import annotations

from collections import deque

import numpy as np
import shapely

from hallgen.layout.shapes import sound
from hallgen.model import Hall, HallLayout

#: The side of a cell, and what a visitor needs round the middle, in metres.
CELL = 0.2
ROOM = 0.3


class Walked:
    """A hall's floor, flooded from its gates by somebody who needs `room` metres all round."""

    def __init__(self, hall: Hall, layout: HallLayout, room: float = ROOM) -> None:
        booths = [part for booth in hall.booths for part in sound([booth.outline])]
        solid = shapely.union_all([*booths, *sound([*hall.walls, *hall.columns])])
        inside = shapely.union_all(sound([layout.outline]))
        free = inside.difference(solid).buffer(-room)
        x0, y0, x1, y1 = inside.bounds
        xs, ys = np.arange(x0, x1, CELL), np.arange(y0, y1, CELL)
        shapely.prepare(free)
        grid = np.meshgrid(xs, ys)
        self._open = shapely.contains_xy(free, grid[0].ravel(), grid[1].ravel())
        self._open = self._open.reshape(len(ys), len(xs))
        points = np.stack([grid[0][self._open], grid[1][self._open]], axis=1)
        self._middles = shapely.points(self._flooded(points, layout, (x0, y0)))
        self._tree = shapely.STRtree(self._middles)

    def near(self, outline: shapely.Polygon, metres: float) -> bool:
        """Whether somebody from a gate comes so near to a shape."""
        return bool(len(self._tree.query(outline, "dwithin", metres)))

    def _flooded(
        self, points: np.ndarray, layout: HallLayout, origin: tuple[float, float]
    ) -> np.ndarray:
        cells = np.rint((points - origin) / CELL).astype(int)
        gates = shapely.MultiPoint([gate.position for gate in layout.gates])
        at_gates = shapely.distance(shapely.points(points), gates) <= 3.3
        waiting = deque((int(c[1]), int(c[0])) for c in cells[at_gates])
        reached = np.zeros_like(self._open)
        for row, column in waiting:
            reached[row, column] = True
        rows, columns = self._open.shape
        while waiting:
            row, column = waiting.popleft()
            for r, c in (
                (row + 1, column),
                (row - 1, column),
                (row, column + 1),
                (row, column - 1),
            ):
                if 0 <= r < rows and 0 <= c < columns and self._open[r, c] and not reached[r, c]:
                    reached[r, c] = True
                    waiting.append((r, c))
        return points[reached[cells[:, 1], cells[:, 0]]]
