"""Workbooks, JSON and YAML: values, nesting, and the lines records begin on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.readers.fair_file import TableSource
from hallgen.readers.lined import Lined, SyntaxFault, read_json, read_yaml
from hallgen.readers.tables import Table, read_table
from hallgen.readers.tables.reading import record_paths
from tests.readers.books import Day, write_book


def read(path: Path, **source: object) -> tuple[Table | None, list[str]]:
    found = Diagnostics()
    table = read_table(path, TableSource(file=path.name, **source), path.name, found)
    return table, [f"{d.code}:{d.place.line}" for d in found]


def test_a_workbook(tmp_path: Path) -> None:
    sheet = [
        ["List of exhibitors", None, None],
        [],
        ["Company name", "Booth", "Date"],
        ["One", 101.0, Day(45000)],
        ["Two", 102.5, None],
    ]
    path = write_book(tmp_path / "list.xlsx", {"Notes": [["only a note"]], "List": sheet})
    table, faults = read(path)
    assert table is not None
    assert faults == []
    assert table.form == {"sheet": "List"}
    first, second = table.rows
    assert (first.text("Booth"), second.text("Booth")) == ("101", "102.5")
    assert first.values["Date"] == date(2023, 3, 15)
    assert (str(first.place), first.number("Booth")) == ("list.xlsx:4 (List)", 101.0)


def test_a_cell_merged_over_rows_is_in_all_of_them(tmp_path: Path) -> None:
    sheet = [["Name", "Booth"], ["Main", "A1"], ["Partner", None], ["Other", "A2"]]
    path = write_book(tmp_path / "list.xlsx", {"S": sheet}, {"S": ["B2:B3"]})
    table, _ = read(path)
    assert table is not None
    assert [row.text("Booth") for row in table.rows] == ["A1", "A1", "A2"]


def test_a_workbook_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = write_book(tmp_path / "list.xlsx", {"Sheet1": [["Name"], ["One"]]})
    assert read(path, sheet="Sheet2") == (None, ["H116:None"])
    path.write_bytes(b"PK\x03\x04 broken")
    assert read(path) == (None, ["H102:None"])
    assert read(tmp_path / "gone.csv") == (None, ["H101:None"])
    (tmp_path / "list.docx").write_bytes(b"")
    assert read(tmp_path / "list.docx") == (None, ["H103:None"])


NESTED = """{
  "venue": "Sample halls",
  "booths": [
    {"id": "A1", "at": {"x": 1, "y": 2.50},
     "exhibitors": [
      {"name": {"ko": "견본", "en": "Sample"}, "tags": ["a", "b"]},
      {"name": {"en": "Second"}}
    ]},
    {"id": "A2", "at": {"x": 4, "y": 2},
     "exhibitors": []}
  ]
}
"""


def test_nested_records_know_what_they_lie_in(tmp_path: Path) -> None:
    path = tmp_path / "booths.json"
    path.write_text(NESTED, encoding="utf-8")
    table, faults = read(path, records="booths.exhibitors")
    assert table is not None
    assert faults == []
    first, second = table.rows
    assert first.text("booths.id") == second.text("booths.id") == "A1"
    assert first.number("booths.at.y") == 2.5
    assert first.text("name.ko") == "견본"
    assert first.texts("tags") == ("a", "b")
    assert (first.place.line, second.place.line) == (6, 7)
    outer, _ = read(path)
    assert outer is not None
    assert outer.form == {"records": "booths"}
    assert outer.rows[0].texts("exhibitors.name.en") == ("Sample", "Second")
    assert record_paths(path) == ("booths", "booths.exhibitors")


def test_where_records_cannot_be_found(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(NESTED, encoding="utf-8")
    assert read(path, records="booth") == (None, ["H117:None"])
    path.write_text('{"a": 1}')
    assert read(path) == (None, ["H117:None"])
    path.write_text('[\n {"a": 1},\n {"a" 1}]')
    assert read(path) == (None, ["H104:3"])


def test_a_map_of_records_is_a_list_with_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("A1: {name: One}\nA2: {name: Two}\n")
    table, _ = read(path)
    assert table is not None
    assert [(row.text("key"), row.text("name")) for row in table.rows] == [
        ("A1", "One"),
        ("A2", "Two"),
    ]


def test_yaml_says_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("- {booth: 010, country: NO, hall: 4.10, at: 10:30}\n- {booth: true}\n")
    table, _ = read(path)
    assert table is not None
    first, second = table.rows
    assert [first.text(c) for c in table.columns] == ["010", "NO", "4.10", "10:30"]
    assert second.text("booth") == "true"
    assert second.place.line == 2


def test_yaml_knows_keys_and_repeats() -> None:
    document = read_yaml("a: 1\nb:\n  c: 2\na: 3\n")
    assert isinstance(document, Lined)
    assert document.lines == {"a": 4, "b": 2}
    assert document.repeated == [("a", 4)]


@pytest.mark.parametrize(
    "text", ["a: [1", "a:\n\t- 1", "a: *b", "!!python/object:os.system {}", "\x07"]
)
def test_bad_yaml_is_one_fault(text: str) -> None:
    with pytest.raises(SyntaxFault):
        read_yaml(text)


def test_json_as_deep_as_it_likes_is_one_fault() -> None:
    with pytest.raises(SyntaxFault):
        read_json("[" * 100_000)
    with pytest.raises(SyntaxFault):
        read_json("[NaN]")
    assert read_json("[123456789012345678901234567890]") == ["123456789012345678901234567890"]


@pytest.mark.real
def test_the_json_suite(real_data: Path, tmp_path: Path) -> None:
    """What must be accepted is, what must be refused is refused, and nothing breaks on the rest."""
    folder = real_data / "nasty" / "json-test-suite" / "test_parsing"
    files = sorted(folder.glob("*.json"))
    assert len(files) > 300
    for path in files:
        data = path.read_bytes()
        try:
            read_json(data.decode("utf-8"))
            accepted = True
        except (SyntaxFault, UnicodeDecodeError):
            accepted = False
        assert path.name[0] == "i" or accepted == (path.name[0] == "y"), path.name
        read(path)
