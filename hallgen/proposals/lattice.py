"""Ways to cut a hall's floor into strips of blocks with aisles between them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from hallgen.model import Demand
from hallgen.proposals.ground import Ground
from hallgen.proposals.sizes import is_modular

#: So much more than the wanted area a lattice is to hold, so that booths of all sizes fit in.
SLACK = 1.02
#: The share of a block that booths of any sizes fill; of modules it is known.
FILLED = 0.94
#: So many lengths of blocks are tried of each kind of lattice: what is left at the ends of blocks
#: that are filled with whole booths is not known before.
LENGTHS = 2
#: The narrowest main aisle where the rules say nothing, and the widest aisle that is of use, in m.
MAIN, WIDE = 6.0, 8.0


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle for two rows back to back, or for one along a wall; metres in the ground's frame.

    `strip` counts from the bottom, `cell` from the left. `faces` is where a single row looks: 1 up,
    -1 down, 0 for two rows.
    """

    x0: float
    x1: float
    y0: float
    y1: float
    strip: int
    cell: int
    faces: int = 0

    @property
    def length(self) -> float:
        return self.x1 - self.x0

    @property
    def depth(self) -> float:
        return self.y1 - self.y0

    @property
    def row(self) -> float:
        """The depth of one of its rows."""
        return self.depth if self.faces else self.depth / 2


@dataclass(frozen=True, slots=True)
class Lattice:
    """Blocks that may be filled, and in words how they came about. `capacity` is the floor in m2
    that booths are likely to find in them.
    """

    ground: Ground
    blocks: tuple[Block, ...]
    words: str
    capacity: float

    @property
    def corners(self) -> int:
        return sum(2 if block.faces else 4 for block in self.blocks)


def lattices(ground: Ground, demand: Demand, depth: float) -> Iterator[Lattice]:
    """Every lattice of rows of a depth that could hold the demand, with few strips or with many,
    long blocks or short ones, rows along the walls or none, and strips for large booths.
    """
    for walls in (False, True):
        for depths in _stacks(ground, demand, depth, walls=walls):
            for cells in range(1, 40):
                yield from _lattice(ground, demand, depth, depths, cells, walls=walls)


def _stacks(
    ground: Ground, demand: Demand, depth: float, *, walls: bool
) -> Iterator[tuple[float, ...]]:
    """Depths of the strips from the bottom up: of two rows, and in the middle deeper ones."""
    high = _height(ground, depth, walls=walls)
    aisle = ground.aisle
    # A block of two rows is too shallow for what would be more than 2.5 times as long.
    large = sum(one.area for one in demand.wanted if one.area > 2.5 * (2 * depth) ** 2)
    wide = ground.floor.bounds[2] - ground.floor.bounds[0] - 2 * aisle
    deep = math.ceil(large * 1.1 / (4 * depth * wide)) if large else 0
    for deeper in dict.fromkeys((deep, deep + 1 if deep else 0)):
        most = int((high - deeper * (4 * depth + aisle) + aisle) / (2 * depth + aisle))
        for usual in range(max(0, most - 5), most + 1):
            strips = [2 * depth] * usual
            middle = len(strips) // 2
            stack = (*strips[:middle], *[4 * depth] * deeper, *strips[middle:])
            if stack and _aisles(ground, high, stack) is not None:
                yield stack


def _lattice(
    ground: Ground,
    demand: Demand,
    depth: float,
    depths: Sequence[float],
    cells: int,
    *,
    walls: bool,
) -> Iterator[Lattice]:
    """The shortest blocks that could hold the demand, and the next longer ones."""
    x0, y0, x1, _ = ground.inner.bounds
    aisle = ground.aisle
    wide = x1 - x0
    rows = 2 * depth if walls else 0.0
    longest = min(ground.rules.row or wide, (wide - (cells - 1) * aisle) / cells)
    needed = demand.area * SLACK / ((sum(depths) + rows) * cells)
    module = depth if is_modular(demand.wanted, depth) else 0.0
    # What obstacles and the shape of the hall take away is known once blocks are cut.
    gaps = _aisles(ground, _height(ground, depth, walls=walls), depths)
    assert gaps is not None  # noqa: S101 - stacks that do not fit are not made
    least = max(needed, 1.2 * depth)
    enough = 0
    for length in _lengths(least, longest, depth):
        spans = _spans(ground, x0, wide, cells, length)
        blocks = [*_strips(ground, y0, depth, depths, gaps, spans, walls=walls)]
        capacity = sum(_holds(block, module) for block in blocks)
        if capacity >= demand.area * SLACK:
            words = (
                f"{len(depths)} strips of {cells} blocks of {length:.1f} m, "
                f"aisles of {min(gaps[1:-1], default=gaps[0]):.1f} m"
                + (", rows along the walls" if walls else "")
            )
            yield Lattice(ground, tuple(blocks), words, capacity)
            enough += 1
            if enough == LENGTHS:
                return


