"""The search's files: which terms name which things, what a result shows, what narrows results.

One set a language, in a folder named by its content, so that files of two builds never mix. A
visitor's first search takes the entry, the files of the terms that are typed, and those of the
results that are shown; docs/decisions/0702-search.md has what was measured. Things are numbered in
the order of the records, which is the order of results that nothing else tells apart.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from hallgen.model import Publishing
from hallgen.site import addresses
from hallgen.site.inputs import SiteFile
from hallgen.site.manifest import SearchEntry, SearchFacets, SearchTerms, SearchThings
from hallgen.site.search import SearchRecord
from hallgen.site.spelling import terms


@dataclass(frozen=True, slots=True)
class SearchCut:
    """Characters of a file of terms, and things in a file of those: some of each are an answer."""

    characters: int = 16_000
    at_once: int = 16


#: For sites of few files: a search fetches more at first.
_FEW: Final = SearchCut(64_000, 64)

_DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def files_of(publishing: Publishing) -> SearchCut:
    """How the search is cut where a site is published so."""
    return _FEW if publishing.few else SearchCut()


def search_files(
    records: Iterable[SearchRecord],
    cut: SearchCut = SearchCut(),
) -> Iterator[SiteFile]:
    """Every file of the search. Records come language after language."""
    for language, some in groupby(records, key=lambda record: record.language):
        files = dict(_files(tuple(some), cut))
        content = hashlib.sha256("\0".join((*files, *files.values())).encode()).hexdigest()[:12]
        folder = f"{addresses.SEARCH}{language}.{content}/"
        entry = files.pop("entry.json").replace("{folder}", folder, 1)
        yield SiteFile(addresses.search_entry(language), entry.encode())
        for name, text in files.items():
            yield SiteFile(f"{folder}{name}", text.encode())


def packed(numbers: Iterable[int]) -> str:
    """Rising numbers as text: of each its distance to the one before, less one; five bits a
    letter, the lowest first, and 32 added where more follow.
    """
    text, before = [], -1
    for number in numbers:
        text.append(_letters(number - before - 1))
        before = number
    return "".join(text)


@lru_cache(maxsize=1 << 15)
def _letters(number: int) -> str:
    text = ""
    while number > 31:
        text += _DIGITS[number & 31 | 32]
        number >>= 5
    return text + _DIGITS[number]


def _files(records: Sequence[SearchRecord], cut: SearchCut) -> Iterator[tuple[str, str]]:
    """The files of a language by their names in its folder, and its entry."""
    shards = list(_term_files(records, cut.characters))
    entry = SearchEntry(
        folder="{folder}",
        count=len(records),
        at_once=cut.at_once,
        starts=tuple(shard.terms[0] for shard in shards),
    )
    yield "entry.json", entry.model_dump_json()
    for number, shard in enumerate(shards):
        yield f"terms/{number}.json", shard.model_dump_json()
    for number, start in enumerate(range(0, len(records), cut.at_once)):
        things = tuple(record.shown for record in records[start : start + cut.at_once])
        yield f"things/{number}.json", SearchThings(things=things).model_dump_json()
    yield "facets.json", _facets(records).model_dump_json()


def _term_files(records: Sequence[SearchRecord], most: int) -> Iterator[SearchTerms]:
    named: defaultdict[str, list[int]] = defaultdict(list)
    told: defaultdict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        names = frozenset().union(record.forms, *map(_terms, record.names))
        for term in names:
            named[term].append(number)
        for term in frozenset().union(*map(_terms, record.words)) - names:
            told[term].append(number)
    # As JavaScript compares strings.
    every = sorted({*named, *told}, key=lambda term: term.encode("utf-16-be"))
    rows, size = [], 0
    for term in every:
        row = (term, packed(named.get(term, ())), packed(told.get(term, ())))
        size += sum(map(len, row))
        rows.append(row)
        if size > most:
            yield _shard(rows)
            rows, size = [], 0
    if rows:
        yield _shard(rows)


def _shard(rows: Sequence[tuple[str, str, str]]) -> SearchTerms:
    found, named, told = zip(*rows, strict=True)
    return SearchTerms(terms=found, named=named, told=told)


def _facets(records: Sequence[SearchRecord]) -> SearchFacets:
    values: dict[str, dict[str, list[int]]] = {}
    for number, record in enumerate(records):
        for facet, some in record.values.items():
            for value in some:
                values.setdefault(facet, {}).setdefault(value, []).append(number)
    return SearchFacets(
        values={
            facet: {value: packed(numbers) for value, numbers in some.items()}
            for facet, some in values.items()
        }
    )


@lru_cache(maxsize=1 << 17)
def _terms(text: str) -> frozenset[str]:
    """Kept, since most is said in each language's records again."""
    return frozenset(terms(text))
