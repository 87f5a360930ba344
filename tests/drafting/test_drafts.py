"""A plan is corrected and saved, and reads as it was left; fair.yaml changes in one place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from hallgen.diagnostics import Diagnostics
from hallgen.drafting import Draft, open_draft, read_hall, save_draft
from hallgen.drafting.fair_text import with_plan
from hallgen.drafting.things import Corrected, ThingKind
from hallgen.errors import UsageError
from tests.drafting.fairs import FAIR, drawn
from tests.readers.plans.drawings import THREE, boxes


def opened(folder: Path) -> Draft:
    diagnostics = Diagnostics()
    draft = open_draft(folder, "1", diagnostics)
    assert draft is not None, list(diagnostics)
    return draft


def saved(draft: Draft, **changes: object) -> Draft:
    whole = {"name": draft.name, "scale": draft.scale, "things": draft.things}
    save_draft(draft, Corrected.model_validate(whole | changes))
    return opened(draft.folder)


def test_what_is_saved_unchanged_is_the_plan_that_was_read(tmp_path: Path) -> None:
    folder = drawn(tmp_path / "fair")
    draft = opened(folder)
    again = saved(draft)
    assert again.things == draft.things
    assert (again.scale, again.source, again.file) == (draft.scale, draft.source, draft.file)
    read = read_hall(folder, "1", found := Diagnostics())
    assert (boxes(read.understood.plan if read.understood else None), list(found)) == (THREE, [])


def test_another_scale_makes_all_of_it_larger(tmp_path: Path) -> None:
    folder = drawn(tmp_path / "fair")
    again = saved(opened(folder), scale=2.0)
    assert again.scale == 2
    read = read_hall(folder, "1", Diagnostics())
    assert read.understood is not None
    assert boxes(read.understood.plan)["B7"][2:] == (12, 6)


def test_a_gate_keeps_its_name_and_width(tmp_path: Path) -> None:
    folder = drawn(tmp_path / "fair")
    draft = opened(folder)
    ring = ((0.0, 20.0), (4.0, 20.0))
    gate = {"id": 99, "kind": "gate", "rings": (ring,), "name": "North"}
    hall = {"id": 98, "kind": "outline", "rings": (((-5, -8), (20, -8), (20, 20), (-5, 20)),)}
    again = saved(draft, things=(*(t.model_dump() for t in draft.things), hall, gate))
    read = read_hall(folder, "1", Diagnostics())
    assert read.understood is not None
    (found,) = read.understood.plan.gates
    assert (found.name.best(), found.width, found.position) == ("North", 4, (7, 0))
    kinds = [thing.kind for thing in again.things]
    assert kinds == [ThingKind.OUTLINE, *[ThingKind.BOOTH] * 3, ThingKind.GATE]


def test_a_drawing_without_booths_can_be_drawn_on(tmp_path: Path) -> None:
    body = '<rect width="50" height="40" fill="none"/>'
    draft = opened(drawn(tmp_path / "fair", body=body))
    assert draft.things == ()
    booth = {"id": 1, "kind": "booth", "rings": (((0, 0), (3, 0), (3, 3), (0, 3)),), "number": "A1"}
    assert [thing.number for thing in saved(draft, things=(booth,)).things] == ["A1"]


def test_a_picture_and_a_scan_can_be_drawn_on(tmp_path: Path) -> None:
    booth = {"id": 1, "kind": "booth", "rings": (((0, 0), (60, 0), (60, 60), (0, 60)),)}
    for file in ("hall.png", "hall.pdf"):
        folder = drawn(tmp_path / file, FAIR.replace("hall.svg", file).replace("scale: 1 #", "#"))
        Image.new("RGB", (400, 300)).save(folder / "plans" / file)
        draft = opened(folder)
        assert draft.sheet.height / draft.sheet.width == pytest.approx(0.75)
        assert "data:image/png" in draft.sheet.picture
        again = saved(draft, scale=0.05, things=(booth | {"number": "A1"},))
        assert [thing.number for thing in again.things] == ["A1"]
        read = read_hall(folder, "1", Diagnostics())
        assert boxes(read.understood.plan if read.understood else None)["A1"][2:] == (3, 3)


def test_what_was_saved_says_what_it_corrects(tmp_path: Path) -> None:
    folder = drawn(tmp_path / "fair")
    saved(opened(folder))
    document = json.loads((folder / "plans/hall.corrected.geojson").read_text("utf-8"))
    assert document["hallgen"]["corrects"] == {"file": "plans/hall.svg", "scale": 1.0}
    assert [path.name for path in sorted((folder / "plans").iterdir())] == [
        "hall.corrected.geojson",
        "hall.svg",
    ]


def test_fair_yaml_changes_at_the_plan_alone() -> None:
    plan = {"file": "plans/hall.corrected.geojson", "unit": "m", "numbers": "column"}
    text = with_plan(FAIR, "1", plan, "Nord")
    assert (
        text
        == """\
format: 1
id: trial
name: Trial
languages: [en]
# The halls, by hand.
halls:
  - id: "1"
    name: Nord
    # the plan is the architect's
    plan:
      # Corrected with `hallgen plan edit`; before, it was:
      # file: plans/hall.svg
      # scale: 1
      file: plans/hall.corrected.geojson
      unit: m
      numbers: column # metres a unit
tables: {}  # none yet
"""
    )
    assert with_plan(text, "1", plan) == text
    assert "name: Süd" not in with_plan(text, "1", plan, "Süd")
    assert 'name: "Süd"' in with_plan(text, "1", plan, "Süd")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            'halls: [{id: "1", plan: {file: a.svg, unit: m}}]\n',
            'halls: [{id: "1", name: Nord, plan: {file: b.geojson, unit: m}}]\n',
        ),
        (
            "halls:\n- id: '1'\n  plan: {file: a.svg}\n  height: 9\n",
            "halls:\n- id: '1'\n  name: Nord\n  plan:\n"
            "    # Corrected with `hallgen plan edit`; before, it was:\n    # {file: a.svg}\n"
            "    file: b.geojson\n    unit: m\n  height: 9\n",
        ),
        (
            "halls:\n- id: '1'\n  name: {de: Nord}\n  plan: {file: b.geojson, unit: m}\n",
            "halls:\n- id: '1'\n  name: {de: Nord}\n  plan: {file: b.geojson, unit: m}\n",
        ),
    ],
)
def test_any_way_to_write_a_hall(before: str, after: str) -> None:
    assert with_plan(before, "1", {"file": "b.geojson", "unit": "m"}, "Nord") == after


def test_a_hall_that_is_gone_is_told() -> None:
    with pytest.raises(UsageError, match="no hall '2'"):
        with_plan(FAIR, "2", {"file": "b.geojson"})
