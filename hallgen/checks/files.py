"""Rules about the files that the tables name. What is in them is for media to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hallgen.diagnostics import Diagnostic, Diagnostics
from hallgen.model import Fair, HallLayout
from hallgen.readers.media_files import find_media
from hallgen.readers.named_files import named_files


def missing(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    found = Diagnostics()
    for path, place in dict.fromkeys(named_files(fair)):
        find_media(fair.folder, path, place, found)
    yield from found
