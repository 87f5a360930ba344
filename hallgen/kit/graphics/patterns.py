"""Quiet patterns behind words and pictures."""

from __future__ import annotations

import math

from PIL import Image

from hallgen.kit.graphics.canvas import Pen, shape
from hallgen.media.colors import Color


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
