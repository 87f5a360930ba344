"""Posters in eight layouts. Sizes are shrunk to fit, never cut.

u, the unit, is a hundredth of the width of a poster of the usual shape (1 : 1.4); on squarer
ones it follows the height.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import (
    Anchor,
    ghost,
    glow,
    gradient,
    pool,
    rectangle,
    shape,
)
from hallgen.kit.graphics.copy import Copy
from hallgen.kit.graphics.patterns import rings, signature
from hallgen.kit.graphics.sheet import Sheet, Size, paper_of
from hallgen.media.colors import WHITE, luminance, mix
from hallgen.media.logos import own_ground
from hallgen.media.typeset import Style, fit

Layout = Callable[[Brand, Copy, Size], Image.Image]


def poster(brand: Brand, copy: Copy, size: Size, choice: int) -> Image.Image:
    """A poster; `choice` picks the layout among those that suit the logo."""
    own = own_ground(brand.logo)
    layouts = LIGHT if own is not None and luminance(own) > 0.6 else LAYOUTS
    return layouts[choice % len(layouts)](brand, copy, size)


def hero(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """The product large on a lit floor, in the base colour."""
    palette, u, (width, height) = brand.palette, unit(size), size
    image = gradient(size, mix(palette.base, palette.deep, 0.3), palette.deep, 84)
    signature(image, (0, 0, width, height * 0.62), palette.deep, brand.seed, 0.22)
    glow(
        image,
        (width * 0.5, height * 0.58),
        min(58 * u, height * 0.3),
        mix(palette.base, WHITE, 0.4),
        0.8,
    )
    pool(
        image, (width * 0.5, height * 0.765), (62 * u, 12 * u), mix(palette.base, WHITE, 0.55), 0.8
    )
    sheet = Sheet(image, brand, copy, u)
    sheet.head((7 * u, 5 * u, width - 7 * u, 20 * u), palette.base)
    sheet.title((7 * u, height * 0.175, width - 7 * u, height * 0.35), palette.base)
    sheet.hero((5 * u, height * 0.355, width - 5 * u, height * 0.80))
    sheet.facts((7 * u, height * 0.825, width - 7 * u, height * 0.925), palette.deep)
    sheet.footer(palette.deep)
    return image


def datasheet(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """Paper: a band with the name, the product on a tinted card, figures as a table."""
    palette, paper, u, (width, height) = brand.palette, paper_of(brand), unit(size), size
    image = Image.new("RGB", size, paper)
    own = own_ground(brand.logo)
    band = palette.base if own is None else own
    rectangle(image, (0, 0, width, height * 0.125), band)
    rectangle(image, (0, height * 0.125, width, height * 0.125 + 1.2 * u), palette.accent)
    card = (6 * u, height * 0.165, width - 6 * u, height * 0.505)
    tint = mix(paper, palette.base, 0.13)
    rectangle(image, card, tint, 2.5 * u)
    signature(image, card, palette.base, brand.seed, 0.06)
    sheet = Sheet(image, brand, copy, u)
    sheet.head((7 * u, height * 0.0625 - 7.5 * u, width - 7 * u, height * 0.0625 + 7.5 * u), band)
    sheet.hero((9 * u, height * 0.15, width - 9 * u, height * 0.50))
    sheet.title((7 * u, height * 0.535, width - 7 * u, height * 0.70), paper, 10)
    sheet.table((7 * u, height * 0.725, width - 7 * u, height * 0.935), paper)
    sheet.footer(paper)
    return image


def bleed(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """Two colours to every edge: the brand's pattern, and one figure as large as it goes."""
    palette, u, (width, height) = brand.palette, unit(size), size
    image = gradient(size, palette.base, mix(palette.base, palette.deep, 0.75), 62)
    signature(image, (0, 0, width, height), mix(palette.base, WHITE, 0.14), brand.seed, 0.55)
    sheet = Sheet(image, brand, copy, u)
    sheet.head((7 * u, 5 * u, width - 7 * u, 20 * u), palette.base)
    if copy.figures:
        big = (7 * u, height * 0.20, width - 7 * u, height * 0.42)
        lengths = [len(figure.value.words) for figure in copy.figures]
        sheet.figure(lengths.index(min(lengths)), big, palette.base, 30.0)
    else:
        letter = fit(brand.initial.words, Style(96 * u, 800), brand.initial.language,
                     (70 * u, height * 0.36))  # fmt: skip
        ghost(image, letter, (width - 5 * u, height * 0.16), mix(palette.base, WHITE, 0.16),
              Anchor.TOP_RIGHT)  # fmt: skip
    top = 0.425 if copy.figures else 0.32
    sheet.hero((width * 0.20, height * top, width - 3 * u, height * 0.69))
    sheet.title((7 * u, height * 0.705, width - 7 * u, height * 0.925), palette.deep, 11.5)
    sheet.footer(palette.deep)
    return image


