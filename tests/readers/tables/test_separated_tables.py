"""CSV as people have it: encodings, separators, titles, quotes, and what is broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.diagnostics import Diagnostics
from hallgen.readers.fair_file import TableSource
from hallgen.readers.tables import Table, read_table
from hallgen.readers.tables.decoding import decode
from hallgen.readers.tables.rows import tidy
from hallgen.readers.tables.separated import read_separated


def read(path: Path, data: bytes | str, **source: object) -> tuple[Table, list[str]]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    found = Diagnostics()
    table = read_table(path, TableSource(file=path.name, **source), path.name, found)
    assert table is not None
    return table, [f"{d.code}:{d.place.line}" for d in found]


def rows(table: Table) -> list[list[str]]:
    return [[row.text(column) for column in table.columns] for row in table.rows]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("公司名称,展位号\n上海示例机床,A1\n示例 Robotics,A2\n", "gb18030"),
        ("name,booth\nSample AG,A1\n示例,A2\n", "gb18030"),
        ("公司名稱,攤位\n臺灣範例機械股份有限公司,A1\n", "big5"),
        ("会社名,小間\n株式会社サンプル精機,A1\nロボット見本,B2\n", "cp932"),
        ("업체명,부스\n주식회사 견본로봇,A1\n", "cp949"),
        ("Firma;Stand\nMüßig & Söhne – Größe;A1\n", "cp1252"),
        ("Компания;Стенд\nООО Образец;A1\n", "cp1251"),
        ("Firma;Stoisko\nŁódź Przykład;A1\nŻółw;A2\n", "cp1250"),
        ("name,booth\nSAMPLE 样品,A1\n", "gb18030"),
        ("name,booth\n示例,A1\n", "utf-8"),
        ("name,booth\n示例,A1\n", "utf-8-sig"),
        ("name,booth\n示例,A1\n", "utf-16"),
        ("name,booth\nSample Works,A1\n", "utf-16-le"),
        ("name,booth\nSample Works,A1\n", "utf-16-be"),
    ],
)
def test_an_encoding_is_told_from_a_few_lines(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.lost == 0


def test_an_export_as_trade_fairs_make_it(tmp_path: Path) -> None:
    """cp1252, semicolons, a title above the header, quotes over two lines, empty tail."""
    text = (
        "Aussteller der Mustermesse 2031;;;\r\n"
        "\r\n"
        'Firma;Land;"Halle/Stand";\r\n'
        '"Müller; Söhne GmbH";Österreich;"Hall 26, Stand E98, (26)";\r\n'
        '"Zweizeilig\nAG";Deutschland;D55/1;\r\n'
        "Größe & Cie;Schweiz;Digital Only;\r\n"
        ";;;\r\n"
    )
    table, faults = read(tmp_path / "aussteller.csv", text.encode("cp1252"))
    assert faults == []
    assert table.columns == ("Firma", "Land", "Halle/Stand")
    assert table.header == 3
    assert table.form == {"encoding": "cp1252", "separator": ";"}
    assert [row.place.line for row in table.rows] == [4, 5, 7]
    assert rows(table)[1] == ["Zweizeilig\nAG", "Deutschland", "D55/1"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator(tmp_path: Path, separator: str) -> None:
    lines = [["name", "booth", "intro"], ["One", "A1", "x"], ["Two", "A2", "y"]]
    text = "\n".join(separator.join(line) for line in lines)
    assert rows(read(tmp_path / "a.csv", text)[0]) == lines[1:]


def test_a_separator_that_is_announced_or_stated(tmp_path: Path) -> None:
    assert rows(read(tmp_path / "a.csv", "sep=;\r\nname;a,b\r\nOne;1,2\r\n")[0]) == [["One", "1,2"]]
    table, faults = read(tmp_path / "a.csv", "name\tb\nx\ty\n", separator="tab")
    assert (rows(table), faults) == ([["x", "y"]], [])
    _, faults = read(tmp_path / "a.csv", "name,b\nx,y\n", separator="::")
    assert faults == ["H115:None"]


def test_rows_that_do_not_fit_are_told(tmp_path: Path) -> None:
    table, faults = read(tmp_path / "a.csv", "name,booth\nOne\nTwo,A2,extra\nThree,A3,\n")
    assert rows(table) == [["One", ""], ["Two", "A2"], ["Three", "A3"]]
    assert faults == ["H111:3"]


def test_a_quote_that_never_ends_costs_no_rows(tmp_path: Path) -> None:
    table, faults = read(tmp_path / "a.csv", 'name,booth\nOne,A1\n"Two,A2\nThree,A3\n')
    assert [row.text("booth") for row in table.rows] == ["A1", "A2", "A3"]
    assert faults == ["H112:3"]


def test_columns_without_and_with_the_same_name(tmp_path: Path) -> None:
    table, _ = read(tmp_path / "a.csv", "name,,note,note\nOne,x,1,2\nTwo,y,3,4\n")
    assert table.columns == ("name", "column 2", "note", "note (2)")


def test_the_header_may_be_stated_and_repeat(tmp_path: Path) -> None:
    table, _ = read(tmp_path / "a.csv", "a,b\nc,d\ne,f\nc,d\ng,h\n", header=2)
    assert rows(table) == [["e", "f"], ["g", "h"]]
    _, faults = read(tmp_path / "a.csv", "a,b\n", header=9)
    assert faults == ["H110:9"]


def test_an_empty_file_and_lost_characters_are_told(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", b"")[1] == ["H110:None"]
    _, faults = read(tmp_path / "a.csv", b"name\nOne\n\xff\xfe\n", encoding="utf-8")
    assert faults == ["H113:3"]
    _, faults = read(tmp_path / "a.csv", b"name\nOne\n", encoding="klingon")
    assert faults == ["H114:None"]


def test_where_keeps_rows(tmp_path: Path) -> None:
    text = "name,kind\nOne,shell\nTwo,RAW\n"
    assert rows(read(tmp_path / "a.csv", text, where={"kind": "raw"})[0]) == [["Two", "RAW"]]
    table, faults = read(tmp_path / "a.csv", text, where={"kinds": "raw"})
    assert (table.rows, faults) == ((), ["H118:None"])


def test_unless_leaves_out_rows(tmp_path: Path) -> None:
    text = "name,kind\nOne,shell\nTwo,RAW\nGate_1,gate\n"
    unless = {"name": ("gate_*", "o?e")}
    assert rows(read(tmp_path / "a.csv", text, unless=unless)[0]) == [["Two", "RAW"]]
    _, faults = read(tmp_path / "a.csv", text, unless={"kinds": ("x",)})
    assert faults == ["H118:None"]


cells = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\r", exclude_categories=["Cs"]), max_size=8
)


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=6))
def test_what_was_quoted_comes_back_with_its_line(lines: list[list[str]]) -> None:
    """Any cells at all, each quoted, come back; lines are counted through the breaks in them."""
    text = "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\n" for line in lines
    )
    read_lines = read_separated(text, ",").lines
    assert [list(line.cells) for line in read_lines] == lines
    starts = [1]
    for line in lines[:-1]:
        starts.append(starts[-1] + 1 + sum(cell.count("\n") for cell in line))
    assert [line.number for line in read_lines] == starts


@given(data=st.binary(max_size=300), suffix=st.sampled_from([".csv", ".json", ".yaml", ".xlsx"]))
def test_any_bytes_end_in_rows_or_faults(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(data)
    found = Diagnostics()
    table = read_table(path, TableSource(file="any"), "any", found)
    assert found or (table is not None and table.columns)


@given(st.text(max_size=200), st.sampled_from([".csv", ".json", ".yaml"]))
def test_any_text_ends_in_rows_or_faults(
    tmp_path_factory: pytest.TempPathFactory, text: str, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"text{suffix}"
    path.write_bytes(text.encode(errors="surrogatepass"))
    found = Diagnostics()
    table = read_table(path, TableSource(file="any"), "any", found)
    assert found or (table is not None and (table.columns or suffix != ".csv"))


@pytest.mark.real
def test_the_csv_spectrum(real_data: Path) -> None:
    """Every file of the suite has the records that its JSON says."""
    folder = real_data / "nasty" / "csv-spectrum"
    for path in sorted((folder / "csvs").glob("*.csv")):
        found = Diagnostics()
        table = read_table(path, TableSource(file=path.name, header=1), path.name, found)
        assert table is not None
        if path.stem == "location_coordinates":
            continue  # the suite's own CSV and JSON have different telephone numbers
        said = json.loads((folder / "json" / f"{path.stem}.json").read_text())
        expected = said if isinstance(said, list) else [said]
        # The suite keeps white space as it is; a text of ours is tidied.
        wanted = [[tidy(value) for value in one.values()] for one in expected]
        assert rows(table) == wanted, path.name
        assert not list(found), path.name


def test_a_table_without_a_header(tmp_path: Path) -> None:
    table, _ = read(tmp_path / "a.csv", "Sample Works,A-011\nOther,A-012\n")
    assert (table.header, table.columns) == (0, ("column 1", "column 2"))
    assert rows(table) == [["Sample Works", "A-011"], ["Other", "A-012"]]
    assert [row.place.line for row in table.rows] == [1, 2]
    table, _ = read(tmp_path / "a.csv", "name,booth\nOther,A-012\n", header=0)
    assert rows(table)[0] == ["name", "booth"]
    assert read(tmp_path / "a.csv", "who,where\nOther,A-012\nThird,A-013\n")[0].header == 1


def test_a_table_without_rows_is_told(tmp_path: Path) -> None:
    assert read(tmp_path / "a.csv", "name,booth\n")[1] == ["H126:1"]
    assert read(tmp_path / "a.json", '{"a": {"list": []}}', records="a.list")[1] == ["H126:None"]
    assert read(tmp_path / "a.csv", "name,kind\nA,x\n", where={"kind": "y"})[1] == ["H126:None"]


def test_an_encoding_that_fair_yaml_names(tmp_path: Path) -> None:
    data = "name,booth\n示例,A1\n".encode("utf-16")
    table, faults = read(tmp_path / "a.csv", data, encoding="utf-16")
    assert (rows(table), faults) == ([["示例", "A1"]], [])
    assert read(tmp_path / "a.csv", "name\nA\n", encoding="zip")[1] == ["H114:None"]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\x00", "a workbook or another ZIP"),
        (b"%PDF-1.7\n", "a PDF"),
        (bytes(range(256)), "a program's own format"),
    ],
)
def test_a_file_that_is_no_text_is_told(tmp_path: Path, data: bytes, what: str) -> None:
    path, found = tmp_path / "a.csv", Diagnostics()
    path.write_bytes(data)
    assert read_table(path, TableSource(file="a.csv"), "a.csv", found) is None
    assert [(d.code, what in d.message) for d in found] == [("H102", True)]