def _holds(block: Block, module: float) -> float:
    """The floor that booths are likely to find in a block, in m2."""
    if not module:
        return FILLED * block.length * block.depth
    return math.floor(block.length / module + 1e-6) * module * block.depth


def _lengths(least: float, longest: float, depth: float) -> Iterator[float]:
    """Lengths of blocks to try, the shortest first: whole booths of the usual width."""
    count = max(2, math.ceil(least / depth - 0.05))
    while count * depth <= longest + 1e-6:
        yield count * depth
        count += 1
    if least <= longest:
        yield longest


def _height(ground: Ground, depth: float, *, walls: bool) -> float:
    """What strips and the aisles between them have, less rows along both walls with an aisle."""
    _, y0, _, y1 = ground.inner.bounds
    if not walls:
        return float(y1 - y0)
    _, e0, _, e1 = ground.edge.bounds
    return float(e1 - e0 - 2 * (depth + ground.aisle))


def _aisles(ground: Ground, high: float, depths: Sequence[float]) -> list[float] | None:
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
    inner = range(1, len(gaps) - 1)
    each = rest / (len(depths) + 1)
    for at in inner:
        more = max(0.0, min(each, WIDE - gaps[at]))
        gaps[at] += more
        rest -= more
    gaps[0] = gaps[-1] = max(0.0, rest / 2)
    return gaps


def _main_gap(ground: Ground, strips: int) -> int:
    x0, y0, x1, y1 = ground.floor.bounds
    at_ends = [g for g in ground.gates if min(g.position[0] - x0, x1 - g.position[0]) < 2.0]
    if not at_ends:
        return strips // 2
    middle = sum(g.position[1] for g in at_ends) / len(at_ends)
    share = (middle - y0) / (y1 - y0)
    return min(max(1, round(share * strips)), strips - 1)


def _spans(
    ground: Ground, x0: float, wide: float, cells: int, length: float
) -> list[tuple[float, float]]:
    """Where blocks begin and end along a strip; the gap nearest to the gates is a main aisle."""
    if cells == 1:
        start = x0 + (wide - length) / 2
        return [(start, start + length)]
    gap = (wide - cells * length) / (cells - 1)
    gaps = [gap] * (cells - 1)
    main = ground.rules.main_aisle or MAIN
    spare = (gap - ground.aisle) * (cells - 1)
    if gap < main <= gap + spare:
        _, y0, _, y1 = ground.floor.bounds
        beside = [
            g.position[0] for g in ground.gates if min(g.position[1] - y0, y1 - g.position[1]) < 2.0
        ]
        target = sum(beside) / len(beside) if beside else x0 + wide / 2
        middles = [x0 + length * (i + 1) + gap * (i + 0.5) for i in range(cells - 1)]
        at = min(range(cells - 1), key=lambda i: (round(abs(middles[i] - target), 2), i))
        others = (gap * (cells - 1) - main) / (cells - 2) if cells > 2 else gap
        gaps = [main if i == at else others for i in range(cells - 1)] if cells > 2 else gaps
    spans, x = [], x0
    for i in range(cells):
        spans.append((x, x + length))
        x += length + (gaps[i] if i < cells - 1 else 0.0)
    return spans


def _strips(
    ground: Ground,
    y0: float,
    depth: float,
    depths: Sequence[float],
    gaps: Sequence[float],
    spans: Sequence[tuple[float, float]],
    *,
    walls: bool,
) -> Iterator[Block]:
    strip = 0
    y = y0
    if walls:
        _, low, _, high = ground.edge.bounds
        yield from _cut(ground, ground.edge, low, low + depth, spans, 0, faces=1)
        yield from _cut(ground, ground.edge, high - depth, high, spans, len(depths) + 1, faces=-1)
        y = low + depth + ground.aisle
        strip = 1
    for of_strip, below in zip(depths, gaps, strict=False):
        y += below
        yield from _cut(ground, ground.inner, y, y + of_strip, spans, strip)
        y += of_strip
        strip += 1


def _cut(
    ground: Ground,
    free: BaseGeometry,
    y0: float,
    y1: float,
    spans: Sequence[tuple[float, float]],
    strip: int,
    faces: int = 0,
) -> Iterator[Block]:
    """The blocks of a strip: what of each span is free in all of its depth, and long enough."""
    least = (y1 - y0) if faces else (y1 - y0) / 2
    for cell, (x0, x1) in enumerate(spans):
        box = shapely.box(x0, y0, x1, y1)
        shut = box.difference(free.buffer(1e-6))
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
                yield Block(a, b, y0, y1, strip, cell, faces)


def _with_aisles(ends: list[tuple[float, float]], aisle: float) -> list[tuple[float, float]]:
    """Pieces of a span with an aisle between them, as much off the one as off the other."""
    found = list(ends)
    for at in range(len(found) - 1):
        short = aisle - (found[at + 1][0] - found[at][1])
        if short > 0:
            found[at] = (found[at][0], found[at][1] - short / 2)
            found[at + 1] = (found[at + 1][0] + short / 2, found[at + 1][1])
    return found
