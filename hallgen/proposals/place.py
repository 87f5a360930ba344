"""A filling as rectangles on the floor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hallgen.model import Point
from hallgen.proposals.fill import Filling, Part
from hallgen.proposals.lattice import Block, Lattice
from hallgen.proposals.sizes import CM, Class
from hallgen.proposals.ways import Where

#: Aisles between islands grow by so much at most, in metres.
WIDEST_GAP = 5.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A booth's place in the ground's frame, for one of a class. `block` counts from 0."""

    x0: float
    x1: float
    y0: float
    y1: float
    kind: int
    block: int
    where: Where

    @property
    def middle(self) -> Point:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


def place(lattice: Lattice, filling: Filling, classes: Sequence[Class]) -> list[Spot]:
    """Every booth's rectangle; block after block, through booths first, then the rows."""
    spots: list[Spot] = []
    for at, (block, parts) in enumerate(zip(lattice.blocks, filling.blocks, strict=True)):
        spots += _spread(block, list(_in_block(at, block, parts, classes, lattice.ground.aisle)))
    return spots


def _in_block(
    at: int, block: Block, parts: Sequence[Part], classes: Sequence[Class], aisle: float
) -> Iterator[Spot]:
    """From the left: a peninsula, what goes through, rows, a peninsula at the other end, and
    islands.
    """
    middle = block.y0 + block.row
    left, right = _through(parts)
    x = block.x0
    for kind in left:
        length = _length(classes[kind].through(block.depth))
        yield Spot(x, x + length, block.y0, block.y1, kind, at, Where.THROUGH)
        x += length
    begin = end = x
    for where, y0, y1 in ((Where.LOW, block.y0, middle), (Where.HIGH, middle, block.y1)):
        if block.at_wall:
            y0, y1 = block.y0, block.y1
        x = begin
        for kind in _row(parts, where, first=not left, last=not right):
            width = _length(classes[kind].in_row(block.row))
            yield Spot(x, x + width, y0, y1, kind, at, where)
            x += width
        end = max(end, x)
    for kind in right:
        length = _length(classes[kind].through(block.depth))
        yield Spot(end, end + length, block.y0, block.y1, kind, at, Where.THROUGH)
        end += length
    for kind in (p.kind for p in parts if p.where is Where.ALONE for _ in range(p.count)):
        end += aisle if end > block.x0 else 0.0
        length = _length(classes[kind].through(block.depth))
        yield Spot(end, end + length, block.y0, block.y1, kind, at, Where.ALONE)
        end += length


def _through(parts: Sequence[Part]) -> tuple[list[int], list[int]]:
    """The classes of what goes through a block: at its left, and the second peninsula, which
    stands at the far end.
    """
    left: list[int] = []
    right: list[int] = []
    for part in sorted(parts, key=lambda p: (-p.sides, p.kind)):
        for _ in range(part.count if part.where is Where.THROUGH else 0):
            behind = part.sides == 3 and left and not right
            (right if behind else left).append(part.kind)
    return left, right


def _row(parts: Sequence[Part], where: Where, *, first: bool, last: bool) -> list[int]:
    """The classes of a row's booths from the left: those that want corners at its free ends."""
    corners = [p.kind for p in parts if p.where is where and p.sides == 2 for _ in range(p.count)]
    inner = [p.kind for p in parts if p.where is where and p.sides == 1 for _ in range(p.count)]
    if first and last:
        return corners[:1] + inner + corners[1:]
    return inner + corners if last else corners + inner


def _spread(block: Block, spots: list[Spot]) -> list[Spot]:
    """What a block does not need is left as wider aisles between islands, else on both sides."""
    if not spots:
        return spots
    first = next((at for at, spot in enumerate(spots) if spot.where is Where.ALONE), len(spots))
    groups = [spots[:first]] if first else []
    groups += [[spot] for spot in spots[first:]]
    spare = block.x1 - max(spot.x1 for spot in spots)
    # None of it at the walls: there is an aisle as it is.
    each = min(spare / (len(groups) - 1), WIDEST_GAP) if len(groups) > 1 else 0.0
    x = (spare - each * (len(groups) - 1)) / 2
    found = []
    for group in groups:
        shift = round(x * CM) / CM
        found += [replace(spot, x0=spot.x0 + shift, x1=spot.x1 + shift) for spot in group]
        x += each
    return found


def _length(cm: int | None) -> float:
    assert cm is not None  # noqa: S101 - a filling has only booths that fit
    return cm / CM
