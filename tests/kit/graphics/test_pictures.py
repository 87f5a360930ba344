"""Every picture of every kind: words inside, apart from each other, and readable."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PIL import Image

from hallgen.kit.graphics import posters, screens, signs, walls
from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.copy import brand_copy, product_copy
from hallgen.kit.graphics.heroes import no_forms
from hallgen.kit.graphics.palettes import zone_palette
from hallgen.media import MediaLibrary
from hallgen.media.logos import own_ground
from hallgen.model import FairIndex
from tests.kit.graphics.watch import Watch, check

SIZES = {
    signs.fascia: ((885, 96), (300, 96), (1770, 96)),
    signs.header: ((1020, 190), (400, 400), (500, 240)),
    signs.tower: ((190, 700), (190, 300)),
    signs.counter: ((230, 230), (460, 200)),
}


@pytest.mark.parametrize("draw", SIZES, ids=lambda draw: draw.__name__)
def test_signs(watch: Watch, brands: list[Brand], draw: Callable[..., Image.Image]) -> None:
    for brand, size in itertools.product(brands, SIZES[draw]):
        assert draw(brand, size).size == size
        check(watch, f"{draw.__name__} {brand.exhibitor.id}")


@pytest.mark.parametrize("layout", posters.LAYOUTS, ids=lambda layout: layout.__name__)
def test_posters(
    watch: Watch, brands: list[Brand], media: MediaLibrary, layout: posters.Layout
) -> None:
    for brand in brands:
        light = own_ground(brand.logo) is not None and layout not in posters.LIGHT
        for size in ((270, 420), (255, 585), (300, 310)):
            for copy in (
                brand_copy(brand, media, no_forms),
                product_copy(brand, brand.products[0], media, no_forms),
            ):
                if light:
                    continue
                assert layout(brand, copy, size).size == size
                check(watch, f"{layout.__name__} {size} {brand.exhibitor.id}")


@pytest.mark.parametrize("draw", [walls.wall, screens.screen], ids=lambda draw: draw.__name__)
def test_walls_and_screens(
    watch: Watch, brands: list[Brand], media: MediaLibrary, draw: Callable[..., Image.Image]
) -> None:
    for turn, brand in enumerate(brands):
        for place, size in enumerate(((700, 340), (320, 280), (350, 270), (900, 240))):
            choice = turn + place  # each layout meets each size and script in some brand
            draw(brand, product_copy(brand, brand.products[0], media, no_forms), size, choice)
            check(watch, f"{draw.__name__} product {size} {brand.exhibitor.id}")
            draw(brand, brand_copy(brand, media, no_forms), size, choice)
            check(watch, f"{draw.__name__} {size} {brand.exhibitor.id}")


def test_labels_and_the_empty_booth(watch: Watch, brands: list[Brand], index: FairIndex) -> None:
    for brand in brands:
        signs.label(brand, brand.products[0], (208, 62))
        check(watch, f"label {brand.exhibitor.id}")
    for zone, languages in itertools.product(
        (*index.fair.zones, None), (("zh", "en"), ("ar", "en"), ("pt-BR",), ("xx",))
    ):
        palette = zone_palette(zone)
        lines = brands[0].zone if zone else ()
        for size in ((450, 360), (150, 370), (440, 48), (885, 96)):
            signs.reserved(palette, "Z-104", lines, languages, size)
            check(watch, f"reserved {languages} {size}")


def _inked(image: Image.Image) -> Iterator[int]:
    yield from np.flatnonzero(np.asarray(image.convert("L")).std(axis=0) > 4)


def test_right_to_left_signs_are_mirrored(brands: list[Brand]) -> None:
    arabic = next(b for b in brands if b.exhibitor.id == "ar")
    chinese = next(b for b in brands if b.exhibitor.id == "one")
    width = 885
    assert min(_inked(signs.fascia(chinese, (width, 96)))) < 100
    number, *_ = _inked(signs.fascia(arabic, (width, 96)))
    assert number < 60  # the number box stands on the left
    assert max(_inked(signs.fascia(arabic, (width, 96)))) > width - 60  # the mark on the right
