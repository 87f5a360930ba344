"""A plan for a hall and those who want to be in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out, to_shape
from hallgen.model import Demand, Hall, HallLayout, VenueRules, Wanted
from hallgen.proposals.assign import assign
from hallgen.proposals.cuts import cuts
from hallgen.proposals.drawn import booth_id, drawn
from hallgen.proposals.fill import fill
from hallgen.proposals.ground import grounds
from hallgen.proposals.numbers import numbers
from hallgen.proposals.search import SIDES, UNPLACED, Tried, rated, tried
from hallgen.proposals.sizes import Class, classes_of, row_depth
from hallgen.scores import PlanScore, Weights, score_plan
from hallgen.scores.score import NET_SHARE


@dataclass(frozen=True, slots=True)
class Effort:
    """How many lattices are filled by hand, how many of them measured, and how many filled by the
    solver; its deterministic time for each (about seconds on a processor of its own); and how many
    swaps are tried of who stands where.
    """

    by_hand: int
    measured: int
    filled: int
    filling: float
    swaps: int


EFFORTS: Final = {
    "quick": Effort(200, 16, 1, 4.0, 20_000),
    "usual": Effort(600, 60, 4, 8.0, 60_000),
    "long": Effort(3000, 240, 12, 30.0, 200_000),
}


@dataclass(frozen=True, eq=False, slots=True)
class Proposal:
    """`hall` has the proposed booths, `stands` the booth's id of each who got one, by its id in the
    demand. `short` are those with fewer open sides than they wanted. `words` say what was chosen.
    """

    hall: Hall
    layout: HallLayout
    stands: dict[str, str]
    unplaced: tuple[Wanted, ...]
    short: tuple[Wanted, ...]
    score: PlanScore
    words: str

    def worth(self, demand: Demand) -> float:
        """What proposals are chosen by."""
        left = sum(one.area for one in self.unplaced) / demand.area
        short = len(self.short) / len(demand.wanted)
        return self.score.total - UNPLACED * left - SIDES * short


Progress = Callable[[str], None]


def propose(
    hall: Hall,
    demand: Demand,
    rules: VenueRules,
    weights: Weights,
    effort: Effort,
    progress: Progress = lambda _: None,
) -> Proposal | None:
    """The best plan found for a hall, whatever stood in it; None where no block fits into it.

    Deterministic: the same hall, demand and effort give the same plan on machines of one kind.
    """
    empty = hall.model_copy(update={"booths": ()})
    bare = lay_out(empty, Diagnostics())
    outline = to_shape(bare.outline)
    classes = classes_of(demand.wanted)
    row = row_depth(demand.wanted)
    found = [
        cut
        for ground in grounds(empty, outline, bare.gates, rules)
        for cut in cuts(ground, demand, classes, row)
    ]
    progress(f"{len(found)} ways to cut the hall")
    ranked = rated(found, classes, demand, weights, effort.by_hand, effort.measured)
    best: Proposal | None = None
    for one in ranked[: effort.filled]:
        filling = fill(one.lattice, classes, one.of_blocks(weights), one.filling, effort.filling)
        better = tried(one.lattice, filling, classes, demand, weights)
        progress(f"{one.lattice.words}: {one.worth:.3f} by hand, {better.worth:.3f} by the solver")
        chosen = max((better, one), key=lambda t: round(t.worth, 6))
        laid = _proposal(empty, demand, rules, weights, classes, chosen, effort.swaps)
        progress(f"{one.lattice.words}: {laid.score.total:.3f}")
        if best is None or laid.worth(demand) > best.worth(demand):
            best = laid
    return best


def _proposal(
    empty: Hall,
    demand: Demand,
    rules: VenueRules,
    weights: Weights,
    classes: Sequence[Class],
    chosen: Tried,
    swaps: int,
) -> Proposal:
    wanted, spots, lattice = demand.wanted, chosen.spots, chosen.lattice
    named = numbers(lattice.blocks, spots)
    seen, passed = chosen.measure.seen, chosen.measure.passed
    share = rules.net_share or NET_SHARE
    who = assign(wanted, classes, spots, ((seen + passed) / 2).tolist(), share, swaps)
    hall = drawn(empty, lattice.ground, wanted, spots, named, who)
    layout = lay_out(hall, Diagnostics())
    stands = {wanted[one].id: booth_id(empty, named[at]) for one, at in who.items()}
    score = score_plan(hall, layout, rules, weights, demand, stands)
    types = {laid.booth: int(laid.type) for laid in layout.booths}
    placed = {one.id: one for one in wanted if one.id in stands}
    short = tuple(o for o in placed.values() if types.get(stands[o.id], 0) < o.open_sides)
    unplaced = tuple(one for one in wanted if one.id not in stands)
    return Proposal(hall, layout, stands, unplaced, short, score, lattice.words)
