"""The organiser's guide: every example on the page is read without fault, and no key is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import ezdxf
import pytest
import yaml
from ezdxf import units

from hallgen import codes
from hallgen.cli.main import ExitCode
from hallgen.diagnostics import Diagnostics, Severity
from hallgen.layout import lay_out
from hallgen.model import BoothChoices, Fair, StyleName
from hallgen.readers import read_fair
from hallgen.readers.addresses import Addresses, read_addresses
from hallgen.readers.booth_numbers import BoothNumbers
from hallgen.readers.fair_file import (
    FairFile,
    HallEntry,
    Layers,
    PageEntry,
    PlanSource,
    TableSource,
)
from hallgen.readers.fields import TableKind, fields_of
from hallgen.readers.references import resolve
from hallgen.readers.tours_file import HotSpotEntry, StopEntry, TourEntry
from tests.conftest import ROOT
from tests.readers.books import write_book
from tests.readers.halls import make_hall

#: Where exhibitors' own files are, and what leads to them: they go with the small fair alone.
BOOTHS, TOURS = "booths/", "tours.yaml"

PAGE = (ROOT / "docs" / "fair-folder.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Example:
    """A block of the page; those without a file's name are parts of a fair.yaml."""

    line: int
    file: str
    text: str

    def __str__(self) -> str:
        return f"line {self.line}"


@cache
def examples() -> tuple[Example, ...]:
    blocks = re.finditer(r"^```\w+ ?(.*)\n((?:(?!```).*\n)*)```$", PAGE, re.MULTILINE)
    return tuple(Example(PAGE[: b.start()].count("\n") + 1, b[1], b[2]) for b in blocks)


def whole() -> Any:
    return yaml.safe_load(next(e.text for e in examples() if e.file == "fair.yaml"))


PARTS = [example for example in examples() if not example.file]


def write(folder: Path, fair: object) -> None:
    """All files of the page but exhibitors' own and tours, those of programs, and a fair.yaml."""
    for example in examples():
        if example.file and not example.file.startswith((BOOTHS, TOURS)):
            (folder / example.file).parent.mkdir(exist_ok=True)
            (folder / example.file).write_text(example.text, encoding="utf-8")
    (folder / "fair.yaml").write_text(yaml.safe_dump(fair, allow_unicode=True), encoding="utf-8")
    late = [["Company", "Booth"], ["Northlight Sensors", "A03"]]
    write_book(folder / "late.xlsx", {"Notes": [["Late", "payers"]], "Exhibitors": late})
    drawing = ezdxf.new(units=units.MM)
    space = drawing.modelspace()
    for layer, box in (("HALL", (0, 0, 24000, 18000)), ("STANDS", (6000, 6000, 9000, 9000))):
        west, south, east, north = box
        corners = [(west, south), (east, south), (east, north), (west, north)]
        space.add_lwpolyline(corners, close=True, dxfattribs={"layer": layer})
    space.add_text("E01", height=300, dxfattribs={"layer": "STAND_NO", "insert": (7000, 7000)})
    drawing.saveas(folder / "plans" / "hall-2.dxf")


def read(folder: Path, fair: object) -> Fair:
    """The fair as it is read, if there is nothing to say but hints."""
    write(folder, fair)
    found = Diagnostics()
    understood = read_fair(folder, found)
    for hall in understood.halls:
        lay_out(hall, found)
    assert [str(d) for d in found if d.severity is not Severity.HINT] == []
    return understood


def test_there_are_examples() -> None:
    assert len(PARTS) >= 8
    assert {e.file for e in examples()} >= {"fair.yaml", "exhibitors.csv", "plans/hall-1.svg"}


