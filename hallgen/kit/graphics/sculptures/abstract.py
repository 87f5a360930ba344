"""Forms that mean nothing but look made: for fields that no drawing would name."""

from __future__ import annotations

import math
from functools import cache

from hallgen.kit.finishes import CHROME, GLOSS, GLOSS_BLACK, PAINT
from hallgen.kit.graphics.sculptures.clay import Sculpture, ball, leant, put, ring
from hallgen.kit.shapes import box, cylinder
from hallgen.scene import Mesh


@cache
def orbit() -> Sculpture:
    """A ball in three rings, as in a gyroscope."""
    rings = [
        leant(ring(CHROME, 0.34, 0.012), 22, 0, 0.40, 0),
        leant(ring(GLOSS, 0.29, 0.022), 68, 0, 0.40, 0, 30),
    ]
    stand = [cylinder(GLOSS_BLACK, 0.13, 0.03, 40, 0.008), cylinder(CHROME, 0.012, 0.24, 16)]
    trim = (
        put(ball(PAINT, 0.165), 0, 0.40, 0),
        leant(ring(PAINT, 0.235, 0.011), 96, 0, 0.40, 0, -25),
    )
    return Sculpture((*rings, *stand), trim)


@cache
def spiral() -> Sculpture:
    """Slats stacked around an axis, each turned a little further."""
    slats = [put(box(GLOSS, 0.52, 0.026, 0.13, 0.006), 0, 0.032 * k, 0, 8.5 * k) for k in range(20)]
    return Sculpture(tuple(s for k, s in enumerate(slats) if k % 5 != 2), tuple(slats[2::5]))


@cache
def ripple() -> Sculpture:
    """A field of columns that rise as a wave does."""
    columns: list[Mesh] = []
    colored: list[Mesh] = []
    for row in range(7):
        for column in range(7):
            x, z = 0.088 * (column - 3), 0.088 * (row - 3)
            height = 0.20 + 0.15 * math.sin(math.hypot(x + 0.12, z - 0.1) * 11)
            there = colored if (row * 3 + column * 5) % 11 == 0 else columns
            finish = PAINT if there is colored else GLOSS
            there.append(put(box(finish, 0.08, height, 0.08, 0.008), x, 0, z))
    return Sculpture(tuple(columns), tuple(colored))


@cache
def cluster() -> Sculpture:
    """Balls of three kinds lying together."""
    spots = (
        (0.0, 0.0, 0.20),
        (0.27, 0.10, 0.115),
        (-0.25, 0.13, 0.10),
        (0.10, 0.27, 0.075),
        (-0.10, 0.26, 0.055),
        (-0.20, -0.20, 0.13),
        (0.23, -0.17, 0.15),
    )
    finishes = (GLOSS, CHROME, PAINT, PAINT, CHROME, GLOSS_BLACK, PAINT)
    balls = [put(ball(f, r, 40), x, r, z) for f, (x, z, r) in zip(finishes, spots, strict=True)]
    body = tuple(b for b, f in zip(balls, finishes, strict=True) if f is not PAINT)
    return Sculpture(body, tuple(b for b, f in zip(balls, finishes, strict=True) if f is PAINT))
