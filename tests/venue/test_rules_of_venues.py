"""Each rule of a venue: silent on a plan that keeps it, exact about what and where on one that
does not.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from hallgen.diagnostics import Diagnostics
from hallgen.layout import lay_out
from hallgen.layout.shapes import to_shape
from hallgen.model import Exhibitor, Fair, Gate, Hall, Polygon, Text, VenueRules
from hallgen.readers.fair_yaml import read_fair_yaml
from hallgen.readers.venue_rules import read_venue_rules, rule_profiles, usual_rules
from hallgen.venue import Finding, findings_of
from tests.layout.plans import PLACE, box, hall_of

GATE = Gate(id="g", name=Text(), position=(24, 0), width=4)
ROW = {f"A{i:02}": box(12 + 3 * i, 12, 3, 3) for i in range(6)}


def found(
    booths: dict[str, Polygon],
    rules: VenueRules | None = None,
    *,
    but: tuple[str, ...] = ("H237",),
    **changes: Any,
) -> list[Finding]:
    """What is found of these booths beside the sound row, but for what a test is not about."""
    hall = hall_of({**ROW, **booths}, gates=(GATE,)).model_copy(update=changes)
    every = findings_of(fair_of(hall, rules), hall, lay_out(hall, Diagnostics()))
    return [finding for finding in every if finding.kind.code not in but]


def fair_of(hall: Hall, rules: VenueRules | None = None, **changes: Any) -> Fair:
    return Fair(
        id="f", name=Text(), folder=Path(), languages=("en",), halls=(hall,),
        rules=rules or usual_rules(), **changes,
    )  # fmt: skip


def said(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.kind.code, finding.message) for finding in findings]


def test_a_plan_that_keeps_all_rules() -> None:
    assert said(found({}, but=())) == []


def test_before_a_gate_and_before_an_exit() -> None:
    (gate,) = found({"B": box(22, 2, 3, 3)})
    assert said([gate]) == [
        ("H270", "Booth B stands on the 3 m that are to be kept free before g.")
    ]
    assert gate.shape.area == pytest.approx(3 * 0.95, abs=0.01)
    assert said(found({"B": box(22, 3, 3, 3)})) == []
    beside = box(18, 1, 3.9, 3)  # beside the door's 4 m, not before them
    assert said(found({"B": beside})) == []
    door = Gate(id="out", name=Text.of(en="East door"), position=(48, 20), width=2)
    (exit_,) = found({"B": box(43, 18, 3, 3)}, exits=(door,))
    assert exit_.message.endswith("before East door (out).")


def test_near_walls_columns_and_hydrants() -> None:
    wall, column, hydrant = found(
        {"B": box(0.3, 20, 3, 3), "C": box(20, 20, 3, 3), "D": box(30, 20, 3, 3)},
        columns=(box(23.4, 21, 0.8, 0.8),),
        hydrants=(box(34.2, 21, 0.6, 0.6),),
    )
    assert wall.message == "Booth B is 0.30 m from a wall; the rules ask for 0.6 m."
    assert column.message == "Booth C is 0.40 m from a column; the rules ask for 0.6 m."
    assert hydrant.message == "Booth D is 1.20 m from a hydrant; the rules ask for 1.4 m."
    assert [f.kind.code for f in (wall, column, hydrant)] == ["H271", "H272", "H273"]
    # A column in a booth is another rule's; a hydrant in one is the worst of all.
    inside = found({}, columns=(box(13, 13, 0.5, 0.5),), hydrants=(box(16, 13, 0.5, 0.5),))
    assert [(f.kind.code, f.name) for f in inside] == [
        ("H273", "A00"), ("H273", "A01")
    ]  # fmt: skip


def test_rows_and_aisles() -> None:
    long = {f"B{i}": box(12 + 3 * i, 20, 3, 3) for i in range(8)}
    (row,) = found(long)
    assert row.message == "The row of booths B0 to B7 is 24.0 m long, more than 21 m."
    del long["B4"]  # 3 m across
    assert said(found(long)) == []
    assert said(found({"B": box(12, 20, 24, 6)})) == []  # one large booth is no row
    (narrow,) = found({"B": box(12, 17.5, 18, 3)}, but=())
    assert narrow.kind.code == "H237"
    assert narrow.width == 2.5
    assert narrow.shape.bounds == pytest.approx((12, 15, 30, 17.5))


def test_a_main_aisle_in_a_hall_of_many_booths() -> None:
    rows = {f"{y}-{i}": box(9 + 3 * i, y, 3, 3) for y in (6, 12, 18, 24) for i in range(6)}
    (finding,) = found(rows)
    assert finding.kind.code == "H279"
    assert "3.00 m wide" in finding.message


def test_large_booths_have_two_opposite_exits() -> None:
    def large(depth: float, *beside: Polygon) -> list[tuple[str, str]]:
        booths = {"B": box(10, 20, 16, depth), **{f"C{i}": b for i, b in enumerate(beside)}}
        return [(f.kind.code, f.name) for f in found(booths) if f.kind.code == "H275"]

    behind, left, right = box(10, 30, 16, 3), box(7, 20, 3, 10), box(26, 20, 3, 10)
    assert large(10) == []
    assert large(10, behind) == []  # through from left to right
    assert large(10, behind, left) == [("H275", "B")]  # open to the front and one side
    assert large(10, left, right) == []
    assert large(9, behind, left) == []  # 144 m2


def test_heights_and_the_roof() -> None:
    def high(metres: float, under: float) -> list[str]:
        hall = hall_of(ROW, gates=(GATE,)).model_copy(update={"height": under})
        booths = (hall.booths[0].model_copy(update={"height": metres}), *hall.booths[1:])
        built = hall.model_copy(update={"booths": booths})
        return [
            f.message for f in findings_of(fair_of(built), built, lay_out(built, Diagnostics()))
        ]

    assert high(6, 12) == []
    assert high(6.5, 12) == ["Booth A00 is to be 6.5 m high; here 6 m is allowed."]
    assert high(5, 5) == ["Booth A00 is to be 5 m high; here 4.5 m is allowed."]


def test_the_way_out() -> None:
    far = {"B": box(3, 30, 3, 3)}
    rules = VenueRules(escape=30)
    assert said(found(far, rules)) == []  # no exits are drawn, so nothing can be said
    south = Gate(id="x", name=Text(), position=(46, 0), width=2)
    (finding,) = found(far, rules, exits=(south,))
    # From its far corner through its front, and on past the row to the gate: at least straight.
    metres = float(finding.message.split("it is ")[1].split(" m")[0])
    assert (finding.name, 33 < metres < 42) == ("B", True)
    west = Gate(id="w", name=Text(), position=(0, 31), width=2)
    assert said(found(far, rules, exits=(west,))) == []


def test_a_floor_that_is_too_full() -> None:
    (finding,) = found({"B": box(3, 18, 42, 16)})
    assert finding.kind.code == "H278"
    assert finding.message == "Booths take 42% of the floor of hall 1; the rules allow 40%."
    assert said(found({"B": box(3, 18, 40, 15)})) == []  # 38 %


def test_competitors_side_by_side_but_not_back_to_back() -> None:
    backs = {f"B{i:02}": box(12 + 3 * i, 15, 3, 3) for i in range(6)}
    hall = hall_of({**ROW, **backs}, gates=(GATE,))

    def competing(*pair: str) -> list[str]:
        firms = {id_: f"e{i}" for i, id_ in enumerate([*ROW, *backs])}
        goods = {id_: "gears" if id_ in pair else f"things {id_}" for id_ in firms}
        booths = tuple(b.model_copy(update={"main_exhibitor": firms[b.id]}) for b in hall.booths)
        let = hall.model_copy(update={"booths": booths})
        exhibitors = tuple(
            Exhibitor(
                id=firms[id_], slug=id_, name=Text(), place=PLACE, categories=(Text.of(en=sold),)
            )
            for id_, sold in goods.items()
        )
        fair = fair_of(let, exhibitors=exhibitors)
        return [f.message for f in findings_of(fair, let, lay_out(let, Diagnostics()))]

    assert competing("A02", "A03") == ["Booths A02 and A03 are side by side and both show gears."]
    assert competing("A02", "B02") == []
    assert competing("A02", "A04") == []


def test_profiles_say_where_each_rule_is_from() -> None:
    profiles = rule_profiles()
    assert usual_rules().aisle == 3.0
    for profile in profiles.values():
        assert {rule.source for rule in profile.rules.values()} <= set(profile.sources)
        assert profile.values().aisle is not None


@pytest.mark.parametrize(
    ("rules", "aisle", "hydrant", "told"),
    [
        (None, 3.0, 1.4, []),
        ({"profile": "guangzhou"}, 4.0, None, []),
        ({"profile": "guangzhou", "aisle": 3.5, "hydrant_clear": 2}, 3.5, 2.0, []),
        ({"hydrant_clear": 0}, 3.0, None, []),
        ({"profile": "shangai"}, 3.0, 1.4, ["H281"]),
        ({"aisle": -1}, 3.0, 1.4, ["H108"]),
    ],
)
def test_rules_in_fair_yaml(
    tmp_path: Path, rules: Any, aisle: float, hydrant: float | None, told: list[str]
) -> None:
    document = {"format": 1, "id": "f", "name": "F", "languages": ["en"], "halls": [
        {"id": "1", "plan": {"file": "p.csv"}}]}  # fmt: skip
    if rules is not None:
        document["rules"] = rules
    (tmp_path / "fair.yaml").write_text(yaml.safe_dump(document), encoding="utf-8")
    diagnostics = Diagnostics()
    read = read_venue_rules(read_fair_yaml(tmp_path, diagnostics), diagnostics)
    assert (read.aisle, read.hydrant_clear) == (aisle, hydrant)
    assert [d.code for d in diagnostics] == told


def test_shapes_are_on_the_plan() -> None:
    findings = found({"B": box(22, 2, 3, 3), "C": box(0.2, 20, 3, 3)})
    floor = to_shape(box(0, 0, 48, 36))
    assert len(findings) == 2
    assert all(floor.contains(f.shape.representative_point()) for f in findings)
