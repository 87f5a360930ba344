"""Drafts for fair.yaml from a plan alone; what is guessed reads the plan as it is."""

from __future__ import annotations

import json
from pathlib import Path

import ezdxf

from hallgen.diagnostics import Diagnostics
from hallgen.readers.plans import GuessedHall, guess_plan
from tests.readers.plans.drawings import (
    THREE,
    boxes,
    corners,
    feature,
    geojson,
    read,
    svg,
    svg_booths,
)


def only(path: Path) -> GuessedHall:
    (hall,) = guess_plan(path).halls
    assert hall.id is None
    assert set(hall.numbers) == set(THREE)
    return hall


def reads_back(path: Path, hall: GuessedHall) -> None:
    """The draft, as it is, gives the booths in metres."""
    source = hall.source.model_dump(mode="json", exclude_defaults=True)
    assert boxes(read(path, **source)[0]) == THREE


def test_a_drawing_with_its_numbers_written_inside(tmp_path: Path) -> None:
    path = svg(tmp_path / "a.svg", f'<g transform="scale(10)">{svg_booths(THREE)}</g>')
    hall = only(path)
    assert hall.source.scale == 0.1
    reads_back(path, hall)


def test_layers_by_their_names(tmp_path: Path) -> None:
    body = f"""{svg_booths(THREE)}
    <g id="Walls"><rect width="20" height="0.1"/></g>
    <g id="entrance-labels"><path d="M0 0h1v1z"/></g>
    <rect id="exit-north" width="3" height="0.1"/>
    <rect id="exit-south" y="9" width="3" height="0.1"/>
    <g id="legend[1]"><path d="M0 0h1v1z"/></g>"""
    layers = only(svg(tmp_path / "a.svg", body)).source.layers
    assert layers.walls == ("Walls",)
    assert layers.gates == ("exit-*",)
    assert layers.ignore == ("legend[[]1]",)


def test_numbers_in_ids(tmp_path: Path) -> None:
    ids = ["101", "102", "aa-7", "aa-8", "b12"]
    body = "\n".join(
        f'<rect id="space-{number}-shape" x="{30 * at}" width="30" height="30"/>'
        for at, number in enumerate(ids)
    )
    guess = guess_plan(svg(tmp_path / "a.svg", body), "plans/a.svg")
    (hall,) = guess.halls
    assert hall.source.number == "^space-(.+)-shape$"
    assert hall.numbers == ("101", "102", "AA-7", "AA-8", "B12")
    assert all(line.startswith("plans/a.svg: ") for line in guess.lines)


def test_a_dxf_with_units(tmp_path: Path) -> None:
    document = ezdxf.new()
    document.header["$INSUNITS"] = 4
    document.layers.add("A-WALL")
    for number, (x, y, width, depth) in THREE.items():
        ring = corners(x * 1000, y * 1000, width * 1000, depth * 1000)
        document.modelspace().add_lwpolyline(ring, close=True)
        document.modelspace().add_text(number, height=300).set_placement(
            (ring[0][0] + 900, ring[0][1] + 900)
        )
    document.modelspace().add_line((0, -1000), (9000, -1000), {"layer": "A-WALL"})
    path = tmp_path / "a.dxf"
    document.saveas(path)
    hall = only(path)
    assert (hall.source.scale, hall.source.layers.walls) == (None, ("A-WALL",))


def test_geojson_needs_nothing(tmp_path: Path) -> None:
    def degrees(box: tuple[float, ...]) -> list[tuple[float, float]]:
        return [(8 + x / 1e5, 50 + y / 1e5) for x, y in corners(*box)]

    path = geojson(
        tmp_path / "a.geojson", [feature(degrees(box), number=n) for n, box in THREE.items()]
    )
    hall = only(path)
    assert (hall.source.scale, hall.source.numbers) == (None, "column")


def test_tables_by_their_columns_and_what_they_say_of_units(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f"{n},{x},{y},{w},{d}" for n, (x, y, w, d) in THREE.items()]
    path.write_text("\n".join(["booth,x (m),y (m),width (m),depth (m)", *rows]))
    assert only(path).source.unit == "m"
    path = tmp_path / "a.json"
    booths = [{"id": n, "left": x, "top": y, "w": w, "h": d} for n, (x, y, w, d) in THREE.items()]
    path.write_text(json.dumps({"meta": {"unit": "feet"}, "walls": [{"a": 1}], "booths": booths}))
    hall = only(path)
    assert hall.source.unit == "ft"
    assert hall.source.table is not None
    assert hall.source.table.records == "booths"
    path.write_text(json.dumps({"hall": {"unitSizeMeters": 3}, "booths": booths}))
    assert only(path).source.scale == 3


def test_several_halls_in_one_table_have_one_scale(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f"A{i},North,{i * 60},0,60,60" for i in range(6)] + ["B1,South,0,200,120,60"]
    path.write_text("\n".join(["number,hall,x,y,width,depth", *rows]))
    guess = guess_plan(path)
    assert [(hall.id, len(hall.numbers)) for hall in guess.halls] == [("North", 6), ("South", 1)]
    assert {hall.source.scale for hall in guess.halls} == {0.05}


def test_what_is_no_plan(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("name,booth\nAcme,A1\n")
    assert guess_plan(path).halls == ()
    broken = tmp_path / "a.svg"
    broken.write_text("<svg>")
    diagnostics = Diagnostics()
    assert guess_plan(broken, "plans/a.svg", diagnostics).halls == ()
    assert [(fault.code, fault.place.file) for fault in diagnostics] == [("H200", "plans/a.svg")]
