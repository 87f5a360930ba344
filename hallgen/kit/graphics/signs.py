"""Signs of booths: fascias, headers, towers, counters, labels, the empty booth's panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from hallgen.kit.graphics import lockup
from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import Anchor, Box, gradient, lay, place, rectangle
from hallgen.kit.graphics.marks import ground_for, mark
from hallgen.kit.graphics.names import Said, said, word
from hallgen.kit.graphics.palettes import Palette, seed
from hallgen.kit.graphics.patterns import signature
from hallgen.media.bidi import is_right_to_left
from hallgen.media.colors import WHITE, Color, luminance, mix, readable_on
from hallgen.media.logos import own_ground
from hallgen.media.typeset import Setting, Style, fit, set_lines
from hallgen.model import Product

Size = tuple[int, int]


def fascia(brand: Brand, size: Size) -> Image.Image:
    """Mark, names and, at the far end, the number in a box of its own."""
    ground, box_color = _fascia_colors(brand)
    image = gradient(size, ground, mix(ground, brand.palette.deep, _depth(ground)), 0)
    width, height = size
    number = fit(brand.number, Style(height * 0.44, 700), "en", (width * 0.22, height * 0.5))
    reach = max(height * 1.25, number.width + height * 0.56) if brand.number else 0.0
    mirrored = is_right_to_left(brand.names[0].words)
    left = 0.0 if mirrored else width - reach
    if brand.number:
        rectangle(image, (left, 0, left + reach, height), box_color)
        color = readable_on(box_color, brand.palette.paper, brand.palette.ink)
        lay(image, number, (left + reach / 2, height / 2), color, Anchor.CENTER)
    pad = height * 0.34
    text = (reach if mirrored else 0.0) + pad, 0.0, width - (0.0 if mirrored else reach) - pad
    lockup.beside(image, (*text, height), brand, ground)
    return image


def header(brand: Brand, size: Size) -> Image.Image:
    """A big sign over a booth: mark and name in the middle, on the base colour."""
    ground = ground_for(brand, brand.palette.base, WHITE, brand.palette.deep)
    image = gradient(size, ground, mix(ground, brand.palette.deep, _depth(ground)), 20)
    width, height = size
    _printed(image, brand, ground, (width * 0.55, 0, width, height))
    pad = height * 0.12
    if width < height * 2.2:
        lockup.below(image, (width * 0.1, pad, width * 0.9, height - pad), brand, ground)
    else:
        box = (height * 0.4, pad, width - height * 0.4, height - pad)
        lockup.beside(image, box, brand, ground, names=brand.short, center=0.5)
    return image


def tower(brand: Brand, size: Size) -> Image.Image:
    """A tall sign: mark on top, the name below it, stacked where it is short and Chinese."""
    palette = brand.palette
    ground = ground_for(brand, palette.base, palette.deep, WHITE)
    image = gradient(size, ground, mix(ground, palette.deep, 2 * _depth(ground)), 90)
    width, height = size
    _printed(image, brand, ground, (0, height * 0.5, width, height))
    if height < width * 2.2:
        lockup.below(
            image, (width * 0.12, height * 0.06, width * 0.88, height * 0.94), brand, ground
        )
        return image
    picture = mark(brand, ground, width * 0.56, width * 0.78)
    place(image, picture, (width / 2, width * 0.24), Anchor.TOP)
    top = width * 0.24 + picture.height + width * 0.2
    first = brand.short[0]
    color = readable_on(ground, palette.paper, palette.ink)
    if first.is_cjk and len(first.words) <= 10 and first.words.isalpha():
        size_px = min(width * 0.36, (height * 0.86 - top) / (len(first.words) * 1.14))
        style = Style(size_px, 700, leading=1.14)
        stack = set_lines(tuple(first.words), style, first.language, align=0.5)
        lay(image, stack, (width / 2, top), color, Anchor.TOP)
        rest = brand.short[1:]
        top += stack.height
    else:
        rest = brand.short
    for line in rest:
        style = Style(width * 0.2 if line is first else width * 0.12, 700, leading=1.16)
        room = (width * 0.84, max(8.0, min(height * 0.92 - top - width * 0.1, width * 1.3)))
        text = fit(line.words, style, line.language, room, lines=9, align=0.5)
        box = lay(image, text, (width / 2, top + width * 0.12), color, Anchor.TOP)
        top = box[3]
    number = fit(brand.number, Style(width * 0.2, 700), "en", (width * 0.7, width * 0.2))
    if top < height - width * 0.5 and brand.number:
        rectangle(
            image, (width * 0.4, height - width * 0.5, width * 0.6, height - width * 0.48), color
        )
        lay(image, number, (width / 2, height - width * 0.26), color, Anchor.CENTER)
    return image


def counter(brand: Brand, size: Size) -> Image.Image:
    """The front of a counter: mark and name, on paper or on the base colour."""
    palette = brand.palette
    grounds = (WHITE, palette.base) if brand.seed % 2 else (palette.base, WHITE)
    ground = ground_for(brand, *grounds, palette.deep)
    image = Image.new("RGB", size, ground)
    width, height = size
    if luminance(ground) > 0.6:
        rectangle(image, (0, height - height * 0.07, width, height), palette.base)
    box = (width * 0.09, height * 0.1, width * 0.91, height * 0.86)
    if width < height * 1.5:
        lockup.below(image, box, brand, ground)
    else:
        middle, half = (box[1] + box[3]) / 2, min(box[3] - box[1], width * 0.34) / 2
        lockup.beside(
            image,
            (box[0], middle - half, box[2], middle + half),
            brand,
            ground,
            names=brand.short,
            center=0.5,
        )
    return image


def label(brand: Brand, product: Product, size: Size, ratio: float = 1.0) -> Image.Image:
    """A card for a plinth: a product's name, and its name in another language or its category.

    The last line tells the scale of what is shown `ratio` times smaller than it is.
    """
    palette = brand.palette
    image = Image.new("RGB", size, WHITE)
    width, height = size
    rectangle(image, (0, 0, max(2.0, height * 0.07), height), palette.base)
    names = said(product.name, brand.languages) or (Said(product.id, "en"),)
    left, room = height * 0.22, width - height * 0.36
    lines: list[tuple[Said, Style, Color, float]] = [
        (names[0], Style(height * 0.3, 700), palette.ink, 0.36)
    ]
    small = [*names[1:], *said(product.category, brand.languages)[:1]]
    if ratio != 1:
        words = word("scale", brand.languages)[:1]
        small = [*small[:1], *(Said(f"{w.words} 1:{ratio:g}", w.language) for w in words)]
    for line in small[:2]:
        faint = readable_on(WHITE, mix(palette.ink, WHITE, 0.3))
        lines.append((line, Style(height * 0.16, 450), faint, 0.2))
    settings: list[tuple[Setting, Color]] = []
    for line, style, color, share in lines:
        most = min(style.size, settings[0][0].style.size * 0.72) if settings else style.size
        shown = replace(style, size=most)
        wrapped = 1 if settings else 2
        text = fit(line.words, shown, line.language, (room, height * share), lines=wrapped)
        settings.append((text, color))
    gap = height * 0.08
    y = (height - sum(s.height for s, _ in settings) - gap * (len(settings) - 1)) / 2
    for setting, color in settings:
        side = Anchor.TOP_RIGHT if is_right_to_left(names[0].words) else Anchor.TOP_LEFT
        x = left + room if side is Anchor.TOP_RIGHT else left
        y = lay(image, setting, (x, max(0.0, y)), color, side)[3] + gap
    return image


def reserved(
    palette: Palette, number: str, zone: Sequence[Said], languages: Sequence[str], size: Size
) -> Image.Image:
    """The wall of a booth that nobody has taken: its number, an invitation, its zone.

    On a band such as a fascia, its zone and its number.
    """
    if size[0] > 3 * size[1]:
        return _reserved_band(palette, number, zone or word("reserved", languages), size)
    floor = mix(palette.paper, palette.base, 0.1)
    image = gradient(size, palette.paper, floor, 90)
    width, height = size
    unit = min(width / 66, height / 88)
    signature(image, (0, height * 0.62, width, height), palette.base, seed(number), 0.12)
    rectangle(image, (0, height - 2.4 * unit, width, height), palette.base)
    center, y = width / 2, height * 0.48 - 26 * unit
    big = fit(number, Style(22 * unit, 800), "en", (width * 0.84, 22 * unit))
    color = readable_on(floor, palette.base, palette.deep)
    y = lay(image, big, (center, max(4 * unit, y)), color, Anchor.TOP)[3] + 5.5 * unit
    rectangle(image, (center - 6 * unit, y, center + 6 * unit, y + unit), palette.accent)
    y += 6 * unit
    lines = [
        (line, share, 600)
        for line, share in zip(word("reserved", languages), (7.6, 4.8), strict=False)
    ]
    lines += [(line, 4.4, 450) for line in zone[:1]]
    for line, share, weight in lines:
        style = Style(share * unit, weight, leading=1.2)
        room = width * 0.86, 12 * unit
        text = fit(line.words, style, line.language, room, lines=2, align=0.5)
        tone = palette.ink if weight == 600 else mix(palette.ink, palette.paper, 0.3)
        y = lay(image, text, (center, y), readable_on(floor, tone, palette.ink), Anchor.TOP)[3]
        y += 3 * unit
    return image


def _reserved_band(palette: Palette, number: str, lines: Sequence[Said], size: Size) -> Image.Image:
    image = Image.new("RGB", size, palette.paper)
    width, height = size
    text = fit(number, Style(height * 0.44, 700), "en", (width * 0.3, height * 0.5))
    reach = max(height * 1.25, text.width + height * 0.56)
    rectangle(image, (width - reach, 0, width, height), palette.base)
    white = readable_on(palette.base, palette.paper, palette.ink)
    lay(image, text, (width - reach / 2, height / 2), white, Anchor.CENTER)
    rectangle(image, (0, 0, height * 0.1, height), palette.accent)
    settings = lockup.name_pair(lines, (width - reach - height * 0.8, height))
    at = height * 0.42, height / 2
    lockup.lay_pair(image, settings, *at, palette.paper, palette, 0.0)
    return image


def _printed(image: Image.Image, brand: Brand, ground: Color, box: Box) -> None:
    """The brand's pattern over a part of a sign, hardly darker than it; none beside a logo's
    own ground.
    """
    if own_ground(brand.logo) is None:
        tone = brand.palette.base if luminance(ground) > 0.6 else brand.palette.deep
        signature(image, box, tone, brand.seed, 0.05 if luminance(ground) > 0.6 else 0.20)


def _fascia_colors(brand: Brand) -> tuple[Color, Color]:
    """Ground and number box: on the base colour, on white, or on the deep colour.

    A logo that brings its own ground gets a fascia of that colour.
    """
    palette = brand.palette
    own = own_ground(brand.logo)
    if own is not None:
        return own, palette.base if luminance(own) > 0.4 else palette.deep
    boxes = {palette.base: palette.deep, WHITE: palette.base, palette.deep: palette.base}
    grounds = [palette.base, WHITE, palette.deep]
    turn = brand.seed // 8 % 3
    ground = ground_for(brand, *grounds[turn:], *grounds[:turn])
    return ground, boxes[ground]


def _depth(ground: Color) -> float:
    """How far a ground's gradient goes to the deep colour: white stays white."""
    return 0.0 if luminance(ground) > 0.6 else 0.22
