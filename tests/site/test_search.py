"""What can be searched for, and the files that say so."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hallgen.media.documents import Document
from hallgen.media.shelf import MediaShelf
from hallgen.model import RichMedia, Text
from hallgen.site import SearchRecord, search_files, search_records
from hallgen.site.search_index import packed
from hallgen.site.sorting import sort_key
from tests.support.fairs import exhibitor, fair_of, product, small_fair
from tests.support.sites import inputs_of

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def unpacked(text: str) -> list[int]:
    """As viewer/src/search/catalog.ts does it."""
    gaps, value, shift = [], 0, 0
    for letter in text:
        digit = DIGITS.index(letter)
        value |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            gaps.append(value + 1)
            value, shift = 0, 0
    return [total - 1 for total in accumulate(gaps)]


def records_of(language: str) -> list[SearchRecord]:
    return [one for one in search_records(inputs_of(small_fair())) if one.language == language]


@given(st.sets(st.integers(min_value=0, max_value=1 << 20)))
def test_numbers_of_things_come_back(numbers: set[int]) -> None:
    assert unpacked(packed(sorted(numbers))) == sorted(numbers)


def test_packed_numbers_are_as_the_viewer_reads_them() -> None:
    assert packed([0, 1, 3, 36, 37, 69]) == "AABgBAf"


def test_each_exhibitor_product_and_session_is_found_in_each_language() -> None:
    fair = small_fair()
    records = list(search_records(inputs_of(fair)))
    things = len(fair.exhibitors) + len(fair.products) + len(fair.sessions)
    assert len(records) == things * len(fair.languages)
    assert {record.language for record in records} == set(fair.languages)
    assert all(record.shown.title and record.names and record.shown.page for record in records)
    first = fair.exhibitors[0]
    for record in records:
        assert record.shown.page.startswith(f"{record.language}/")
    own = [record for record in records if record.shown.page.endswith(f"/{first.slug}/")]
    for _, words in first.name.said:
        assert all(words in record.names for record in own)


def test_records_are_in_the_order_of_lists() -> None:
    for language in ("zh", "en"):
        records = records_of(language)
        kinds = [record.shown.kind for record in records]
        assert kinds == sorted(kinds)
        for kind in ("exhibitor", "product"):
            names = [record.shown.title for record in records if record.shown.kind == kind]
            assert names == sorted(names, key=lambda name: sort_key(name, language))


def test_a_result_says_where_an_exhibitor_is_and_leads_there() -> None:
    placed = [one.shown for one in search_records(inputs_of(small_fair())) if one.shown.walk]
    assert placed
    for shown in placed:
        assert shown.note
        assert shown.walk is not None
        assert "?booth=" in shown.walk or "?product=" in shown.walk


def test_documents_are_found_by_what_they_say() -> None:
    paper = Path("media/paper.pdf")
    inputs = inputs_of(
        fair_of(
            exhibitors=(exhibitor("abb"),),
            products=(product("arm", "abb", media=RichMedia(documents=(paper,))),),
        )
    )
    document = Document(
        address="media/x.pdf",
        name="paper.pdf",
        title="Data sheet",
        bytes=1,
        pages=1,
        leaves=(),
        words="search/documents/x.json",
    )
    shelf = MediaShelf(documents={paper: document})
    texts = {"search/documents/x.json": "backlash below one arc minute"}
    records = list(search_records(replace(inputs, shelf=shelf), texts))
    found = {one.shown.title for one in records if texts[document.words or ""] in one.words}
    assert found == {"Arm product", "arm展品"}
    assert all("Data sheet" in one.words for one in records if one.shown.kind == "product")


def test_the_files_lead_from_terms_to_things() -> None:
    files = {file.path: json.loads(file.data) for file in search_files(records_of("en"))}
    entry = files["search/en.json"]
    shards = [files[f"{entry['folder']}terms/{n}.json"] for n in range(len(entry["starts"]))]
    assert [shard["terms"][0] for shard in shards] == entry["starts"]
    rows = {
        term: (unpacked(shard["named"][at]), unpacked(shard["told"][at]))
        for shard in shards
        for at, term in enumerate(shard["terms"])
    }
    things = files[f"{entry['folder']}things/0.json"]["things"]
    assert entry["count"] == len(things) == len(records_of("en"))
    titles = [thing["title"] for thing in things]
    for term in ("yuance", "yuanceshukong", "ycsk", "远策", "a01", "1a1"):
        assert titles.index("Yuance CNC") in rows[term][0], term
    assert titles.index("Yuance CNC") in rows["shanghai"][1]
    assert not set(rows["yuance"][0]) & set(rows["yuance"][1])
    facets = files[f"{entry['folder']}facets.json"]["values"]
    assert unpacked(facets["kind"]["product"]) == [
        at for at, thing in enumerate(things) if thing["kind"] == "product"
    ]
    assert unpacked(facets["zone"]["robots"]) == [
        at for at, title in enumerate(titles) if title.startswith(("Able", "</script"))
    ]


def test_many_terms_and_things_are_cut_into_files() -> None:
    many = [exhibitor(f"firm-{n}", name=Text.of(en=f"Firm {n * 7919}")) for n in range(5000)]
    files = list(search_files(search_records(inputs_of(fair_of(exhibitors=many)))))
    terms, things = (
        [f for f in files if f.path.startswith("search/en.") and f"/{part}/" in f.path]
        for part in ("terms", "things")
    )
    assert len(terms) > 2
    assert all(len(file.data) < 60_000 for file in terms)
    assert len(things) == 313


def test_the_same_records_make_the_same_files_and_others_another_folder() -> None:
    records = records_of("en")
    one, two = (list(search_files(records)) for _ in range(2))
    assert one == two
    changed = [replace(records[0], names=("Another",)), *records[1:]]
    other = {file.path for file in search_files(changed)}
    assert other & {file.path for file in one} == {"search/en.json"}


def test_where_nothing_can_be_found_no_file_is_made() -> None:
    assert list(search_files([])) == []
