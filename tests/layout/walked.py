"""A second opinion on where one can walk: the plan as a grid of cells, flooded from the gates.

It shares no code with the layout. It goes from cell to cell also across corners: a gap is walked
through that leaves the middle of a visitor as much as a cell is wide.
"""

from __future__ import annotations

import numpy as np
import shapely

from hallgen.layout.shapes import sound
from hallgen.model import Hall, HallLayout

#: The side of a cell, and what a visitor needs round the middle, in metres.
CELL = 0.2
ROOM = 0.3


class Walked:
    """A hall's floor, flooded from its gates by somebody who needs `room` metres all round, in
    cells of `cell` metres.
    """

    def __init__(
        self, hall: Hall, layout: HallLayout, room: float = ROOM, cell: float = CELL
    ) -> None:
        booths = [part for booth in hall.booths for part in sound([booth.outline])]
        solid = shapely.union_all([*booths, *sound([*hall.walls, *hall.columns])])
        inside = shapely.union_all(sound([layout.outline]))
        free = inside.difference(solid).buffer(-room)
        x0, y0, x1, y1 = inside.bounds
        grid = np.meshgrid(np.arange(x0, x1, cell), np.arange(y0, y1, cell))
        shapely.prepare(free)
        open_ = shapely.contains_xy(free, *grid)
        middles = shapely.points(*grid)
        gates = shapely.MultiPoint([gate.position for gate in layout.gates])
        at_gates = open_ & (shapely.distance(middles, gates) <= 3.3)
        self._tree = shapely.STRtree(middles[_flooded(open_, at_gates)])

    def near(self, outline: shapely.Polygon, metres: float) -> bool:
        """Whether somebody from a gate comes so near to a shape."""
        return bool(len(self._tree.query(outline, "dwithin", metres)))


def _flooded(open_: np.ndarray, start: np.ndarray) -> np.ndarray:
    """The open cells that one gets to from those of `start`, each from the eight around it."""
    free, wet = np.pad(open_, 1), np.pad(start, 1)
    shape, row = free.shape, free.shape[1]
    free, wet = free.ravel(), wet.ravel()
    around = np.array([-row - 1, -row, -row + 1, -1, 1, row - 1, row, row + 1])
    edge = np.flatnonzero(wet)
    while len(edge):
        beside = (edge[:, None] + around).ravel()
        edge = np.unique(beside[free[beside] & ~wet[beside]])
        wet[edge] = True
    return wet.reshape(shape)[1:-1, 1:-1]
