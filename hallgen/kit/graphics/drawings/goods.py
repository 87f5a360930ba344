"""Other goods, and abstract drawings for those that have no picture of their own."""

from __future__ import annotations

import math

from hallgen.kit.graphics.canvas import Pen, Spot
from hallgen.kit.graphics.drawings.tones import Tones, around


def battery(pen: Pen, tones: Tones) -> None:
    for cell, level in enumerate((0.9, 0.66, 0.42)):
        left = 0.07 + cell * 0.305
        pen.rectangle((left + 0.075, 0.08, left + 0.18, 0.16), tones.mid, 0.015)
        pen.rectangle((left, 0.13, left + 0.255, 0.92), tones.light, 0.045)
        pen.rectangle((left + 0.03, 0.17, left + 0.225, 0.88), tones.dark, 0.025)
        top = 0.865 - 0.68 * level
        pen.rectangle((left + 0.045, top, left + 0.21, 0.865), tones.accent, 0.015)
        pen.rectangle((left + 0.045, top, left + 0.085, 0.865), tones.pale, 0.01)
    x, y = 0.505, 0.52
    bolt = [
        (0.03, -0.19),
        (-0.09, 0.04),
        (-0.01, 0.04),
        (-0.04, 0.19),
        (0.09, -0.05),
        (0.01, -0.05),
    ]
    pen.polygon([(x + dx, y + dy) for dx, dy in bolt], tones.light)


def software(pen: Pen, tones: Tones) -> None:
    pen.rectangle((0.04, 0.12, 0.96, 0.74), tones.light, 0.035)
    pen.rectangle((0.07, 0.15, 0.93, 0.71), tones.dark, 0.02)
    for bar, tall in enumerate((0.14, 0.22, 0.18, 0.30, 0.38)):
        left = 0.12 + bar * 0.07
        pen.rectangle(
            (left, 0.65 - tall, left + 0.042, 0.65), tones.accent if bar > 2 else tones.pale
        )
    pen.arc((0.70, 0.42), 0.16, (0, 360), 0.05, tones.mid)
    pen.arc((0.70, 0.42), 0.16, (-90, 150), 0.05, tones.accent)
    pen.rectangle((0.60, 0.62, 0.86, 0.64), tones.pale)
    pen.polygon([(0.42, 0.74), (0.58, 0.74), (0.61, 0.88), (0.39, 0.88)], tones.mid)
    pen.rectangle((0.28, 0.87, 0.72, 0.91), tones.light, 0.015)


def leaf(pen: Pen, tones: Tones) -> None:
    blade = [(0.14, 0.86)]
    blade += [
        (
            0.14 + 0.72 * t - 0.20 * math.sin(math.pi * t),
            0.86 - 0.74 * t - 0.16 * math.sin(math.pi * t),
        )
        for t in (i / 24 for i in range(25))
    ]
    under = [
        (
            0.86 - 0.72 * t + 0.26 * math.sin(math.pi * t),
            0.12 + 0.74 * t + 0.22 * math.sin(math.pi * t),
        )
        for t in (i / 24 for i in range(25))
    ]
    pen.polygon(blade + under, tones.accent)
    pen.polygon([*blade, (0.86, 0.12)], tones.light)
    pen.line([(0.06, 0.95), (0.80, 0.19)], 0.022, tones.dark)
    for t in (0.3, 0.46, 0.62):
        x, y = 0.06 + 0.74 * t, 0.95 - 0.76 * t
        pen.line([(x, y), (x + 0.03, y - 0.17)], 0.012, tones.mid)
        pen.line([(x, y), (x + 0.19, y - 0.02)], 0.012, tones.dark)


def car(pen: Pen, tones: Tones) -> None:
    roof = [(0.16, 0.50), (0.28, 0.30), (0.60, 0.28), (0.78, 0.48)]
    pen.polygon(roof, tones.light)
    pen.polygon([(0.22, 0.49), (0.31, 0.345), (0.43, 0.335), (0.43, 0.49)], tones.dark)
    pen.polygon([(0.46, 0.49), (0.46, 0.335), (0.585, 0.33), (0.70, 0.48)], tones.dark)
    pen.polygon(
        [(0.02, 0.54), (0.16, 0.48), (0.78, 0.47), (0.95, 0.54), (0.98, 0.70), (0.02, 0.70)],
        tones.light,
    )
    pen.polygon([(0.02, 0.62), (0.97, 0.62), (0.98, 0.70), (0.02, 0.70)], tones.pale)
    pen.rectangle((0.34, 0.635, 0.62, 0.71), tones.accent, 0.015)
    pen.polygon([(0.88, 0.53), (0.95, 0.55), (0.95, 0.59), (0.89, 0.58)], tones.accent)
    for x in (0.22, 0.76):
        pen.circle((x, 0.70), 0.125, tones.dark)
        pen.circle((x, 0.70), 0.085, tones.pale)
        pen.circle((x, 0.70), 0.055, tones.mid)
        pen.circle((x, 0.70), 0.02, tones.dark)


def book(pen: Pen, tones: Tones) -> None:
    for side in (-1, 1):

        def at(x: float, y: float, s: int = side) -> Spot:
            return 0.5 + s * x, y

        pen.polygon([at(0, 0.26), at(0.47, 0.17), at(0.47, 0.80), at(0, 0.90)], tones.accent)
        pen.polygon(
            [
                at(0, 0.22),
                at(0.20, 0.12),
                at(0.43, 0.15),
                at(0.43, 0.75),
                at(0.2, 0.73),
                at(0, 0.84),
            ],
            tones.light if side < 0 else tones.pale,
        )
        for line in range(5):
            y = 0.29 + line * 0.085
            pen.line(
                [at(0.08, y + 0.015), at(0.22, y - 0.03), at(0.37, y - 0.02)], 0.013, tones.mid
            )
    pen.rectangle((0.492, 0.22, 0.508, 0.86), tones.dark)


