"""How many visitors pass where, if all walk short ways between gates and booths.

Each booth draws as many visits as any other; each visit comes from a gate and goes to one, gates
by their widths. At every step a visitor chooses among the cells that are nearer to where it goes,
by a logit of what each way is longer than the shortest: a recursive logit (M. Fosgerau,
E. Frejinger, A. Karlstrom, "A link based network route choice model with unrestricted choice set",
Transportation Research B 56, 2013) with the distance as the value, which for a grid is what
R. B. Dial's STOCH is for a network ("A probabilistic multipath traffic assignment model which
obviates path enumeration", Transportation Research 5, 1971).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely

from hallgen.layout.fields import Booleans, Floats, FloorRaster, distances, door_cells
from hallgen.layout.types import side_length
from hallgen.model import BoothLayout, Gate, SideKind

#: How strongly the shortest way is preferred, per metre that another is longer: so that one of
#: a metre more is taken by one in eight.
CARE = 2.0
#: One steps out of a booth within this of an open side, and passes it within this, in metres.
BEFORE, PASSING = 0.8, 4.0
#: A side is passed where most pass it: counted across the aisle once in so many metres.
EVERY = 3.0

_STEPS = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)


def starts_of(booths: Sequence[BoothLayout], raster: FloorRaster) -> list[Booleans]:
    """The cells where one steps out of each booth, none for one that has no way out."""
    return [
        np.logical_or.reduce(
            [np.zeros_like(raster.open)]
            + [
                raster.near(shapely.LineString([side.start, side.end]), BEFORE)
                for side in laid.sides
                if side.kind is SideKind.OPEN
            ]
        )
        for laid in booths
    ]


def flow_of(raster: FloorRaster, starts: Sequence[Booleans], gates: Sequence[Gate]) -> Floats:
    """The share of all ways that goes through each cell (0 to 1 and, at a cell where ways turn
    or begin, up to a little more).
    """
    total = sum(gate.width for gate in gates)
    flow = np.zeros(raster.open.shape)
    for gate in gates:
        doors = door_cells(raster, [gate])
        field = distances(raster, doors)
        begin = np.zeros(raster.open.shape)
        reachable = [start & np.isfinite(field) for start in starts]
        for start in reachable:
            if start.any():
                begin[start] += 1.0 / (int(start.sum()) * len(starts))
        flow += gate.width / total * _down(field, begin, raster.cell)
    return flow


def passing(laid: BoothLayout, flow: Floats, raster: FloorRaster) -> float:
    """The share of all ways that pass a booth's open sides within a few metres (0 to 1).

    Of several sides the share that passes any, as if they were independent.
    """
    missed = 1.0
    for side in laid.sides:
        if side.kind is SideKind.OPEN:
            length = side_length(side)
            pieces = max(1, round(length / EVERY))
            ats = [(piece + 0.5) * length / pieces for piece in range(pieces)]
            missed *= 1.0 - min(
                1.0, max(_across(side.start, side.end, at, flow, raster) for at in ats)
            )
    return 1.0 - missed


def _across(
    start: tuple[float, float],
    end: tuple[float, float],
    at: float,
    flow: Floats,
    raster: FloorRaster,
) -> float:
    """What flows through a line straight out of a side, as far as the floor goes."""
    length = math.dist(start, end)
    along = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    x, y = start[0] + along[0] * at, start[1] + along[1] * at
    cells: dict[tuple[int, int], None] = {}
    for step in range(int(PASSING / raster.cell * 2)):
        out = (step + 0.5) * raster.cell / 2
        cell = raster.at((x + along[1] * out, y - along[0] * out))
        if not raster.clear[cell] and out > raster.cell:
            break
        cells[cell] = None
    return float(sum(flow[cell] for cell in cells))


def _down(field: Floats, begin: Floats, cell: float) -> Floats:
    """What begins in cells, and flows on to nearer ones until it is at the door."""
    columns, rows = field.shape
    padded = np.pad(field, 1, constant_values=np.inf)
    inner = np.where(np.isfinite(field), field, 0.0)
    shares = []
    for dx, dy in _STEPS:
        other = padded[1 + dx : columns + 1 + dx, 1 + dy : rows + 1 + dy]
        nearer = other < field - 1e-9
        if dx and dy:  # no cutting of corners
            nearer &= np.isfinite(padded[1 + dx : columns + 1 + dx, 1 : rows + 1])
            nearer &= np.isfinite(padded[1 : columns + 1, 1 + dy : rows + 1 + dy])
        # What the step is longer than it brings one nearer.
        longer = math.hypot(dx, dy) * cell - (inner - np.where(nearer, other, 0.0))
        shares.append(np.where(nearer, np.exp(-CARE * longer), 0.0))
    weights = np.stack(shares, axis=-1)
    total = weights.sum(axis=-1, keepdims=True)
    weights = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    return _carried(field, begin, weights)


def _carried(field: Floats, begin: Floats, weights: Floats) -> Floats:
    columns, rows = field.shape
    offsets = [dx * rows + dy for dx, dy in _STEPS]
    order = np.argsort(-np.where(np.isfinite(field), field, -1.0), axis=None, kind="stable")
    order = order[: int(np.isfinite(field).sum())]
    flat = weights.reshape(columns * rows, len(_STEPS)).tolist()
    flow = begin.ravel().tolist()
    for cell in order.tolist():
        here = flow[cell]
        if here > 0.0:
            for offset, share in zip(offsets, flat[cell], strict=True):
                if share > 0.0:
                    flow[cell + offset] += here * share
    return np.asarray(flow).reshape(field.shape)
