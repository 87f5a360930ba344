"""Rules about the files that the tables name. What is in them is for media to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from hallgen.diagnostics import Diagnostic, Diagnostics, Place
from hallgen.model import Fair, HallLayout
from hallgen.readers.media_files import find_media


def missing(fair: Fair, _: Mapping[str, HallLayout]) -> Iterator[Diagnostic]:
    found = Diagnostics()
    for path, place in dict.fromkeys(named_files(fair)):
        find_media(fair.folder, path, place, found)
    yield from found


def named_files(fair: Fair) -> Iterator[tuple[Path, Place]]:
    """Every file that a fair names for its pages and booths, and where it is named."""
    for exhibitor in fair.exhibitors:
        for path in (exhibitor.logo, exhibitor.wechat_code, *exhibitor.media.files):
            if path is not None:
                yield path, exhibitor.place
    for page in fair.pages:
        yield from ((path, page.place) for path in page.pictures.values())
    for product in fair.products:
        for path in (*product.images, product.model, *product.media.files):
            if path is not None:
                yield path, product.place
    yield from ((one.recording, one.place) for one in fair.sessions if one.recording is not None)
    for trail in fair.trails:
        yield from trail.files
