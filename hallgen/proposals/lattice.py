"""A hall's floor as strips of blocks with aisles between them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

import shapely
from shapely.geometry.base import BaseGeometry

from hallgen.proposals.cuts import Cut
from hallgen.proposals.ground import Ground
from hallgen.proposals.sizes import CM, Class
from hallgen.proposals.stacks import MAIN, Stack, Walls, bottom

#: What turning rounds off, in metres.
HAIR = 1e-6


class Rows(Enum):
    """What rows a block has: two back to back, one that looks up or down from a wall, or one that
    is open to both sides.
    """

    BACK_TO_BACK = 0
    UP = 1
    DOWN = -1
    SINGLE = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle for booths; metres in the ground's frame. `strip` counts from the bottom, `cell`
    from the left. No row in it is longer than `longest`.
    """

    x0: float
    x1: float
    y0: float
    y1: float
    strip: int
    cell: int
    rows: Rows
    longest: float

    @property
    def length(self) -> float:
        return self.x1 - self.x0

    @property
    def depth(self) -> float:
        return self.y1 - self.y0

    @property
    def row(self) -> float:
        """The depth of one of its rows."""
        return self.depth / 2 if self.rows is Rows.BACK_TO_BACK else self.depth

    @property
    def at_wall(self) -> bool:
        return self.rows in (Rows.UP, Rows.DOWN)


@dataclass(frozen=True, slots=True)
class Lattice:
    """Blocks that may be filled, and in words how they came about."""

    ground: Ground
    blocks: tuple[Block, ...]
    words: str


def lattice_of(cut: Cut, classes: Sequence[Class]) -> Lattice:
    """The blocks of a cut, where nothing is in their way; for large booths that none is long enough
    for, two become one.
    """
    stack, lengths = cut.stack, cut.lengths
    words = (
        f"{len(stack.depths)} strips of {len(lengths)} blocks of {min(lengths):.1f} to "
        f"{max(lengths):.1f} m, aisles of {min(stack.gaps[1:-1], default=cut.ground.aisle):.1f} m"
        + (f", rows along {stack.walls.value.bit_count()} walls" if stack.walls else "")
    )
    blocks = list(_blocks(cut.ground, stack, _spans(cut.ground, lengths)))
    for kind in sorted(classes, key=lambda c: -c.area):
        blocks = _with_room(blocks, kind, cut.ground)
    return Lattice(cut.ground, tuple(blocks), words)


def _with_room(blocks: list[Block], kind: Class, ground: Ground) -> list[Block]:
    """The blocks, and if none is long enough for a booth, two neighbours of a strip as one: those
    that are farthest from the gates.
    """
    if any(_fits(block, kind) for block in blocks):
        return blocks
    pairs = [
        (at, replace(one, x1=other.x1))
        for at, (one, other) in enumerate(pairwise(blocks))
        if one.strip == other.strip and not one.at_wall
    ]
    free = ground.inner.buffer(HAIR)
    fit = [
        (at, b)
        for at, b in pairs
        if _fits(b, kind) and free.covers(shapely.box(b.x0, b.y0, b.x1, b.y1))
    ]
    if not fit:
        return blocks
    at, both = max(fit, key=lambda one: (round(_apart(one[1], ground), 2), one[0]))
    return [*blocks[:at], both, *blocks[at + 2 :]]


def _fits(block: Block, kind: Class) -> bool:
    """Whether a block of its length and depth has room for a booth that goes through it."""
    size = kind.through(block.depth)
    return size is not None and size <= block.length * CM and not block.at_wall


def _apart(block: Block, ground: Ground) -> float:
    """Metres from a block's middle to the nearest gate."""
    middle = (block.x0 + block.x1) / 2, (block.y0 + block.y1) / 2
    return min((math.dist(middle, gate.position) for gate in ground.gates), default=0.0)


