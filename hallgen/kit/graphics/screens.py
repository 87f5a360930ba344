"""What runs on a booth's screens: stills of a film, brighter than print."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PIL import Image

from hallgen.kit.graphics import lockup, posters
from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import Pen, glow, gradient, pool, rectangle, shape
from hallgen.kit.graphics.copy import Copy
from hallgen.kit.graphics.patterns import rings
from hallgen.kit.graphics.sheet import Sheet, Size
from hallgen.kit.graphics.walls import WIDE
from hallgen.media.colors import WHITE, luminance, mix
from hallgen.media.logos import own_ground

Layout = Callable[[Brand, Copy, Size], Image.Image]


def screen(brand: Brand, copy: Copy, size: Size, choice: int) -> Image.Image:
    """A still; `choice` picks it. A screen that is not wider than tall shows a poster at night."""
    if size[0] < size[1] * WIDE:
        own = own_ground(brand.logo)
        light = own is not None and luminance(own) > 0.6
        return (posters.gallery if light else posters.night)(brand, copy, size)
    return LAYOUTS[choice % len(LAYOUTS)](brand, copy, size)


def close_up(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """The product in the dark among lights out of focus, its name in the lower third."""
    palette, (width, height) = brand.palette, size
    u = height / 100
    image = gradient(size, mix(palette.deep, palette.base, 0.35), palette.deep, 70)
    _lights(image, mix(palette.base, WHITE, 0.45), brand.seed)
    glow(
        image,
        (width * 0.62, 46 * u),
        min(62 * u, width * 0.26),
        mix(palette.base, WHITE, 0.4),
        0.95,
    )
    pool(image, (width * 0.60, 78 * u), (78 * u, 12 * u), mix(palette.base, WHITE, 0.6), 0.85)
    sheet = Sheet(image, brand, copy, u)
    sheet.hero((width * 0.34, 7 * u, width - 8 * u, 83 * u))
    _lower_third(sheet)
    return image


def orbit(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """The product in the middle of rings of light, as if it were being turned."""
    palette, (width, height) = brand.palette, size
    u = height / 100
    image = gradient(size, palette.deep, mix(palette.base, palette.deep, 0.3), 30)
    center = (width * 0.66, 47 * u)
    glow(image, center, min(60 * u, width * 0.24), mix(palette.base, WHITE, 0.5), 0.9)
    rings(image, center, min(40 * u, width * 0.11), mix(palette.accent, WHITE, 0.3), 0.7)
    pool(
        image,
        (center[0], 80 * u),
        (min(52 * u, width * 0.19), 9 * u),
        mix(palette.base, WHITE, 0.7),
        0.9,
    )
    sheet = Sheet(image, brand, copy, u)
    sheet.hero((width * 0.44, 9 * u, width * 0.88, 85 * u))
    room = (min(9 * u, width * 0.06), 8 * u, width * 0.46, 92 * u)
    sheet.head((room[0], room[1], room[2], room[1] + 17 * u), palette.deep)
    y = sheet.title((room[0], 33 * u, room[2], 74 * u), palette.deep, 12.5, 3)
    sheet.facts((room[0], max(y + 3 * u, 78 * u), room[2], 94 * u), palette.deep)
    return image


#: All stills.
LAYOUTS: Sequence[Layout] = (close_up, orbit)


def _lower_third(sheet: Sheet) -> None:
    """A bar with the title, a tab in the accent before it, the lockup at the top."""
    image, palette, u = sheet.image, sheet.palette, sheet.u
    width = image.width
    bar = (0.0, 72 * u, width * 0.56, 93 * u)
    rectangle(image, bar, palette.deep)
    rectangle(image, (bar[2], bar[1], bar[2] + 1.6 * u, bar[3]), palette.accent)
    room = (min(9 * u, width * 0.06), 75 * u, bar[2] - 5 * u, 92.5 * u)
    sheet.title(room, palette.deep, 9.0, 2)
    box = (room[0], 7 * u, width * 0.5, 23 * u)
    lockup.beside(image, box, sheet.brand, palette.deep, names=sheet.brand.short)


def _lights(image: Image.Image, color: tuple[int, int, int], seed: int) -> None:
    """Round lights out of focus."""
    ratio = image.width / image.height
    for index in range(11):
        x = (index * 0.618033989 + seed % 101 / 101) % 1
        y = 0.1 + 0.55 * ((index * 0.754877666 + seed % 89 / 89) % 1)
        radius = (0.02 + 0.045 * abs(math.sin(index * 2.3 + seed % 7))) * image.width / ratio * 1.3
        at = (x * image.width, y * image.height)
        box = (at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)
        shape(image, box, color, _disc, 0.10 + 0.10 * (index % 3))


def _disc(pen: Pen) -> None:
    pen.circle((0.5, 0.5), 0.5)
