"""Pages by others' measure: html-validate, and schema.org's vocabulary for what programs read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.site.test_pages import check_links
from tests.support.fairs import small_fair
from tests.support.node import run_tool
from tests.support.sites import inputs_of, rendered
from tests.support.sorts import URL, every_sort

DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """One page of every sort, in two languages."""
    files = rendered(every_sort())
    return {path: data.decode() for path, data in files.items() if path.endswith(".html")}


def test_every_link_of_every_sort_of_page_leads_somewhere() -> None:
    inputs = every_sort()
    files = rendered(inputs)
    shelf = inputs.shelf
    made = [
        *(source.address for film in shelf.films.values() for source in film.sources),
        *(film.poster.address for film in shelf.films.values() if film.poster),
        *shelf.captions.values(),
        *(document.address for document in shelf.documents.values()),
        *(leaf.address for document in shelf.documents.values() for leaf in document.leaves),
        *(panorama.preview for panorama in shelf.panoramas.values()),
    ]
    assert check_links(files | dict.fromkeys(made, b""), URL) > 1000


def test_html_validate_finds_nothing(pages: Mapping[str, str]) -> None:
    faults = run_tool("html.mjs", pages)
    assert {path: some for path, some in faults.items() if some} == {}


def test_html_validate_would_find_something() -> None:
    (faults,) = run_tool("html.mjs", {"x": "<!doctype html><html><p id=a><p id=a>"}).values()
    assert faults


def test_schema_org_knows_every_type_and_property(pages: Mapping[str, str]) -> None:
    said = {text for page in pages.values() for text in DATA.findall(page)}
    things = [json.loads(text) for text in sorted(said)]
    assert {thing["@type"] for thing in things} == {
        *("BreadcrumbList", "Event", "ExhibitionEvent", "ItemList", "Organization", "Product")
    }
    wrong = {"@context": "https://schema.org", "@type": "Organization", "nmae": "A"}
    *faults, expected = run_tool("schema.mjs", [*things, wrong])
    assert [found[0] for found in faults if found] == []
    assert "nmae" in expected[0]


@pytest.mark.slow
def test_the_whole_sample_is_valid_and_every_link_leads_somewhere(sample_site: Path) -> None:
    files = {
        path.relative_to(sample_site).as_posix(): path.read_bytes()
        for path in sample_site.rglob("*")
        if path.is_file()
    }
    known = re.search(r"Sitemap: (.*)sitemap.xml", files["robots.txt"].decode())
    assert check_links(files, known[1] if known else "") > 10_000
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    faults = run_tool("html.mjs", pages)
    assert {path: some for path, some in faults.items() if some} == {}
    said = sorted({text for page in pages.values() for text in DATA.findall(page)})
    faults = run_tool("schema.mjs", [json.loads(text) for text in said])
    assert [found[0] for found in faults if found] == []


def test_programs_are_told_full_addresses_and_where_a_page_is() -> None:
    files = rendered(inputs_of(small_fair(), "https://fair.example/2026"))
    page = files["en/exhibitors/yuance/index.html"].decode()
    firm, way = (json.loads(text) for text in DATA.findall(page))
    assert firm["logo"] == "https://fair.example/2026/media/yuance-320.webp"
    assert [(one["name"], one["item"]) for one in way["itemListElement"]] == [
        ("Example Industry Fair", "https://fair.example/2026/en/"),
        ("Exhibitors", "https://fair.example/2026/en/exhibitors/"),
        ("Yuance CNC", "https://fair.example/2026/en/exhibitors/yuance/"),
    ]
