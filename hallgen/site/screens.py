"""The screens of a hall's booths, and what plays on them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

from hallgen.kit.booth import shown_products
from hallgen.media.video import Film
from hallgen.model import Booth, Hall
from hallgen.site.inputs import ScreenPlace
from hallgen.site.manifest import ShardScreen, Vector
from hallgen.site.site import Site

#: A video plays on a screen of another shape where at least this share of its picture is seen.
_SEEN = 0.6


def screens_of(site: Site, hall: Hall) -> Iterator[ShardScreen]:
    """The screens of a hall that play something; those of one booth take its videos in turn."""
    by_booth: dict[str, list[ScreenPlace]] = {}
    for place in site.inputs.screens.get(hall.id, ()):
        by_booth.setdefault(place.booth, []).append(place)
    for booth in hall.booths:
        films = _films(site, booth)
        for number, place in enumerate(by_booth.get(booth.id, ())):
            fitting = [film for film in films if _suits(film, place)]
            if fitting:
                yield ShardScreen(
                    booth=booth.id,
                    video=fitting[number % len(fitting)].silent,
                    corner=_mm(place.corner),
                    along=_mm(place.along),
                    up=_mm(place.up),
                )


def _films(site: Site, booth: Booth) -> list[Film]:
    """What a booth's screens play: its own choice, else its exhibitors', else its products'."""
    if booth.held_back:
        return []
    own = [booth.choices.video]
    exhibitors = [exhibitor.media.video for exhibitor in site.index.exhibitors_of(booth)]
    products = [product.media.video for product in shown_products(booth, site.index)]
    films = site.inputs.shelf.films
    for paths in (own, exhibitors, products):
        found: list[Path] = [path for path in paths if path in films]  # type: ignore[misc]
        if found:
            return [films[path] for path in dict.fromkeys(found)]
    return []


def _suits(film: Film, place: ScreenPlace) -> bool:
    wide, tall = math.hypot(*place.along), math.hypot(*place.up)
    shapes = film.width / film.height, wide / tall
    return min(shapes) / max(shapes) >= _SEEN


def _mm(vector: Vector) -> Vector:
    x, y, z = (round(part, 3) + 0.0 for part in vector)
    return x, y, z
