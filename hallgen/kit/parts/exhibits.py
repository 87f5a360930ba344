"""Stand-ins for products: what a product's own words say it is, else a cube that shows its picture.

Each stands on a plinth (about 0.4 m) and is made once; on a turntable it is placed larger.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import (
    BLACK,
    CHROME,
    DARK_GREY,
    GLOSS,
    GLOSS_BLACK,
    ORANGE,
    PAINT,
    STEEL,
    Finish,
)
from hallgen.kit.graphics.motifs import drawing_for
from hallgen.kit.parts.furniture import at, tilted
from hallgen.kit.shapes import box, cylinder, lathe, merged, moved, prism
from hallgen.model import Product
from hallgen.scene import Mesh


def exhibit_for(product: Product) -> Part | None:
    """The stand-in for what a product's own words name; None where we have none for it.

    It goes by the drawing that the product's pictures show, so that the two agree.
    """
    words = [words for _, words in (*product.name.said, *product.category.said)]
    maker = _MAKERS.get(drawing_for(words, 0).__name__)
    return None if maker is None else maker()


def _leaning(mesh: Mesh, degrees: float, x: float, height: float, z: float) -> Mesh:
    return at(tilted(mesh, degrees), x, height, z)


@cache
def robot() -> Part:
    """A six-axis arm, 0.8 m high as a model (3.2 m on a turntable at four times the size)."""
    foot = ((0.15, 0), (0.15, 0.02), (0.11, 0.05), (0.105, 0.11), (0, 0.11))
    base = lathe(DARK_GREY, foot, 12)
    drum = ((0.10, 0), (0.105, 0.02), (0.105, 0.10), (0.09, 0.13), (0, 0.13))
    waist = at(lathe(ORANGE, drum, 12), 0, 0.11, 0)
    shoulder = _across(ORANGE, 0.085, 0.20, 0.0, 0.27, 0.0)
    caps = [
        _across(DARK_GREY, 0.055, 0.225, 0.0, 0.27, 0.0),
        _across(DARK_GREY, 0.042, 0.165, 0.0, 0.565, 0.11),
    ]
    upper = _leaning(box(ORANGE, 0.10, 0.32, 0.11, 0.02), 20, 0, 0.26, 0)
    elbow = _across(ORANGE, 0.065, 0.15, 0.0, 0.565, 0.11)
    fore = _leaning(box(ORANGE, 0.08, 0.32, 0.085, 0.018), 68, 0, 0.57, 0.10)
    wrist = _leaning(cylinder(STEEL, 0.032, 0.09, 8), 68, 0, 0.685, 0.39)
    hand = _leaning(box(DARK_GREY, 0.08, 0.03, 0.05), 68, 0, 0.717, 0.47)
    fingers = [
        _leaning(box(CHROME, 0.012, 0.07, 0.03), 68, s * 0.028, 0.725, 0.49) for s in (-1, 1)
    ]
    hose = _leaning(cylinder(BLACK, 0.014, 0.30, 5), 20, 0.075, 0.27, -0.02)
    return part(
        "robot", base, waist, shoulder, *caps, upper, elbow, fore, wrist, hand, *fingers, hose
    )


def _across(finish: Finish, radius: float, width: float, x: float, height: float, z: float) -> Mesh:
    """A drum that lies along X."""
    drum = cylinder(finish, radius, width, 12)
    turn = np.eye(4)
    turn[:3, :3] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]
    lying = moved(drum, turn)
    return at(lying, x - width / 2, height, z)


@cache
def machine() -> Part:
    """A machining centre in its housing, 0.8 x 0.62 x 0.56 m as a model (times four in full)."""
    foot = box(GLOSS_BLACK, 0.78, 0.07, 0.52, 0.006)
    body = at(box(GLOSS, 0.80, 0.48, 0.54, 0.012), 0, 0.06, 0)
    roof = at(box(GLOSS.tinted("#d5d8da"), 0.70, 0.05, 0.46, 0.012), 0, 0.53, -0.02)
    band = at(box(PAINT.tinted("#1d4f91"), 0.802, 0.035, 0.542), 0, 0.475, 0)
    frame = at(box(DARK_GREY, 0.46, 0.31, 0.02, 0.004), -0.10, 0.14, 0.268)
    window = at(box(GLOSS_BLACK.tinted("#22303a"), 0.40, 0.25, 0.008), -0.10, 0.17, 0.279)
    handle = at(box(CHROME, 0.012, 0.16, 0.02, 0.003), 0.10, 0.21, 0.285)
    panel = at(box(DARK_GREY, 0.15, 0.26, 0.04, 0.008), 0.29, 0.22, 0.28)
    screen = at(box(PAINT.tinted("#7fb2e6"), 0.12, 0.09, 0.004), 0.29, 0.37, 0.302)
    keys = [
        at(
            box(PAINT.tinted(c), 0.018, 0.018, 0.006),
            0.25 + 0.027 * (k % 4),
            0.32 - 0.03 * (k // 4),
            0.302,
        )
        for k, c in enumerate(
            ("#c8342c", "#d9dcdf", "#d9dcdf", "#e8b93a", "#d9dcdf", "#3fa34d", "#d9dcdf", "#d9dcdf")
        )
    ]
    beacon = [
        at(cylinder(PAINT.tinted(c), 0.012, 0.03, 8), 0.33, 0.58 + 0.03 * k, -0.12)
        for k, c in enumerate(("#2f9e44", "#f2b705", "#d92626"))
    ]
    return part(
        "machine", foot, body, roof, band, frame, window, handle, panel, screen, *keys, *beacon
    )


def _gear_ring(radius: float, teeth: int, tooth: float) -> tuple[tuple[float, float], ...]:
    points = []
    for k in range(teeth):
        for share, reach in ((0.0, 0.0), (0.22, 1.0), (0.5, 1.0), (0.72, 0.0)):
            angle = 2 * np.pi * (k + share) / teeth
            r = radius + tooth * reach
            points.append((float(r * np.cos(angle)), float(r * np.sin(angle))))
    return tuple(points)


@cache
def gear() -> Part:
    """Two meshing wheels on a plate."""
    plate = box(BLACK, 0.44, 0.02, 0.26, 0.004)
    upright = np.eye(4)
    upright[:3, :3] = [[1, 0, 0], [0, 0, -1], [0, 1, 0]]
    big = merged(
        [
            prism(STEEL, _gear_ring(0.135, 18, 0.02), 0, 0.07),
            at(cylinder(STEEL, 0.05, 0.10, 12), 0, -0.015, 0),
        ]
    )
    small = merged(
        [
            prism(STEEL.tinted("#c9a14a"), _gear_ring(0.075, 10, 0.02), 0, 0.06),
            at(cylinder(STEEL, 0.028, 0.09, 12), 0, -0.015, 0),
        ]
    )
    pieces = [
        at(moved(big, upright), -0.07, 0.175, -0.03),
        at(moved(small, upright), 0.155, 0.225, -0.02),
    ]
    stand = at(box(DARK_GREY, 0.03, 0.22, 0.03), 0.155, 0.0, -0.06)
    return part("gears", plate, *pieces, stand)


@cache
def motor() -> Part:
    """A servo motor lying on its plate, its fins around."""
    plate = box(BLACK, 0.42, 0.02, 0.26, 0.004)
    ribs = tuple(
        (float(r * np.cos(a)), float(r * np.sin(a)))
        for k in range(28)
        for a, r in ((2 * np.pi * k / 28, 0.088), (2 * np.pi * (k + 0.5) / 28, 0.102))
    )
    body = prism(PAINT.tinted("#2d6fb5"), ribs, 0.0, 0.22)
    lying = np.eye(4)
    lying[:3, :3] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]
    flange = _across(STEEL, 0.105, 0.03, 0.125, 0.13, 0)
    rear = _across(DARK_GREY, 0.095, 0.05, -0.135, 0.13, 0)
    shaft = _across(CHROME, 0.022, 0.10, 0.185, 0.13, 0)
    box_ = at(box(DARK_GREY, 0.10, 0.06, 0.09, 0.008), -0.03, 0.22, 0)
    feet = [at(box(DARK_GREY, 0.03, 0.05, 0.18), x, 0.02, 0) for x in (-0.08, 0.07)]
    return part(
        "motor", plate, at(moved(body, lying), -0.11, 0.13, 0), flange, rear, shaft, box_, *feet
    )


@cache
def cabinet() -> Part:
    """Three control modules side by side on a rail."""
    plate = box(BLACK, 0.44, 0.02, 0.24, 0.004)
    pieces = []
    for k, (x, tall) in enumerate(((-0.13, 0.30), (0.0, 0.26), (0.12, 0.30))):
        pieces.append(
            at(
                box(GLOSS.tinted(("#e9ecee", "#3b4148", "#e9ecee")[k]), 0.11, tall, 0.17, 0.008),
                x,
                0.02,
                0,
            )
        )
        pieces.append(
            at(
                box(PAINT.tinted(("#2b8a7e", "#7fb2e6", "#2b8a7e")[k]), 0.07, 0.05, 0.004),
                x,
                tall - 0.06,
                0.086,
            )
        )
        pieces.append(at(box(BLACK, 0.08, 0.06, 0.02), x, 0.05, 0.085))
    return part("control modules", plate, *pieces)


@cache
def books() -> Part:
    """A stack of books and one that stands."""
    stack, height = [], 0.0
    for k, color in enumerate(("#b4472f", "#2f5d8c", "#d9a441", "#3d7a5a")):
        thick = (0.035, 0.05, 0.03, 0.042)[k]
        cover = at(box(PAINT.tinted(color), 0.22, thick, 0.30, 0.004), -0.08, height, 0, 9 * k - 12)
        pages = at(
            box(PAINT.tinted("#f3efe4"), 0.205, thick * 0.7, 0.302),
            -0.074,
            height + thick * 0.15,
            0,
            9 * k - 12,
        )
        stack += [cover, pages]
        height += thick
    standing = _leaning(box(PAINT.tinted("#40507f"), 0.21, 0.30, 0.03, 0.003), -8, 0.16, 0, 0.0)
    return part("books", *stack, standing)


@cache
def cups() -> Part:
    """A pot and two cups on a tray."""
    tray = box(DARK_GREY, 0.44, 0.015, 0.28, 0.005)
    clay = GLOSS.tinted("#6f8f86")
    pot = at(
        lathe(
            clay,
            [
                (0, 0),
                (0.07, 0),
                (0.10, 0.06),
                (0.095, 0.12),
                (0.04, 0.15),
                (0.045, 0.16),
                (0.012, 0.165),
                (0.015, 0.19),
                (0, 0.195),
            ],
            18,
        ),
        -0.08,
        0.015,
        0,
    )
    spout = at(tilted(cylinder(clay, 0.014, 0.12, 8), 50), -0.08, 0.07, 0.07)
    each = [
        at(
            lathe(
                GLOSS,
                [(0, 0), (0.03, 0), (0.045, 0.055), (0.04, 0.055), (0.026, 0.008), (0, 0.008)],
                14,
            ),
            x,
            0.015,
            z,
        )
        for x, z in ((0.10, 0.05), (0.14, -0.06))
    ]
    return part("cups", tray, pot, spout, *each)


_MAKERS: dict[str, Callable[[], Part]] = {
    "arm": robot,
    "bearing": gear,
    "book": books,
    "chip": cabinet,
    "cup": cups,
    "gears": gear,
    "machine": machine,
    "motor": motor,
    "sensor": cabinet,
    "tool": gear,
}