def disc(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """Paper with a great disc of the base colour that the product stands out of."""
    palette, paper, u, (width, height) = brand.palette, paper_of(brand), unit(size), size
    image = Image.new("RGB", size, paper)
    center, radius = (width * 0.58, height * 0.60), min(47 * u, height * 0.255)
    rings(image, center, radius * 1.12, palette.base, 0.35)
    box = (center[0] - radius, center[1] - radius, center[0] + radius, center[1] + radius)
    shape(image, box, palette.base, lambda pen: pen.circle((0.5, 0.5), 0.5))
    inner = radius * 0.94
    spot = (center[0] - inner, center[1] - inner, center[0] + inner, center[1] + inner)
    light = mix(palette.base, WHITE, 0.1)
    shape(image, spot, light, lambda pen: pen.circle((0.5, 0.5), 0.5))
    rectangle(image, (0, 0, 2.2 * u, height), palette.base)
    sheet = Sheet(image, brand, copy, u)
    sheet.head((7 * u, 5 * u, width - 7 * u, 20 * u), paper)
    sheet.title((7 * u, height * 0.175, width - 7 * u, height * 0.345), paper)
    sheet.hero((6 * u, height * 0.37, width - 2 * u, height * 0.825))
    sheet.facts((7 * u, height * 0.862, width - 7 * u, height * 0.94), paper)
    sheet.footer(paper)
    return image


def night(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """The deep colour with rings of light around the product, the title below it."""
    palette, u, (width, height) = brand.palette, unit(size), size
    image = gradient(size, mix(palette.deep, palette.base, 0.25), palette.deep, 90)
    center = (width / 2, height * 0.385)
    glow(image, center, 62 * u, palette.base, 1.0)
    rings(image, center, 33 * u, palette.accent, 0.42)
    pool(image, (width * 0.5, height * 0.555), (52 * u, 9 * u), mix(palette.base, WHITE, 0.5), 0.75)
    sheet = Sheet(image, brand, copy, u)
    sheet.head((7 * u, 5 * u, width - 7 * u, 20 * u), palette.deep)
    sheet.hero((9 * u, height * 0.18, width - 9 * u, height * 0.585))
    sheet.title((7 * u, height * 0.62, width - 7 * u, height * 0.80), palette.deep)
    sheet.facts((7 * u, height * 0.825, width - 7 * u, height * 0.925), palette.deep)
    sheet.footer(palette.deep)
    return image


def split(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """Split from top to bottom: a band with the figures, paper with the words, one product."""
    palette, paper, u, (width, height) = brand.palette, paper_of(brand), unit(size), size
    image = Image.new("RGB", size, paper)
    edge = round(width * 0.34)
    band = gradient((edge, height), palette.base, palette.deep, 80)
    signature(band, (0, 0, edge * 2.2, height), palette.deep, brand.seed, 0.35)
    image.paste(band, (0, 0))
    rectangle(image, (edge, 0, edge + 0.9 * u, height), palette.accent)
    left = edge + 6 * u
    sheet = Sheet(image, brand, copy, u)
    sheet.head((left, 5 * u, width - 5 * u, 18 * u), paper)
    sheet.title((left, height * 0.17, width - 5 * u, height * 0.42), paper, 10.5, 4)
    sheet.column((5 * u, height * 0.17, edge - 4 * u, height * 0.56), palette.base)
    sheet.hero((width * 0.14, height * 0.46, width - 2 * u, height * 0.90))
    sheet.footer(paper, left)
    return image


def statement(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """Little but words, very large, on one flat colour."""
    palette, paper, u, (width, height) = brand.palette, paper_of(brand), unit(size), size
    dark = own_ground(brand.logo) is None and brand.seed % 3 != 0
    ground = (palette.base if brand.seed % 2 else palette.deep) if dark else paper
    image = Image.new("RGB", size, ground)
    corner = (width * 0.30, height * 0.62, width * 1.25, height * 0.62 + width * 0.95)
    tone = mix(ground, palette.deep if ground == palette.base else palette.base, 0.55)
    shape(image, corner, tone, lambda pen: pen.circle((0.5, 0.5), 0.5), 1.0 if dark else 0.22)
    sheet = Sheet(image, brand, copy, u)
    sheet.head((7 * u, 5 * u, width - 7 * u, 20 * u), ground)
    sheet.title((7 * u, height * 0.185, width - 6 * u, height * 0.60), ground, 18.5, 5)
    sheet.hero((width * 0.40, height * 0.615, width - 3 * u, height * 0.925))
    sheet.column((7 * u, height * 0.64, width * 0.38, height * 0.92), ground)
    sheet.footer(ground)
    return image


def gallery(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """The picture framed on paper as in a gallery, its caption below."""
    palette, paper, u, (width, height) = brand.palette, paper_of(brand), unit(size), size
    image = Image.new("RGB", size, paper)
    frame = (7 * u, height * 0.155, width - 7 * u, height * 0.60)
    wide, tall = round(frame[2] - frame[0]), round(frame[3] - frame[1])
    light, dark = mix(palette.base, WHITE, 0.30), mix(palette.base, palette.deep, 0.35)
    field = gradient((wide, tall), dark, palette.deep, 90)
    glow(field, (wide * 0.5, tall * 0.5), min(wide, tall) * 0.75, light, 1.0)
    floor = gradient((wide, max(1, round(tall * 0.2))), mix(palette.base, WHITE, 0.12), dark, 90)
    field.paste(floor, (0, tall - floor.height))
    image.paste(field, (round(frame[0]), round(frame[1])))
    sheet = Sheet(image, brand, copy, u)
    sheet.head((7 * u, 4 * u, width - 7 * u, 18 * u), paper)
    sheet.hero((frame[0] + 3 * u, frame[1] + 3 * u, frame[2] - 3 * u, frame[3] - 3 * u))
    sheet.title((7 * u, height * 0.63, width - 7 * u, height * 0.80), paper, 10)
    sheet.facts((7 * u, height * 0.83, width - 7 * u, height * 0.925), paper)
    rectangle(image, (0, height - 1.6 * u, width, height), palette.base)
    sheet.footer(paper)
    return image


#: All layouts, dark and light ones in turn, and those whose ground is light under the logo.
LAYOUTS: Sequence[Layout] = (hero, datasheet, bleed, disc, night, split, statement, gallery)
LIGHT: Sequence[Layout] = (datasheet, disc, split, statement, gallery)


def unit(size: Size) -> float:
    """U in pixels."""
    return min(size[0] / 100, size[1] / 132)