def cup(pen: Pen, tones: Tones) -> None:
    for x, phase in ((0.36, 0.0), (0.48, 1.4), (0.60, 2.6)):
        steam = [(x + 0.03 * math.sin(t * 0.5 + phase), 0.36 - t * 0.014) for t in range(21)]
        pen.line(steam, 0.018, tones.pale)
    pen.arc((0.76, 0.56), 0.13, (-100, 110), 0.04, tones.light)
    pen.polygon(
        [(0.18, 0.42), (0.78, 0.42), (0.73, 0.66), (0.64, 0.79), (0.32, 0.79), (0.23, 0.66)],
        tones.light,
    )
    pen.polygon([(0.58, 0.42), (0.78, 0.42), (0.73, 0.66), (0.64, 0.79), (0.54, 0.79)], tones.pale)
    pen.rectangle((0.19, 0.42, 0.77, 0.465), tones.accent)
    pen.rectangle((0.12, 0.84, 0.84, 0.88), tones.mid, 0.02)


def flask(pen: Pen, tones: Tones) -> None:
    pen.polygon(
        [
            (0.40, 0.10),
            (0.60, 0.10),
            (0.60, 0.38),
            (0.86, 0.84),
            (0.80, 0.93),
            (0.20, 0.93),
            (0.14, 0.84),
            (0.40, 0.38),
        ],
        tones.light,
    )
    pen.polygon(
        [(0.345, 0.56), (0.655, 0.56), (0.795, 0.83), (0.76, 0.88), (0.24, 0.88), (0.205, 0.83)],
        tones.accent,
    )
    pen.rectangle((0.36, 0.06, 0.64, 0.12), tones.mid, 0.02)
    for x, y, radius in (
        (0.42, 0.72, 0.04),
        (0.56, 0.66, 0.026),
        (0.60, 0.80, 0.034),
        (0.48, 0.50, 0.02),
    ):
        pen.circle((x, y), radius, tones.light)
    pen.polygon(
        [(0.43, 0.14), (0.46, 0.14), (0.46, 0.40), (0.36, 0.56), (0.33, 0.56), (0.43, 0.39)],
        tones.pale,
    )


def house(pen: Pen, tones: Tones) -> None:
    pen.rectangle((0.06, 0.42, 0.40, 0.92), tones.pale)
    pen.rectangle((0.34, 0.14, 0.70, 0.92), tones.light)
    pen.polygon([(0.70, 0.34), (0.94, 0.28), (0.94, 0.92), (0.70, 0.92)], tones.accent)
    for row in range(7):
        for column in range(3):
            left, top = 0.39 + column * 0.1, 0.20 + row * 0.095
            pen.rectangle(
                (left, top, left + 0.055, top + 0.055),
                tones.accent if (row * 2 + column) % 5 == 0 else tones.dark,
            )
    for row in range(5):
        pen.rectangle((0.11, 0.49 + row * 0.085, 0.29, 0.525 + row * 0.085), tones.mid)
        pen.rectangle((0.76, 0.44 + row * 0.09, 0.89, 0.47 + row * 0.09), tones.light)


def boxes(pen: Pen, tones: Tones) -> None:
    size = 0.235
    for x, y, top in (
        (0.28, 0.66, tones.light),
        (0.72, 0.66, tones.accent),
        (0.50, 0.30, tones.light),
    ):
        rise, half = size * 0.5, size * 0.9
        pen.polygon([(x, y - rise), (x + half, y), (x, y + rise), (x - half, y)], top)
        pen.polygon(
            [(x - half, y), (x, y + rise), (x, y + rise + size), (x - half, y + size)], tones.pale
        )
        pen.polygon(
            [(x + half, y), (x, y + rise), (x, y + rise + size), (x + half, y + size)], tones.mid
        )
        pen.polygon(
            [
                (x - 0.03, y + rise - 0.015),
                (x + 0.03, y + rise - 0.015),
                (x + 0.03, y + rise + 0.07),
                (x - 0.03, y + rise + 0.07),
            ],
            tones.dark,
        )


def orbit(pen: Pen, tones: Tones) -> None:
    center = (0.5, 0.5)
    for ring, radius in enumerate((0.46, 0.345, 0.23)):
        pen.arc(
            center,
            radius,
            (20 + ring * 80, 300 + ring * 80),
            0.03,
            (tones.mid, tones.pale, tones.light)[ring],
        )
        pen.circle(around(center, radius - 0.015, 20 + ring * 80), 0.05, tones.accent)
    pen.circle(center, 0.12, tones.light)
    pen.circle(center, 0.065, tones.accent)


def ribbons(pen: Pen, tones: Tones) -> None:
    for band, tone in enumerate((tones.mid, tones.pale, tones.accent, tones.light)):
        low, high = [], []
        for step in range(33):
            x = step / 32
            y = 0.22 + 0.16 * band + 0.13 * math.sin(x * 4.6 + band * 0.75)
            low.append((x, y + 0.115 * (1 - 0.75 * x)))
            high.append((x, y))
        pen.polygon(high + low[::-1], tone)
