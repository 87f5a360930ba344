"""What a machine's control shows: axes, a part on its way through them, and what is done of it."""

from __future__ import annotations

from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import Anchor, Box, Pen, gradient, lay, rectangle, shape
from hallgen.media.colors import BLACK, WHITE, Color, mix
from hallgen.media.typeset import Style, fit

Size = tuple[int, int]

#: Half of a turned part in shares of its box: from its axis at the left end to that at the right.
_PROFILE = (
    (0.0, 0.5), (0.0, 0.16), (0.22, 0.16), (0.22, 0.26), (0.40, 0.26), (0.40, 0.06), (0.56, 0.06),
    (0.56, 0.22), (0.74, 0.32), (0.92, 0.32), (0.97, 0.37), (0.97, 0.5),
)  # fmt: skip


#: The grey of a control's front, and of a key.
_FRONT, _KEY = (44, 47, 52), (176, 182, 187)


def control(brand: Brand, size: Size) -> Image.Image:
    """A control's front: its screen, and below it keys and the button that stops all."""
    width, height = size
    image = gradient(size, mix(_FRONT, WHITE, 0.08), _FRONT, 90)
    rim = max(1, round(width * 0.045))
    screen = _screen(brand, (width - 2 * rim, round(height * 0.44)))
    image.paste(screen, (rim, rim))
    _keys(image, (rim, rim * 2 + screen.height, width - rim, height * 0.79))
    side = width * 0.24
    left, top = width * 0.1, height * 0.82
    rectangle(image, (left, top, left + side, top + side), (232, 181, 18))
    knob = (left + side * 0.12, top + side * 0.12, left + side * 0.88, top + side * 0.88)
    shape(image, knob, (195, 33, 28), lambda pen: pen.circle((0.5, 0.5), 0.5))
    for k in (0.62, 0.84):
        dial = (width * k - side * 0.4, top + side * 0.1, width * k + side * 0.4, top + side * 0.9)
        shape(image, dial, (16, 17, 19), lambda pen: pen.circle((0.5, 0.5), 0.5))
        shape(image, dial, WHITE, lambda pen: pen.line([(0.5, 0.12), (0.5, 0.4)], 0.08))
    return image


def _keys(image: Image.Image, box: Box) -> None:
    """Keys in rows, some of them marked by a colour."""
    marked = {(3, 0): (63, 154, 82), (3, 1): (184, 68, 47), (0, 5): (217, 164, 33)}
    left, top, right, bottom = box
    wide, tall = (right - left) / 6, (bottom - top) / 4
    for row in range(4):
        for column in range(6):
            x, y = left + wide * (column + 0.12), top + tall * (row + 0.16)
            color = marked.get((row, column), _KEY)
            rectangle(image, (x, y, x + wide * 0.76, y + tall * 0.68), color)


def _screen(brand: Brand, size: Size) -> Image.Image:
    """A screen in the exhibitor's colours; its figures are the same in all languages."""
    palette, (width, height) = brand.palette, size
    ground = mix(palette.deep, BLACK, 0.55)
    image = gradient(size, mix(ground, palette.deep, 0.5), ground, 90)
    head, keys = height * 0.13, height * 0.87
    rectangle(image, (0, 0, width, head), palette.base)
    _words(image, brand.number, (width * 0.04, head / 2), head * 0.62, WHITE, Anchor.LEFT)
    _words(image, "AUTO", (width * 0.96, head / 2), head * 0.62, WHITE, Anchor.RIGHT)
    _axes(image, brand, (width * 0.04, head * 1.3, width * 0.46, height * 0.62))
    _part(image, brand, (width * 0.50, head * 1.4, width * 0.96, height * 0.78))
    _loads(image, brand, (width * 0.04, height * 0.66, width * 0.44, height * 0.82))
    for number in range(6):
        left = width * (0.03 + 0.158 * number)
        color = palette.accent if number == brand.seed % 6 else mix(ground, WHITE, 0.24)
        rectangle(image, (left, keys + height * 0.02, left + width * 0.14, height * 0.97), color)
    return image


def _axes(image: Image.Image, brand: Brand, box: Box) -> None:
    """Where the tool is, one line an axis."""
    left, top, right, bottom = box
    line = (bottom - top) / 3
    soft = mix(brand.palette.deep, WHITE, 0.62)
    for number, axis in enumerate("XYZ"):
        y = top + line * (number + 0.5)
        place = (brand.seed // 7**number) % 400_000 / 1000
        _words(image, axis, (left, y), line * 0.62, soft, Anchor.LEFT)
        _words(image, f"{place:.3f}", (right, y), line * 0.66, WHITE, Anchor.RIGHT)


def _part(image: Image.Image, brand: Brand, box: Box) -> None:
    """A turned part in section, its axis, and the way of the tool along its upper side."""
    palette = brand.palette
    grid = mix(palette.deep, WHITE, 0.14)
    left, top, right, bottom = box
    for step in range(5):
        x, y = left + (right - left) * step / 4, top + (bottom - top) * step / 4
        rectangle(image, (x, top, x + 1, bottom), grid)
        rectangle(image, (left, y, right, y + 1), grid)
    mirrored = tuple((x, 1 - y) for x, y in reversed(_PROFILE))
    body: Color = mix(palette.base, WHITE, 0.45)
    shape(image, box, body, lambda pen: pen.polygon((*_PROFILE, *mirrored)))
    path = [(x, y - 0.05) for x, y in _PROFILE[1:-1]]

    def way(pen: Pen) -> None:
        pen.line([(1.0, 0.02), *reversed(path)], 0.016)

    shape(image, box, mix(palette.accent, WHITE, 0.25), way)
    shape(image, box, WHITE, lambda pen: pen.line([(-0.02, 0.5), (1.02, 0.5)], 0.008), 0.7)


def _loads(image: Image.Image, brand: Brand, box: Box) -> None:
    """How hard spindle and feed work, as bars."""
    left, top, right, bottom = box
    tall = (bottom - top) / 2
    for number, share in enumerate((0.55 + brand.seed % 5 * 0.07, 0.3 + brand.seed % 7 * 0.06)):
        y = top + tall * number
        low, high = y + tall * 0.2, y + tall * 0.72
        rectangle(image, (left, low, right, high), mix(brand.palette.deep, WHITE, 0.2))
        color = (70, 190, 120) if number == 0 else mix(brand.palette.base, WHITE, 0.4)
        rectangle(image, (left, low, left + (right - left) * share, high), color)


def _words(
    image: Image.Image,
    words: str,
    at: tuple[float, float],
    em: float,
    color: Color,
    anchor: Anchor,
) -> None:
    if not words:
        return
    setting = fit(words, Style(em, 700), "en", (image.width * 0.5, em * 1.4))
    lay(image, setting, at, color, anchor)
