"""Patterns behind words and pictures: quiet ones, and one family for each brand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from PIL import Image

from hallgen.kit.graphics.canvas import Box, Pen, shape
from hallgen.media.colors import Color

#: Draws a pattern on a field of a width and height in cells, with a number to vary it.
_Family = Callable[[Pen, float, float, int], None]


def signature(image: Image.Image, box: Box, color: Color, seed: int, opacity: float) -> None:
    """A brand's own pattern over a box: always of one family, so that its prints belong
    together.
    """
    wide, tall = box[2] - box[0], box[3] - box[1]
    family = _FAMILIES[seed % len(_FAMILIES)]
    cells = 9.0 if wide < tall * 1.2 else 14.0
    shape(image, box, color, lambda pen: family(pen, cells, cells * tall / wide, seed), opacity)


def _cells(wide: float, tall: float) -> Iterator[tuple[int, int, float, float, float]]:
    """Column, row, centre x and y in the unit square, and a cell's width."""
    for row in range(math.ceil(tall)):
        for column in range(math.ceil(wide)):
            yield column, row, (column + 0.5) / wide, (row + 0.5) / tall, 1 / wide


def _dots(pen: Pen, wide: float, tall: float, seed: int) -> None:
    """A screen of dots that grow towards a corner."""
    flip = seed // 7 % 2
    for _, _, x, y, cell in _cells(wide * 2, tall * 2):
        near = (1 - x if flip else x) * 0.6 + y * 0.5
        if near > 0.25:
            pen.circle((x, y), cell * 0.46 * min(1.0, (near - 0.2) * 1.1))


def _quarters(pen: Pen, wide: float, tall: float, seed: int) -> None:
    """Quarter circles turned by chance, as on tiles."""
    for column, row, x, y, cell in _cells(wide * 0.6, tall * 0.6):
        turn = (column * 7 + row * 13 + column * row * 5 + seed) % 7
        if turn > 3:
            continue
        half, high = cell / 2, cell / 2 * wide / tall
        corner = (x + (half if turn % 2 else -half), y + (high if turn // 2 else -high))
        start = {0: 0, 1: 90, 2: 270, 3: 180}[turn]
        pen.arc(corner, cell * 0.98, (start, start + 90), cell * 0.5)


def _chevrons(pen: Pen, wide: float, tall: float, seed: int) -> None:
    """Bands of arrowheads that point the same way."""
    step = 1 / (wide * 0.5)
    high = 1 / (tall * 0.5)
    for column in range(math.ceil(wide * 0.5) + 1):
        for row in range(math.ceil(tall * 0.5) + 1):
            if (column * 3 + row + seed) % 5 < 2:
                continue
            x, y = column * step, row * high
            pen.polygon(
                [(x, y), (x + step * 0.35, y), (x + step * 0.75, y + high / 2),
                 (x + step * 0.35, y + high), (x, y + high), (x + step * 0.4, y + high / 2)]
            )  # fmt: skip


def _bars(pen: Pen, wide: float, tall: float, seed: int) -> None:
    """Slanted bars of many lengths with round ends, as if passing by."""
    slope = 0.5 * wide / tall
    for line in range(math.ceil(wide * 1.6)):
        start = (line * 0.7548 + seed * 0.11) % 1
        length = 0.12 + 0.3 * ((line * 0.5698 + seed * 0.23) % 1)
        x = (line + 0.5) / (wide * 1.6) * 1.5 - 0.25
        pen.line(
            [(x + (start - 0.5) / slope * 0.4, start), (x + (start + length - 0.5) / slope * 0.4,
             start + length)], 0.22 / wide * (1 + line % 3)
        )  # fmt: skip


def _hexagons(pen: Pen, wide: float, tall: float, seed: int) -> None:
    """Hexagons, some of them left out."""
    ratio = wide / tall
    cell = 1 / (wide * 0.62)
    for row in range(math.ceil(tall * 0.72) + 1):
        for column in range(math.ceil(wide * 0.62) + 1):
            if (column * 5 + row * 3 + column * row + seed) % 4 == 0:
                continue
            x, y = (column + 0.5 * (row % 2)) * cell, row * cell * 0.87 * ratio
            angles = [math.radians(60 * k + 30) for k in range(6)]
            pen.polygon(
                [
                    (x + 0.5 * cell * math.cos(a), y + 0.5 * cell * math.sin(a) * ratio)
                    for a in angles
                ]
            )


def _contours(pen: Pen, _: float, __: float, seed: int) -> None:
    """Lines of height, as on a map."""
    phase = seed % 97 / 97 * math.tau
    for line in range(26):
        base = line / 22 - 0.08
        points = []
        for step in range(41):
            x = step / 40
            lift = 0.10 * math.sin(x * 4.2 + phase + base * 3) + 0.05 * math.sin(x * 9.1 + phase)
            points.append((x, base + lift * (0.4 + base)))
        pen.line(points, 0.0045)


def _slopes(pen: Pen, wide: float, tall: float, seed: int) -> None:
    """Leaning bands, thin on the one side and broad on the other."""
    lean = 0.5 * tall / wide
    at, band = -lean + seed % 7 / 100, 0.012
    while at < 1:
        pen.polygon([(at, 1), (at + band, 1), (at + band + lean, 0), (at + lean, 0)])
        at, band = at + band + 0.05, band * 1.3


_FAMILIES: tuple[_Family, ...] = (
    _dots,
    _quarters,
    _chevrons,
    _bars,
    _hexagons,
    _contours,
    _slopes,
)


def mesh(image: Image.Image, color: Color, seed: int, opacity: float) -> None:
    """A sheet of fine crossing waves in the lower half."""
    ratio = image.height / image.width
    phase = (seed % 97) / 97 * math.tau

    def draw(pen: Pen) -> None:
        for line in range(12):
            points = []
            for step in range(33):
                x = step / 32
                swing = math.sin(x * 3.4 + phase + line * 0.17) * 0.11
                points.append((x, 0.66 + swing + (line - 6) * 0.022 * (1.5 - x)))
            pen.line(points, 0.0028)
        for line in range(9):
            x = line / 8
            rise = [(x + (t - 0.5) * 0.5, 0.52 + t * 0.34) for t in (0.0, 0.5, 1.0)]
            pen.line(rise, 0.0018 * max(ratio, 0.6))

    shape(image, (0, 0, image.width, image.height), color, draw, opacity)


def diagonals(image: Image.Image, color: Color, opacity: float) -> None:
    """Three slanted bands of different width."""
    slope = image.height / image.width * 0.6

    def draw(pen: Pen) -> None:
        for start, wide in ((0.16, 0.22), (0.46, 0.07), (0.60, 0.30)):
            top, foot = start + slope / 2, start - slope / 2
            pen.polygon([(top, 0), (top + wide, 0), (foot + wide, 1), (foot, 1)])

    shape(image, (0, 0, image.width, image.height), color, draw, opacity)


def rings(
    image: Image.Image,
    center: tuple[float, float],
    radius: float,
    color: Color,
    strength: float,
) -> None:
    """Circles of light around a centre, fainter outwards."""
    for step in range(4):
        r = radius * (1 + 0.28 * step)
        box = (center[0] - r, center[1] - r, center[0] + r, center[1] + r)
        span = (30 * step, 30 * step + 300)
        shape(
            image,
            box,
            color,
            lambda pen, s=span: pen.arc((0.5, 0.5), 0.495, s, 0.006),  # type: ignore[misc]
            strength * (1 - 0.2 * step),
        )
