"""Plans that are tables, in any unit and any form of points."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hallgen.readers.plans.points import parse_points
from tests.readers.plans.drawings import THREE, box, boxes, read

CSV = "number,x,y,width,depth\nA1,0,0,3,3\nA2,3,0,3,3\nB7,0,9,6,3\n"
SQUARE = ((0.0, 0.0), (3.0, 0.0), (3.0, 3.0), (0.0, 3.0))


def table(path: Path, text: str, **source: Any) -> dict[str, Any]:
    path.write_text(text, encoding="utf-8")
    return {"unit": "m", "y": "up", **source}


def test_rectangles(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert boxes(read(path, **table(path, CSV))[0]) == THREE
    flipped = boxes(read(path, **table(path, CSV, y="down"))[0])
    assert flipped == {"A1": (0, 9, 3, 3), "A2": (3, 9, 3, 3), "B7": (0, 0, 6, 3)}
    assert boxes(read(path, unit="m")[0]) == flipped  # down, where nothing is said


@pytest.mark.parametrize(
    ("said", "side"),
    [({"unit": "ft"}, 0.9144), ({"unit": "cm"}, 0.03), ({"unit": "m", "scale": 3.0}, 9.0)],
)
def test_units(tmp_path: Path, said: dict[str, Any], side: float) -> None:
    path = tmp_path / "a.csv"
    x, y, width, depth = boxes(read(path, **table(path, CSV, **said))[0])["A1"]
    assert (x, y, width, depth) == pytest.approx((0, 0, side, side), abs=0.001)


def test_columns_by_name_and_by_their_words(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    header = CSV.replace("number,x,y,width,depth", "展位号,left,top,宽,深")
    assert boxes(read(path, **table(path, header))[0]) == THREE
    odd = CSV.replace("number,x,y,width,depth", "P,x,y,Q,R")
    columns = {"number": "P", "width": "Q", "depth": "R"}
    source = table(path, odd, table={"file": "a.csv", "columns": columns})
    assert boxes(read(path, **source)[0]) == THREE
    source["table"]["columns"]["depth"] = "S"
    plan, faults = read(path, **source)
    assert plan is None
    assert "H118:None" in faults


@pytest.mark.parametrize(
    "cell",
    [
        [[0, 0], [3, 0], [3, 3], [0, 3]],
        [[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]],
        [{"x": 0, "y": 0}, {"x": 3, "y": 0}, {"x": 3, "y": 3}, {"x": 0, "y": 3}],
        [0, 0, 3, 0, 3, 3, 0, 3],
        "0,0 3,0 3,3 0,3",
        "0 0; 3 0; 3 3; 0 3",
        "0,0,3,0,3,3,0,3",
        "[[0,0],[3,0],[3,3],[0,3]]",
        "POLYGON ((0 0, 3 0, 3 3, 0 3, 0 0))",
        "M0 0H3V3H0Z",
        "M0 0H1 M2 0 H3 V3 H0 Z",
    ],
)
def test_points_in_any_form(cell: object) -> None:
    corners = [point for point in parse_points(cell) if point in SQUARE]
    assert tuple(corners) == SQUARE


@pytest.mark.parametrize(
    "cell", ["0,0 3", "a,b", [1, 2, 3], [["x", 0]], "POLYGON ((", "[1", "M0 0 L x"]
)
def test_points_in_no_form(cell: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_points(cell)


def test_points_in_json(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    records = [
        {"number": "A1", "points": [{"x": 0, "y": 0}, {"x": 3, "y": 0}, {"x": 0, "y": 3}]},
        {"number": "A2", "points": [[3, 0], [6, 0], [6, 3], [3, 3]]},
    ]
    plan, faults = read(path, **table(path, json.dumps({"meta": {}, "booths": records})))
    assert faults == []
    assert boxes(plan) == {"A1": (0, 0, 3, 3), "A2": (3, 0, 3, 3)}
    assert plan is not None
    assert len(plan.booths[0].outline.outer) == 3


def test_turned_rectangles(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = "number,x,y,width,depth,rotation\nA1,0,0,6,2,90\nA2,9,0,2,2,\n"
    assert boxes(read(path, **table(path, text))[0])["A1"] == (0, 0, 2, 6)


def test_kinds_of_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = """number,kind,name,zone,x,y,width,depth
A1,raw,,cnc,3,3,6,6
A2,Booth,,,12,3,3,3
W1,wall,,,0,0,40,0.2
P1,column,,,20,10,1,1
H,outline,,,0,0,40,30
C1,cafe,Corner,,30,20,9,9
N,entrance,North,,18,29,4,1
T,aisle,,,0,15,40,3
"""
    plan, faults = read(path, **table(path, text))
    assert faults == []
    assert plan is not None
    assert [(b.number, b.kind, b.zone) for b in plan.booths] == [
        ("A1", "raw", "cnc"),
        ("A2", None, None),
    ]
    assert plan.outline is not None
    assert box(plan.outline) == (0, 0, 40, 30)
    assert (len(plan.walls), len(plan.columns)) == (1, 1)
    assert [(a.kind, a.name.best()) for a in plan.areas] == [("lounge", "Corner")]
    assert [(g.name.best(), g.position, g.width) for g in plan.gates] == [("North", (20, 30), 4)]


def test_other_tables_of_the_same_plan(tmp_path: Path) -> None:
    path = tmp_path / "plans" / "a.json"
    path.parent.mkdir()
    document = {
        "booths": [{"id": "A1", "x": 10, "y": 10, "w": 30, "h": 30}],
        "halls": [{"label": "One", "path": "M0 0H90 M100 0H200V100H0Z"}, {"label": "Two"}],
        "doors": [{"x": 95, "y": -20, "title": "South"}],
    }
    file = {"file": "plans/a.json"}
    plan, faults = read(
        path,
        **file,
        **table(path, json.dumps(document), scale=0.1, y="down"),
        table={**file, "records": "booths"},
        also={
            "outline": {**file, "records": "halls", "where": {"label": "One"}},
            "gates": {**file, "records": "doors", "columns": {"x": "x", "y": "y", "name": "title"}},
        },
    )
    assert faults == []
    assert boxes(plan) == {"A1": (1, 6, 3, 3)}
    assert plan is not None
    assert plan.outline is not None
    assert box(plan.outline) == (0, 0, 20, 10)
    assert [(g.name.best(), g.position) for g in plan.gates] == [("South", (9.5, 10))]


def test_layers_of_rows_and_rows_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    text = CSV + "gate_1,0,20,3,1\nstage,20,0,5,5\ndemo,30,0,5,5\n"
    source = table(path, text, layers={"gates": ["GATE_*"], "areas": ["stage"]})
    source["table"] = {"file": "a.csv", "unless": {"number": ["demo"]}}
    plan, faults = read(path, **source)
    assert (boxes(plan), faults) == (THREE, [])
    assert plan is not None
    assert (len(plan.gates), len(plan.areas)) == (1, 1)


def test_bad_rows_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = ["C1,x,0,3,3", "C2,,0,3,3", "C3,0,20,-3,3", "C4,0,20,0,3", ",0,30,3,3", "C5,9,9,,"]
    plan, faults = read(path, **table(path, CSV + "\n".join(rows) + "\n"))
    assert boxes(plan) == THREE
    assert sorted(faults) == ["H205:10", "H205:5", "H205:6", "H205:7", "H210:8", "H215:9"]


def test_a_table_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{")
    plan, faults = read(path, unit="m")
    assert plan is None
    assert len(faults) == 1
    other = tmp_path / "a.pdf"
    other.write_bytes(b"%PDF")
    assert read(other, unit="m") == (None, ["H200:None"])
