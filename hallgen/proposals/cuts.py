"""Ways to cut a hall's floor, before it is cut: strips, and the lengths of blocks along them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hallgen.model import Demand
from hallgen.proposals.ground import Ground
from hallgen.proposals.sizes import Class
from hallgen.proposals.stacks import Stack, stacks

#: The share of deep strips that islands leave to the aisles between them.
DEEP_FILLED = 0.62
#: So many numbers of blocks in a strip are tried, from the most that hold the demand down, and so
#: many whole booths more than a strip needs, since what is left at the ends of blocks is not known
#: before. Those with room to spare leave the blocks empty that are far from everything.
CELLS, LENGTHS, ROOMIER = 4, 3, (1.1, 1.2, 1.35)


@dataclass(frozen=True, slots=True)
class Cut:
    """A way to cut the floor before it is: its strips, and the lengths of blocks along them, from
    the left, in metres.
    """

    ground: Ground
    stack: Stack
    lengths: tuple[float, ...]

    @property
    def capacity(self) -> float:
        """The floor in m2 that booths are likely to find, if nothing is in the way."""
        return _deep_floor(self.ground, self.stack) + _depths(self.stack) * sum(self.lengths)

    @property
    def corners(self) -> int:
        """How many booths in rows may be open to two sides."""
        strips = sum(1 for depth in self.stack.depths if abs(depth - self.stack.double) < 1e-6)
        return (4 * strips + 2 * self.stack.walls.value.bit_count()) * len(self.lengths)


def cuts(ground: Ground, demand: Demand, classes: Sequence[Class], row: float) -> Iterator[Cut]:
    """Every way that could hold the demand: stacks of strips, cut into many short blocks or few
    long ones, the shortest that hold it and some longer ones.
    """
    # What is not a rectangle, or has something in it, holds less than its frame.
    x0, y0, x1, y1 = ground.inner.bounds
    share = ground.inner.area / ((x1 - x0) * (y1 - y0))
    for stack in stacks(ground, classes, row):
        found = 0
        for cells in range(int((x1 - x0 + ground.aisle) / (2 * row + ground.aisle)), 0, -1):
            of_cells = list(_lengths(ground, stack, demand.area / share, cells))
            yield from (Cut(ground, stack, lengths) for lengths in of_cells)
            found += bool(of_cells)
            if found == CELLS:
                break


def _lengths(ground: Ground, stack: Stack, area: float, cells: int) -> Iterator[tuple[float, ...]]:
    """Lengths of the blocks of a strip, from the least that may hold the demand up: all as long as
    another or one booth longer.
    """
    wide = ground.inner.bounds[2] - ground.inner.bounds[0]
    row = stack.row
    longest = ground.rules.row or wide
    aisles = (cells - 1) * ground.aisle
    most = min(int((wide - aisles) / row + 1e-6), cells * int(longest / row + 1e-6))
    depths = _depths(stack)
    if not depths:
        if cells == 1 and _deep_floor(ground, stack) >= area:
            yield (min(wide, longest),)
        return
    needed = (area - _deep_floor(ground, stack)) / depths
    least = max(2 * cells, math.ceil(needed / row - 1e-6))
    totals = {least + more for more in range(LENGTHS)} | {round(least * share) for share in ROOMIER}
    for total in sorted(total for total in totals if total <= most):
        short, longer = divmod(total, cells)
        yield _ordered(ground, [short * row] * (cells - longer) + [(short + 1) * row] * longer)


def _depths(stack: Stack) -> float:
    """Metres of rows, one over the other."""
    deep = sum(d for i, d in enumerate(stack.depths) if stack.is_deep(i))
    return sum(stack.depths) - deep + stack.row * stack.walls.value.bit_count()


def _deep_floor(ground: Ground, stack: Stack) -> float:
    wide = ground.inner.bounds[2] - ground.inner.bounds[0]
    deep = sum(d for i, d in enumerate(stack.depths) if stack.is_deep(i))
    return DEEP_FILLED * deep * wide


def _ordered(ground: Ground, lengths: list[float]) -> tuple[float, ...]:
    """Lengths from the left, the short ones, which have more corners, where the gates are."""
    x0, _, x1, _ = ground.floor.bounds
    gates = [g.position[0] for g in ground.gates] or [(x0 + x1) / 2]
    step = (x1 - x0) / len(lengths)
    far = [
        (round(min(abs(x0 + (at + 0.5) * step - x) for x in gates), 2), at)
        for at in range(len(lengths))
    ]
    found = [0.0] * len(lengths)
    for (_, at), length in zip(sorted(far), sorted(lengths), strict=True):
        found[at] = length
    return tuple(found)
