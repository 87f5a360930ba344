"""Colours, scripts and layouts against each other: readable everywhere, never alike."""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from hallgen.kit.graphics import (
    Graphic,
    GraphicKind,
    booth_graphics,
    controls,
    posters,
    screens,
    walls,
)
from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.copy import Copy, brand_copy, product_copy
from hallgen.kit.graphics.heroes import no_forms
from hallgen.kit.graphics.palettes import Palette, designed, from_brand
from hallgen.kit.graphics.sheet import LEAST
from hallgen.media import MediaLibrary
from hallgen.model import BoothLayout, FairIndex
from tests.kit.graphics.watch import Watch, check

K = GraphicKind

#: Every hue at two strengths, and greys: what logos and zones may bring.
DERIVED = [
    from_brand((round(r * 255), round(g * 255), round(b * 255)))
    for hue in range(12)
    for r, g, b in (colorsys.hls_to_rgb(hue / 12, light, 0.8) for light in (0.35, 0.65))
] + [from_brand((v, v, v)) for v in (0, 128, 255)]

PRINTS: list[tuple[Callable[..., Image.Image], tuple[int, int]]] = [
    *((layout, (200, 306)) for layout in posters.LAYOUTS),
    *((layout, (420, 200)) for layout in walls.LINE_UPS),
    *((layout, (300, 170)) for layout in screens.LAYOUTS),
]


@pytest.fixture
def copies(brands: list[Brand], media: MediaLibrary) -> list[tuple[Brand, Copy]]:
    """What is said in seven scripts, of exhibitors and of products."""
    plain = [brand for brand in brands if brand.logo is None]
    both = []
    for turn, brand in enumerate(plain):
        product = product_copy(brand, brand.products[0], media, no_forms)
        both.append((brand, product if turn % 2 else brand_copy(brand, media, no_forms)))
    return both


@pytest.mark.parametrize("palettes", [designed(), DERIVED], ids=["designed", "derived"])
def test_every_palette_can_be_read_in_every_script(
    watch: Watch, copies: list[tuple[Brand, Copy]], palettes: list[Palette]
) -> None:
    turn = 0
    for palette in palettes:
        for layout, size in PRINTS[turn % 3 :: 3]:
            brand, copy = copies[turn % len(copies)]
            layout(replace(brand, palette=palette), copy, size)
            check(watch, f"{layout.__name__} {palette.base} {brand.exhibitor.id}")
            turn += 1


def test_a_machines_control_can_be_read_in_every_palette(
    watch: Watch, copies: list[tuple[Brand, Copy]]
) -> None:
    for turn, palette in enumerate((*designed(), *DERIVED)):
        brand, _ = copies[turn % len(copies)]
        size = ((117, 192), (60, 98))[turn % 2]
        assert controls.control(replace(brand, palette=palette), size).size == size
        check(watch, f"control {palette.base} {brand.exhibitor.id}")
        watch.laid.clear()


def test_nothing_optional_is_too_small_to_read(
    watch: Watch, copies: list[tuple[Brand, Copy]]
) -> None:
    for brand, copy in copies:
        needed = [line.words for line in (*brand.names, *brand.short)]
        needed += [copy.title.words, *(figure.value.words for figure in copy.figures)]
        for layout in posters.LAYOUTS:
            layout(brand, copy, (130, 200))
        small = {words for *_, words, size in watch.laid if size < LEAST * 0.7}
        assert all(any(words.split("/")[0] in text for text in needed) for words in small)
        watch.laid.clear()


def test_layouts_are_composed_differently(copies: list[tuple[Brand, Copy]]) -> None:
    brand, copy = copies[0]
    for layouts, size in ((posters.LAYOUTS, (132, 204)), (walls.LINE_UPS, (240, 120))):
        drawn = [np.asarray(layout(brand, copy, size), int) for layout in layouts]
        for n, first in enumerate(drawn):
            for second in drawn[n + 1 :]:
                assert np.abs(first - second).mean() > 12


def test_posters_beside_each_other_differ_and_belong_together(
    index: FairIndex, media: MediaLibrary, layout_of: Callable[..., BoothLayout]
) -> None:
    booth = next(b for b in index.halls["4.1"].booths if b.main_exhibitor == "zh")
    goods = [product.id for product in index.products_of("zh")]
    wanted = [Graphic("fascia", K.FASCIA, 2.95, 0.32), Graphic("a", K.POSTER_BRAND, 0.9, 1.4)]
    wanted += [Graphic(id_, K.POSTER_PRODUCT, 0.9, 1.4, id_) for id_ in goods]
    drawn: list[str] = []
    layouts = {layout.__name__: layout for layout in posters.LAYOUTS}
    original = posters.LAYOUTS

    def noting(name: str) -> posters.Layout:
        def layout(*args: object) -> Image.Image:
            drawn.append(name)
            return layouts[name](*args)  # type: ignore[arg-type]

        return layout

    posters.LAYOUTS = [noting(name) for name in layouts]
    try:
        booth_graphics(booth, layout_of(booth), index, media, wanted)
    finally:
        posters.LAYOUTS = original
    assert len(drawn) == len(set(drawn)) == 3


@pytest.mark.parametrize(("area", "most"), [(9.0, 72), (60.0, 215)])
def test_a_sheet_keeps_to_its_bytes(
    index: FairIndex,
    media: MediaLibrary,
    layout_of: Callable[..., BoothLayout],
    area: float,
    most: int,
) -> None:
    goods = [product.id for product in index.products_of("zh")]
    booth = next(b for b in index.halls["4.1"].booths if b.main_exhibitor == "zh")
    wanted = [
        Graphic("fascia", K.FASCIA, 5.95, 0.30),
        Graphic("wall", K.WALL, 2.9, 2.3),
        Graphic("brand", K.POSTER_BRAND, 0.9, 1.4),
        Graphic("counter", K.COUNTER, 0.93, 0.82),
        *(Graphic(id_, K.POSTER_PRODUCT, 0.9, 1.4, id_) for id_ in goods),
    ]
    if area > 36:
        wanted += [Graphic(f"wall{n}", K.WALL, 9.0, 4.4) for n in range(2)]
    atlas = booth_graphics(booth, layout_of(booth, area), index, media, wanted)
    assert len(atlas.texture.data) <= most * 1000
    if area < 36:
        assert max(atlas.texture.width, atlas.texture.height) <= 1024
        u0, _, u1, _ = atlas.uv["brand"]
        # a fascia of six metres does not make the posters small
        assert (u1 - u0) * atlas.texture.width / 0.9 > 180
