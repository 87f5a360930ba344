"""Lists that lie on their side, headers over several lines, and cells that programs printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallgen.diagnostics import Diagnostics
from hallgen.readers.fair_file import TableSource
from hallgen.readers.guess import guess_list
from hallgen.readers.tables import Table, read_table


def table(folder: Path, text: str, name: str = "list.csv") -> Table:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    read = read_table(path, TableSource(file=name), name, found := Diagnostics())
    assert read is not None
    assert list(found) == []
    return read


def test_a_list_on_its_side(tmp_path: Path) -> None:
    """Country codes are names of languages, too, and no header."""
    text = "Exhibitor,Acme,Beta\nBooth,A12,B1\nWebsite,a.de,b.fr\nCountry,DE,FR\n"
    read = table(tmp_path, text)
    assert read.columns == ("Exhibitor", "Booth", "Website", "Country")
    assert [row.values["Booth"] for row in read.rows] == ["A12", "B1"]
    assert [row.place.line for row in read.rows] == [2, 3]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        (
            "Messe 2026,,,,\nAussteller,,Stand,,Kontakt\nFirma,Land,Halle,Nr.,E-Mail\n"
            "Acme,DE,4.1,A12,a@b.de\nBeta,FR,3,B1,c@d.fr\n",
            {"name": "Aussteller.Firma", "hall": "Stand.Halle", "booth": "Stand.Nr"},
        ),
        (
            "公司名称,,展位号,国家\n中文,英文,,\n上海泵业,Acme Pumps,A12,中国\n北京,Beta,B1,中国\n",
            {"name.zh": "公司名称.中文", "name.en": "公司名称.英文", "booth": "展位号"},
        ),
    ],
)
def test_headers_of_two_lines(tmp_path: Path, text: str, columns: dict[str, str]) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    guess = guess_list(path, path.name, Diagnostics())
    assert guess is not None
    assert guess.rows == 2
    found = guess.source.columns
    plain = {field.partition(".")[0]: column for field, column in found.items()} | found
    assert {field: plain[field] for field in columns} == columns


def test_a_second_line_of_data_is_no_header(tmp_path: Path) -> None:
    read = table(tmp_path, "Name,,Booth\nHall,Stand,A12\nBeta,x,B1\n")
    assert len(read.rows) == 2


def test_cells_that_programs_printed(tmp_path: Path) -> None:
    text = (
        'name;booths;contact\nAcme;["A12", "A14"];{"email": "a@b.de", "phone": null}\n'
        "Beta;('C1', 'C2');{'email': 'c@d.fr'}\nGamma (formerly X);[];(none)\n"
    )
    read = table(tmp_path, text)
    assert read.columns == ("name", "booths", "contact", "contact.email")
    assert [row.texts("booths") for row in read.rows] == [("A12", "A14"), ("C1", "C2"), ()]
    assert [row.text("contact.email") for row in read.rows] == ["a@b.de", "c@d.fr", ""]
    assert read.rows[2].text("name") == "Gamma (formerly X)"
