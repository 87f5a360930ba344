"""Whatever people write, in any field: a site has the same elements as with plain words, and no
script, handler, style or address that is not its own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import html5lib
import pytest
from icalendar import Calendar

from hallgen import codes
from hallgen.diagnostics import Diagnostic, Place
from hallgen.model import Text
from hallgen.site import qr_sheets, render_site
from hallgen.site.packed import PackedBooth, packed_page
from hallgen.site.preview import (
    Lack,
    PreviewPages,
    PreviewReport,
    PreviewTiles,
    booth_list,
)
from hallgen.site.preview_form import FormProduct, PreviewForm
from tests.support.naughty import naughty_inputs, write_naughty
from tests.support.payloads import OWN, PLAIN, naughty_strings
from tests.support.sites import VIEWER

Files = Mapping[str, bytes]

#: Attributes that hold an address, and those of them from which a page loads something.
_ADDRESSES = {
    *("href", "src", "srcset", "action", "formaction", "data", "poster", "cite", "background"),
    *("ping", "manifest", "{http://www.w3.org/1999/xlink}href"),
}
#: What a link out of the site may begin with.
_SCHEMES = {"http", "https", "mailto", "tel"}
#: Where the fair's `url` says that the site is: what is shown at any depth has links from there.
_HOME, _URL = "/2027/", "https://fair.example/2027/"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return site_of(tmp_path_factory.mktemp("plain") / "fair", PLAIN)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return site_of(tmp_path_factory.mktemp("hostile") / "fair", OWN)


def alone(folder: Path, texts: tuple[str, ...]) -> Files:
    """Pages that are no part of the site: sheets of codes, booths in one file, a preview."""
    inputs = naughty_inputs(write_naughty(folder, texts), texts)
    files = {"sheets.html": qr_sheets(inputs)}
    booths = [one for hall in inputs.index.fair.halls for one in hall.booths if one.exhibitors]
    for number, booth in enumerate(booths[:3]):
        picture = dict.fromkeys(inputs.pictures, ("image/webp", b"x"))
        packed = PackedBooth(booth, b"glTF", tuple(texts), picture, "export {};")
        files[f"packed{number}.html"] = packed_page(inputs.index, VIEWER, packed)
        faults = tuple(
            Diagnostic(codes.BAD_CELL, Place(text, 1, text), text, text) for text in texts
        )
        report = PreviewReport(50, (Lack("logo", 5, (texts[0],)),), faults, texts[-1])
        tiles = PreviewTiles("tiles/a.json", "tiles/b.json")
        form = PreviewForm(
            styles=("bold",),
            style=texts[0],
            designs=tuple(texts),
            design=texts[0],
            color=texts[0],
            usual=texts[-1],
            claims=dict.fromkeys(inputs.index.fair.languages, texts[0]),
            intros=dict.fromkeys(inputs.index.fair.languages, texts[1]),
            products=tuple(FormProduct(text, Text.of(en=text), text) for text in texts),
            logo=texts[0],
            video=texts[-1],
            endings={"logo": ".svg", "photo": ".png", "video": ".mp4"},
            faults={"style": faults},
        )
        pages = PreviewPages(inputs, booth, tiles, report, form, version=1)
        files[f"preview{number}.html"] = pages.make(pages.start.split("?")[0]) or b""
    files |= {f.path: f.data for f in booth_list(inputs, lambda booth: f"{booth.hall}/")}
    return files


def site_of(folder: Path, texts: tuple[str, ...], exhibitors: int = 9) -> Files:
    """The files of the site of a fair with these texts everywhere."""
    inputs = naughty_inputs(write_naughty(folder, texts, exhibitors), texts)
    return {file.path: file.data for file in render_site(inputs)}


@dataclass
class Found:
    """What pages are made of: elements with the attributes each may have."""

    parts: set[tuple[str, str]] = field(default_factory=set)

    def add(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.parts |= {(tag, name) for name in (*attributes, "")}


def test_every_page_has_the_elements_that_it_has_with_plain_words(
    plain: Files, hostile: Files
) -> None:
    allowed, found = Found(), Found()
    for files, parts in ((plain, allowed), (hostile, found)):
        for path, root in documents(files):
            check_document(path, root, parts)
    # Markdown may have these, which the plain words do not.
    assert found.parts - allowed.parts <= {("a", "title"), ("em", ""), ("code", ""), ("br", "")}
    assert len(allowed.parts) > 150


def test_pages_that_stand_alone_have_the_same_elements_too(tmp_path: Path) -> None:
    found: list[set[tuple[str, str]]] = []
    for name, texts in (("plain", PLAIN), ("hostile", OWN)):
        parts = Found()
        for path, root in documents(alone(tmp_path / name, texts)):
            styles = {"".join(style.itertext()) for style in root.iter("style")}
            assert not any("evil" in style or "alert" in style for style in styles), path
            for element in root.iter():
                assert isinstance(element.tag, str), path
                parts.add(element.tag, element.attrib)
                text = "".join(element.itertext())
                if element.tag == "script" and element.get("type") in {None, "module"}:
                    assert text.strip() in {"export {};", VIEWER.boot, ""}, path
                elif element.tag not in {"script", "style"}:
                    check_element(path, element.tag, element.attrib, text)
        found.append(parts.parts)
    assert found[1] <= found[0]


def test_every_page_type_is_there(hostile: Files) -> None:
    pages = {path.split("/", 1)[-1] for path in hostile if path.endswith(".html")}
    folders = {re.sub(r"[^/]+/index.html$", "", page) for page in pages if page.count("/") > 1}
    assert folders >= {
        *("exhibitors/", "products/", "halls/", "programme/", "worth-seeing/", "info/"),
    }
    singles = {"map/", "search/", "compare/", "shortlist/", "programme/", "worth-seeing/", ""}
    assert {f"{single}index.html" for single in singles} <= pages
    assert {"404.html", "offline.html", "index.html"} <= hostile.keys()


def test_files_for_programs_hold_nothing_but_what_they_should(plain: Files, hostile: Files) -> None:
    for path in ("_headers", "robots.txt", "worker.js"):
        assert hostile[path] == plain[path], path
    assert hostile.keys() >= {"sitemap.xml", "manifest.webmanifest", "fair.json"}
    known = drawings(plain)
    for path, data in hostile.items():
        assert re.fullmatch(r"[A-Za-z0-9._~/-]+", path), path
        assert ".." not in path.split("/"), path
        if path.endswith((".json", ".webmanifest")):
            json.loads(data)
        if path.endswith(".ics"):
            check_calendar(data)
        if path.endswith((".svg", ".xml")):
            check_drawing(path, data, known)


def test_no_kind_of_file_is_new(plain: Files, hostile: Files) -> None:
    """Nothing that people name or write decides under which type a file is served."""
    kinds = [{Path(path).suffix for path in files} for files in (plain, hostile)]
    assert kinds[0] == kinds[1]


@pytest.mark.slow
@pytest.mark.real
def test_the_big_list_of_naughty_strings(real_data: Path, plain: Files, tmp_path: Path) -> None:
    """Each of them is in some field; then their order is turned, so that fields differ."""
    texts = naughty_strings(real_data)
    allowed = Found()
    for path, root in documents(plain):
        check_document(path, root, allowed)
    for turn in range(3):
        turned = texts[turn * 7 :] + texts[: turn * 7]
        files = site_of(tmp_path / str(turn), turned, exhibitors=14)
        found = Found()
        for path, root in documents(files):
            check_document(path, root, found)
        new = found.parts - allowed.parts
        markdown = {"em", "strong", "code", "pre", "br", "blockquote", "hr", "ol", "a", "s"}
        assert {tag for tag, _ in new} <= markdown
        test_files_for_programs_hold_nothing_but_what_they_should(plain, files)
        test_no_kind_of_file_is_new(plain, files)


def documents(files: Files) -> Iterator[tuple[str, Any]]:
    for path, data in files.items():
        if path.endswith(".html"):
            yield path, html5lib.parse(data.decode(), namespaceHTMLElements=False)


def check_document(path: str, root: Any, found: Found) -> None:
    policies = root.findall(".//meta[@http-equiv='Content-Security-Policy']")
    assert len(policies) == 1, path
    assert "unsafe" not in policies[0].get("content").replace("'wasm-unsafe-eval'", ""), path
    for element in root.iter():
        assert isinstance(element.tag, str), f"{path}: a comment {element.text!r}"
        attributes = dict(element.attrib)
        found.add(element.tag, attributes)
        check_element(path, element.tag, attributes, "".join(element.itertext()))


def check_element(path: str, tag: str, attributes: Mapping[str, str], text: str) -> None:
    where = f"{path}: <{tag} {dict(attributes)}>"
    assert tag not in {"iframe", "object", "embed", "base", "applet", "frame", "style"}, where
    for name, value in attributes.items():
        assert not name.lower().startswith("on"), where
        assert name not in {"style", "srcdoc", "formaction", "ping"}, where
        if name in _ADDRESSES and value and not (tag == "a" and name == "href"):
            named = tag == "link" and attributes["rel"] in {"canonical", "alternate"}
            assert is_own(value) or (named and value.startswith(_URL)), where
    if tag == "a" and (href := attributes.get("href", "")):
        scheme = urlsplit(href).scheme
        assert is_own(href) or scheme in _SCHEMES, where
        if not is_own(href):
            assert "noopener" in attributes.get("rel", ""), where
    if tag == "script":
        check_script(where, attributes, text)
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        assert re.match(r"0; url=(\.\./)+[a-z]{2}/exhibitors/[a-z0-9-]+/$", attributes["content"])


def is_own(address: str) -> bool:
    """Whether addresses, a list of those of pictures too, lead to the site itself or are data."""
    if address.startswith("data:image/"):
        return True
    parts = [*filter(None, (part.strip().split(" ")[0] for part in address.split(",")))]
    split = [urlsplit(part.strip()) for part in parts]
    return all((one.scheme, one.netloc) == ("", "") for one in split) and not any(
        part.strip().startswith(("/", "\\")) and not part.startswith(_HOME) for part in parts
    )


def check_script(where: str, attributes: Mapping[str, str], text: str) -> None:
    kind = attributes.get("type")
    if kind is None and "src" in attributes:
        assert attributes["src"].endswith(VIEWER.as_files), where
        assert not text.strip(), where
    elif kind is None:
        assert (attributes, text) == ({}, VIEWER.boot), where
    elif kind == "module":
        assert attributes["src"].endswith(VIEWER.pages), where
        assert not text.strip(), where
    elif kind == "text/plain":
        assert re.fullmatch(r"[ -~]*", text), where
    else:
        assert kind in {"application/json", "application/ld+json"}, where
        assert not set(text) & set("<>&\u2028\u2029"), where
        json.loads(text)


def check_calendar(data: bytes) -> None:
    calendar = Calendar.from_ical(data)
    assert {type(part).__name__ for part in calendar.subcomponents} == {"Event"}
    known = {"SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID", "LOCATION", "DESCRIPTION", "URL"}
    for event in calendar.subcomponents:
        assert set(event) <= known
        assert str(event["SUMMARY"]) != "slipped"


def check_drawing(path: str, data: bytes, known: Found) -> None:
    """Elements and attributes as with plain words, and no address but the site's."""
    assert b"<!" not in data, path
    found = Found()
    for element in ElementTree.fromstring(data).iter():
        found.add(element.tag, element.attrib)
        for name, value in element.attrib.items():
            named = path == "sitemap.xml" and value.startswith(_URL)
            assert name not in _ADDRESSES or named or is_own(value), (path, value)
    assert found.parts <= known.parts, path


def drawings(files: Files) -> Found:
    """What the drawings and the other XML of a site are made of."""
    found = Found()
    for path, data in files.items():
        if path.endswith((".svg", ".xml")):
            for element in ElementTree.fromstring(data).iter():
                found.add(element.tag, element.attrib)
    return found
