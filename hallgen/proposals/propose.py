"""A plan for a hall and those who want to be in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import shapely

from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out, to_shape
from hallgen.model import Booth, BoothKind, Demand, Hall, HallLayout, Polygon, VenueRules, Wanted
from hallgen.proposals.assign import assign
from hallgen.proposals.fill import Filling, fill, serpentine
from hallgen.proposals.greedy import greedy
from hallgen.proposals.ground import Ground, grounds
from hallgen.proposals.lattice import Lattice, lattices
from hallgen.proposals.numbers import numbers
from hallgen.proposals.place import Spot, place
from hallgen.proposals.sizes import Class, classes_of, row_depth
from hallgen.proposals.worth import worth_of
from hallgen.scores import PlanScore, Weights, score_plan

#: From this area on, in m2, a booth of which nothing is said is raw space.
RAW = 36.0
#: What is lost by booths without a place and by sides that are not open, beside the score.
UNPLACED, SIDES = 1.0, 0.25
#: A lattice of so much of the wanted area is likely to hold it.
ROOMY = 1.04


@dataclass(frozen=True, slots=True)
class Effort:
    """How many lattices are estimated and how many filled, and the solver's deterministic time for
    a filling and for an assignment (about seconds on a processor of its own).
    """

    estimated: int
    filled: int
    filling: float
    assigning: float


EFFORTS: Final = {
    "quick": Effort(10, 1, 4.0, 4.0),
    "usual": Effort(28, 4, 10.0, 10.0),
    "long": Effort(100, 10, 40.0, 40.0),
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
    depth = row_depth(demand.wanted)
    ranked = _ranked(
        [
            lattice
            for ground in grounds(empty, outline, bare.gates, rules)
            for lattice in lattices(ground, demand, depth)
        ],
        classes,
        demand,
        weights,
        effort,
        progress,
    )
    best: Proposal | None = None
    for lattice, worth in ranked:
        filling = fill(lattice, classes, worth, effort.filling)
        if filling is None:
            continue
        found = _proposal(empty, demand, rules, weights, lattice, classes, filling, effort)
        progress(f"{lattice.words}: {found.score.total:.3f}")
        if best is None or found.worth(demand) > best.worth(demand):
            best = found
    return best


def _ranked(
    found: Sequence[Lattice],
    classes: Sequence[Class],
    demand: Demand,
    weights: Weights,
    effort: Effort,
    progress: Progress,
) -> list[tuple[Lattice, tuple[float, ...]]]:
    """The lattices that promise most, their blocks in an order that zones can follow."""
    total = len(demand.wanted)
    ends = sum((0, 0, 1, 2, 0)[c.open_sides] * len(c.members) for c in classes)

    def lacks(lattice: Lattice) -> float:
        """What of corners and of floor is likely to be short."""
        floor = max(0.0, ROOMY - lattice.capacity / demand.area)
        return SIDES * max(0.0, ends - lattice.corners) / total + floor

    ordered = sorted(found, key=lambda lattice: round(lacks(lattice), 3))
    chosen = list(_spread(ordered, effort.estimated))
    width = demand.area / total / row_depth(demand.wanted)
    progress(f"{len(found)} ways to cut the hall, {len(chosen)} looked at")
    rated = []
    for lattice in chosen:
        lattice = replace(lattice, blocks=tuple(serpentine(lattice.blocks)))
        worth = worth_of(lattice, width, weights)
        promise = _promise(lattice, classes, worth.blocks, demand)
        rated.append((promise, lattice, worth.blocks))
    rated.sort(key=lambda one: -round(one[0], 6))
    return [(lattice, blocks) for _, lattice, blocks in rated[: effort.filled]]


def _promise(
    lattice: Lattice, classes: Sequence[Class], worth: Sequence[float], demand: Demand
) -> float:
    """What a lattice would be worth if it were filled by hand."""
    counts = greedy(lattice.blocks, classes, worth, lattice.ground.aisle)
    placed = sum(counts.values()) or 1
    floor = sum(classes[kind].area * n for (_, kind, _, _), n in counts.items())
    short = sum(n for (_, kind, _, sides), n in counts.items() if sides < classes[kind].open_sides)
    mean = sum(worth[at] * n for (at, _, _, _), n in counts.items()) / placed
    return mean - UNPLACED * (1 - floor / demand.area) - SIDES * short / placed


def _spread(found: Sequence[Lattice], most: int) -> Iterator[Lattice]:
    """So many: the first half, and of the others every few, so that different ones are seen."""
    first = found[: most // 2]
    yield from first
    rest = found[len(first) :]
    left = most - len(first)
    if len(rest) <= left:
        yield from rest
    else:
        yield from (rest[at * len(rest) // left] for at in range(left))


def _proposal(
    empty: Hall,
    demand: Demand,
    rules: VenueRules,
    weights: Weights,
    lattice: Lattice,
    classes: Sequence[Class],
    filling: Filling,
    effort: Effort,
) -> Proposal:
    wanted = demand.wanted
    spots = place(lattice, filling, classes)
    named = numbers(lattice.blocks, spots)
    # First in the order of the list, to know what each place is worth; then who gets which.
    queue = {kind: list(of_class.members) for kind, of_class in enumerate(classes)}
    first = {queue[spot.kind].pop(0): at for at, spot in enumerate(spots)}
    hall = _hall(empty, lattice.ground, wanted, spots, named, first)
    layout = lay_out(hall, Diagnostics())
    stands = {wanted[who].id: _id(empty, named[at]) for who, at in first.items()}
    score = score_plan(hall, layout, rules, weights, demand, stands)
    seen, passed = score["visibility"].booths, score["passers"].booths
    worth = [
        (
            min(1.0, seen.get(_id(empty, number), 0.0) / weights.seen)
            + min(1.0, passed.get(_id(empty, number), 0.0) / weights.passed)
        )
        / 2
        for number in named
    ]
    final = assign(wanted, classes, spots, worth, effort.assigning)
    if final != first:
        hall = _hall(empty, lattice.ground, wanted, spots, named, final)
        layout = lay_out(hall, Diagnostics())
        stands = {wanted[who].id: _id(empty, named[at]) for who, at in final.items()}
        score = score_plan(hall, layout, rules, weights, demand, stands)
    types = {laid.booth: int(laid.type) for laid in layout.booths}
    placed = {one.id: one for one in wanted if one.id in stands}
    short = tuple(o for o in placed.values() if types.get(stands[o.id], 0) < o.open_sides)
    unplaced = tuple(one for one in wanted if one.id not in stands)
    return Proposal(hall, layout, stands, unplaced, short, score, lattice.words)


def _hall(
    empty: Hall,
    ground: Ground,
    wanted: Sequence[Wanted],
    spots: Sequence[Spot],
    named: Sequence[str],
    who: dict[int, int],
) -> Hall:
    of_spot = {at: wanted[one] for one, at in who.items()}
    booths = []
    for at, (spot, number) in enumerate(zip(spots, named, strict=True)):
        one = of_spot[at]
        kind = one.kind or (BoothKind.RAW if one.area >= RAW else BoothKind.SHELL)
        booths.append(
            Booth(
                id=_id(empty, number),
                number=number,
                hall=empty.id,
                outline=_outline(ground, spot),
                kind=kind,
                place=one.place,
                zone=one.zone or None,
            )
        )
    return empty.model_copy(update={"booths": tuple(booths)})


def _outline(ground: Ground, spot: Spot) -> Polygon:
    box = shapely.box(spot.x0, spot.y0, spot.x1, spot.y1, ccw=True)
    corners = [ground.to_hall((float(x), float(y))) for x, y in list(box.exterior.coords)[:-1]]
    return Polygon(outer=tuple((round(x, 3) + 0.0, round(y, 3) + 0.0) for x, y in corners))


def _id(hall: Hall, number: str) -> str:
    return f"{hall.id}-{number}"
