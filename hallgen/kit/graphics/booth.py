"""All pictures of one booth, drawn and packed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image

from hallgen.kit.graphics import controls, panels, qr, screens, signs, walls
from hallgen.kit.graphics.atlas import GUTTER, Atlas, pack, sheet_size
from hallgen.kit.graphics.brand import Brand, booth_palette, brand_of
from hallgen.kit.graphics.copy import Copy, brand_copy, product_copy
from hallgen.kit.graphics.heroes import Forms, no_forms
from hallgen.kit.graphics.names import said
from hallgen.kit.graphics.palettes import seed
from hallgen.kit.graphics.wanted import Graphic, GraphicKind
from hallgen.media import MediaLibrary
from hallgen.model import Booth, BoothKind, BoothLayout, FairIndex, Product

Size = tuple[int, int]

#: Pixels a metre, by what is read from how near. Scaled down together to fit the sheet.
DENSITY: dict[GraphicKind, float] = {
    GraphicKind.FASCIA: 300,
    GraphicKind.UNIT_FASCIA: 300,
    GraphicKind.HEADER: 170,
    GraphicKind.TOWER: 170,
    GraphicKind.WALL: 180,
    GraphicKind.POSTER_BRAND: 300,
    GraphicKind.POSTER_PRODUCT: 300,
    GraphicKind.COUNTER: 230,
    GraphicKind.LABEL: 520,
    GraphicKind.CONTROL: 220,
    GraphicKind.SCREEN: 260,
    GraphicKind.PATTERN: 56,
    GraphicKind.QR: 620,
    GraphicKind.RESERVED: 150,
    GraphicKind.HALL_BANNER: 170,
    GraphicKind.ZONE_BANNER: 170,
    GraphicKind.EXIT_SIGN: 220,
    GraphicKind.DIRECTION: 160,
    GraphicKind.FAIR_BANNER: 90,
    GraphicKind.STAGE_SCREEN: 120,
    GraphicKind.AREA_SIGN: 220,
    GraphicKind.AXIS: 90,
}


@dataclass(frozen=True, slots=True)
class Budget:
    """What a sheet may have: its longest side in pixels, pixels in all, and bytes.

    A WebP of such prints has about 0.12 bytes a pixel.
    """

    side: int
    area: int
    most: int


#: Sheets of shell booths, of what exhibitors build themselves, whose prints are larger, and of what
#: is as large as an island (budgets.yaml).
SHELL = Budget(1024, 540_000, 60_000)
MODULAR, ISLAND = Budget(2048, 2_000_000, 172_000), Budget(2048, 2_000_000, 215_000)
_SHELL_AREA, _MODULAR_AREA = 36, 54


def _budget(booth: Booth, layout: BoothLayout) -> Budget:
    if booth.kind is not BoothKind.RAW and layout.area <= _SHELL_AREA:
        return SHELL
    return MODULAR if layout.area < _MODULAR_AREA else ISLAND


def booth_graphics(
    booth: Booth,
    layout: BoothLayout,
    index: FairIndex,
    media: MediaLibrary,
    wanted: Sequence[Graphic],
    forms: Forms = no_forms,
) -> Atlas:
    """Draw what a booth wants and pack it into one texture.

    An empty booth has RESERVED in place of everything. `forms` are what stands for products
    without a photo. The same booth gives the same bytes.
    """
    budget = _budget(booth, layout)
    sizes = fitting_sizes(wanted, budget)
    exhibitors = index.exhibitors_of(booth)
    if not exhibitors:
        palette = booth_palette(booth, index, media)
        zone = index.zones.get(booth.zone) if booth.zone else None
        languages = tuple(index.fair.languages)
        lines = said(zone.name, languages) if zone else ()
        return pack(
            {
                g.slot: signs.reserved(palette, booth.number, lines, languages, sizes[g.slot])
                for g in wanted
            },
            budget.side,
        )
    brands = {e.id: brand_of(e, booth, index, media) for e in exhibitors}
    images = {}
    prints = [graphic.slot for graphic in wanted if graphic.kind in _PRINTS]
    for graphic in wanted:
        brand, product = _subject(graphic, brands, index)
        choice = seed(booth.id) + (prints.index(graphic.slot) if graphic.slot in prints else 0)
        size = sizes[graphic.slot]
        if graphic.kind is GraphicKind.QR:
            images[graphic.slot] = qr.plate(brand, qr.page_of(brand.exhibitor, index.fair), size)
        else:
            images[graphic.slot] = _draw(graphic, brand, product, media, forms, size, choice)
    return pack(images, budget.side, budget.most)


def fitting_sizes(wanted: Sequence[Graphic], budget: Budget) -> dict[str, Size]:
    """Pixels of each picture, so that all of them fit a sheet.

    One that is longer than the sheet is made smaller by itself, all of them together where
    there are too many.
    """
    scale = 1.0
    while True:
        sizes = {graphic.slot: _pixels(graphic, scale, budget.side) for graphic in wanted}
        width, height = sheet_size(sizes, budget.side)
        fits = max(width, height) <= budget.side and width * height <= budget.area
        if fits or scale < 0.02:
            return sizes
        scale *= 0.94


def _pixels(graphic: Graphic, scale: float, longest: int) -> Size:
    room = (longest - 2 * GUTTER) / max(graphic.width, graphic.height)
    density = min(DENSITY[graphic.kind] * scale, room)
    return max(16, round(graphic.width * density)), max(16, round(graphic.height * density))


def _subject(
    graphic: Graphic, brands: dict[str, Brand], index: FairIndex
) -> tuple[Brand, Product | None]:
    """Whose picture it is, and of which product."""
    main = next(iter(brands.values()))
    if graphic.subject is None:
        return main, None
    if graphic.subject in brands:
        return brands[graphic.subject], None
    product = index.products.get(graphic.subject)
    if product is None:
        raise ValueError(
            f"{graphic.slot}: {graphic.subject!r} is neither a product nor an exhibitor here"
        )
    return brands.get(product.exhibitor, main), product


def _draw(
    graphic: Graphic,
    brand: Brand,
    product: Product | None,
    media: MediaLibrary,
    forms: Forms,
    size: Size,
    choice: int,
) -> Image.Image:
    sign = _SIGNS.get(graphic.kind)
    if sign is not None:
        return sign(brand, size)
    if graphic.kind is GraphicKind.PATTERN:
        return panels.pattern(brand, size, choice)
    if graphic.kind is GraphicKind.LABEL and product is not None:
        return signs.label(brand, product, size, graphic.ratio)
    if graphic.kind is GraphicKind.LABEL:
        return signs.counter(brand, size)
    if graphic.kind is GraphicKind.RESERVED:
        return signs.reserved(brand.palette, brand.number, brand.zone, brand.languages, size)
    copy = (
        product_copy(brand, product, media, forms) if product else brand_copy(brand, media, forms)
    )
    return _PRINTS[graphic.kind](brand, copy, size, choice)


_SIGNS: dict[GraphicKind, Callable[[Brand, Size], Image.Image]] = {
    GraphicKind.FASCIA: signs.fascia,
    GraphicKind.UNIT_FASCIA: signs.fascia,
    GraphicKind.HEADER: signs.header,
    GraphicKind.TOWER: signs.tower,
    GraphicKind.COUNTER: signs.counter,
    GraphicKind.CONTROL: controls.control,
}

_PRINTS: dict[GraphicKind, Callable[[Brand, Copy, Size, int], Image.Image]] = {
    GraphicKind.WALL: walls.wall,
    GraphicKind.SCREEN: screens.screen,
    GraphicKind.POSTER_BRAND: walls.wall,
    GraphicKind.POSTER_PRODUCT: walls.wall,
}
