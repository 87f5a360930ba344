"""Which ways to cut a hall are worth filling: filled by hand, measured, and varied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hallgen.model import Demand
from hallgen.proposals.cuts import Cut
from hallgen.proposals.fill import Filling, filled
from hallgen.proposals.greedy import greedy
from hallgen.proposals.ground import Ground
from hallgen.proposals.lattice import Lattice, lattice_of
from hallgen.proposals.measure import Measure, measure
from hallgen.proposals.place import Spot, place
from hallgen.proposals.sizes import Class
from hallgen.scores import Weights

#: What is lost by booths without a place and by sides that are not open, beside the score.
UNPLACED, SIDES = 1.0, 0.25
#: What it is worth if all stand at a gate.
NEAR = 0.3
#: A lattice of so much of the wanted area is likely to hold it.
ROOMY = 1.02


@dataclass(frozen=True, eq=False, slots=True)
class Tried:
    """A lattice that was filled: `worth` as proposals are chosen by, less what all have alike."""

    lattice: Lattice
    filling: Filling
    spots: tuple[Spot, ...]
    measure: Measure
    worth: float

    def of_blocks(self, weights: Weights) -> list[float]:
        """What a booth in each block is worth, 0 to 1; in an empty one the mean of all."""
        values = self.measure.worth(weights)
        owners = np.array([spot.block for spot in self.spots])
        mean = float(values.mean())
        return [
            float(values[owners == at].mean()) if (owners == at).any() else mean
            for at in range(len(self.lattice.blocks))
        ]


def by_hand(lattice: Lattice, classes: Sequence[Class]) -> tuple[Filling, ...]:
    """A lattice's first fillings, when nothing is known of what its blocks are worth: block after
    block, and those at the gates first.
    """
    aisle, blocks = lattice.ground.aisle, lattice.blocks
    priors = [0.0] * len(blocks), nearness(lattice)
    return tuple(
        filled(greedy(blocks, classes, prior, aisle), classes, len(blocks)) for prior in priors
    )


def nearness(lattice: Lattice) -> list[float]:
    """How near each block is to a gate, 0 to 1."""
    if not lattice.ground.gates:
        return [0.0] * len(lattice.blocks)
    gates = np.array([gate.position for gate in lattice.ground.gates])
    middles = np.array([((b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2) for b in lattice.blocks])
    apart = np.hypot(*np.moveaxis(middles[:, None] - gates[None], -1, 0)).min(axis=1)
    x0, y0, x1, y1 = lattice.ground.floor.bounds
    found: list[float] = (1.0 - apart / np.hypot(x1 - x0, y1 - y0)).tolist()
    return found


def hope(lattice: Lattice, filling: Filling, classes: Sequence[Class], demand: Demand) -> float:
    """What to expect of a filling before it is measured: what is lost, and how near gates are."""
    near = nearness(lattice)
    total = sum(near[at] * part.count for at, parts in enumerate(filling.blocks) for part in parts)
    return NEAR * total / len(demand.wanted) - lost(filling, classes, demand)


def tried(
    lattice: Lattice,
    filling: Filling,
    classes: Sequence[Class],
    demand: Demand,
    weights: Weights,
) -> Tried:
    """A filling on the floor, and what it is worth."""
    spots = tuple(place(lattice, filling, classes))
    found = measure(lattice.ground, spots, weights)
    means = (
        weights.visibility * found.seen.mean()
        + weights.passers * found.passed.mean()
        + weights.escape * found.escape.mean()
    )
    total = weights.used + weights.visibility + weights.passers + weights.escape
    return Tried(
        lattice, filling, spots, found, float(means) / total - lost(filling, classes, demand)
    )


def lost(filling: Filling, classes: Sequence[Class], demand: Demand) -> float:
    """What a filling is short of: floor and sides."""
    out = sum(classes[kind].area * n for kind, n in filling.unplaced.items()) / demand.area
    short = sum(
        part.count
        for parts in filling.blocks
        for part in parts
        if part.sides < classes[part.kind].open_sides
    )
    return UNPLACED * out + SIDES * short / len(demand.wanted)


def rated(
    cuts: Sequence[Cut],
    classes: Sequence[Class],
    demand: Demand,
    weights: Weights,
    filled_by_hand: int,
    measured: int,
) -> list[Tried]:
    """The best first: so many cuts are filled by hand, and so many of those lattices measured."""
    of_ground: defaultdict[Ground, list[Cut]] = defaultdict(list)
    for cut in cuts:
        of_ground[cut.ground].append(cut)
    found: list[Tried] = []
    for of_one in of_ground.values():
        chosen = promising(of_one, classes, demand, max(1, filled_by_hand // len(of_ground)))
        hopes = []
        for lattice in (lattice_of(cut, classes) for cut in chosen):
            fillings = [f for f in by_hand(lattice, classes) if any(f.blocks)]
            if fillings:
                best = max(hope(lattice, filling, classes, demand) for filling in fillings)
                hopes.append((best, lattice, fillings))
        hopes.sort(key=lambda one: -round(one[0], 6))
        for _, lattice, fillings in hopes[: max(1, measured // len(of_ground))]:
            both = [tried(lattice, filling, classes, demand, weights) for filling in fillings]
            found.append(max(both, key=lambda one: round(one.worth, 6)))
    return sorted(found, key=lambda one: -round(one.worth, 6))


def promising(
    found: Sequence[Cut], classes: Sequence[Class], demand: Demand, most: int
) -> list[Cut]:
    """So many that are likely to hold all with their sides, of different kinds."""
    total = len(demand.wanted)
    ends = sum((0, 0, 1, 2, 0)[c.open_sides] * len(c.members) for c in classes)

    def lacks(cut: Cut) -> float:
        floor = max(0.0, ROOMY - cut.capacity / demand.area)
        return SIDES * max(0.0, ends - cut.corners) / total + floor

    ordered = sorted(found, key=lambda cut: round(lacks(cut), 3))
    return list(_spread(ordered, most))


def _spread(found: Sequence[Cut], most: int) -> Iterator[Cut]:
    """So many: the first half, and of the others every few, so that different ones are seen."""
    first = found[: most // 2]
    yield from first
    rest = found[len(first) :]
    left = most - len(first)
    if len(rest) <= left:
        yield from rest
    else:
        yield from (rest[at * len(rest) // left] for at in range(left))
