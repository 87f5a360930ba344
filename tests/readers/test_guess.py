"""What `hallgen new` makes of lists."""

from __future__ import annotations

from pathlib import Path

from hallgen.diagnostics import Diagnostics
from hallgen.readers.guess import ListGuess, guess_list


def guess(path: Path, text: str, *numbers: str, encoding: str = "utf-8") -> ListGuess:
    path.write_text(text, encoding=encoding)
    found = guess_list(path, path.name, Diagnostics(), numbers)
    assert found is not None
    return found


def test_an_export_with_a_title(tmp_path: Path) -> None:
    text = "Messe 2031;;\nFirma;Stand;Branche\nMüller;A1;Werkzeug für Köche\nSöhne;A2;Größen\n"
    found = guess(tmp_path / "a.csv", text, encoding="cp1252")
    source = found.source
    assert (source.encoding, source.separator, source.header) == ("cp1252", ";", 2)
    assert source.columns["booth"] == "Stand"
    assert found.lines[0] == "a.csv: 2 rows, encoding cp1252, separator ';', header on line 2."
    assert "a.csv: column 'Stand' is taken for booth (sure; filled in 2 of 2 rows)." in found.lines


def test_languages_come_from_headers_and_scripts(tmp_path: Path) -> None:
    zh = guess(tmp_path / "a.csv", "公司名称,英文名称,展位号\n样品,Sample,A1\n")
    assert zh.languages == ("zh", "en")
    assert zh.source.columns["name.zh"] == "公司名称"
    ja = guess(tmp_path / "b.csv", "店名,紹介,ブース\nSample,手作りの見本です。,1\n見本,ケーキ,2\n")
    assert ja.languages == ("ja",)
    es = guess(tmp_path / "c.csv", "name,description_es,stand\nMuestra,Una muestra,1\n")
    assert es.languages == ("es",)


def test_the_plans_numbers_tell_the_booths_column(tmp_path: Path) -> None:
    text = "name,number,place\nOne,17,a-1\nTwo,18,A2\nThree,19,A 3\n"
    assert guess(tmp_path / "a.csv", text, "A1", "A2", "A3").source.columns["booth"] == "place"


def test_a_list_that_is_a_plan(tmp_path: Path) -> None:
    text = "id,name,gridX,gridY,gridW,gridH\nA1,One,0,0,1,1\nA2,Two,1,0,1,1\n"
    found = guess(tmp_path / "a.csv", text)
    assert found.is_plan
    assert found.source.columns == {"name.en": "name", "booth": "id"}


def test_the_inner_list_is_that_of_the_exhibitors(tmp_path: Path) -> None:
    text = (
        """{"booths": [{"id": "A1", "exhibitors": [{"en": "One", "ko": "하나"}, {"en": "Two"}]}]}"""
    )
    found = guess(tmp_path / "a.json", text)
    assert found.source.records == "booths.exhibitors"
    assert found.source.columns == {"name.en": "en", "name.ko": "ko", "booth": "booths.id"}
    assert found.languages == ("ko", "en")


def test_columns_without_known_headers(tmp_path: Path) -> None:
    text = "q1,q2,q3\nSample Works,A-011,x@y.example\nOther Works,A-012,z@y.example\n"
    found = guess(tmp_path / "a.csv", text)
    assert found.source.columns == {"booth": "q2", "name.en": "q1"}
    assert any("unsure: please check" in line for line in found.lines)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{")
    found = Diagnostics()
    assert guess_list(tmp_path / "a.json", "a.json", found) is None
    assert [d.code for d in found] == ["H104"]
