"""fair.yaml with planted faults: each is told with line and advice, the rest is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.errors import FairError, UsageError
from hallgen.readers.fair_yaml import FairYaml, read_fair_yaml

FAULTY = """\
format: 1
id: Bad Id
name: {zh: 样品展, en: Sample fair}
languages: [zh, english]
hals: []
theme: {accent: blue}
zones:
  - {id: cnc, name: CNC, color: "#12345"}
  - {id: cnc, name: Again}
halls:
  - id: 4.10
    heigt: 3
    height: -3
    plan: {file: a.svg, unit: meter}
  - id: 5.1
    plan: {unit: m}
  - id: 6.1
    plan: a.svg
  - id: 4.10
    plan: {file: b.svg}
tables:
  exhibitors: list.csv
  products:
    - fil: x.csv
    - {file: ok.csv, header: -1}
  programme:
"""


FAIR_OF_ONE_HALL = """\
format: 1
id: small
name: Small fair
languages: [en]
halls: [{id: "1", plan: {file: a.svg}}]
"""


def read(folder: Path, text: str) -> tuple[FairYaml, Diagnostics]:
    (folder / "fair.yaml").write_text(text, encoding="utf-8")
    found = Diagnostics()
    return read_fair_yaml(folder, found), found


def test_every_fault_is_told_and_the_rest_kept(tmp_path: Path) -> None:
    fair, found = read(tmp_path, FAULTY)
    assert [(d.code, d.place.line) for d in found.by_place()] == [
        ("H108", 2),
        ("H108", 4),
        ("H106", 5),
        ("H108", 6),
        ("H108", 8),
        ("H109", 9),
        ("H106", 12),
        ("H108", 13),
        ("H108", 14),
        ("H107", 16),
        ("H108", 18),
        ("H109", 19),
        ("H108", 22),
        ("H106", 24),
        ("H107", 24),
        ("H108", 25),
    ]
    told = {d.place.line: d for d in found}
    assert told[5].advice == "Did you mean 'halls'?"
    assert told[12].advice == "Did you mean 'height'?"
    assert "m, cm, mm, ft, in" in told[14].advice
    assert told[14].place.item == "halls[0].plan.unit"
    file = fair.file
    assert [hall.id for hall in file.halls] == ["4.10"]  # as written, not the number 4.1
    assert (file.halls[0].height, file.languages) == (12.0, ("zh",))
    assert [table.file for table in file.tables.products] == ["ok.csv"]
    assert [zone.color for zone in file.zones] == [None]
    assert fair.place("halls", 0, "plan", "file").line == 14


def test_what_every_fair_needs_is_made_up_and_told(tmp_path: Path) -> None:
    fair, found = read(tmp_path, "halls:\n  - {id: a, plan: {file: a.svg}}\n")
    assert [d.code for d in found] == ["H107"] * 4
    assert {d.message.split("'")[1] for d in found} == {"format", "id", "name", "languages"}
    assert fair.file.halls[0].id == "a"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("format: 1\nid: a\n\tname: x\n", [("H104", 3)]),
        ("a: [1\n", [("H104", 2)]),
        ("- a\n", [("H104", 1)]),
        ("", [("H104", 1)]),
    ],
)
def test_a_file_without_a_hall_is_no_fair(
    tmp_path: Path, text: str, faults: list[tuple[str, int | None]]
) -> None:
    (tmp_path / "fair.yaml").write_text(text)
    found = Diagnostics()
    with pytest.raises(FairError):
        read_fair_yaml(tmp_path, found)
    assert [(d.code, d.place.line) for d in found] == faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [("H107", None)]),
        ("halls: []\n", [("H107", 5)]),
        ("halls: [{id: a}]\n", [("H107", 5)]),
        ("halls: {id: a}\n", [("H108", 5)]),
    ],
)
def test_a_file_without_halls_is_read_for_its_tables(
    tmp_path: Path, text: str, faults: list[tuple[str, int | None]]
) -> None:
    head = "format: 1\nid: a\nname: a\nlanguages: [en]\n"
    source, found = read(tmp_path, head + text + "tables: {exhibitors: [{file: a.csv}]}\n")
    assert [(d.code, d.place.line) for d in found] == faults
    assert source.file.halls == ()
    assert source.file.tables.exhibitors[0].file == "a.csv"


def test_a_repeated_key_is_told(tmp_path: Path) -> None:
    text = (
        "format: 1\nid: a\nname: a\nlanguages: [en]\nhalls: [{id: a, plan: {file: a}}]\nname: b\n"
    )
    _, found = read(tmp_path, text)
    assert [(d.code, d.place.line) for d in found] == [("H105", 6)]


def test_no_fair_at_all_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"hallgen new"):
        read_fair_yaml(tmp_path, Diagnostics())


def test_a_time_zone_that_does_not_exist_is_told(tmp_path: Path) -> None:
    fair, found = read(tmp_path, FAIR_OF_ONE_HALL + "timezone: Beijing\n")
    (told,) = found.by_place()
    assert (told.code, told.place.line, fair.file.timezone) == ("H108", 6, None)
    assert "'Beijing', which is not a time zone's name" in told.message
    assert "Asia/Shanghai" in told.advice


def test_a_time_zone_is_read(tmp_path: Path) -> None:
    fair, found = read(tmp_path, FAIR_OF_ONE_HALL + "timezone: Europe/Berlin\n")
    assert (fair.file.timezone, list(found)) == ("Europe/Berlin", [])
