"""Which ways to cut a hall are worth filling: filled by hand, measured, and varied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hallgen.model import Demand
from hallgen.proposals.fill import Filling, filled
from hallgen.proposals.greedy import greedy
from hallgen.proposals.lattice import Cut, Lattice
from hallgen.proposals.measure import Measure, measure
from hallgen.proposals.place import Spot, place
from hallgen.proposals.sizes import Class
from hallgen.scores import Weights

#: What is lost by booths without a place and by sides that are not open, beside the score.
UNPLACED, SIDES = 1.0, 0.25
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


def by_hand(lattice: Lattice, classes: Sequence[Class]) -> Filling:
    """A lattice's first filling, when nothing is known of what its blocks are worth."""
    worth = [0.0] * len(lattice.blocks)
    counts = greedy(lattice.blocks, classes, worth, lattice.ground.aisle)
    return filled(counts, classes, len(lattice.blocks))


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
