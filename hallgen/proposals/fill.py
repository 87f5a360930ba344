"""Which block holds how many booths of each kind: a CP-SAT model over counts.

Two-dimensional packing in two stages, as strips and blocks are cut by straight aisles (A. Lodi,
S. Martello, M. Monaci, "Two-dimensional packing problems: a survey", European Journal of
Operational Research 141, 2002): strips and blocks are given, and a block's two rows and what goes
through both are knapsacks that share their length. Booths wanted alike are counted, not named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hallgen.proposals.greedy import Counts
from hallgen.proposals.lattice import Block, Lattice
from hallgen.proposals.sizes import CM, Class
from hallgen.proposals.ways import Where, ways

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

#: A sum of the solver's variables, or a number; its own types know no sums of none.
Expression = Any

#: What things are worth beside each other, in the solver's points. A booth that finds no place is
#: the worst, then one with fewer open sides than it wants; a cm by which the rows of a block differ
#: is a trifle.
UNPLACED, SIDE_SHORT, UNEVEN = 20_000, 1_500, 1
#: A block's worth is up to so many points a booth.
WORTH = 1_000


@dataclass(frozen=True, slots=True)
class Part:
    """So many booths of a class in a part of a block, `sides` of each open as wanted or fewer."""

    kind: int
    where: Where
    sides: int
    count: int


@dataclass(frozen=True, slots=True)
class Filling:
    """What each block holds, and how many of each class found no place."""

    blocks: tuple[tuple[Part, ...], ...]
    unplaced: Mapping[int, int]


def filled(counts: Counts, classes: Sequence[Class], blocks: int) -> Filling:
    """A filling by hand as one."""
    parts: list[list[Part]] = [[] for _ in range(blocks)]
    left = {c: len(kind.members) for c, kind in enumerate(classes)}
    for (block, kind, where, sides), n in counts.items():
        parts[block].append(Part(kind, where, sides, n))
        left[kind] -= n
    return Filling(tuple(map(tuple, parts)), {c: n for c, n in left.items() if n})


@dataclass(slots=True)
class _Block:
    """A block's variables: counts by class, place and open sides, and lengths in cm."""

    counts: dict[tuple[int, Where, int], cp_model.IntVar] = field(default_factory=dict)
    sizes: dict[tuple[int, Where], int] = field(default_factory=dict)


def fill(
    lattice: Lattice,
    classes: Sequence[Class],
    worth: Sequence[float],
    begun: Filling,
    effort: float,
) -> Filling:
    """The best filling found with `effort` seconds of deterministic time, from one that there is.

    `worth` is each block's own, 0 to 1. The same input gives the same filling on machines of one
    kind.
    """
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    blocks = [_add_block(model, block, classes) for block in lattice.blocks]
    terms: list[Expression] = []
    unplaced: dict[int, cp_model.IntVar] = {}
    for c, kind in enumerate(classes):
        places = [v for b in blocks for (k, _, _), v in b.counts.items() if k == c]
        unplaced[c] = model.new_int_var(0, len(kind.members), f"out {c}")
        model.add(sum(places) + unplaced[c] == len(kind.members))
        terms.append(-UNPLACED * round(max(1.0, kind.area / 9)) * unplaced[c])
    for block, of_block, value in zip(lattice.blocks, blocks, worth, strict=True):
        uneven = _constrain(model, block, of_block, round(lattice.ground.aisle * CM))
        terms.append(-UNEVEN * uneven)
        for (c, _, sides), count in of_block.counts.items():
            short = classes[c].open_sides - sides
            terms.append((round(WORTH * value) - SIDE_SHORT * max(0, short)) * count)
    model.maximize(sum(terms))
    for of_block, parts in zip(blocks, begun.blocks, strict=True):
        held = {(part.kind, part.where, part.sides): part.count for part in parts}
        for which, variable in of_block.counts.items():
            model.add_hint(variable, held.get(which, 0))
    solver = cp_model.CpSolver()
    # Interleaved search takes turns with all strategies in a fixed order, on one processor too.
    solver.parameters.interleave_search = True
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = effort
    solver.parameters.relative_gap_limit = 0.002
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return begun
    return Filling(
        tuple(
            tuple(
                Part(c, where, sides, found)
                for (c, where, sides), variable in of_block.counts.items()
                if (found := solver.value(variable))
            )
            for of_block in blocks
        ),
        {c: n for c, variable in unplaced.items() if (n := solver.value(variable))},
    )


def _add_block(model: cp_model.CpModel, block: Block, classes: Sequence[Class]) -> _Block:
    found = _Block()
    length = round(block.length * CM)
    for c, kind in enumerate(classes):
        for way in ways(block, kind):
            if way.size <= length:
                most = min(len(kind.members), length // way.size)
                name = f"{block.strip}.{block.cell} {c} {way.where.name} {way.sides}"
                found.counts[c, way.where, way.sides] = model.new_int_var(0, most, name)
                found.sizes[c, way.where] = way.size
    return found


def _constrain(model: cp_model.CpModel, block: Block, of_block: _Block, aisle: int) -> Expression:
    """Lengths, ends and islands of a block; returns by how much its rows differ, in cm."""
    length, longest = round(block.length * CM), round(block.longest * CM)
    counts = of_block.counts

    def total(where: Where) -> Expression:
        return sum(of_block.sizes[c, w] * v for (c, w, _), v in counts.items() if w is where)

    def number(where: Where, sides: int | None = None) -> Expression:
        return sum(v for (_, w, s), v in counts.items() if w is where and sides in (None, s))

    through, low, high = total(Where.THROUGH), total(Where.LOW), total(Where.HIGH)
    if block.at_wall:
        model.add(low + high <= min(length, longest))
        model.add(number(Where.LOW, 2) + number(Where.HIGH, 2) <= 2)
        return 0
    name = f"{block.strip}.{block.cell}"
    some = model.new_bool_var(f"through {name}")
    others = model.new_bool_var(f"others {name}")
    ends = model.new_int_var(0, 2, f"ends {name}")
    # Islands stand apart from each other and from all else, with an aisle between.
    apart = total(Where.ALONE) + aisle * (number(Where.ALONE) + others - 1)
    for row in (low, high):
        model.add(through + row + apart <= length)
        model.add(through + row <= min(length, longest) * others)
    model.add(through <= length * some)
    model.add(number(Where.THROUGH, 3) <= ends)
    model.add(ends >= some)
    for where in (Where.LOW, Where.HIGH):
        model.add(number(where, 2) <= 2 - ends)
    uneven = model.new_int_var(0, length, f"uneven {name}")
    model.add(uneven >= low - high)
    model.add(uneven >= high - low)
    return uneven
