"""Catalogues that would do harm, or are broken: one clear fault each, and nothing else happens."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from hallgen.codes import FILE_MISSING
from hallgen.diagnostics import Diagnostics, Place, Severity
from hallgen.readers import archives
from hallgen.readers.catalogues import is_catalogue, read_catalogue
from hallgen.readers.catalogues.html_text import html_text
from hallgen.readers.media_files import find_media
from hallgen.readers.packed_files import archive_of
from tests.readers.catalogues.made import BMECAT, aasx, environment

BOMB = """<?xml version="1.0"?><!DOCTYPE BMECAT [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;">]>
<BMECAT><HEADER/><T_NEW_CATALOG>&b;</T_NEW_CATALOG></BMECAT>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE BMECAT [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<BMECAT><HEADER><SUPPLIER><SUPPLIER_NAME>&x;</SUPPLIER_NAME></SUPPLIER></HEADER></BMECAT>"""
DEEP = "<BMECAT>" + "<A>" * 5000 + "</A>" * 5000 + "</BMECAT>"


def told(path: Path) -> str:
    """The code of the one fault of a catalogue that cannot be read."""
    found = Diagnostics()
    assert is_catalogue(path)
    assert read_catalogue(path, path.name, found) is None
    (fault,) = found
    assert fault.severity is Severity.ERROR
    assert "\n" not in str(fault)
    return fault.code


@pytest.mark.parametrize(
    "text",
    [BOMB, OUTSIDE, DEEP, "", "<html/>", BMECAT[:400], "\x00\x01", "<?xml version='1.0'?>"],
    ids=("bomb", "outside", "deep", "empty", "other", "cut off", "binary", "no root"),
)
def test_xml(tmp_path: Path, text: str) -> None:
    (tmp_path / "c.xml").write_text(text, encoding="utf-8")
    assert told(tmp_path / "c.xml") == "H171"


BLOCK = '<script type="application/ld+json">'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<p>Only words", "H171"),
        (f"{BLOCK}{{", "H171"),
        (f"{BLOCK}{'[' * 100_000}</script>", "H171"),
        ("<script" * 300_000, "H171"),
        ("<!--" * 300_000, "H171"),
        (f'{BLOCK}{{"@context": "https://schema.org", "@type": "Thing"}}</script>', "H172"),
    ],
    ids=("no block", "cut off", "deep", "tags", "comments", "no product"),
)
def test_pages(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "c.html").write_text(text, encoding="utf-8")
    found = Diagnostics()
    read_catalogue(tmp_path / "c.html", "c.html", found)
    assert [one.code for one in found] == [code]


def test_a_document_type_elsewhere_is_not_fetched_and_its_signs_are_those_of_html(
    tmp_path: Path,
) -> None:
    text = BMECAT.replace("N&#228;her", "N&auml;her")
    (tmp_path / "c.xml").write_text(text, encoding="utf-8")
    table = read_catalogue(tmp_path / "c.xml", "c.xml", Diagnostics())
    assert table is not None
    assert table.rows[0].text("name.de") == "Näherungsschalter"


@pytest.mark.parametrize(
    "document",
    [
        [],
        {},
        {"submodels": None},
        {"submodels": [3, "x", {"submodelElements": [1, {"value": {"a": []}}]}]},
        {"assetAdministrationShells": [{"submodels": [{"keys": "x"}]}], "submodels": {}},
        {"@context": "https://schema.org", "@type": "Product", "name": {"a": 1}, "image": [None]},
        {"@context": "https://schema.org", "@graph": [{"@type": "Product", "category": [[]]}]},
    ],
    ids=str,
)
def test_json_of_any_shape(tmp_path: Path, document: object) -> None:
    (tmp_path / "c.jsonld").write_text(json.dumps(document))
    found = Diagnostics()
    table = read_catalogue(tmp_path / "c.jsonld", "c.jsonld", found)
    assert table is not None or [one.code for one in found] == ["H171"]


def test_json_as_deep_as_can_be(tmp_path: Path) -> None:
    (tmp_path / "c.jsonld").write_text("[" * 100_000)
    assert told(tmp_path / "c.jsonld") == "H171"
    inner: dict[str, object] = {"modelType": "Property", "idShort": "x", "value": "1"}
    for _ in range(80):
        inner = {"modelType": "SubmodelElementCollection", "idShort": "c", "value": [inner]}
    deep = {"submodels": [{"id": "a", "submodelElements": [inner]}]}
    (tmp_path / "c.jsonld").write_text(json.dumps(deep))
    table = read_catalogue(tmp_path / "c.jsonld", "c.jsonld", Diagnostics())
    assert table is not None


def test_members_that_lead_out(tmp_path: Path) -> None:
    for name in ("../../evil.txt", "a/../../b", "C:\\x"):
        aasx(tmp_path / "arm.aasx", {name: b"x"})
        assert told(tmp_path / "arm.aasx") == "H175"


def test_what_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_BYTES", 10_000)
    document = environment()
    document["padding"] = "x" * 20_000
    aasx(tmp_path / "arm.aasx", {}, document)
    assert told(tmp_path / "arm.aasx") == "H175"


def test_packages_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "arm.aasx"
    aasx(path, {})
    whole = path.read_bytes()
    for data in (b"", b"PK", whole[: len(whole) // 2], b"\0" * 100):
        path.write_bytes(data)
        assert told(path) == "H171"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("readme.txt", "nothing")
    assert told(path) == "H171"


def test_files_in_a_package_are_written_where_we_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    aasx(tmp_path / "arm.aasx", {"aasx/files/a b;c.PNG": b"x"})
    place = Place("arm.aasx")
    found = Diagnostics()
    file = find_media(tmp_path, Path("arm.aasx/aasx/files/a b;c.PNG"), place, found)
    assert file is not None
    assert file.is_relative_to(tmp_path / "cache")
    assert file.suffix == ".png"
    assert find_media(tmp_path, Path("arm.aasx/none.png"), place, found) is None
    assert [one.code for one in found] == [FILE_MISSING.code]
    assert archive_of(tmp_path, Path("../arm.aasx/x")) is None


def test_a_catalogue_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hallgen.readers.catalogues.reading.MOST_BYTES", 100)
    (tmp_path / "c.xml").write_text(BMECAT, encoding="utf-8")
    assert told(tmp_path / "c.xml") == "H171"


@pytest.mark.parametrize("unit", ["<a ", '<a x="', "<!--", "<script", "&#", "<p>"], ids=str)
def test_a_description_takes_no_longer_the_more_of_it_was_never_ended(unit: str) -> None:
    """The standard library's parser takes minutes for as much, hours for what a file may hold."""
    assert html_text(f"<p>begin</p>{unit * 100_000}").startswith("begin")
    assert isinstance(html_text(unit * 100_000), str)
