"""A hall's floor as a raster: how far it is from anywhere to a door, and what is seen from where.

Distances solve |grad d| = 1 on the floor by Godunov's upwind scheme, as fast marching does
(J. A. Sethian, "A fast marching level set method for monotonically advancing fronts", PNAS 93,
1996), relaxed over the whole raster at once. They are those of a straight walk round corners,
some per cent too long beside the axes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from hallgen.layout.floor import PASSAGE
from hallgen.layout.shapes import to_shape
from hallgen.model import Gate, HallLayout, Point

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]

#: The side of a cell in metres, and how many cells a hall has at most: larger ones have wider.
CELL = 0.5
MOST_CELLS = 60_000
#: A door's floor is the nearest within this many metres: walls and drawings have a thickness.
AT_A_DOOR = 4.0


@dataclass(frozen=True, eq=False, slots=True)
class FloorRaster:
    """Cells of `cell` metres, [column, row] from the lower left `origin`.

    `open` are those where the middle of a visitor may be, `clear` those with nothing in the way
    of the eye.
    """

    origin: Point
    cell: float
    open: Booleans
    clear: Booleans

    def middles(self) -> tuple[Floats, Floats]:
        """The x of each column and the y of each row."""
        columns, rows = self.open.shape
        xs: Floats = self.origin[0] + (np.arange(columns, dtype=np.float64) + 0.5) * self.cell
        ys: Floats = self.origin[1] + (np.arange(rows, dtype=np.float64) + 0.5) * self.cell
        return xs, ys

    def at(self, point: Point) -> tuple[int, int]:
        """The cell of a point, inside of the raster."""
        columns, rows = self.open.shape
        x, y = ((p - o) / self.cell for p, o in zip(point, self.origin, strict=True))
        return min(max(int(x), 0), columns - 1), min(max(int(y), 0), rows - 1)

    def near(self, shape: BaseGeometry, reach: float) -> Booleans:
        """Open cells whose middles are within `reach` metres of a shape."""
        xs, ys = self.middles()
        x0, y0, x1, y1 = shape.bounds
        found = np.zeros_like(self.open)
        columns = np.flatnonzero((xs >= x0 - reach) & (xs <= x1 + reach))
        rows = np.flatnonzero((ys >= y0 - reach) & (ys <= y1 + reach))
        if len(columns) and len(rows):
            east, north = np.meshgrid(xs[columns], ys[rows], indexing="ij")
            apart = shapely.distance(shape, shapely.points(east, north))
            window = np.ix_(columns, rows)
            found[window] = (apart <= reach) & self.open[window]
        return found


def raster_of(layout: HallLayout, cell: float = CELL) -> FloorRaster:
    """The raster of a hall that was laid out."""
    floor = shapely.union_all([to_shape(piece) for piece in layout.walkable])
    x0, y0, x1, y1 = layout.outline.bounds
    cell = max(cell, math.sqrt((x1 - x0) * (y1 - y0) / MOST_CELLS))
    xs = np.arange(x0 + cell / 2, x1, cell)
    ys = np.arange(y0 + cell / 2, y1, cell)
    east, north = np.meshgrid(xs, ys, indexing="ij")

    def inside(shape: BaseGeometry) -> Booleans:
        shapely.prepare(shape)
        found: Booleans = shapely.contains_xy(shape, east.ravel(), north.ravel())
        return found.reshape(east.shape)

    return FloorRaster((x0, y0), cell, inside(floor.buffer(-PASSAGE / 2)), inside(floor))


def door_cells(raster: FloorRaster, gates: Iterable[Gate]) -> Booleans:
    """The open cells at doors: half of its width around each, else the nearest floor."""
    found = np.zeros_like(raster.open)
    for gate in gates:
        here = shapely.Point(gate.position)
        cells = raster.near(here, max(gate.width / 2, 2 * raster.cell))
        if not cells.any():
            cells = raster.near(here, max(AT_A_DOOR, gate.width / 2))
        found |= cells
    return found


def distances(raster: FloorRaster, sources: Booleans) -> Floats:
    """Metres from each open cell to the nearest source; infinite where no way leads."""
    step = raster.cell
    field = np.full(tuple(side + 2 for side in raster.open.shape), np.inf)
    inner = field[1:-1, 1:-1]
    inner[sources & raster.open] = 0.0
    shut = ~raster.open
    while True:
        low = np.minimum(field[:-2, 1:-1], field[2:, 1:-1])
        high = np.minimum(field[1:-1, :-2], field[1:-1, 2:])
        low, high = np.minimum(low, high), np.maximum(low, high)
        with np.errstate(invalid="ignore"):
            apart = high - low
            both = (low + high + np.sqrt(np.maximum(2 * step * step - apart**2, 0))) / 2
            new = np.where(apart < step, both, low + step)
        new[shut] = np.inf
        new = np.minimum(inner, new)
        if not (new < inner - 1e-9).any():
            found: Floats = inner.copy()
            return found
        inner[...] = new


def seen_from(
    raster: FloorRaster, points: Sequence[Point], headings: Sequence[float], reach: float
) -> Booleans:
    """Floor cells from which one of the points is seen: their isovist (M. L. Benedikt, "To take
    hold of space: isovists and isovist fields", Environment and Planning B 6, 1979).

    `headings` are where each looks, in degrees counter-clockwise from east: a point is seen from
    ahead and to both sides, not through what stands behind it.
    """
    rays = max(24, math.ceil(math.pi * reach / raster.cell))
    angles = np.radians(np.asarray(headings)[:, None] + np.linspace(-89, 89, rays)[None, :])
    way = np.arange(0.5, reach / raster.cell, 0.5) * raster.cell
    starts = np.asarray(points, dtype=float)
    x = starts[:, 0, None, None] + np.cos(angles)[..., None] * way
    y = starts[:, 1, None, None] + np.sin(angles)[..., None] * way
    columns = np.floor((x - raster.origin[0]) / raster.cell).astype(np.int64)
    rows = np.floor((y - raster.origin[1]) / raster.cell).astype(np.int64)
    wide, high = raster.clear.shape
    within = (columns >= 0) & (columns < wide) & (rows >= 0) & (rows < high)
    columns, rows = np.clip(columns, 0, wide - 1), np.clip(rows, 0, high - 1)
    # The first steps may lie in the booth's own rim of cells.
    free = (raster.clear[columns, rows] & within) | (way < 2 * raster.cell)
    lit = np.logical_and.accumulate(free, axis=-1) & within
    found = np.zeros_like(raster.clear)
    found[columns[lit], rows[lit]] = True
    return found & raster.clear
