"""Rows that are one exhibitor, and rows that only seem to be."""

from __future__ import annotations

from pathlib import Path

from hallgen.diagnostics import Diagnostics
from hallgen.readers.exhibitors import Listed, merged, read_listed
from hallgen.readers.fair_file import TableSource
from hallgen.readers.join import join, with_exhibitors
from hallgen.readers.tables import read_table
from tests.readers.halls import make_hall


def listed(folder: Path, text: str) -> tuple[tuple[Listed, ...], list[str]]:
    path = folder / "exhibitors.csv"
    path.write_text(text, encoding="utf-8")
    found = Diagnostics()
    source = TableSource(file=path.name)
    table = read_table(path, source, path.name, found)
    assert table is not None
    rows = merged(read_listed(table, source, ["en"], folder, found), found)
    return rows, [f"{d.code}:{d.place.line}" for d in found]


def test_rows_that_agree_are_one_exhibitor(tmp_path: Path) -> None:
    text = "name,booth,website,email\nOne,A1,one.example,\nONE!,A2,,a@one.example\nTwo,A3,,\n"
    rows, faults = listed(tmp_path, text)
    assert [row.name.best() for row in rows] == ["One", "Two"]
    assert [ref.text for ref in rows[0].references] == ["A1", "A2"]
    assert rows[0].facts["email"] == "a@one.example"
    assert faults == ["H307:2"]


def test_rows_that_differ_are_two_exhibitors(tmp_path: Path) -> None:
    rows, faults = listed(tmp_path, "name,website\nOne,one.example\nOne,other.example\n")
    assert len(rows) == 2
    assert faults == ["H314:3"]


def test_ids_settle_it(tmp_path: Path) -> None:
    text = "id,name,booth,city\n1,One,A1,X\n1,One,A2,Y\n2,One,A3,X\n2,Two,A4,X\n"
    rows, faults = listed(tmp_path, text)
    assert [(row.given_id, len(row.references)) for row in rows] == [("1", 2), ("2", 1)]
    assert faults == ["H306:5", "H307:2"]


def test_a_list_of_halls_goes_with_the_list_of_booths(tmp_path: Path) -> None:
    text = 'name,booths,hall\nOne,"A1; A1; B2","N; E; E"\nTwo,"A1, B2","N"\n'
    rows, _ = listed(tmp_path, text)
    assert [(ref.text, ref.hall) for ref in rows[0].references] == [
        ("A1", "N"),
        ("A1", "E"),
        ("B2", "E"),
    ]
    found = Diagnostics()
    halls = [make_hall("N", ["A1", "B2"]), make_hall("E", ["A1", "B2"])]
    joined = join({"one": rows[0], "two": rows[1]}, halls, found)
    assert joined.booths_of == {"one": ["N-A1", "E-A1", "E-B2"], "two": ["N-A1", "N-B2"]}
    assert not list(found)


def test_main_and_co_exhibitors(tmp_path: Path) -> None:
    """Whom others name is the main one, wherever its row is; who has no booth gets the main's."""
    text = (
        "name,booth,main exhibitor\n"
        "Guest,A1,Host\nHost,A1,\nSilent,,Host\nFirst,A2,\nSecond,A2,\nHome,,\nVisitor,A3,Home\n"
    )
    rows, _ = listed(tmp_path, text)
    hall = make_hall("1", ["A1", "A2", "A3"])
    by_id = {row.name.best().lower(): row for row in rows}
    booths = with_exhibitors(hall, join(by_id, [hall], Diagnostics())).booths
    assert [booth.exhibitors for booth in booths] == [
        ("host", "guest", "silent"),
        ("first", "second"),
        ("home", "visitor"),
    ]


def test_a_hall_column_that_is_about_something_else_is_passed_over(tmp_path: Path) -> None:
    rows, _ = listed(tmp_path, "name,booth,hall\nOne,A1,Europe\nTwo,A2,Asia\n")
    found = Diagnostics()
    joined = join(dict(enumerate_ids(rows)), [make_hall("1", ["A1", "A2"])], found)
    assert list(joined.booths_of.values()) == [["1-A1"], ["1-A2"]]
    assert not list(found)


def test_halls_that_are_not_in_the_fair_are_told_once(tmp_path: Path) -> None:
    rows, _ = listed(tmp_path, "name,booth,hall\nOne,A1,1\nTwo,A1,2\nThree,A2,2\n")
    found = Diagnostics()
    joined = join(dict(enumerate_ids(rows)), [make_hall("1", ["A1", "A2"])], found)
    assert list(joined.booths_of.values()) == [["1-A1"], [], []]
    assert [(d.code, d.place.line) for d in found] == [("H305", 3)]
    assert "Two, Three" in next(iter(found)).message


def enumerate_ids(rows: tuple[Listed, ...]) -> list[tuple[str, Listed]]:
    return [(str(at), row) for at, row in enumerate(rows)]


def test_rows_of_free_booths_are_summed_up(tmp_path: Path) -> None:
    text = "name,booth,city,email\nOne,A1,,\n,A2,,\n,A3,Town,\n,A4,,a@one.example\n,,Town,\n"
    rows, faults = listed(tmp_path, text)
    assert [row.name.best() for row in rows] == ["One"]
    assert faults == ["H121:5", "H121:6", "H127:None"]
    assert listed(tmp_path, "name,booth\nOne,A1\n,A2\n")[1] == ["H127:3"]


def test_wechat_is_an_id_an_address_or_a_picture(tmp_path: Path) -> None:
    text = (
        "公司名称,微信,展商级别\nOne,yuance_cnc,钻石\nTwo,https://u.wechat.com/abc,\n"
        "Three,media/code.png,\nFour,call us first!,\n"
    )
    rows, faults = listed(tmp_path, text)
    assert [row.facts["wechat"] for row in rows] == [
        *("yuance_cnc", "https://u.wechat.com/abc", "", "")
    ]
    assert [row.wechat_code for row in rows] == [None, None, Path("media/code.png"), None]
    assert rows[0].texts["tier"].best() == "钻石"
    assert faults == ["H122:5"]
