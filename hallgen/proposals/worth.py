"""What a lattice's blocks are worth before anybody stands in them: seen, passed, near to exits.

The same measures as of the score, on a coarse raster, of booths of the usual width that fill all
blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from hallgen.layout.fields import FloorRaster, distances, door_cells
from hallgen.layout.floor import PASSAGE
from hallgen.model import BoothLayout, BoothType, Frame, Point, Side, SideKind
from hallgen.proposals.lattice import Block, Lattice
from hallgen.scores import Weights
from hallgen.scores.flows import flow_of, passing, starts_of
from hallgen.scores.score import ESCAPE
from hallgen.scores.visibility import seen_floor
from hallgen.venue.escape import escape_of

#: The raster's cell in metres.
COARSE = 1.0


@dataclass(frozen=True, slots=True)
class Worth:
    """`blocks` are worth 0 to 1 for each booth in them; `seen`, `passed` and `escape` are means."""

    blocks: tuple[float, ...]
    seen: float
    passed: float
    escape: float

    @property
    def mean(self) -> float:
        return sum(self.blocks) / len(self.blocks)


def worth_of(lattice: Lattice, width: float, weights: Weights) -> Worth:
    """`width` is that of a usual booth, in metres."""
    ground = lattice.ground
    pieces = [_pieces(block, width) for block in lattice.blocks]
    raster = _raster(lattice)
    every = [laid for of_block in pieces for laid, _ in of_block]
    flow = flow_of(raster, starts_of(every, raster), ground.gates)
    out = distances(raster, door_cells(raster, ground.exits))
    limit = 2 * (ground.rules.escape or ESCAPE)
    rows: list[tuple[float, float, float]] = []
    for of_block in pieces:
        parts = [
            (
                min(1.0, seen_floor(laid, raster, weights.far) / weights.seen),
                min(1.0, passing(laid, flow, raster) / weights.passed),
                max(0.0, 1.0 - escape_of(laid, shape, raster, out) / limit),
            )
            for laid, shape in of_block
        ]
        seen, passed, near = (sum(values) / len(parts) for values in zip(*parts, strict=True))
        rows.append((seen, passed, near))
    total = weights.visibility + weights.passers + weights.escape
    blocks = tuple(
        (weights.visibility * seen + weights.passers * passed + weights.escape * near) / total
        for seen, passed, near in rows
    )
    seen, passed, near = (sum(values) / len(rows) for values in zip(*rows, strict=True))
    return Worth(blocks, seen, passed, near)


def _raster(lattice: Lattice) -> FloorRaster:
    floor = lattice.ground.floor
    x0, y0, x1, y1 = floor.bounds
    xs, ys = np.arange(x0 + COARSE / 2, x1, COARSE), np.arange(y0 + COARSE / 2, y1, COARSE)
    east, north = np.meshgrid(xs, ys, indexing="ij")
    shapely.prepare(floor)
    clear = shapely.contains_xy(floor, east.ravel(), north.ravel()).reshape(east.shape)
    open_ = clear.copy()
    half = PASSAGE / 2
    for b in lattice.blocks:
        within = (east > b.x0) & (east < b.x1) & (north > b.y0) & (north < b.y1)
        near = (
            (east > b.x0 - half)
            & (east < b.x1 + half)
            & (north > b.y0 - half)
            & (north < b.y1 + half)
        )
        clear &= ~within
        open_ &= ~near
    return FloorRaster((x0, y0), COARSE, open_, clear)


def _pieces(block: Block, width: float) -> list[tuple[BoothLayout, shapely.Polygon]]:
    """A block's rows cut into booths of about a width, each with its open sides."""
    count = max(1, round(block.length / width))
    step = block.length / count
    middle = block.y0 + block.row
    rows = (
        [(block.y0, block.y1, block.faces > 0)]
        if block.faces
        else [(block.y0, middle, False), (middle, block.y1, True)]
    )
    found = []
    for y0, y1, up in rows:
        for at in range(count):
            x0, x1 = block.x0 + at * step, block.x0 + (at + 1) * step
            sides = [((x1, y1), (x0, y1)) if up else ((x0, y0), (x1, y0))]
            if at == 0:
                sides.append(((x0, y1), (x0, y0)))
            if at == count - 1:
                sides.append(((x1, y0), (x1, y1)))
            found.append((_laid(sides), shapely.box(x0, y0, x1, y1)))
    return found


def _laid(sides: Sequence[tuple[Point, Point]]) -> BoothLayout:
    return BoothLayout(
        booth="",
        type=BoothType(min(4, len(sides))),
        sides=tuple(Side(start=a, end=b, kind=SideKind.OPEN) for a, b in sides),
        frame=Frame(origin=(0.0, 0.0), heading=0.0),
        width=0.0,
        depth=0.0,
        area=0.0,
    )
