"""Every picture of every kind: words inside, apart from each other, and readable."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from PIL import Image

from hallgen.kit.graphics import canvas, hall, lockup, marks, posters, signs, walls
from hallgen.kit.graphics.brand import Brand, brand_of
from hallgen.kit.graphics.copy import brand_copy, product_copy
from hallgen.kit.graphics.palettes import zone_palette
from hallgen.media import MediaLibrary
from hallgen.media.colors import READABLE, Color, contrast
from hallgen.media.typeset import Setting
from hallgen.model import FairIndex

Box = tuple[float, float, float, float]

SIZES = {
    signs.fascia: ((885, 96), (300, 96), (1770, 96)),
    signs.header: ((1020, 190), (400, 400), (500, 240)),
    signs.tower: ((190, 700), (190, 300)),
    signs.counter: ((230, 230), (460, 200)),
}


class Watch:
    """Stands in for canvas.lay and keeps what was laid where, on what."""

    def __init__(self) -> None:
        self.laid: list[tuple[tuple[int, int], Box, float, str, float]] = []

    def __call__(
        self,
        image: Image.Image,
        text: Setting,
        at: Any,
        color: Color,
        anchor: Any = canvas.Anchor.TOP_LEFT,
    ) -> Box:
        before = image.convert("RGB")
        box = canvas.lay(image, text, at, color, anchor)
        corners = tuple(map(round, box))
        inked = np.asarray(text.ink) > 200
        ground = np.asarray(before.crop(corners))[inked]
        words = np.asarray(image.convert("RGB").crop(corners))[np.asarray(text.ink) > 250]
        # the ground's 5th and 95th percentiles: fine lines of a pattern may cross a letter
        worst = 21.0
        if len(words):
            used = tuple(int(value) for value in np.median(words, axis=0))
            under = np.percentile(ground, (5, 95), axis=0)
            worst = min(contrast(used, tuple(int(v) for v in row)) for row in under)
        self.laid.append((image.size, box, worst, "/".join(text.lines), text.style.size))
        return box


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    watching = Watch()
    for module in (signs, posters, walls, lockup, hall):
        if getattr(module, "lay", None) is canvas.lay:
            monkeypatch.setattr(module, "lay", watching)
    return watching


@pytest.fixture
def brands(index: FairIndex, media: MediaLibrary) -> list[Brand]:
    pairs = zip(index.fair.exhibitors, index.halls["4.1"].booths, strict=False)
    return [brand_of(exhibitor, booth, index, media) for exhibitor, booth in pairs]


def check(watch: Watch, what: str) -> None:
    assert watch.laid
    for (width, height), box, worst, words, size in watch.laid:
        told = f"{what}: {words!r} at {box} of {width}x{height}"
        assert box[0] >= 0, told
        assert box[1] >= 0, told
        assert box[2] <= width, told
        assert box[3] <= height, told
        if size >= 4:  # below that a letter has no pixel of its full colour
            # 0.1 less: what is under the ink is not quite what is under its box
            assert worst >= READABLE - 0.1, f"{told}: contrast {worst:.2f}"
    for first, second in itertools.combinations(watch.laid, 2):
        a, b = first[1], second[1]
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        # descenders may reach one pixel row into the line below
        across = min(a[3], b[3]) - max(a[1], b[1])
        assert apart or across <= 2, f"{what}: {first[3]!r} lies on {second[3]!r}"
    watch.laid.clear()


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
        light = marks.own_ground(brand.logo) is not None and layout not in posters.LIGHT
        for size in ((270, 420), (255, 585), (300, 310)):
            for copy in (brand_copy(brand), product_copy(brand, brand.products[0], media)):
                if light:
                    continue
                assert layout(brand, copy, size).size == size
                check(watch, f"{layout.__name__} {size} {brand.exhibitor.id}")


@pytest.mark.parametrize("draw", [walls.wall, walls.screen], ids=lambda draw: draw.__name__)
def test_walls_and_screens(
    watch: Watch, brands: list[Brand], media: MediaLibrary, draw: Callable[..., Image.Image]
) -> None:
    for brand, choice in itertools.product(brands, (0, 1)):
        for size in ((700, 340), (320, 280)):
            draw(brand, product_copy(brand, brand.products[0], media), size, choice)
            check(watch, f"{draw.__name__} product {size} {brand.exhibitor.id}")
            draw(brand, brand_copy(brand), size, choice)
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
