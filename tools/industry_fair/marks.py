"""Marks of logos: small compositions of plain shapes, each with room for chance."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from hallgen.media.fonts import SANS

Color = tuple[int, int, int]
Spot = tuple[float, float]


@dataclass(slots=True)
class Canvas:
    """A clear square to draw on. Spots are in units: -1 to 1, y up, the middle at (0, 0)."""

    side: int
    main: Color
    second: Color
    choose: random.Random
    initial: str
    image: Image.Image = field(init=False)
    pen: ImageDraw.ImageDraw = field(init=False)

    def __post_init__(self) -> None:
        self.image = Image.new("RGBA", (self.side, self.side))
        self.pen = ImageDraw.Draw(self.image)

    def shape(self, spots: Sequence[Spot], color: Color | None) -> None:
        """A filled outline; no colour cuts it out."""
        self.pen.polygon([self._at(spot) for spot in spots], fill=_fill(color))

    def disc(self, spot: Spot, radius: float, color: Color | None) -> None:
        x, y = self._at(spot)
        r = radius * self.side * 0.46
        self.pen.ellipse((x - r, y - r, x + r, y + r), fill=_fill(color))

    def line(self, spots: Sequence[Spot], width: float, color: Color | None) -> None:
        """A stroke with round ends and corners."""
        points = [self._at(spot) for spot in spots]
        self.pen.line(
            points, fill=_fill(color), width=round(width * self.side * 0.46), joint="curve"
        )
        for spot in (spots[0], spots[-1]):
            self.disc(spot, width / 2, color)

    def arc(self, radius: float, start: float, end: float, width: float, color: Color) -> None:
        """Part of a ring, from one angle to another, in degrees counter-clockwise."""
        steps = [start + (end - start) * i / 48 for i in range(49)]
        outer = [polar(radius, a) for a in steps]
        inner = [polar(radius - width, a) for a in reversed(steps)]
        self.shape(outer + inner, color)

    def letter(self, height: float, color: Color) -> None:
        """The firm's initial, in the middle."""
        font = sans(round(height * self.side * 0.46), 800, 100)
        self.pen.text(self._at((0, 0.02)), self.initial, font=font, fill=_fill(color), anchor="mm")

    def _at(self, spot: Spot) -> Spot:
        return self.side * (0.5 + 0.46 * spot[0]), self.side * (0.5 - 0.46 * spot[1])


@cache
def sans(size: int, weight: int, width: int) -> ImageFont.FreeTypeFont:
    """Noto Sans of a weight (100 to 900) and a width (62.5 to 100)."""
    font = ImageFont.truetype(SANS.path, size)
    by_name = {b"Weight": weight, b"Width": width}
    font.set_variation_by_axes([by_name[axis["name"]] for axis in font.get_variation_axes()])
    return font


def polar(radius: float, degrees: float) -> Spot:
    return radius * math.cos(math.radians(degrees)), radius * math.sin(math.radians(degrees))


def regular(corners: int, radius: float = 1.0, turn: float = 90.0) -> list[Spot]:
    return [polar(radius, turn + 360 * i / corners) for i in range(corners)]


def turned(spots: Sequence[Spot], degrees: float) -> list[Spot]:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(x * cos - y * sin, x * sin + y * cos) for x, y in spots]


def hexagon_cube(c: Canvas) -> None:
    hexagon = regular(6)
    c.shape([hexagon[0], hexagon[1], (0, 0), hexagon[5]], c.second)
    c.shape([hexagon[1], hexagon[2], hexagon[3], (0, 0)], c.main)
    dark = tuple(round(part * 0.72) for part in c.main)
    c.shape([hexagon[5], (0, 0), hexagon[3], hexagon[4]], (dark[0], dark[1], dark[2]))


def gear(c: Canvas) -> None:
    teeth = c.choose.choice([8, 10, 12])
    step = 360 / teeth
    for i in range(teeth):
        angle = i * step
        c.shape(
            [
                polar(r, angle + step * part)
                for r, part in ((0.7, -0.3), (1, -0.19), (1, 0.19), (0.7, 0.3))
            ],
            c.main,
        )
    c.disc((0, 0), 0.76, c.main)
    c.disc((0, 0), 0.46, None)
    c.disc((0, 0), 0.24, c.second)


def sails(c: Canvas) -> None:
    blades = c.choose.choice([3, 4, 5, 6])
    for i in range(blades):
        blade = [(0.04, 0.1), (0.04, 0.98), (0.62, 0.5)]
        c.shape(turned(blade, 360 * i / blades), c.main if i % 2 == 0 else c.second)


def rings(c: Canvas) -> None:
    start = c.choose.choice([20, 60, 110, 200])
    for i, color in enumerate((c.main, c.second, c.main)):
        c.arc(1 - 0.34 * i, start + 70 * i, start + 70 * i + 270, 0.2, color)


def peaks(c: Canvas) -> None:
    c.shape([(-1, -0.62), (-0.3, 0.68), (0.4, -0.62)], c.main)
    c.shape([(-0.12, -0.62), (0.46, 0.34), (1, -0.62)], c.second)
    c.shape([(-0.47, 0.36), (-0.3, 0.68), (-0.13, 0.36), (-0.3, 0.22)], (255, 255, 255))


def stripes(c: Canvas) -> None:
    lean = c.choose.choice([0.35, -0.35])
    for i in range(4):
        x = -0.95 + 0.5 * i
        height = 0.35 + 0.2 * i
        color = c.second if i == 3 else c.main
        c.shape([(x - lean / 2, -0.9), (x + 0.34 - lean / 2, -0.9), (x + 0.34 + lean / 2, height),
                 (x + lean / 2, height)], color)  # fmt: skip


