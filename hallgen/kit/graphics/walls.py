"""Wide graphics: the brand walls of booths, in four layouts.

u is a hundredth of the height here, so that a wall of any length is set alike.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import Anchor, Box, ghost, glow, gradient, pool, rectangle, shape
from hallgen.kit.graphics.copy import Copy
from hallgen.kit.graphics.patterns import signature
from hallgen.kit.graphics.posters import poster
from hallgen.kit.graphics.sheet import Sheet, Size, paper_of
from hallgen.media.colors import WHITE, luminance, mix
from hallgen.media.logos import own_ground
from hallgen.media.typeset import Style, fit

Layout = Callable[[Brand, Copy, Size], Image.Image]

#: Narrower than this times their height, prints are set as posters.
WIDE = 1.25


def wall(brand: Brand, copy: Copy, size: Size, choice: int) -> Image.Image:
    """A brand wall; `choice` picks its layout. One not wider than tall is set as a poster."""
    if size[0] < size[1] * WIDE:
        return poster(brand, copy, size, choice)
    own = own_ground(brand.logo)
    light = own is not None and luminance(own) > 0.6
    layouts = LIGHT if light else LINE_UPS if len(copy.others) > 1 else LAYOUTS
    return layouts[choice % len(layouts)](brand, copy, size)


def panorama(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """Words on the one side, the product large on a lit floor on the other."""
    palette, (width, height) = brand.palette, size
    u = height / 100
    image = gradient(size, palette.deep, palette.base, 12)
    signature(image, (0, 0, width, height), mix(palette.base, WHITE, 0.25), brand.seed, 0.13)
    side = _side(size)
    middle = (side[0] + side[2]) / 2
    reach = min(height * 0.62, width * 0.26)
    glow(image, (middle, height * 0.5), reach, mix(palette.base, WHITE, 0.45), 0.85)
    pool(image, (middle, height * 0.84), (height * 0.6, 11 * u), mix(palette.base, WHITE, 0.6), 0.8)
    sheet = Sheet(image, brand, copy, u)
    _words(sheet, (_margin(size), 8 * u, side[0] - 3 * u, 92 * u), palette.deep)
    sheet.hero(side)
    return image


def slope(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """Words on paper; a slanted field of the base colour that the product stands before."""
    palette, paper, (width, height) = brand.palette, paper_of(brand), size
    u = height / 100
    image = gradient(size, paper, mix(paper, palette.base, 0.08), 0)
    side = _side(size)
    edge = (side[0] + 10 * u) / width
    lean = 22 * u / width
    for shift, color in ((-2.2 * u / width, palette.accent), (0.0, palette.base)):
        ring = [(edge + lean + shift, 0), (1, 0), (1, 1), (edge + shift, 1)]
        shape(image, (0, 0, width, height), color, lambda pen, r=ring: pen.polygon(r))  # type: ignore[misc]
    field = (side[0] + 34 * u, 0.0, float(width), float(height))
    signature(image, field, palette.deep, brand.seed, 0.25)
    middle = (side[0] + side[2]) / 2
    pool(
        image, (middle + 6 * u, height * 0.84), (56 * u, 10 * u), mix(palette.base, WHITE, 0.4), 0.7
    )
    sheet = Sheet(image, brand, copy, u)
    _words(sheet, (_margin(size), 8 * u, side[0] + 2 * u, 92 * u), paper)
    sheet.hero(side)
    return image


def statement(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """A flat colour, one sentence as large as it goes, and the brand's letter behind it."""
    palette, (width, height) = brand.palette, size
    u = height / 100
    light = own_ground(brand.logo) is not None
    ground = paper_of(brand) if light else palette.base if brand.seed % 2 else palette.deep
    image = Image.new("RGB", size, ground)
    tone = palette.base if light else mix(ground, palette.ink, 0.5)
    signature(image, (width * 0.40, 0, width, height), tone, brand.seed, 0.08 if light else 0.3)
    letter = fit(brand.initial.words, Style(150 * u, 800), brand.initial.language,
                 (width * 0.5, 112 * u))  # fmt: skip
    tone = mix(ground, palette.base, 0.07) if light else mix(ground, palette.ink, 0.22)
    ghost(image, letter, (width - 4 * u, height / 2), tone, Anchor.RIGHT)
    side = _side(size, 0.84)
    sheet = Sheet(image, brand, copy, u)
    margin = _margin(size)
    sheet.title((margin, 12 * u, side[0] + 6 * u, 70 * u), ground, 21, 3)
    sheet.hero(side)
    rectangle(image, (0, 97 * u, width, height), palette.accent)
    sheet.head((margin, 74 * u, width * 0.62, 93 * u), ground)
    return image


def line_up(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """All products in a row on a floor of light, the words above them."""
    palette, (width, height) = brand.palette, size
    u = height / 100
    image = gradient(size, palette.base, palette.deep, 90)
    horizon, margin = round(74 * u), _margin(size)
    pictures = (copy.hero, *copy.others)
    left = max(width * 0.40, width - len(pictures) * 78 * u)
    rectangle(image, (0, horizon, width, height), mix(palette.base, palette.deep, 0.2))
    lit = round(left), height - horizon
    end = mix(palette.base, WHITE, 0.4)
    floor = gradient((width - lit[0], lit[1]), mix(palette.base, palette.deep, 0.2), end, 0)
    image.paste(floor, (lit[0], horizon))
    signature(image, (0, 0, width, horizon), palette.deep, brand.seed, 0.30)
    middle, reach = (left + width) / 2, min(70 * u, (width - left) * 0.5)
    glow(image, (middle, 56 * u), reach, mix(palette.base, WHITE, 0.5), 0.75)
    sheet = Sheet(image, brand, copy, u)
    wide = (width - margin * 0.6 - left) / len(pictures)
    for index, picture in enumerate(pictures):
        start = left + wide * index
        sheet.hero(
            (start + 2 * u, 24 * u, start + wide - 2 * u, (90 - 4 * (index % 2)) * u), picture
        )
    _words(sheet, (margin, 8 * u, left - 3 * u, 92 * u), palette.base)
    return image


#: All layouts; those for walls with several products; those on light ground.
LAYOUTS: Sequence[Layout] = (panorama, slope, statement)
LINE_UPS: Sequence[Layout] = (line_up, panorama, slope, statement)
LIGHT: Sequence[Layout] = (slope, statement)


def _margin(size: Size) -> float:
    return min(size[1] * 0.10, size[0] * 0.06)


def _side(size: Size, share: float = 1.0) -> Box:
    """The product's side of a wall: a square-like box on its right."""
    width, height = size
    wide = min(height * 0.98, width * 0.46) * share
    right = width - min(height * 0.06, width * 0.03)
    return right - wide, height * (0.90 - 0.78 * share), right, height * 0.90


def _words(sheet: Sheet, box: Box, ground: tuple[int, int, int]) -> None:
    """Lockup, title, then figures or points, below one another."""
    u, (left, top, right, bottom) = sheet.u, box
    sheet.head((left, top, right, top + 18 * u), ground)
    facts = bool(sheet.copy.figures or sheet.copy.points)
    end = bottom - 20 * u if facts else bottom
    wide = (right - left) / u
    em = 15.0 if wide > 80 else 12.0
    y = sheet.title((left, top + 26 * u, right, end - 2 * u), ground, em, 3)
    if facts:
        sheet.facts((left, max(y + 5 * u, end), min(right, left + 120 * u), bottom), ground)
