"""Ways to cut a floor, on halls where it is known what fits."""

from __future__ import annotations

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out, to_shape
from hallgen.model import Demand, Gate, Hall, Polygon, Text, VenueRules, Wanted
from hallgen.proposals.cuts import cuts
from hallgen.proposals.fill import filled
from hallgen.proposals.greedy import greedy
from hallgen.proposals.ground import Ground, grounds
from hallgen.proposals.lattice import lattice_of
from hallgen.proposals.measure import measure
from hallgen.proposals.place import place
from hallgen.proposals.search import by_hand, lost
from hallgen.proposals.sizes import classes_of
from hallgen.proposals.stacks import Walls, stacks
from hallgen.readers.venue_rules import usual_rules
from hallgen.scores import score_plan, usual_weights
from tests.layout.plans import PLACE, box, hall_of

#: Rules without what would make sums less plain.
RULES = VenueRules(aisle=3.0, main_aisle=3.0, wall_clear=0.6)


def want(count: int, area: float, open_sides: int = 1) -> list[Wanted]:
    return [
        Wanted(id=f"{area:g}-{open_sides}-{i}", name="", area=area, place=PLACE,
               open_sides=open_sides)
        for i in range(count)
    ]  # fmt: skip


def rectangle(wide: float, high: float) -> Polygon:
    return Polygon(outer=((0, 0), (wide, 0), (wide, high), (0, high)))


def ground_of(outline: Polygon, rules: VenueRules = RULES) -> tuple[Hall, list[Ground]]:
    gate = Gate(id="g", name=Text(), position=(outline.bounds[2] / 2, 0), width=4)
    hall = hall_of({}, outline=outline, gates=(gate,))
    bare = lay_out(hall, Diagnostics())
    return hall, grounds(hall, to_shape(bare.outline), bare.gates, rules)


def test_a_stack_has_all_the_strips_that_fit_and_no_more() -> None:
    # 33 m: 3 m at both walls, and 3 strips of 6 m with 3 m between are 24 of the 27 m between.
    _, (along, *_) = ground_of(rectangle(60, 33))
    found = list(stacks(along, classes_of(want(20, 9.0)), 3.0))
    assert max(len(s.depths) for s in found if s.walls is Walls.NONE) == 3
    for stack in found:
        assert min(stack.gaps[1:-1], default=3.0) >= 3.0
        taken = sum(stack.depths) + sum(stack.gaps)
        rows = stack.walls.value.bit_count()
        # A row along a wall stands 0.6 m from it, is 3 m deep, and has an aisle of 3 m before it.
        assert taken <= 27 - rows * (0.6 + 3.0 + 3.0 - 3.0) + 1e-6


def test_large_booths_get_deeper_strips() -> None:
    _, (along, *_) = ground_of(rectangle(60, 60))
    # 120 m2 through a block of 6 m would be 20 m long, more than 2.6 times its depth.
    wanted = [*want(20, 9.0), *want(2, 120.0, 4)]
    found = list(stacks(along, classes_of(wanted), 3.0))
    assert found
    assert all(max(stack.depths) == pytest.approx(12.0) for stack in found)


def test_blocks_of_two_lengths_hold_what_equal_ones_would_not() -> None:
    # 45 m between the aisles at the walls. 12 booths each row of three strips are 36 m and leave
    # 9 m, three aisles: four blocks, of 3 booths each. 13 are 39 m, and leave two aisles for three
    # blocks, of 4, 4 and 5.
    _, (along, *_) = ground_of(rectangle(51, 30))
    demand = Demand(wanted=tuple(want(78, 9.0)))
    found = list(cuts(along, demand, classes_of(demand.wanted), 3.0))
    lengths = {tuple(sorted(c.lengths)) for c in found if c.stack.depths == (6.0, 6.0, 6.0)}
    assert (12.0, 12.0, 15.0) in lengths
    for cut in found:
        lattice = lattice_of(cut, classes_of(demand.wanted))
        for one in lattice.blocks:
            near = [
                b for b in lattice.blocks
                if b is not one and b.strip == one.strip and abs(b.x0 - one.x0) > 1e-6
            ]  # fmt: skip
            assert all(max(b.x0 - one.x1, one.x0 - b.x1) >= 3.0 - 1e-6 for b in near)


def test_two_blocks_become_one_for_a_booth_that_none_is_long_enough_for() -> None:
    _, (along, *_) = ground_of(rectangle(51, 30))
    # 84 m2 are 14 m in a block of 6 m.
    demand = Demand(wanted=(*want(40, 9.0, 2), *want(1, 84.0, 3)))
    classes = classes_of(demand.wanted)
    short = [c for c in cuts(along, demand, classes, 3.0) if max(c.lengths) < 14]
    assert short
    for cut in short:
        blocks = lattice_of(cut, classes).blocks
        # Or a strip of 12 m has it, where it is 7 m long.
        assert any(b.length >= (14 if b.depth < 7 else 7) for b in blocks if not b.at_wall)


def test_the_largest_rectangle_of_a_hall_that_is_none() -> None:
    # 60 x 40 m, and a bay of 20 x 10 m above its middle.
    bay = Polygon(
        outer=((0, 0), (60, 0), (60, 40), (40, 40), (40, 50), (20, 50), (20, 40), (0, 40))
    )
    _, found = ground_of(bay)
    assert [g.turn for g in found] == [0.0, 90.0, 0.0, 90.0]
    assert found[2].inner.bounds == pytest.approx((3, 3, 57, 40), abs=0.01)
    _, plain = ground_of(rectangle(60, 40))
    assert len(plain) == 2


def test_a_table_of_half_a_booth_has_a_place() -> None:
    _, (along, *_) = ground_of(rectangle(51, 30))
    demand = Demand(wanted=(*want(20, 9.0), *want(6, 4.0)))
    classes = classes_of(demand.wanted)
    cut = next(iter(cuts(along, demand, classes, 3.0)))
    lattice = lattice_of(cut, classes)
    assert all(lost(filling, classes, demand) == 0 for filling in by_hand(lattice, classes))


def test_measured_as_the_score_measures() -> None:
    """On cells of 1 m instead of half a metre: an aisle of 3 m is 2 or 3 cells of view, 1 or 2 of
    walking. That moves a term by some hundredths, and all plans of a hall by about as much.
    """
    outline = rectangle(51, 36)
    hall, (along, *_) = ground_of(outline, usual_rules())
    demand = Demand(wanted=(*want(30, 9.0, 2), *want(6, 18.0, 2)))
    classes = classes_of(demand.wanted)
    lattice = lattice_of(next(iter(cuts(along, demand, classes, 3.0))), classes)
    counts = greedy(lattice.blocks, classes, [0.0] * len(lattice.blocks), along.aisle)
    spots = place(lattice, filled(counts, classes, len(lattice.blocks)), classes)
    found = measure(along, spots, usual_weights())
    plan = hall_of(
        {str(at): box(s.x0, s.y0, s.x1 - s.x0, s.y1 - s.y0) for at, s in enumerate(spots)},
        outline=outline,
        gates=hall.gates,
    )
    score = score_plan(plan, lay_out(plan, Diagnostics()), usual_rules(), usual_weights())
    for name, values in (
        ("visibility", found.seen), ("passers", found.passed), ("escape", found.escape),
    ):  # fmt: skip
        assert float(values.mean()) == pytest.approx(score[name].value, abs=0.06), name
