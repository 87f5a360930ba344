"""Prints without words: what covers the walls and backs that have nothing to say."""

from __future__ import annotations

from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import Pen, glow, gradient, shape
from hallgen.kit.graphics.patterns import diagonals, mesh, rings
from hallgen.media.colors import WHITE, Color, mix

Size = tuple[int, int]


def pattern(brand: Brand, size: Size, choice: int) -> Image.Image:
    """The palette's colours under one of five quiet patterns; `choice` picks where it lies."""
    palette, (width, height) = brand.palette, size
    image = gradient(size, mix(palette.deep, palette.base, 0.35), palette.base, 24)
    glow(image, (width * 0.62, height * 0.42), height * 0.8, mix(palette.base, WHITE, 0.22), 0.5)
    end = width * (0.12 if choice % 2 else 0.88)
    match brand.seed % 5:
        case 0:
            diagonals(image, palette.deep, 0.34)
        case 1:
            rings(image, (end, height * 0.86), height * 0.42, palette.accent, 0.34)
            rings(image, (end, height * 0.86), height * 0.30, palette.paper, 0.16)
        case 2:
            mesh(image, palette.paper, brand.seed + choice, 0.22)
        case 3:
            _dots(image, mix(palette.base, palette.accent, 0.6), end)
        case _:
            _steps(image, palette.accent, palette.deep)
    return image


def _dots(image: Image.Image, color: Color, end: float) -> None:
    """A grid of dots that grow towards one end."""
    width, height = image.size
    step = max(6.0, height / 22)
    reach = width * 0.75

    def draw(pen: Pen) -> None:
        for row in range(int(height / step) + 1):
            for column in range(int(width / step) + 1):
                x, y = (column + 0.5 * (row % 2)) * step, row * step
                share = max(0.0, 1 - abs(x - end) / reach) * (0.35 + 0.65 * y / height)
                if share > 0.12:
                    pen.circle((x / width, y / height), share * 0.36 * step / width)

    shape(image, (0, 0, width, height), color, draw, 0.55)


def _steps(image: Image.Image, accent: Color, deep: Color) -> None:
    """A horizon of bars, one of them in the accent."""
    width, height = image.size
    count = max(3, round(width / height * 5))
    tall = [0.18 + 0.36 * ((k * 7 + 3) % 5) / 5 for k in range(count)]
    for chosen, color, opacity in ((False, deep, 0.45), (True, accent, 0.9)):

        def draw(pen: Pen, chosen: bool = chosen) -> None:  # noqa: FBT001 - bound in the loop
            for k, rise in enumerate(tall):
                if (k == count * 2 // 3) is chosen:
                    pen.rectangle(((k + 0.12) / count, 1 - rise, (k + 0.88) / count, 1))

        shape(image, (0, 0, width, height), color, draw, opacity)
