"""Products in a web page: what it tells search engines of them, as JSON-LD of schema.org.

Nothing of the page is run or fetched, and none of its words are read: shops put what a product is
into such blocks, and everything else there is for eyes. Blocks are found by their tags alone, in
one pass however a page is written: Python's own HTMLParser takes hours for some (CVE-2025-6069).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from hallgen.readers.catalogues.schema_org import is_json_ld, read_schema_org
from hallgen.readers.catalogues.types import CatalogueError, CatalogueProduct
from hallgen.readers.lined import SyntaxFault, read_json

_KIND: Final = "application/ld+json"
#: A tag that is longer than this begins no block of ours.
_START: Final = re.compile(r"<script\b([^<>]{0,2000})>", re.IGNORECASE)
_END: Final = re.compile(r"</script\b", re.IGNORECASE)
_TYPE: Final = re.compile(r"""\btype\s*=\s*["']?\s*([^\s"';>]+)""", re.IGNORECASE)


def read_page(text: str, name: str) -> list[CatalogueProduct]:
    """Every product of a page's blocks, with its line in the page. Raises CatalogueError where the
    page has no such block, or none that can be read; one among others that cannot is passed over,
    as search engines do.
    """
    found: list[CatalogueProduct] = []
    faults: list[CatalogueError] = []
    blocks = list(_blocks(text))
    for line, block in blocks:
        try:
            document = read_json(block)
        except SyntaxFault as fault:
            at = line + (fault.line or 1) - 1
            faults.append(CatalogueError(fault.reason, at))
            continue
        if is_json_ld(document):
            found += (_moved(one, line - 1) for one in read_schema_org(document, name))
    if not blocks:
        raise CatalogueError(f"the page has no {_KIND}, by which products are told")
    if len(faults) == len(blocks):
        raise faults[0]
    return found


def _moved(one: CatalogueProduct, lines: int) -> CatalogueProduct:
    place = one.place
    at = None if place.line is None else place.line + lines
    return replace(one, place=replace(place, line=at))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """The blocks of a page, and the lines on which they begin."""
    at, line = 0, 1
    while (start := _START.search(text, at)) is not None:
        end = _END.search(text, start.end())
        stop = len(text) if end is None else end.start()
        line += text.count("\n", at, start.end())
        kind = _TYPE.search(start[1])
        if kind is not None and kind[1].casefold() == _KIND:
            yield line, text[start.end() : stop]
        line += text.count("\n", start.end(), stop)
        at = stop