def _spans(ground: Ground, lengths: Sequence[float]) -> list[tuple[float, float]]:
    """Where blocks begin and end along a strip. If there is room, the gap nearest to the gates is a
    main aisle.
    """
    x0, _, x1, _ = ground.inner.bounds
    if len(lengths) == 1:
        start = (x0 + x1 - lengths[0]) / 2
        return [(start, start + lengths[0])]
    spare = x1 - x0 - sum(lengths) - (len(lengths) - 1) * ground.aisle
    gaps = [ground.aisle] * (len(lengths) - 1)
    main = ground.rules.main_aisle or MAIN
    if 0 < main - ground.aisle <= spare and len(gaps) > 1:
        gaps[_nearest_gap(ground, lengths, gaps)] = main
        spare -= main - ground.aisle
    gaps = [gap + spare / len(gaps) for gap in gaps]
    spans, x = [], x0
    for length, gap in zip(lengths, [*gaps, 0.0], strict=True):
        spans.append((x, x + length))
        x += length + gap
    return spans


def _nearest_gap(ground: Ground, lengths: Sequence[float], gaps: Sequence[float]) -> int:
    x0, y0, x1, y1 = ground.floor.bounds
    beside = [
        g.position[0] for g in ground.gates if min(g.position[1] - y0, y1 - g.position[1]) < 2.0
    ]
    target = sum(beside) / len(beside) if beside else (x0 + x1) / 2
    left = ground.inner.bounds[0]
    share = (ground.inner.bounds[2] - left) / (sum(lengths) + sum(gaps))
    middles = [
        left + share * (sum(lengths[: i + 1]) + sum(gaps[:i]) + gaps[i] / 2)
        for i in range(len(gaps))
    ]
    return min(range(len(gaps)), key=lambda i: (round(abs(middles[i] - target), 2), i))


def _blocks(ground: Ground, stack: Stack, spans: Sequence[tuple[float, float]]) -> Iterator[Block]:
    row, free = stack.row, ground.edge
    _, low, _, high = free.bounds
    if Walls.LOW in stack.walls:
        yield from _cut(ground, free, low, low + row, spans, 0, Rows.UP)
    y = bottom(ground, row, stack.walls)
    whole = [(float(ground.inner.bounds[0]), float(ground.inner.bounds[2]))]
    for at, (depth, below) in enumerate(zip(stack.depths, stack.gaps, strict=False)):
        y += below
        rows = Rows.SINGLE if stack.is_single(at) else Rows.BACK_TO_BACK
        of_strip = whole if stack.is_deep(at) else spans
        yield from _cut(ground, ground.inner, y, y + depth, of_strip, at + 1, rows)
        y += depth
    if Walls.HIGH in stack.walls:
        yield from _cut(ground, free, high - row, high, spans, len(stack.depths) + 1, Rows.DOWN)


def _cut(
    ground: Ground,
    free: BaseGeometry,
    y0: float,
    y1: float,
    spans: Sequence[tuple[float, float]],
    strip: int,
    rows: Rows,
) -> Iterator[Block]:
    """The blocks of a strip: what of each span is free in all of its depth, and long enough."""
    least = (y1 - y0) / 2 if rows is Rows.BACK_TO_BACK else y1 - y0
    for cell, (x0, x1) in enumerate(spans):
        # A hair less, for what turning rounds off.
        box = shapely.box(x0 + HAIR, y0 + HAIR, x1 - HAIR, y1 - HAIR)
        shut = shapely.Point() if free.covers(box) else box.difference(free)
        parts = sorted(p.bounds for p in shapely.get_parts(shut) if not p.is_empty)
        x = x0
        ends: list[tuple[float, float]] = []
        for left, _, right, _ in parts:
            if left > x:
                ends.append((x, left))
            x = max(x, right)
        ends.append((x, x1))
        ends = _with_aisles([(a, b) for a, b in ends if b - a >= least], ground.aisle)
        for a, b in ends:
            if b - a >= least:
                yield Block(a, b, y0, y1, strip, cell, rows, ground.rules.row or b - a)


def _with_aisles(ends: list[tuple[float, float]], aisle: float) -> list[tuple[float, float]]:
    """Pieces of a span with an aisle between them, as much off the one as off the other."""
    found = list(ends)
    for at in range(len(found) - 1):
        short = aisle - (found[at + 1][0] - found[at][1])
        if short > 0:
            found[at] = (found[at][0], found[at][1] - short / 2)
            found[at + 1] = (found[at + 1][0] + short / 2, found[at + 1][1])
    return found