def nodes(c: Canvas) -> None:
    count = c.choose.choice([5, 6, 7])
    spots = regular(count, 0.74, c.choose.choice([90, 75]))
    for i, spot in enumerate(spots):
        c.line([(0, 0), spot], 0.1, c.main)
        c.line([spot, spots[(i + 1) % count]], 0.06, c.second)
    for spot in spots:
        c.disc(spot, 0.2, c.main)
    c.disc((0, 0), 0.3, c.second)


def shield(c: Canvas) -> None:
    c.shape([(-0.8, 0.85), (0.8, 0.85), (0.8, -0.1), (0.45, -0.66), (0, -0.98), (-0.45, -0.66),
             (-0.8, -0.1)], c.main)  # fmt: skip
    c.shape([(-0.5, 0.2), (0, 0.58), (0.5, 0.2), (0.5, -0.1), (0, 0.26), (-0.5, -0.1)], c.second)
    c.shape([(-0.5, -0.22), (0, 0.14), (0.5, -0.22), (0.5, -0.46), (0, -0.14), (-0.5, -0.46)],
            (255, 255, 255))  # fmt: skip


def waves(c: Canvas) -> None:
    c.disc((0, 0), 1, c.main)
    for i, color in enumerate(((255, 255, 255), c.second, (255, 255, 255))):
        y = 0.42 - 0.42 * i
        spots = [(x / 20, y + 0.13 * math.sin(x / 20 * 4.4 + i * 0.9)) for x in range(-14, 15)]
        c.line(spots, 0.15, color)


def leaf(c: Canvas) -> None:
    right = [(0.72 * math.sin(math.pi * t / 24), 1 - 2 * t / 24) for t in range(25)]
    left = [(-x, y) for x, y in reversed(right)]
    tilt = c.choose.choice([-35, 35, 0])
    c.shape(turned(right + left, tilt), c.main)
    c.shape(turned([*left, (0, -1)], tilt), c.second)
    c.line(turned([(0, 0.5), (0, -0.95)], tilt), 0.07, (255, 255, 255))


def blocks(c: Canvas) -> None:
    filled = c.choose.sample([(x, y) for x in range(3) for y in range(3)], 6)
    for x, y in sorted(filled):
        left, low = -0.93 + 0.64 * x, -0.93 + 0.64 * y
        color = c.second if (x, y) == filled[0] else c.main
        c.shape(
            [(left, low), (left + 0.56, low), (left + 0.56, low + 0.56), (left, low + 0.56)], color
        )


def arrow(c: Canvas) -> None:
    turn = c.choose.choice([0, 45, -45])
    for i, color in enumerate((c.second, c.main)):
        x = -0.85 + 0.75 * i
        chevron = [
            (x, 0.85),
            (x + 0.4, 0.85),
            (x + 0.98, 0),
            (x + 0.4, -0.85),
            (x, -0.85),
            (x + 0.58, 0),
        ]
        c.shape(turned(chevron, turn), color)


def orbit(c: Canvas) -> None:
    for turn in (30, 90, 150):
        spots = [
            (math.cos(math.tau * i / 60), 0.36 * math.sin(math.tau * i / 60)) for i in range(61)
        ]
        c.line(turned([(0.9 * x, 0.9 * y) for x, y in spots], turn), 0.09, c.main)
    c.disc((0, 0), 0.26, c.second)


def drop(c: Canvas) -> None:
    c.disc((0, -0.26), 0.7, c.main)
    c.shape([(-0.66, -0.02), (0, 1), (0.66, -0.02)], c.main)
    c.arc(0.46, 190, 300, 0.15, (255, 255, 255)) if c.choose.random() < 0.5 else c.disc(
        (0, -0.28), 0.34, c.second
    )


def facets(c: Canvas) -> None:
    corners = c.choose.choice([5, 6, 8])
    outer, inner = regular(corners), regular(corners, 0.52, 90 + 180 / corners)
    for i in range(corners):
        color = c.main if i % 2 == 0 else c.second
        c.shape([outer[i], outer[(i + 1) % corners], inner[i]], color)
        c.shape([outer[i], inner[i], (0, 0), inner[i - 1]], c.second if i % 2 == 0 else c.main)


def bolt(c: Canvas) -> None:
    c.shape(regular(6, 1, 0), c.main)
    flash = [(0.12, 0.66), (-0.42, -0.1), (-0.04, -0.1), (-0.14, -0.68), (0.42, 0.14), (0.04, 0.14)]
    c.shape(flash, (255, 255, 255))


def eye(c: Canvas) -> None:
    top = [(x / 20, 0.62 * math.cos(x / 20 * math.pi / 2)) for x in range(-20, 21)]
    c.shape(top + [(x, -y) for x, y in reversed(top)], c.main)
    c.disc((0, 0), 0.46, (255, 255, 255))
    c.disc((0, 0), 0.3, c.second)


def initial_in_a_shape(c: Canvas) -> None:
    corners = c.choose.choice([4, 6, 8, 48])
    c.shape(regular(corners, 1 if corners > 4 else 1.25, 45 if corners == 4 else 90), c.main)
    c.letter(1.25, (255, 255, 255))


def initial_and_bar(c: Canvas) -> None:
    c.shape([(-0.9, -0.9), (-0.6, -0.9), (-0.6, 0.9), (-0.9, 0.9)], c.second)
    c.letter(1.9, c.main)


MARKS: tuple[Callable[[Canvas], None], ...] = (
    hexagon_cube, rings, gear, peaks, nodes, sails, stripes, shield, leaf, arrow, waves, facets,
    initial_in_a_shape, blocks, orbit, drop, initial_and_bar, bolt, eye,
)  # fmt: skip


def _fill(color: Color | None) -> tuple[int, int, int, int]:
    return (0, 0, 0, 0) if color is None else (*color, 255)
