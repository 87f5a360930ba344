"""What a search reads."""

from __future__ import annotations

from typing import Literal

from hallgen.model import Frozen


class SearchEntry(Frozen):
    """`search/<language>.json`: where the search's files of a language are, and how they are cut.

    `starts` has the first term of each file `<folder>terms/<n>.json`; terms are in the order in
    which JavaScript compares strings. `count` things can be found, numbered from 0, and each file
    `<folder>things/<n>.json` has `at_once` of them.
    """

    format: Literal[1] = 1
    folder: str
    count: int
    at_once: int
    starts: tuple[str, ...]


class SearchTerms(Frozen):
    """Some terms, and for each the things whose name has it, and those of which else it is said.

    Numbers of things are packed as `hallgen.site.search_index.packed` says.
    """

    format: Literal[1] = 1
    terms: tuple[str, ...]
    named: tuple[str, ...]
    told: tuple[str, ...]


class SearchThing(Frozen):
    """What a result shows: its page, its title, a note below it, a picture, the way to it in its
    hall (`walk`) and the id of its booth, all three null where there is none.
    """

    kind: Literal["exhibitor", "product", "session", "trail", "page"]
    page: str
    title: str
    note: str
    picture: str | None
    walk: str | None
    booth: str | None


class SearchThings(Frozen):
    """Some of the things that can be found, in the order of their numbers."""

    format: Literal[1] = 1
    things: tuple[SearchThing, ...]


class SearchFacets(Frozen):
    """`<folder>facets.json`: the things that have a value, by facet and value, packed as terms'."""

    format: Literal[1] = 1
    values: dict[str, dict[str, str]]
