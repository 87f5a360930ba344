"""Each term of a plan's score, on plans whose answer is known."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out
from hallgen.layout.fields import distances, door_cells, raster_of, seen_from
from hallgen.model import (
    Demand,
    Gate,
    Hall,
    HallLayout,
    Point,
    Polygon,
    Text,
    VenueRules,
    Wanted,
)
from hallgen.readers.venue_rules import usual_rules
from hallgen.scores import PlanScore, score_plan
from hallgen.scores.flows import flow_of, starts_of
from hallgen.scores.neighbours import FAR, cohesion
from hallgen.scores.weights import usual_weights
from tests.layout.plans import PLACE, box, hall_of


def gate(x: float, y: float, width: float = 3, name: str = "g") -> Gate:
    return Gate(id=name, name=Text(), position=(x, y), width=width)


def laid(hall: Hall) -> HallLayout:
    return lay_out(hall, Diagnostics())


def scored(hall: Hall, rules: VenueRules | None = None) -> PlanScore:
    return score_plan(hall, laid(hall), rules or usual_rules(), usual_weights())


#: A hall of 30 x 6 m: ten booths with their backs to its wall, and 3 m of aisle before them.
CORRIDOR = {f"A{i}": box(3 * i, 3, 3, 3) for i in range(10)}


def corridor(*gates: Gate) -> Hall:
    return hall_of(CORRIDOR, outline=box(0, 0, 30, 6), gates=gates)


def test_used_floor_is_by_what_the_rules_allow() -> None:
    hall = hall_of({"A": box(10, 10, 12, 12)}, gates=(gate(24, 0),))  # 144 of 1728 m2
    assert scored(hall)["used"].value == pytest.approx(144 / 1728 / 0.4)
    assert scored(hall, VenueRules(net_share=0.05))["used"].value == 1.0


def test_a_booth_in_an_aisle_is_seen_from_that_aisle() -> None:
    score = scored(corridor(gate(0, 1.5)))
    seen = score["visibility"].booths
    # From the middle one, 3 m of aisle for 20 m to both sides, less what ends it at the walls.
    assert seen["A5"] == pytest.approx(3 * 30, rel=0.05)
    assert seen["A0"] == pytest.approx(3 * (1.5 + 20), rel=0.06)
    mean = sum(min(1, v / usual_weights().seen) for v in seen.values()) / 10
    assert score["visibility"].value == pytest.approx(mean)


def test_an_island_in_an_empty_hall_is_seen_all_round() -> None:
    hall = hall_of({"A": box(58, 58, 4, 4)}, outline=box(0, 0, 120, 120), gates=(gate(60, 0),))
    far = usual_weights().far
    # Discs of 20 m around the middles of its four sides, which are 2 m from its own.
    middles = ((62, 60), (58, 60), (60, 62), (60, 58))
    discs = [shapely.Point(middle).buffer(far) for middle in middles]
    ahead = [shapely.box(62, 0, 120, 120), shapely.box(0, 0, 58, 120),
             shapely.box(0, 62, 120, 120), shapely.box(0, 0, 120, 58)]  # fmt: skip
    known = shapely.union_all([d & a for d, a in zip(discs, ahead, strict=True)]).area
    assert scored(hall)["visibility"].booths["A"] == pytest.approx(known, rel=0.04)


def test_what_stands_before_a_booth_hides_it() -> None:
    open_ = hall_of({"A": box(10, 10, 3, 3)}, gates=(gate(24, 0),))
    hidden = hall_of({"A": box(10, 10, 3, 3), "B": box(4, 5, 15, 2)}, gates=(gate(24, 0),))
    assert scored(hidden)["visibility"].booths["A"] < scored(open_)["visibility"].booths["A"] - 150


def test_all_pass_the_first_booth_of_a_blind_corridor_and_few_the_last() -> None:
    passed = scored(corridor(gate(0, 1.5)))["passers"].booths
    # Each booth draws a tenth of the visits: the n-th is passed by those to it and behind it.
    for n in range(10):
        assert passed[f"A{n}"] == pytest.approx((10 - n) / 10, abs=0.08)


def test_two_like_gates_make_it_even() -> None:
    passed = scored(corridor(gate(0, 1.5), gate(30, 1.5, name="h")))["passers"].booths
    for n in range(10):
        assert passed[f"A{n}"] == pytest.approx(passed[f"A{9 - n}"], abs=0.02)
        assert passed[f"A{n}"] == pytest.approx(0.55, abs=0.08)
    one_wide = scored(corridor(gate(0, 1.5, 2.9), gate(30, 1.5, 0.1, name="h")))["passers"].booths
    assert one_wide["A0"] > 0.9 > 0.3 > one_wide["A9"]


def test_the_way_out() -> None:
    score = scored(corridor(gate(0, 1.5)))
    ways = score["escape"].booths
    # From its far corner 3 m to the front, and along the aisle to the door, which is 1.5 m wide
    # to either side.
    assert ways["A9"] == pytest.approx(3 * math.sqrt(2) + 27 - 1, abs=1.5)
    assert score["escape"].value == pytest.approx(sum(1 - way / 75 for way in ways.values()) / 10)
    shut = hall_of({"A": box(3, 3, 3, 3)}, outline=box(0, 0, 9, 9), gates=(gate(60, 60),))
    assert scored(shut)["escape"].booths["A"] == math.inf
    assert scored(shut)["escape"].value == 0.0


def test_an_exit_shortens_it() -> None:
    hall = corridor(gate(0, 1.5))
    with_exit = hall.model_copy(update={"exits": (gate(30, 1.5, name="x"),)})
    assert scored(with_exit)["escape"].booths["A9"] < 8
    assert scored(with_exit)["passers"].booths == scored(hall)["passers"].booths


def want(id_: str, **wishes: object) -> Wanted:
    return Wanted.model_validate({"id": id_, "name": id_, "area": 9, "place": PLACE, **wishes})


def test_wishes_by_the_distance_between_booths() -> None:
    hall = hall_of(
        {"A": box(0, 10, 3, 3), "B": box(3, 10, 3, 3), "C": box(23, 10, 3, 3)}, gates=(gate(24, 0),)
    )
    demand = Demand(wanted=(want("a", near=("b", "c", "gone")), want("b", avoid=("c",)), want("c")))
    stands = {"a": "A", "b": "B", "c": "C"}
    score = score_plan(hall, laid(hall), usual_rules(), usual_weights(), demand, stands)
    assert [wish.met for wish in score.wishes] == pytest.approx([1, 1 - 20 / FAR, 17 / FAR])
    assert score["neighbours"].value == pytest.approx((1 + 0.5 + 17 / FAR) / 3)
    assert scored(hall)["neighbours"].value is None


def test_zones_hold_together() -> None:
    together = [shapely.box(x, y, x + 3, y + 3) for x in range(0, 12, 3) for y in range(0, 12, 3)]
    apart = [shapely.box(x, 0, x + 3, 3) for x in range(0, 160, 10)]
    assert cohesion(together, 1.0) == pytest.approx(1.0, abs=0.05)  # a square is nearly a disc
    assert cohesion(apart, 1.0) == pytest.approx(2 / 3 * math.sqrt(144 / math.pi) / 40, rel=0.01)
    assert cohesion(together[:1], 1.0) == 1.0


def test_the_total_passes_on_the_weight_of_what_cannot_be_judged() -> None:
    score = scored(corridor(gate(0, 1.5)))
    weights = usual_weights()
    named = {t.name: t.value for t in score.terms if t.value is not None}
    assert set(named) == {"used", "visibility", "passers", "escape"}
    total = sum(getattr(weights, name) * value for name, value in named.items())
    assert score.total == pytest.approx(total / (1 - weights.neighbours))
    assert sum(getattr(weights, t.name) for t in score.terms) == pytest.approx(1)


def test_distances_round_a_corner() -> None:
    bar = hall_of({"bar": box(0, 16, 44, 4)}, gates=(gate(10, 0, 1),))
    raster = raster_of(laid(bar))
    field = distances(raster, raster.near(shapely.Point(10, 10), 0.4))

    def far(point: Point) -> float:
        return float(field[raster.at(point)])

    assert far((30, 10)) == pytest.approx(20, rel=0.03)
    assert far((20, 3)) == pytest.approx(math.hypot(10, 7), rel=0.05)
    round_the_corner = math.hypot(34.3, 5.7) + 4.6 + math.hypot(34.3, 5.7)
    assert far((10, 26)) == pytest.approx(round_the_corner, rel=0.03)
    assert np.isinf(distances(raster, np.zeros_like(raster.open))).all()


def test_sight_ends_at_walls() -> None:
    hall = hall_of({"bar": box(0, 16, 44, 4)}, gates=(gate(10, 0),))
    raster = raster_of(laid(hall))
    seen = seen_from(raster, [(20, 10)], [90], 30)
    assert seen[raster.at((20, 15))]
    assert not seen[raster.at((20, 25))]
    assert not seen[raster.at((20, 5))]  # behind


@settings(max_examples=12, deadline=None)
@given(
    st.sets(st.tuples(st.integers(0, 9), st.integers(0, 6)), min_size=1, max_size=25),
    st.integers(0, 47),
)
def test_every_way_ends_at_a_gate(cells: set[tuple[int, int]], x: int) -> None:
    booths: dict[str, Polygon] = {f"{i}-{j}": box(1 + 4.6 * i, 2 + 4.6 * j, 3, 3) for i, j in cells}
    hall = hall_of(booths, gates=(gate(x, 0), gate(24, 36, name="h")))
    layout = laid(hall)
    raster = raster_of(layout)
    starts = starts_of(layout.booths, raster)
    flow = flow_of(raster, starts, layout.gates)
    doors = door_cells(raster, layout.gates)
    assert flow[doors].sum() >= 1 - 1e-6
    assert (flow >= 0).all()
    assert flow[~raster.open].sum() == 0
