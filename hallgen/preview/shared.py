"""Files of the fair that its lists name for a booth: logos, photos, models, documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hallgen.model import Booth, Fair


def named_for(booth: Booth, fair: Fair) -> dict[str, bool]:
    """The paths that the lists name for a booth's exhibitors and their products, in the order of
    the lists, and whether nobody else's entry names them.
    """
    theirs: dict[Path, None] = {}
    others: set[Path] = set()
    for whose, path in _named(fair):
        if whose in booth.exhibitors:
            theirs[path] = None
        else:
            others.add(path)
    return {path.as_posix(): path not in others for path in theirs}


def _named(fair: Fair) -> Iterator[tuple[str | None, Path]]:
    """Every file that is named, with the exhibitor whose it is, or None."""
    for exhibitor in fair.exhibitors:
        for path in (*filter(None, (exhibitor.logo,)), *exhibitor.media.files):
            yield exhibitor.id, path
    for product in fair.products:
        for path in (*product.images, *filter(None, (product.model,)), *product.media.files):
            yield product.exhibitor, path
    for page in fair.pages:
        for path in page.pictures.values():
            yield None, path
    for trail in fair.trails:
        for path, _ in trail.files:
            yield None, path
