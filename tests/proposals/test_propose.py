"""Plans that are proposed: everybody has a place that was asked for, no rule is broken, and the
plan can be read again.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
import shapely

from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out, to_shape
from hallgen.model import (
    Area,
    AreaKind,
    Demand,
    Fair,
    Gate,
    Hall,
    Polygon,
    Text,
    VenueRules,
    Wanted,
)
from hallgen.proposals import Effort, Proposal, booth_list, geojson, propose
from hallgen.readers.fair_file import PlanSource
from hallgen.readers.plan_alone import hall_of_plan
from hallgen.readers.venue_rules import usual_rules
from hallgen.scores import usual_weights
from hallgen.venue import findings_of
from tests.layout.plans import PLACE, box, hall_of, turned

pytest.importorskip("ortools", reason="the extra hallgen[layout] is not installed")

FAST = Effort(by_hand=24, measured=4, filled=1, filling=0.5, swaps=4_000)
#: What `hallgen check` may say of a proposal: of a small hall, that its aisles are no main ones.
HARMLESS = {"H279"}


def want(id_: str, area: float = 9.0, **wishes: object) -> Wanted:
    facts = {"id": id_, "name": f"Firm {id_}", "area": area, "place": PLACE, **wishes}
    return Wanted.model_validate(facts)


def demand_of(*groups: list[Wanted]) -> Demand:
    return Demand(wanted=tuple(one for group in groups for one in group))


MIXED = demand_of(
    [want(f"s{i}") for i in range(14)],
    [want(f"c{i}", open_sides=2) for i in range(6)],
    [want(f"m{i}", 18.0) for i in range(4)],
    [want("p0", 36.0, open_sides=3), want("i0", 54.0, open_sides=4)],
)


def gates(*positions: tuple[float, float]) -> tuple[Gate, ...]:
    return tuple(
        Gate(id=f"gate-{i}", name=Text.of(en=f"Gate {i}"), position=at, width=4)
        for i, at in enumerate(positions, start=1)
    )


def empty(outline: Polygon | None = None, **changes: object) -> Hall:
    hall = hall_of({}, outline=outline, gates=gates((24, 0), (0, 18)))
    return hall.model_copy(update=changes)


def proposed(hall: Hall, demand: Demand, rules: VenueRules | None = None) -> Proposal:
    found = propose(hall, demand, rules or usual_rules(), usual_weights(), FAST)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def mixed() -> Proposal:
    return proposed(empty(), MIXED)


def faults(proposal: Proposal, rules: VenueRules | None = None) -> set[str]:
    hall = proposal.hall
    fair = Fair(
        id="f", name=Text(), folder=Path(), languages=("en",), halls=(hall,),
        rules=rules or usual_rules(),
    )  # fmt: skip
    return {f.kind.code for f in findings_of(fair, hall, proposal.layout)} - HARMLESS


def test_everybody_has_the_floor_and_the_sides_that_were_asked_for(mixed: Proposal) -> None:
    assert (mixed.unplaced, mixed.short) == ((), ())
    assert set(mixed.stands) == {one.id for one in MIXED.wanted}
    assert len(set(mixed.stands.values())) == len(MIXED.wanted)
    laid = {booth.booth: booth for booth in mixed.layout.booths}
    for one in MIXED.wanted:
        booth = laid[mixed.stands[one.id]]
        assert booth.area == pytest.approx(one.area, rel=0.01)
        assert booth.type >= one.open_sides
        assert max(booth.width, booth.depth) <= 4.1 * min(booth.width, booth.depth)


def test_no_rule_is_broken_and_no_booths_overlap(mixed: Proposal) -> None:
    assert faults(mixed) == set()
    shapes = [to_shape(booth.outline) for booth in mixed.hall.booths]
    assert shapely.union_all(shapes).area == pytest.approx(sum(s.area for s in shapes), abs=0.01)
    assert to_shape(mixed.layout.outline).covers(shapely.union_all(shapes))
    numbers = [booth.number for booth in mixed.hall.booths]
    assert len(set(numbers)) == len(numbers)
    assert min(aisle.width for aisle in mixed.layout.aisles) >= 2.99


@pytest.mark.slow
def test_the_same_input_gives_the_same_plan(mixed: Proposal) -> None:
    again = proposed(empty(), MIXED)
    assert again.hall == mixed.hall
    assert again.stands == mixed.stands


def test_around_columns_areas_hydrants_and_in_a_turned_hall() -> None:
    stage = Area(kind=AreaKind.STAGE, name=Text.of(en="Stage"), outline=box(36, 26, 9, 7))
    hall = empty(
        columns=tuple(box(x, y, 0.8, 0.8) for x in (15.6, 31.6) for y in (12, 24)),
        areas=(stage,),
        hydrants=(box(47.4, 8, 0.6, 0.6),),
    )
    demand = demand_of([want(f"s{i}") for i in range(30)])
    found = proposed(turned(hall, 20, 5, 3), demand)
    assert found.unplaced == ()
    assert faults(found) == set()
    around = to_shape(turned(hall, 20, 5, 3).areas[0].outline).buffer(2.9)
    assert not any(around.intersects(to_shape(b.outline)) for b in found.hall.booths)


@pytest.mark.slow
def test_zones_stand_together_and_wishes_are_met() -> None:
    demand = demand_of(
        [want(f"r{i}", zone="robots") for i in range(12)],
        [want(f"d{i}", zone="drives") for i in range(12)],
        [want(f"n{i}") for i in range(8)],
        [want("a", near=("b",)), want("b", avoid=("c",)), want("c")],
    )
    found = proposed(empty(), demand)
    apart = {(wish.one, wish.other): wish.apart for wish in found.score.wishes}
    assert apart["a", "b"] < 9 < apart["b", "c"]
    assert min(found.score.zones.values()) > 0.6


@pytest.mark.slow
def test_competitors_are_kept_apart() -> None:
    demand = demand_of(
        [want(f"g{i}", category="gears") for i in range(8)],
        [want(f"o{i}", category=f"other {i}") for i in range(16)],
    )
    found = proposed(empty(), demand)
    who = {booth: id_ for id_, booth in found.stands.items()}
    shared = [
        (who[laid.booth], who[side.neighbour])
        for laid in found.layout.booths
        for side in laid.sides
        if side.neighbour is not None and laid.frame.heading == _headings(found)[side.neighbour]
    ]
    assert not [pair for pair in shared if pair[0][0] == pair[1][0] == "g"]


def _headings(found: Proposal) -> dict[str, float]:
    return {laid.booth: laid.frame.heading for laid in found.layout.booths}


@pytest.mark.slow
def test_better_tiers_stand_better() -> None:
    demand = demand_of(
        [want(f"s{i}") for i in range(24)], [want(f"t{i}", tier=3) for i in range(4)]
    )
    found = proposed(empty(), demand)
    passed = found.score["passers"].booths
    mean = {
        tier: sum(passed[found.stands[o.id]] for o in demand.wanted if o.tier == tier)
        / sum(1 for o in demand.wanted if o.tier == tier)
        for tier in (1, 3)
    }
    assert mean[3] > mean[1]


def test_too_much_for_the_hall() -> None:
    big = demand_of([want(f"s{i}", 100) for i in range(40)])
    assert propose(empty(), big, usual_rules(), usual_weights(), FAST) is None


def test_a_wider_aisle_is_kept() -> None:
    rules = usual_rules().model_copy(update={"aisle": 4.5})
    found = proposed(empty(), demand_of([want(f"s{i}") for i in range(24)]), rules)
    assert faults(found, rules) == set()
    assert min(aisle.width for aisle in found.layout.aisles) >= 4.49


def test_the_plan_reads_as_it_was_proposed(mixed: Proposal, tmp_path: Path) -> None:
    exits = (Gate(id="exit-1", name=Text(), position=(48, 30), width=2),)
    hall = mixed.hall.model_copy(
        update={
            "exits": exits,
            "hydrants": (box(0, 30, 0.5, 0.7),),
            "columns": (box(6, 33, 0.8, 0.8),),
            "areas": (
                Area(kind=AreaKind.STAGE, name=Text.of(en="Forum"), outline=box(40, 32, 6, 3)),
            ),
        }
    )
    text = geojson(hall, mixed.layout.outline, {hall.booths[0].id: "Firm"})
    assert len(json.loads(text)["features"]) == len(hall.booths) + 7
    file = tmp_path / "1.geojson"
    file.write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    read = hall_of_plan(file, PlanSource(file=file.name), diagnostics)
    assert [str(d) for d in diagnostics] == []
    assert read.outline == mixed.layout.outline
    assert [(b.number, b.kind) for b in read.booths] == [(b.number, b.kind) for b in hall.booths]
    for one, other in zip(read.booths, hall.booths, strict=True):
        assert to_shape(one.outline).symmetric_difference(to_shape(other.outline)).area < 0.01
    assert [(g.position, g.width, g.name.best("en")) for g in read.gates] == [
        (g.position, g.width, g.name.best("en")) for g in hall.gates
    ]
    assert [(g.position, g.width) for g in read.exits] == [((48, 30), 2)]
    assert read.columns == hall.columns
    assert read.hydrants == hall.hydrants
    assert [(a.kind, a.name.best(), a.outline) for a in read.areas] == [
        (a.kind, a.name.best(), a.outline) for a in hall.areas
    ]
    again = lay_out(read, Diagnostics())
    assert Counter(b.type for b in again.booths) == Counter(b.type for b in mixed.layout.booths)


def test_who_stands_where_is_a_list(mixed: Proposal) -> None:
    lines = booth_list(mixed, MIXED).splitlines()
    assert lines[0] == "id,name,hall,booth,area,zone,category"
    numbers = {booth.id: booth.number for booth in mixed.hall.booths}
    assert lines[1] == f"s0,Firm s0,1,{numbers[mixed.stands['s0']]},9,,"
    assert len(lines) == 1 + len(MIXED.wanted)
