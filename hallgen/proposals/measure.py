"""What places on the floor are worth: seen, passed, near to an exit.

The same measures as of the score, on a coarser raster and of many booths at once: a search asks
for them hundreds of times.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from hallgen.layout.fields import Booleans, Floats, FloorRaster, distances, door_cells
from hallgen.layout.floor import PASSAGE
from hallgen.model import BoothLayout, BoothType, Frame, Side, SideKind
from hallgen.proposals.ground import Ground
from hallgen.proposals.place import Spot
from hallgen.scores import Weights
from hallgen.scores.flows import flow_of, passing
from hallgen.scores.score import ESCAPE

#: The raster's cell in metres.
COARSE = 1.0
#: A side is open where nothing stands so many metres before it.
BEFORE = 0.8
#: Booths look out at a point of a side in each so many metres, this far before it, by so many rays.
EVERY, OUT, RAYS = 3.0, 0.1, 48


@dataclass(frozen=True, eq=False, slots=True)
class Measure:
    """Of each spot 0 to 1, as the score counts it."""

    seen: Floats
    passed: Floats
    escape: Floats

    def worth(self, weights: Weights) -> Floats:
        """Of each spot, 0 to 1: the weighted mean."""
        total = weights.visibility + weights.passers + weights.escape
        found: Floats = (
            weights.visibility * self.seen
            + weights.passers * self.passed
            + weights.escape * self.escape
        ) / total
        return found


def measure(ground: Ground, spots: Sequence[Spot], weights: Weights) -> Measure:
    """What the spots are worth where all others stand as well."""
    boxes = np.array([(s.x0, s.x1, s.y0, s.y1) for s in spots])
    laid = [_laid(box, open_) for box, open_ in zip(boxes, _open_sides(ground, boxes), strict=True)]
    raster = _raster(ground, boxes)
    fronts = [[_front(side, raster) for side in b.sides] for b in laid]
    flow = flow_of(raster, [_cells(of_one, raster) for of_one in fronts], ground.gates)
    out = distances(raster, door_cells(raster, ground.exits))
    limit = 2 * (ground.rules.escape or ESCAPE)
    seen = _seen(laid, raster, weights.far)
    passed = np.array([passing(b, flow, raster) for b in laid])
    far = np.array([_escape(*one, out) for one in zip(boxes, laid, fronts, strict=True)])
    return Measure(
        np.minimum(1.0, seen / weights.seen),
        np.minimum(1.0, passed / weights.passed),
        np.maximum(0.0, 1.0 - far / limit),
    )


def _open_sides(ground: Ground, boxes: Floats) -> Booleans:
    """Of each box, whether its sides below, right, above and left are open."""
    x0, x1, y0, y1 = boxes.T
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    xs = np.stack([x, x1 + BEFORE, x, x0 - BEFORE], axis=1)
    ys = np.stack([y0 - BEFORE, y, y1 + BEFORE, y], axis=1)
    shapely.prepare(ground.floor)
    free = shapely.contains_xy(ground.floor, xs.ravel(), ys.ravel()).reshape(xs.shape)
    taken = (
        (xs[..., None] > x0) & (xs[..., None] < x1) & (ys[..., None] > y0) & (ys[..., None] < y1)
    ).any(axis=-1)
    found: Booleans = free & ~taken
    return found


def _laid(box: Floats, open_: Booleans) -> BoothLayout:
    x0, x1, y0, y1 = (float(v) for v in box)
    corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    sides = tuple(
        Side(start=a, end=b, kind=SideKind.OPEN)
        for a, b, is_open in zip(corners, [*corners[1:], corners[0]], open_.tolist(), strict=True)
        if is_open
    )
    return BoothLayout(
        booth="",
        type=BoothType(len(sides)),
        sides=sides,
        frame=Frame(origin=(0.0, 0.0), heading=0.0),
        width=0.0,
        depth=0.0,
        area=0.0,
    )


def _front(side: Side, raster: FloorRaster) -> tuple[slice, slice]:
    """The cells where one steps out of a side, as columns and rows."""
    (x0, y0), (x1, y1) = sorted((side.start, side.end))
    y0, y1 = min(y0, y1), max(y0, y1)
    xs, ys = raster.middles()
    return _within(xs, x0 - BEFORE, x1 + BEFORE), _within(ys, y0 - BEFORE, y1 + BEFORE)


def _cells(fronts: Sequence[tuple[slice, slice]], raster: FloorRaster) -> Booleans:
    found = np.zeros_like(raster.open)
    for front in fronts:
        found[front] = raster.open[front]
    return found


def _escape(
    box: Floats,
    laid: BoothLayout,
    fronts: Sequence[tuple[slice, slice]],
    out: Floats,
) -> float:
    """Metres from the farthest corner, straight to an open side and on to an exit."""
    ways = [math.inf]
    for side, front in zip(laid.sides, fronts, strict=True):
        inside = box[1] - box[0] if side.start[0] == side.end[0] else box[3] - box[2]
        ways.append(float(inside) + BEFORE / 2 + float(out[front].min(initial=math.inf)))
    return min(ways)


def _raster(ground: Ground, boxes: Floats) -> FloorRaster:
    floor = ground.floor
    x0, y0, x1, y1 = floor.bounds
    xs, ys = np.arange(x0 + COARSE / 2, x1, COARSE), np.arange(y0 + COARSE / 2, y1, COARSE)
    east, north = np.meshgrid(xs, ys, indexing="ij")
    shapely.prepare(floor)
    clear = shapely.contains_xy(floor, east.ravel(), north.ravel()).reshape(east.shape)
    open_ = clear.copy()
    half = PASSAGE / 2
    for a, b, c, d in boxes.tolist():
        clear[_within(xs, a, b), _within(ys, c, d)] = False
        open_[_within(xs, a - half, b + half), _within(ys, c - half, d + half)] = False
    return FloorRaster((x0, y0), COARSE, open_, clear)


def _within(middles: Floats, low: float, high: float) -> slice:
    begin, end = np.searchsorted(middles, (low, high))
    return slice(int(begin), int(end))


def _seen(laid: Sequence[BoothLayout], raster: FloorRaster, far: float) -> Floats:
    """m2 of floor within `far` metres from which some point of an open side is seen."""
    owners, xs, ys, looks = [], [], [], []
    for at, booth in enumerate(laid):
        for side in booth.sides:
            (x0, y0), (x1, y1) = side.start, side.end
            length = abs(x1 - x0) + abs(y1 - y0)
            along = (x1 - x0) / length, (y1 - y0) / length
            pieces = max(1, round(length / EVERY))
            for piece in range(pieces):
                on = (piece + 0.5) * length / pieces
                owners.append(at)
                xs.append(x0 + along[0] * on + along[1] * OUT)
                ys.append(y0 + along[1] * on - along[0] * OUT)
                looks.append(np.arctan2(-along[0], along[1]))
    angles = np.asarray(looks)[:, None] + np.radians(np.linspace(-89, 89, RAYS))
    way = np.arange(0.5, far / raster.cell, 0.75) * raster.cell
    x = np.asarray(xs)[:, None, None] + np.cos(angles)[..., None] * way
    y = np.asarray(ys)[:, None, None] + np.sin(angles)[..., None] * way
    columns = np.floor((x - raster.origin[0]) / raster.cell).astype(np.int32)
    rows = np.floor((y - raster.origin[1]) / raster.cell).astype(np.int32)
    wide, high = raster.clear.shape
    within = (columns >= 0) & (columns < wide) & (rows >= 0) & (rows < high)
    cells = np.clip(columns, 0, wide - 1) * high + np.clip(rows, 0, high - 1)
    clear = raster.clear.ravel()
    free = (clear[cells] & within) | (way < 2 * raster.cell)
    lit = np.logical_and.accumulate(free, axis=-1) & within & clear[cells]
    pairs = np.asarray(owners, dtype=np.int64)[:, None, None] * clear.size + cells
    seen = np.zeros(len(laid) * clear.size, dtype=np.bool_)
    seen[pairs[lit]] = True
    found: Floats = seen.reshape(len(laid), -1).sum(axis=1) * raster.cell**2
    return found
