"""Which files a fair names, for checks and for whoever takes them along."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hallgen.diagnostics import Place
from hallgen.model import Fair


def named_files(fair: Fair) -> Iterator[tuple[Path, Place]]:
    """Every file that a fair names for its pages and booths, and where it is named."""
    for exhibitor in fair.exhibitors:
        own = filter(None, (exhibitor.logo, exhibitor.wechat_code))
        for path in (*own, *exhibitor.media.files):
            yield path, exhibitor.place
    for page in fair.pages:
        for path in page.pictures.values():
            yield path, page.place
    for product in fair.products:
        for path in (*product.images, *filter(None, (product.model,)), *product.media.files):
            yield path, product.place
    yield from ((one.recording, one.place) for one in fair.sessions if one.recording is not None)
    for trail in fair.trails:
        yield from trail.files
