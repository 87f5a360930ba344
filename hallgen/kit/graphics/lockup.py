"""A mark and a name pair set together, as on every sign. Lengths are pixels.

Beside each other the mark comes first as one reads: on the left, or on the right of a name
that runs from right to left. All is shrunk to fit; nothing is cropped or stretched.
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import Anchor, Box, lay, place
from hallgen.kit.graphics.marks import mark
from hallgen.kit.graphics.names import Said
from hallgen.kit.graphics.palettes import Palette
from hallgen.media.bidi import is_right_to_left
from hallgen.media.colors import Color, mix, readable_on
from hallgen.media.typeset import Setting, Style, fit


def beside(
    image: Image.Image,
    box: Box,
    brand: Brand,
    ground: Color,
    *,
    names: Sequence[Said] | None = None,
    center: float = 0.0,
) -> Box:
    """Mark, then names, in a box; `center` 0 at the start of the reading direction, 0.5 mid.

    The mark is .62 of the box's height, the first name .40 and bold, the second .21. Returns
    where they are.
    """
    names = names or brand.names
    width, height = box[2] - box[0], box[3] - box[1]
    picture = mark(brand, ground, height * 0.62, width * 0.42)
    gap = height * 0.2
    settings = name_pair(names, (width - picture.width - gap, height))
    used = picture.width + gap + max(s.width for s in settings)
    middle = (box[1] + box[3]) / 2
    start = box[0] + (width - used) * center
    if is_right_to_left(names[0].words):
        start = box[2] - used - (width - used) * center
        place(image, picture, (start + used, middle), Anchor.RIGHT)
        lay_pair(
            image, settings, start + used - picture.width - gap, middle, ground, brand.palette, 1.0
        )
    else:
        place(image, picture, (start, middle), Anchor.LEFT)
        lay_pair(image, settings, start + picture.width + gap, middle, ground, brand.palette, 0.0)
    return start, box[1], start + used, box[3]


def below(
    image: Image.Image,
    box: Box,
    brand: Brand,
    ground: Color,
    *,
    names: Sequence[Said] | None = None,
) -> None:
    """Mark above, names centred below it, in the middle of a box."""
    names = names or brand.short
    width, height = box[2] - box[0], box[3] - box[1]
    unit = min(width, height)
    picture = mark(brand, ground, min(unit * 0.56, height * 0.5), width)
    room = height - picture.height - unit * 0.08
    settings = name_pair(names, (width, min(room, unit * 0.62)), align=0.5)
    gap = unit * 0.09
    tall = picture.height + gap + pair_height(settings)
    top = (box[1] + box[3] - tall) / 2
    center = (box[0] + box[2]) / 2
    place(image, picture, (center, top), Anchor.TOP)
    middle = top + picture.height + gap + pair_height(settings) / 2
    lay_pair(image, settings, center, middle, ground, brand.palette, 0.5)


def name_pair(
    names: Sequence[Said], box: tuple[float, float], *, align: float | None = None
) -> tuple[Setting, ...]:
    """One or two names set for a box of a sign's whole height."""
    first = names[0]
    side = (1.0 if is_right_to_left(first.words) else 0.0) if align is None else align
    width, height = max(box[0], 4.0), box[1]
    spread = 0.06 if first.is_cjk and len(first.words) <= 8 else 0.0
    if len(names) == 1:
        style = Style(height * 0.44, 700, tracking=spread, leading=1.2)
        setting = fit(
            first.words, style, first.language, (width, height * 0.74), lines=4, align=side
        )
        return (setting,)
    style = Style(height * 0.40, 700, tracking=spread, leading=1.16)
    upper = fit(first.words, style, first.language, (width, height * 0.5), lines=3, align=side)
    second = names[1]
    lower = fit(
        second.words,
        Style(height * 0.21, 500, leading=1.14),
        second.language,
        (width, height * (0.26 if len(upper.lines) > 1 else 0.32)),
        lines=2,
        align=side,
    )
    return upper, lower


def pair_height(settings: Sequence[Setting]) -> float:
    """From the top of the first name's letters to the last line's baseline."""
    gap = settings[0].style.size * 0.34
    return sum(_body(setting) for setting in settings) + gap * (len(settings) - 1)


def lay_pair(
    image: Image.Image,
    settings: Sequence[Setting],
    x: float,
    middle: float,
    ground: Color,
    palette: Palette,
    side: float,
) -> None:
    """Lay a name pair on a ground around its middle line; `side` 0 has its left edge at x,
    0.5 its centre, 1 its right edge. The second name is a little fainter.
    """
    strong = readable_on(ground, palette.paper, palette.ink)
    faint = readable_on(ground, mix(strong, ground, 0.18), strong)
    anchor = {0.0: Anchor.TOP_LEFT, 0.5: Anchor.TOP, 1.0: Anchor.TOP_RIGHT}[side]
    y = middle - pair_height(settings) / 2
    gap = settings[0].style.size * 0.34
    for setting, color in zip(settings, (strong, faint), strict=False):
        top = y + setting.rise - setting.baseline
        lay(image, setting, (x, max(0.0, top)), color, anchor)
        y += _body(setting) + gap


def _body(setting: Setting) -> float:
    """From the top of the first line's letters to the last line's baseline."""
    return setting.rise + (len(setting.lines) - 1) * setting.style.size * setting.style.leading
