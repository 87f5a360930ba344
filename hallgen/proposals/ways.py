"""How a booth may stand in a block."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from hallgen.proposals.lattice import Block, Rows
from hallgen.proposals.sizes import Class


class Where(Enum):
    """A place in a block: the row that looks down, the one that looks up, through both, or apart
    from all others with an aisle round it.
    """

    LOW = 0
    HIGH = 1
    THROUGH = 2
    ALONE = 3


_ROWS = {
    Rows.BACK_TO_BACK: (Where.LOW, Where.HIGH),
    Rows.UP: (Where.HIGH,),
    Rows.DOWN: (Where.LOW,),
}


class Way(NamedTuple):
    """Where, with how many open sides, and along how much of the block, in cm."""

    where: Where
    sides: int
    size: int


def ways(block: Block, kind: Class) -> Iterator[Way]:
    """In a row 1 open side, at its end 2; through a block 2, at its end 3; alone 4.

    One that wants more than there are is put there all the same, at a price.
    """
    if block.rows is not Rows.SINGLE:
        wide = kind.in_row(block.row)
        for row in _ROWS[block.rows] if wide is not None else ():
            if kind.open_sides <= 2:
                yield Way(row, 1, wide or 0)
            if kind.open_sides >= 2:
                yield Way(row, 2, wide or 0)
    long = None if block.at_wall else kind.through(block.depth)
    if long is not None:
        yield Way(Where.THROUGH, 2, long)
        if kind.open_sides >= 3:
            yield Way(Where.THROUGH, 3, long)
        if kind.open_sides >= 4:
            yield Way(Where.ALONE, 4, long)