def test_the_small_fair(tmp_path: Path) -> None:
    fair = read(tmp_path, whole())
    assert [(e.name.get("en"), e.name.get("zh"), e.booths) for e in fair.exhibitors] == [
        ("Sample Machine Works", "样品机床厂", ("1-A01",)),
        ("Northlight Sensors", "北光传感", ("1-A02", "1-A03")),
        ("Coast Robotics", "海岸机器人", ("1-B01",)),
    ]
    assert fair.halls[0].outline.bounds == (0, 0, 24, 18)
    robot = fair.products[0]
    assert [(s.name.best(), s.value.best()) for s in robot.specifications] == [
        ("Payload", "12 kg"),
        ("Reach", "1.4 m"),
    ]
    assert len(fair.sessions) == 1


def test_an_exhibitor_chooses(tmp_path: Path) -> None:
    write(tmp_path, whole())
    (own,) = [example for example in examples() if example.file.startswith(BOOTHS)]
    (tmp_path / own.file).parent.mkdir(parents=True)
    (tmp_path / own.file).write_text(own.text, encoding="utf-8")
    found = Diagnostics()
    fair = read_fair(tmp_path, found)
    assert [str(d) for d in found if d.severity is not Severity.HINT] == []
    choices = {b.number: b.choices for b in fair.halls[0].booths}["A01"]
    assert choices.style is StyleName.GALLERY
    assert choices.products == (fair.products[1].id,)
    assert fair.exhibitors[1].old_slugs == ("northlight",)


def test_tours_on_the_page(tmp_path: Path) -> None:
    (example,) = [example for example in examples() if example.file == TOURS]
    (tmp_path / TOURS).write_text(example.text, encoding="utf-8")
    spot, first, new = read(tmp_path, whole()).trails
    assert [stop.booth for stop in spot.stops] == ["1-A01", "1-A03"]
    assert [stop.booth for stop in first.stops] == [None, "1-B01", "1-A01"]
    assert new.stops == spot.stops


@pytest.mark.parametrize("example", PARTS, ids=str)
def test_a_part_of_fair_yaml(tmp_path: Path, example: Example) -> None:
    fair = read(tmp_path, over_the_small_fair(yaml.safe_load(example.text)))
    assert fair.halls
    assert all(hall.booths for hall in fair.halls)


def over_the_small_fair(part: Any) -> Any:
    """The small fair with this part in place of its own; other halls have other booths."""
    return whole() | ({"tables": {}} if "halls" in part else {}) | part


def part(key: str, text: str) -> Any:
    """The part of the page that has this key and this text, over the small fair."""
    found = (yaml.safe_load(e.text) for e in PARTS if text in e.text)
    return over_the_small_fair(next(one for one in found if key in one))


def test_what_the_parts_mean(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "abcdef"]
    for folder in folders:
        folder.mkdir()
    firms = read(folders[0], part("tables", "data.booths.firms")).exhibitors
    assert [(e.name.best("en"), e.booths) for e in firms] == [
        ("Sample Machine Works", ("1-A01",)),
        ("Coast Robotics", ("1-A02",)),
        ("Northlight Sensors", ("1-A03",)),
    ]
    zoned = read(folders[1], part("zones", "booth_zones"))
    assert {b.number: b.zone for b in zoned.halls[0].booths}["B01"] == "robots"
    joint = read(folders[2], part("halls", "pavilions"))
    assert {b.number: b.kind.value for b in joint.halls[0].booths} == {
        "A01": "shell", "A02": "shell", "A03": "shell", "B01": "pavilion",
    }  # fmt: skip
    layered = read(folders[3], part("halls", "gates: [gate]"))
    assert [gate.width for gate in layered.halls[0].gates] == [5.0]
    table = read(folders[4], part("halls", "hall-4.csv"))
    assert [gate.name.best() for gate in table.halls[0].gates] == ["West gate"]
    assert len(table.halls[0].columns) == 1
    places = read(folders[5], part("halls", "hall-3.geojson"))
    assert [area.kind.value for area in places.halls[0].areas] == ["stage"]


