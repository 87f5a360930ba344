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
        if exhibitor.logo is not None:
            yield exhibitor.logo, exhibitor.place
        if exhibitor.wechat_code is not None:
            yield exhibitor.wechat_code, exhibitor.place
        for path in exhibitor.media.files:
            yield path, exhibitor.place
    for page in fair.pages:
        for path in page.pictures.values():
            yield path, page.place
    for product in fair.products:
        for path in (*product.images, *filter(None, (product.model,)), *product.media.files):
            yield path, product.place
    for trail in fair.trails:
        yield from trail.files
