"""How a hall's floor is cut from its bottom to its top: strips of rows, and the aisles between."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Flag

from hallgen.proposals.ground import Ground
from hallgen.proposals.sizes import LONGEST, Class

#: The narrowest main aisle where the rules say nothing, and the widest aisle that is of use, in m.
MAIN, WIDE = 6.0, 8.0
#: A stack has at most so many strips less than the most that fit.
FEWER = 2
#: Booths of this many blocks of two rows are long in one: they may have a deeper strip.
LARGE = 1.6


class Walls(Flag):
    """The walls along the strips that have a row of booths with their backs to them."""

    NONE = 0
    LOW = 1
    HIGH = 2


@dataclass(frozen=True, slots=True)
class Stack:
    """Depths of strips from the bottom up, and the space below, between and above them, in metres.

    Strips of the depth `single` are one row that is open to both sides, those of `double` two rows
    back to back; deeper ones are for large booths.
    """

    depths: tuple[float, ...]
    gaps: tuple[float, ...]
    walls: Walls
    row: float

    @property
    def double(self) -> float:
        return 2 * self.row

    def is_deep(self, strip: int) -> bool:
        return self.depths[strip] > self.double + 1e-6

    def is_single(self, strip: int) -> bool:
        return self.depths[strip] < self.double - 1e-6


def stacks(ground: Ground, classes: Sequence[Class], row: float) -> Iterator[Stack]:
    """Every stack of rows of a depth: with few strips or many, rows along the walls or not, deeper
    strips for large booths and a single row for small ones that want three sides.
    """
    deep_depth, deepest = _deep(ground, classes, row)
    singles = (0, 1) if _wants_single(classes, row) else (0,)
    for walls in (Walls.NONE, Walls.LOW, Walls.HIGH, Walls.LOW | Walls.HIGH):
        high = top(ground, row, walls) - bottom(ground, row, walls)
        for deep in deepest:
            for single in singles:
                rest = high - deep * (deep_depth + ground.aisle) - single * (row + ground.aisle)
                most = int((rest + ground.aisle) / (2 * row + ground.aisle) + 1e-6)
                for usual in range(max(0, most - FEWER), most + 1):
                    for depths in _orders(usual, 2 * row, deep, deep_depth, [row] * single):
                        gaps = _gaps(ground, high, depths)
                        if depths and gaps is not None:
                            yield Stack(depths, gaps, walls, row)


def bottom(ground: Ground, row: float, walls: Walls) -> float:
    """Where the lowest strip may begin."""
    low = float(ground.inner.bounds[1])
    return float(ground.edge.bounds[1]) + row + ground.aisle if Walls.LOW in walls else low


def top(ground: Ground, row: float, walls: Walls) -> float:
    """Where the highest strip may end."""
    high = float(ground.inner.bounds[3])
    return float(ground.edge.bounds[3]) - row - ground.aisle if Walls.HIGH in walls else high


def _deep(ground: Ground, classes: Sequence[Class], row: float) -> tuple[float, tuple[int, ...]]:
    """The depth of strips for large booths, and how many of them may be of use."""
    large = [c for c in classes if c.area > LARGE * (2 * row) ** 2]
    if not large:
        return 4 * row, (0,)
    most = max(c.area for c in large)
    depth = max(4, math.ceil(math.sqrt(most / LONGEST) / row)) * row
    wide = ground.inner.bounds[2] - ground.inner.bounds[0]
    length = sum((c.area / depth + ground.aisle) * len(c.members) for c in large)
    needed = math.ceil(length / wide)
    forced = any(c.through(2 * row) is None for c in large)
    return depth, tuple(range(1 if forced else 0, needed + 1))


def _wants_single(classes: Sequence[Class], row: float) -> bool:
    """Whether any want three sides and are too small to go through a block of two rows."""
    return any(
        c.open_sides >= 3 and c.through(2 * row) is None for c in classes if c.area < (2 * row) ** 2
    )


def _orders(
    usual: int, double: float, deep: int, depth: float, singles: Sequence[float]
) -> Iterator[tuple[float, ...]]:
    """The strips with the deep ones at the bottom, in the middle or at the top."""
    plain = [double] * usual
    middle = (usual + 1) // 2
    places = dict.fromkeys((middle, 0, usual)) if deep else (middle,)
    for at in places:
        strips = [*plain[:at], *[depth] * deep, *plain[at:]]
        if singles:
            yield (*singles, *strips)
            yield (*strips, *singles)
        else:
            yield tuple(strips)


def _gaps(ground: Ground, high: float, depths: Sequence[float]) -> tuple[float, ...] | None:
    """The space below, between and above strips, one of them a main aisle; None where there is
    too little.
    """
    main = ground.rules.main_aisle or MAIN
    gaps = [0.0] + [ground.aisle] * (len(depths) - 1) + [0.0]
    if len(depths) > 1:
        # The middle one; where gates are in the walls at the strips' ends, the one before them.
        gaps[_main_gap(ground, len(depths))] = max(main, ground.aisle)
    rest = high - sum(depths) - sum(gaps)
    if rest < -1e-6:
        return None
    each = rest / (len(depths) + 1)
    for at in range(1, len(gaps) - 1):
        more = max(0.0, min(each, WIDE - gaps[at]))
        gaps[at] += more
        rest -= more
    gaps[0] = gaps[-1] = max(0.0, rest / 2)
    return tuple(gaps)


def _main_gap(ground: Ground, strips: int) -> int:
    x0, y0, x1, y1 = ground.floor.bounds
    at_ends = [g for g in ground.gates if min(g.position[0] - x0, x1 - g.position[0]) < 2.0]
    if not at_ends:
        return strips // 2
    middle = sum(g.position[1] for g in at_ends) / len(at_ends)
    share = (middle - y0) / (y1 - y0)
    return min(max(1, round(share * strips)), strips - 1)
