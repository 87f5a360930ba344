"""Posters in six layouts. Sizes are shrunk to fit, never cut.

u, the unit, is a hundredth of the width of a poster of the usual shape (1 : 1.4); on squarer
ones it follows the height.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PIL import Image

from hallgen.kit.graphics import lockup, motifs
from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import Anchor, Box, glow, gradient, lay, rectangle, shape
from hallgen.kit.graphics.copy import Copy
from hallgen.kit.graphics.marks import own_ground
from hallgen.kit.graphics.patterns import diagonals, mesh, rings
from hallgen.kit.graphics.pictures import framed
from hallgen.media.bidi import is_right_to_left
from hallgen.media.colors import WHITE, Color, contrast, luminance, mix, readable_on
from hallgen.media.typeset import Style, fit

Size = tuple[int, int]
Layout = Callable[[Brand, Copy, Size], Image.Image]


def poster(brand: Brand, copy: Copy, size: Size, choice: int) -> Image.Image:
    """A poster; `choice` picks the layout among those that suit the logo."""
    own = own_ground(brand.logo)
    layouts = LIGHT if own is not None and luminance(own) > 0.6 else LAYOUTS
    return layouts[choice % len(layouts)](brand, copy, size)


def ascent(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """The base colour falling to the deep one, the picture in a glow."""
    palette = brand.palette
    image = gradient(size, palette.base, palette.deep, 78)
    u, width, height = unit(size), *size
    middle = height * 0.57
    glow(image, (width * 0.56, middle), 62 * u, mix(palette.base, WHITE, 0.35), 0.55)
    mesh(image, palette.accent, brand.seed, 0.16)
    _head(image, brand, palette.base, u)
    _title(image, brand, copy, palette.base, (7 * u, height * 0.18, width - 7 * u, height * 0.36))
    _picture(image, brand, copy, palette.base, (width / 2, middle), _room(size))
    _figures(image, brand, copy, palette.deep, (7 * u, height * 0.80, width - 7 * u, height * 0.91))
    _footer(image, brand, copy, palette.deep, size)
    return image


def wedge(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """Paper, with a slanted foot in the deep colour."""
    palette = brand.palette
    paper = _paper(brand)
    image = gradient(size, paper, mix(paper, palette.base, 0.10), 90)
    u, width, height = unit(size), *size
    rectangle(image, (0, 0, size[0], 2 * u), palette.base)
    foot = (0, height * 0.72, size[0], height)
    shape(image, foot, palette.deep, lambda pen: pen.polygon([(0, 0.30), (1, 0), (1, 1), (0, 1)]))
    shape(
        image,
        foot,
        palette.base,
        lambda pen: pen.polygon([(0, 0.34), (1, 0.04), (1, 0.06), (0, 0.38)]),
    )
    _head(image, brand, paper, u)
    _title(image, brand, copy, paper, (7 * u, height * 0.18, width - 7 * u, height * 0.36))
    _picture(image, brand, copy, paper, (width / 2, height * 0.555), _room(size))
    _figures(
        image, brand, copy, palette.deep, (7 * u, height * 0.825, width - 7 * u, height * 0.92)
    )
    _footer(image, brand, copy, palette.deep, size)
    return image


def night(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """The deep colour with rings of light around the picture, the title below it."""
    palette = brand.palette
    image = gradient(size, mix(palette.deep, palette.base, 0.25), palette.deep, 90)
    u, width, height = unit(size), *size
    center = (width / 2, height * 0.39)
    glow(image, center, 60 * u, palette.base, 0.9)
    rings(image, center, 30 * u, palette.accent, 0.26)
    _head(image, brand, palette.deep, u)
    _picture(image, brand, copy, palette.deep, center, _room(size))
    _title(image, brand, copy, palette.deep, (7 * u, height * 0.60, width - 7 * u, height * 0.79))
    _figures(image, brand, copy, palette.deep, (7 * u, height * 0.81, width - 7 * u, height * 0.91))
    _footer(image, brand, copy, palette.deep, size)
    return image


def split(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """The picture on a coloured field above, all words on paper below."""
    palette = brand.palette
    paper = _paper(brand)
    image = Image.new("RGB", size, paper)
    u, width, height = unit(size), *size
    edge = height * 0.52
    field = gradient((size[0], round(edge)), palette.base, mix(palette.base, palette.deep, 0.6), 60)
    diagonals(field, palette.accent, 0.16)
    image.paste(field, (0, 0))
    rectangle(image, (0, edge, size[0], edge + 1.2 * u), palette.accent)
    _picture(image, brand, copy, palette.base, (width / 2, edge * 0.53), min(edge * 0.8, 84 * u))
    _title(image, brand, copy, paper, (7 * u, height * 0.565, width - 7 * u, height * 0.74))
    _figures(image, brand, copy, paper, (7 * u, height * 0.755, width - 7 * u, height * 0.85))
    box = (7 * u, height - 17 * u, width - 7 * u, height - 5.5 * u)
    lockup.beside(image, box, brand, paper, names=brand.short)
    return image


def disc(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """Paper with a great disc of the base colour that carries the picture."""
    palette = brand.palette
    paper = _paper(brand)
    image = Image.new("RGB", size, paper)
    u, width, height = unit(size), *size
    center = (width * 0.6, height * 0.60)
    radius = min(48 * u, height * 0.27)
    for reach, color in ((1.16, mix(paper, palette.base, 0.10)), (1.0, palette.base)):
        r = radius * reach
        box = (center[0] - r, center[1] - r, center[0] + r, center[1] + r)
        shape(image, box, color, lambda pen: pen.circle((0.5, 0.5), 0.5))
    rectangle(image, (0, 0, 2.2 * u, height), palette.base)
    _head(image, brand, paper, u)
    _title(image, brand, copy, paper, (7 * u, height * 0.18, width - 7 * u, height * 0.335))
    _picture(image, brand, copy, palette.base, center, radius * 1.36)
    _figures(image, brand, copy, paper, (7 * u, height * 0.885, width - 7 * u, height * 0.95))
    _footer(image, brand, copy, paper, size)
    return image


def bands(brand: Brand, copy: Copy, size: Size) -> Image.Image:
    """Slanted bands of the base colour, the title large in the middle."""
    palette = brand.palette
    image = gradient(size, palette.base, mix(palette.base, palette.deep, 0.55), 60)
    u, width, height = unit(size), *size
    diagonals(image, palette.deep, 0.4)
    _head(image, brand, palette.base, u)
    foot = (0, height * 0.93, size[0], height)
    rectangle(
        image, foot, palette.accent if contrast(palette.accent, palette.ink) > 7 else palette.deep
    )
    ground = palette.accent if contrast(palette.accent, palette.ink) > 7 else palette.deep
    _picture(image, brand, copy, palette.base, (width / 2, height * 0.40), _room(size) * 0.92)
    _title(image, brand, copy, palette.base, (7 * u, height * 0.60, width - 7 * u, height * 0.78))
    _figures(image, brand, copy, palette.base, (7 * u, height * 0.80, width - 7 * u, height * 0.90))
    _footer(image, brand, copy, ground, size)
    return image


#: All layouts, and those whose ground is light where the logo hangs.
LAYOUTS: Sequence[Layout] = (ascent, wedge, night, split, disc, bands)
LIGHT: Sequence[Layout] = (wedge, split, disc)


def unit(size: Size) -> float:
    """U in pixels."""
    return min(size[0] / 100, size[1] / 132)


def _paper(brand: Brand) -> Color:
    """The palette's paper, or a logo's own light ground, so that it has no edge."""
    own = own_ground(brand.logo)
    return own if own is not None and luminance(own) > 0.6 else brand.palette.paper


def _room(size: Size) -> float:
    return min(size[1] * 0.36, size[0] * 0.74)


def _head(image: Image.Image, brand: Brand, ground: Color, u: float) -> None:
    lockup.beside(
        image, (7 * u, 5 * u, image.width - 7 * u, 20 * u), brand, ground, names=brand.short
    )


def _title(image: Image.Image, brand: Brand, copy: Copy, ground: Color, box: Box) -> None:
    """Title at 11u, what follows at 4.4u, and a rule in the accent."""
    palette, u = brand.palette, unit(image.size)
    mirrored = is_right_to_left(copy.title.words)
    anchor, x = (Anchor.TOP_RIGHT, box[2]) if mirrored else (Anchor.TOP_LEFT, box[0])
    align = 1.0 if mirrored else 0.0
    tall = box[3] - box[1]
    style = Style(11 * u, 800, leading=1.2)
    room = (box[2] - box[0], tall * (0.66 if copy.sub else 0.86))
    title = fit(copy.title.words, style, copy.title.language, room, lines=3, align=align)
    color = readable_on(ground, palette.paper, palette.ink)
    y = lay(image, title, (x, box[1]), color, anchor)[3] + 2.4 * u
    if copy.sub:
        style = Style(4.4 * u, 450, leading=1.3)
        room = (box[2] - box[0], max(3 * u, box[3] - y - 2.4 * u))
        sub = fit(copy.sub.words, style, copy.sub.language, room, lines=3, align=align)
        faint = readable_on(ground, mix(color, ground, 0.12), color)
        y = lay(image, sub, (x, y), faint, anchor)[3] + 2.2 * u
    rule = palette.accent if contrast(palette.accent, ground) > 1.8 else palette.base
    left = x - 14 * u if mirrored else x
    y = min(y, box[3] - u)
    rectangle(image, (left, y, left + 14 * u, y + max(1.0, u)), rule)


def _picture(
    image: Image.Image,
    brand: Brand,
    copy: Copy,
    ground: Color,
    center: tuple[float, float],
    room: float,
) -> None:
    if copy.photo is not None:
        motifs.lay(image, framed(copy.photo, (room * 1.25, room)), center)
    else:
        tones = motifs.tones_for(brand.palette, ground)
        motifs.lay(image, motifs.picture(copy.drawing, tones, round(room)), center)


def _figures(image: Image.Image, brand: Brand, copy: Copy, ground: Color, box: Box) -> None:
    """Up to three numbers at 7u over their notes at 3u, in equal columns."""
    u = unit(image.size)
    count = len(copy.figures)
    if not count:
        _points(image, brand, copy, ground, box)
    wide, tall = (box[2] - box[0]) / 3, box[3] - box[1]
    strong = readable_on(ground, brand.palette.paper, brand.palette.ink)
    for index, figure in enumerate(copy.figures):
        mirrored = is_right_to_left(copy.title.words)
        left = box[0] + (count - 1 - index if mirrored else index) * wide
        room = wide - 3 * u
        big = fit(figure.value.words, Style(7 * u, 700), figure.value.language, (room, tall * 0.55))
        y = lay(image, big, (left, box[1]), strong)[3] + 1.6 * u
        style = Style(3 * u, 450, leading=1.2)
        room_below = (room, max(2 * u, box[3] - y))
        note = fit(figure.note.words, style, figure.note.language, room_below, lines=2)
        lay(image, note, (left, y), readable_on(ground, mix(strong, ground, 0.15), strong))


def _points(image: Image.Image, brand: Brand, copy: Copy, ground: Color, box: Box) -> None:
    """Up to three short lines, each after a small square of the accent."""
    u, tall = unit(image.size), (box[3] - box[1]) / 3
    strong = readable_on(ground, brand.palette.paper, brand.palette.ink)
    bright = contrast(brand.palette.accent, ground) > 1.8
    square = brand.palette.accent if bright else brand.palette.base
    mirrored = is_right_to_left(copy.title.words)
    for index, point in enumerate(copy.points):
        middle = box[1] + (index + 0.5) * tall
        left = box[2] - 1.6 * u if mirrored else box[0]
        rectangle(image, (left, middle - 0.8 * u, left + 1.6 * u, middle + 0.8 * u), square)
        style = Style(min(4 * u, tall * 0.66), 500)
        text = fit(point.words, style, point.language, (box[2] - box[0] - 5 * u, tall * 0.9))
        x, anchor = (box[2] - 4 * u, Anchor.RIGHT) if mirrored else (box[0] + 4 * u, Anchor.LEFT)
        lay(image, text, (x, middle), strong, anchor)


def _footer(image: Image.Image, brand: Brand, copy: Copy, ground: Color, size: Size) -> None:
    u = unit(size)
    room = size[0] - 14 * u, 3.6 * u
    text = fit(copy.footer, Style(2.8 * u, 450), brand.languages[0], room)
    strong = readable_on(ground, brand.palette.paper, brand.palette.ink)
    color = readable_on(ground, mix(strong, ground, 0.2), strong)
    lay(image, text, (7 * u, size[1] - 4.2 * u), color, Anchor.LEFT)
