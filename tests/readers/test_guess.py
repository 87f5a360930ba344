"""What `hallgen new` makes of lists."""

from __future__ import annotations

from pathlib import Path

from hallgen.diagnostics import Diagnostics
from hallgen.readers.guess import ListGuess, guess_list
from tests.readers.books import write_book


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


def test_exhibitors_are_not_lost_to_the_list_of_their_booths(tmp_path: Path) -> None:
    text = """{"data": {"items": [
        {"id": 1, "of": {"company": "One", "stands": [{"no": "A1"}, {"no": "A2"}]}},
        {"id": 2, "of": {"company": "Two", "stands": []}}]}}"""
    found = guess(tmp_path / "a.json", text, "A1", "A2")
    assert found.source.records == "data.items"
    assert found.rows == 2
    assert found.source.columns["booth"] == "of.stands.no"


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


def test_a_name_beside_the_english_one_is_in_the_lists_own_language(tmp_path: Path) -> None:
    names = ["Müller,Miller", "Söhne,", "Söhne & Co,", "Größe,Size", "示例,"]
    rows = [f"{name},4,A{at},Schweiz" for at, name in enumerate(names)]
    header = "Firma,Name (EN),Halle,Stand-Nr.,Land"
    found = guess(tmp_path / "a.csv", "\n".join([header, *rows]))
    assert found.languages == ("de", "en")
    assert found.source.columns["name.de"] == "Firma"
    assert found.source.columns["name.en"] == "Name (EN)"
    zh = guess(tmp_path / "b.csv", "公司名称,公司英文名,展位号\n样品,Sample,A1\n")
    assert zh.source.columns == {"name.zh": "公司名称", "name.en": "公司英文名", "booth": "展位号"}


def test_the_same_in_two_scripts_is_in_two_languages(tmp_path: Path) -> None:
    text = "Company,公司名称,Booth,Contact,Brand\nSample,样品,A1,Li,Sam\nOther,其他,A2,Wu,Oth\n"
    found = guess(tmp_path / "a.csv", text)
    assert found.languages == ("zh", "en")
    assert found.source.columns == {"name.en": "Company", "name.zh": "公司名称", "booth": "Booth"}


def test_headers_tell_the_language_of_latin_letters(tmp_path: Path) -> None:
    fr = guess(tmp_path / "a.csv", "Raison sociale,Pays,Numéro de stand\nExemple,Suisse,A1\n")
    assert fr.languages == ("fr",)
    one = guess(tmp_path / "b.csv", "Name,Booth,Telefon\nSample,A1,1\n")
    assert one.languages == ("en",)


def test_a_list_without_a_header_loses_no_row(tmp_path: Path) -> None:
    found = guess(tmp_path / "a.csv", "Sample Works,A-011\nOther Works,B012\n")
    assert found.source.header == 0
    assert found.rows == 2
    assert found.source.columns == {"booth": "column 2", "name.en": "column 1"}
    assert found.lines[0] == "a.csv: 2 rows, no header."


def test_a_column_that_counts_rows_is_neither_id_nor_booth(tmp_path: Path) -> None:
    text = "序号,公司名称,展位号\n1,样品,3\n2,其他,2\n3,第三,1\n"
    columns = guess(tmp_path / "a.csv", text, "1", "2", "3").source.columns
    assert columns == {"name.zh": "公司名称", "booth": "展位号"}


def test_rows_of_a_plan_that_are_no_booths(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        "id,name,type,x,y,w,h\nA1,One,booth,0,0,1,1\nDoor-1,In,,1,0,1,1\nS,Main,stage,2,0,1,1\n"
    )
    found = guess_list(tmp_path / "a.csv", "a.csv", Diagnostics(), ["A1"], ["door-*", "wall-*"])
    assert found is not None
    assert found.source.unless == {"type": ("stage",), "id": ("door-*",)}
    assert (found.named, found.placed) == (3, 1)
    assert any("Door-" in line or "door-*" in line for line in found.lines)


def test_the_hall_that_all_are_in(tmp_path: Path) -> None:
    column = "name,booth,hall\nOne,A1,北馆\nTwo,A2,北馆\nThree,A3,\n"
    assert guess(tmp_path / "a.csv", column).hall == "北馆"
    text = 'name,booth\nOne,"Hall 4.1, Stand A1"\nTwo,Hall 4.1 A2\n'
    assert guess(tmp_path / "b.csv", text).hall == "4.1"
    assert guess(tmp_path / "c.csv", "name,booth,hall\nOne,A1,1\nTwo,A2,2\n").hall is None


def test_the_sheet_with_the_exhibitors_is_not_always_the_fullest(tmp_path: Path) -> None:
    products = [["Product", "Company", "Image"], *([["Lathe", "One", "a.png"]] * 20)]
    exhibitors = [["Company", "Booth"], ["One", "A1"], ["Two", "A2"]]
    path = write_book(tmp_path / "a.xlsx", {"Products": products, "Exhibitors": exhibitors})
    found = guess_list(path, "a.xlsx", Diagnostics())
    assert found is not None
    assert found.source.sheet == "Exhibitors"
    assert found.rows == 2


def test_a_list_without_names_or_rows_is_told(tmp_path: Path) -> None:
    found = Diagnostics()
    (tmp_path / "a.json").write_text("[1, 2, 3]")
    (tmp_path / "b.csv").write_text("Company,Booth\n")
    assert guess_list(tmp_path / "a.json", "a.json", found) is not None
    assert guess_list(tmp_path / "b.csv", "b.csv", found) is None
    assert [(d.code, d.place.file) for d in found] == [("H120", "a.json"), ("H126", "b.csv")]


def test_a_sheet_for_each_hall_of_one_form(tmp_path: Path) -> None:
    one = [["Company", "Stand"], ["Acme", "A1"], ["Beta", "A2"]]
    two = [["Company", "Stand"], ["Gamma", "B1"]]
    notes = [["Remarks"], ["none"]]
    path = write_book(tmp_path / "a.xlsx", {"Hall 1": one, "Notes": notes, "Hall 2": two})
    guess = guess_list(path, path.name, Diagnostics())
    assert guess is not None
    assert [source.sheet for source in (guess.source, *guess.more)] == ["Hall 1", "Hall 2"]
