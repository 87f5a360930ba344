"""Which hall lies behind which gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen import codes
from hallgen.diagnostics import Diagnostics
from hallgen.readers import read_fair

FAIR = """\
format: 1
id: doors
name: Doors
languages: [en]
halls:
  - id: "1"
    plan:
      {{file: a.csv, unit: m, size: {{width: 40, depth: 20}}, also: {{gates: {{file: gates.csv}}}}}}
    doors: {{{doors}}}
  - {{id: "2", plan: {{file: b.csv, unit: m, size: {{width: 40, depth: 20}}}}}}
  - {{id: "2.1", plan: {{file: b.csv, unit: m, size: {{width: 40, depth: 20}}}}}}
"""
PLAN = "number,x,y,width,depth\nA1,10,8,3,3\n"


def leads(folder: Path, gates: str, doors: str = "") -> tuple[dict[str, str | None], list[str]]:
    """Where the gates of hall 1 lead, by their names, and what was told of it."""
    (folder / "fair.yaml").write_text(FAIR.format(doors=doors), "utf-8")
    for name, text in (("a", PLAN), ("b", PLAN), ("gates", f"name,x,y\n{gates}\n")):
        (folder / f"{name}.csv").write_text(text, "utf-8")
    diagnostics = Diagnostics()
    fair = read_fair(folder, diagnostics)
    told = [str(d) for d in diagnostics if d.kind is codes.UNKNOWN_DOOR]
    return {gate.name.best("en"): gate.leads for gate in fair.halls[0].gates}, told


@pytest.mark.parametrize(
    ("name", "hall"),
    [
        ("East Gate to Hall 2", "2"),
        ("东门（往2.1馆）", "2.1"),
        ("2号馆", "2"),
        ("Halle 2.1", "2.1"),
        ("Gate 2", None),
        ("Hall 1", None),
        ("Hall 20", None),
        ("Halls 2 and Hall 2.1", None),
        ("Café", None),
    ],
)
def test_what_is_written_on_a_gate_tells(tmp_path: Path, name: str, hall: str | None) -> None:
    assert leads(tmp_path, f"{name},40,10") == ({name: hall}, [])


def test_fair_yaml_tells_by_side_or_name(tmp_path: Path) -> None:
    gates = "East,40,10\nWest to Hall 2,0,10\nTruck,20,20"
    said = 'east: "2", Truck: "2.1", west: "2.1"'
    expected = {"East": "2", "West to Hall 2": "2.1", "Truck": "2.1"}
    assert leads(tmp_path, gates, said) == (expected, [])


def test_doors_that_lead_nowhere_are_told_and_the_rest_holds(tmp_path: Path) -> None:
    found, texts = leads(tmp_path, "East,40,10", 'north: "2", east: "2", East: "3", south: "1"')
    assert found == {"East": "2"}
    assert len(texts) == 3
    assert "hall 1 has no gate 'north'" in texts[0]
    assert "there is no other hall '3'" in texts[1]
    assert "there is no other hall '1'" in texts[2]
    assert all(text.startswith("fair.yaml:9") for text in texts)
