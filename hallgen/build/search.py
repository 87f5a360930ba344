"""The search index of a site, made by Pagefind: https://pagefind.app (MIT).

Its files and its script lie in the site's `search/`; a visitor's browser fetches what a query
needs, and no server has part in it. One index a language, of records that `hallgen.site.search`
spells. Records are handed over as pages: Pagefind's package for Python takes a tenth of a second
for each (docs/decisions/0701-pagefind.md).
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Final

from hallgen.build.files import write_file
from hallgen.site import SearchRecord, addresses

#: Of what Pagefind writes, its own surfaces, which our pages have no use for.
_SURFACES: Final = (
    *("pagefind-ui", "pagefind-modular-ui"),
    *("pagefind-component-ui", "pagefind-highlight"),
)


def write_search(records: Iterable[SearchRecord], site: Path, scratch: Path) -> None:
    """Write the index of all records, by way of pages in a folder that is for this alone.

    Where there are none, nothing is written, and no page of the site searches.
    """
    from pagefind_bin import get_executable  # a program: only where there is an index to make

    for number, record in enumerate(records):
        write_file(scratch, f"{record.language}/{number:06}.html", _page(record).encode())
    if not scratch.is_dir():
        return
    folder = site / addresses.SEARCH
    command = [get_executable(), "--site", str(scratch), "--output-path", str(folder), "--silent"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - all our own
    for surface in folder.glob("pagefind-*"):
        if surface.name.startswith(_SURFACES):
            surface.unlink()
    _put_in_order(folder / "pagefind-entry.json")


def _put_in_order(entry: Path) -> None:
    """It names the languages by chance in any order: the same records give the same bytes."""
    content = json.loads(entry.read_text("utf-8"))
    entry.write_text(json.dumps(content, sort_keys=True, separators=(",", ":")), "utf-8")


def _page(record: SearchRecord) -> str:
    """A record as Pagefind reads it: https://pagefind.app/docs/metadata/"""
    shown = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(words)}">'
        for name, words in record.shown.items()
    )
    return (
        f'<!doctype html><html lang="{escape(record.language)}"><head><meta charset="utf-8">{shown}'
        f"</head><body><h1>{escape(record.names)}</h1><p>{escape(record.words)}</p></body></html>"
    )
