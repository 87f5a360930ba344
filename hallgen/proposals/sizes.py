"""Wanted booths as kinds of rectangles: how wide each is in rows and blocks of a depth."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hallgen.model import Wanted

#: Half the depth of a block, where the demand says nothing: a standard booth, in metres.
STANDARD = 3.0
#: Depths of rows of real fairs, in metres.
SHALLOWEST, DEEPEST = 2.0, 4.5
#: No booth is narrower at its front, in metres, nor more than so many times as wide as deep.
NARROWEST, WIDEST = 1.8, 4.0
#: One of less than so many m2 is a table with a wall behind it, at least so wide, in metres.
SMALL, TABLE = 4.5, 1.2
#: A booth through a block is at most so many times as long one way as the other.
LONGEST = 2.6
#: Lengths are worked out in whole centimetres.
CM = 100


@dataclass(frozen=True, slots=True)
class Class:
    """Booths that are wanted alike, by their places in the demand. `area` in m2."""

    area: float
    open_sides: int
    members: tuple[int, ...]

    def in_row(self, depth: float) -> int | None:
        """Its front in a row of a depth, in cm; None where it would be too narrow or too wide."""
        width = self.area / depth
        narrowest = NARROWEST if self.area >= SMALL else TABLE
        if width < narrowest or width > WIDEST * depth:
            return None
        return round(width * CM)

    def through(self, depth: float) -> int | None:
        """Its length in a block of a depth that it takes from front to back, in cm."""
        length = self.area / depth
        if length < NARROWEST or max(length / depth, depth / length) > LONGEST:
            return None
        return round(length * CM)


def classes_of(wanted: Sequence[Wanted]) -> list[Class]:
    """Those who want the same area (to a tenth of a m2) and sides together; large ones first."""
    groups: defaultdict[tuple[float, int], list[int]] = defaultdict(list)
    for at, one in enumerate(wanted):
        groups[round(one.area, 1), one.open_sides].append(at)
    found = [
        Class(sum(wanted[at].area for at in members) / len(members), sides, tuple(members))
        for (_, sides), members in groups.items()
    ]
    return sorted(found, key=lambda c: (-c.area, -c.open_sides))


def row_depth(wanted: Sequence[Wanted]) -> float:
    """The depth of rows: the side of the commonest booth where that is one of a row, else 3 m."""
    (area, count), *_ = Counter(round(one.area, 1) for one in wanted).most_common(1)
    side = math.sqrt(area)
    if count * 5 >= len(wanted) and SHALLOWEST <= side <= DEEPEST:
        return round(side, 2)
    return STANDARD
