"""Who stands where, of those who could change places: answers that are known."""

from __future__ import annotations

import itertools

import pytest
import shapely

from hallgen.model import Wanted
from hallgen.proposals.assign import assign
from hallgen.proposals.place import Spot
from hallgen.proposals.sizes import classes_of
from hallgen.proposals.ways import Where
from hallgen.scores.neighbours import zones_of
from tests.layout.plans import PLACE

SWAPS = 4_000


def want(id_: str, **wishes: object) -> Wanted:
    facts = {"id": id_, "name": id_, "area": 9.0, "place": PLACE, **wishes}
    return Wanted.model_validate(facts)


def row(count: int) -> list[Spot]:
    """Booths of 3 x 3 m side by side."""
    return [Spot(3.0 * i, 3.0 * i + 3, 0.0, 3.0, 0, 0, Where.LOW) for i in range(count)]


def seated(wanted: list[Wanted], worth: list[float] | None = None) -> dict[str, int]:
    spots = row(len(wanted))
    found = assign(wanted, classes_of(wanted), spots, worth or [0.5] * len(spots), 0.4, SWAPS)
    return {wanted[one].id: at for one, at in found.items()}


def test_zones_that_are_mixed_in_the_list_stand_together() -> None:
    wanted = [want(f"{zone}{i}", zone=zone) for i in range(4) for zone in ("a", "b", "c")]
    at = seated(wanted)
    runs = [zone for zone, _ in itertools.groupby(sorted(at, key=at.__getitem__), lambda w: w[0])]
    assert len(runs) == 3


def test_zones_are_held_together_as_the_score_measures() -> None:
    wanted = [want(f"{zone}{i}", zone=zone) for i in range(4) for zone in ("a", "b")]
    spots = row(len(wanted))
    at = seated(wanted)

    def mean(of_each: dict[str, int]) -> float:
        shapes = {
            id_: shapely.box(spots[s].x0, spots[s].y0, spots[s].x1, spots[s].y1)
            for id_, s in of_each.items()
        }
        zones = zones_of({w.id: w.zone for w in wanted}, shapes, 0.4)
        return sum(zones.values()) / len(zones)

    best = max(
        mean(dict(zip([f"a{i}" for i in range(4)], group, strict=True))
             | dict(zip([f"b{i}" for i in range(4)], set(range(8)) - set(group), strict=True)))
        for group in itertools.combinations(range(8), 4)
    )  # fmt: skip
    assert mean(at) == pytest.approx(best)


def test_those_who_wish_to_be_near_are_and_those_who_avoid_are_far() -> None:
    wanted = [want("a", near=("b",)), *(want(f"n{i}") for i in range(6)), want("b", avoid=("c",)),
              want("c")]  # fmt: skip
    at = seated(wanted)
    assert abs(at["a"] - at["b"]) == 1
    assert {at["b"], at["c"]} == {0, 8}


def test_the_better_tier_has_the_better_place() -> None:
    worth = [0.1, 0.2, 0.9, 0.3, 0.8, 0.4]
    at = seated([want(f"n{i}") for i in range(4)] + [want("t", tier=2), want("u", tier=3)], worth)
    assert (at["u"], at["t"]) == (2, 4)


def test_competitors_are_not_side_by_side_where_there_is_room_between() -> None:
    wanted = [want(f"g{i}", category="gears") for i in range(3)]
    wanted += [want(f"o{i}", category=f"other {i}") for i in range(2)]
    at = seated(wanted)
    assert {at[f"g{i}"] for i in range(3)} == {0, 2, 4}


def test_who_is_too_many_is_the_last_of_the_list_and_of_the_lowest_tier() -> None:
    wanted = [want("a"), want("b"), want("c", tier=2)]
    found = assign(wanted, classes_of(wanted), row(2), [0.5, 0.5], 0.4, SWAPS)
    assert {wanted[one].id for one in found} == {"c", "a"}