def test_the_kinds_of_booths_by_size(tmp_path: Path) -> None:
    kinds = {b.number: b.kind.value for b in read(tmp_path, whole()).halls[0].booths}
    assert kinds == {"A01": "shell", "A02": "shell", "A03": "shell", "B01": "raw"}


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table below a heading, without its head."""
    below = PAGE.split(f"\n{heading}\n", 1)[1]
    table = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)
    assert table is not None
    lines = table[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def named(cells: list[list[str]]) -> set[str]:
    return {name for row in cells for name in re.findall(r"`([^`]+)`", row[0])}


@pytest.mark.parametrize("said", rows("## Booth numbers"), ids=lambda row: row[0])
def test_booth_numbers(said: list[str]) -> None:
    numbers = BoothNumbers([make_hall("1", ["A01", "A02", "A03", "B01"])])
    resolved = resolve(said[0].strip("`"), numbers)
    assert list(resolved.booths) == [f"1-{n.strip()}" for n in said[1].split(",") if n.strip()]
    assert (resolved.unmatched, resolved.halls) == ((), ())


@pytest.mark.parametrize("kind", [TableKind.EXHIBITORS, TableKind.PRODUCTS, TableKind.PROGRAMME])
def test_every_field_is_explained(kind: TableKind) -> None:
    assert named(rows(f"### {kind.value.capitalize()}")) == set(fields_of(kind))


def test_every_key_is_explained() -> None:
    assert named(rows("## fair.yaml, key by key")) == set(FairFile.model_fields)
    assert named(rows("## Lists")) == set(TableSource.model_fields)
    assert named(rows("## Halls and plans")) == set(HallEntry.model_fields)
    below = PAGE.split("| key of a plan |")[1]
    plan = re.match(r".*\n.*\n((?:\|.*\n)+)", below)
    assert plan is not None
    assert set(re.findall(r"^\| `(\w+)` \|", plan[1], re.MULTILINE)) == set(PlanSource.model_fields)
    assert named(rows("## Pages of your own")) == set(PageEntry.model_fields)
    assert named(rows("### SVG and DXF")) == set(Layers.model_fields)
    styles = PAGE.split("## Styles")[1].split("| key of a booth |")
    assert set(re.findall(r"^\| `(\w+)` \|", styles[0], re.MULTILINE)) == set(StyleName)
    keys = set(re.findall(r"^\| `(\w+)` \|", styles[1].split("## ")[0], re.MULTILINE))
    assert keys == set(BoothChoices.model_fields)
    trails = named(rows("## Hot spots and tours"))
    assert trails == set(TourEntry.model_fields) > set(HotSpotEntry.model_fields)
    stops = PAGE.split("| key of a stop |")[1].split("\n## ")[0]
    said = re.findall(r"^\| (`[^|]+) \|", stops, re.MULTILINE)
    assert named([[cell] for cell in said]) == set(StopEntry.model_fields)


def test_addresses_on_the_page(tmp_path: Path) -> None:
    write(tmp_path, whole())
    found = Diagnostics()
    assert read_addresses(tmp_path / "addresses.csv", found) != Addresses()
    assert len(found) == 0


def test_the_fault_on_the_page(tmp_path: Path) -> None:
    write(tmp_path, whole())
    table = tmp_path / "exhibitors.csv"
    table.write_text(table.read_text("utf-8").replace("Hall 1 B01", "B02"), encoding="utf-8")
    found = Diagnostics()
    read_fair(tmp_path, found)
    (fault,) = [str(d) for d in found if d.severity is not Severity.HINT]
    assert f"\n    {fault}\n" in PAGE


def test_codes_and_exit_codes_are_those_of_hallgen() -> None:
    section = PAGE.split("## When something is wrong")[1]
    assert {int(n) for n in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)} == set(ExitCode)
    ranges = [(int(a), int(b)) for a, b in re.findall(r"H(\d+) - H(\d+)", section)]
    for code in codes.every_code():
        assert sum(low <= int(code.code[1:]) <= high for low, high in ranges) == 1
    assert {s.value for s in Severity} <= set(re.findall(r"^\| (\w+) \|", section, re.MULTILINE))
