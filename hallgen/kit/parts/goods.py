"""Small goods as they stand on a plinth: wheels, bearings, tools, motors, modules, books, cups."""

from __future__ import annotations

from functools import cache

import numpy as np

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import (
    BLACK,
    CHROME,
    DARK_GREY,
    GLOSS,
    PAINT,
    STEEL,
    Finish,
)
from hallgen.kit.parts.furniture import at, tilted
from hallgen.kit.parts.pieces import across, leaning
from hallgen.kit.shapes import box, cylinder, lathe, merged, moved, prism
from hallgen.scene import Mesh


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
    return part("gears", plate, *pieces, stand, trim=(_edge(),))


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
    flange = across(STEEL, 0.105, 0.03, 0.125, 0.13, 0)
    rear = across(DARK_GREY, 0.095, 0.05, -0.135, 0.13, 0)
    shaft = across(CHROME, 0.022, 0.10, 0.185, 0.13, 0)
    box_ = at(box(DARK_GREY, 0.10, 0.06, 0.09, 0.008), -0.03, 0.22, 0)
    feet = [at(box(DARK_GREY, 0.03, 0.05, 0.18), x, 0.02, 0) for x in (-0.08, 0.07)]
    return part(
        "motor", plate, at(moved(body, lying), -0.11, 0.13, 0), flange, rear, shaft, box_, *feet,
        trim=(at(box(PAINT, 0.102, 0.012, 0.092), -0.03, 0.25, 0), _edge()),
    )  # fmt: skip


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
    return part("control modules", plate, *pieces, trim=(_edge(),))


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
    standing = leaning(box(PAINT.tinted("#40507f"), 0.21, 0.30, 0.03, 0.003), -8, 0.16, 0.002, 0.0)
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


def _upright(mesh: Mesh) -> Mesh:
    """What is built around Y, turned so that its axis looks to +Z."""
    turn = np.eye(4)
    turn[:3, :3] = [[1, 0, 0], [0, 0, -1], [0, 1, 0]]
    return moved(mesh, turn)


@cache
def bearing() -> Part:
    """A ball bearing on edge and a smaller one that lies before it."""
    plate = box(BLACK, 0.44, 0.02, 0.26, 0.004)
    balls = [
        at(cylinder(CHROME, 0.021, 0.05, 6), 0.115 * np.cos(a), 0.008, 0.115 * np.sin(a))
        for a in np.arange(9) * 2 * np.pi / 9
    ]
    big = merged([_race(STEEL, 0.138, 0.165, 0.066), _race(STEEL, 0.06, 0.092, 0.066)])
    standing = [at(_upright(mesh), -0.05, 0.183, -0.07) for mesh in (big, merged(balls))]
    small = at(_race(STEEL.tinted("#c9a14a"), 0.03, 0.062, 0.045), 0.15, 0.02, 0.05)
    foot = at(box(DARK_GREY, 0.16, 0.03, 0.10), -0.05, 0.02, -0.04)
    return part("bearings", plate, *standing, small, foot, trim=(_edge(),))


def _race(finish: Finish, inner: float, outer: float, tall: float) -> Mesh:
    profile = ((inner, 0), (outer, 0), (outer, tall), (inner, tall), (inner, 0))
    return lathe(finish, profile, 20)


@cache
def tools() -> Part:
    """Four cutters upright in their holders."""
    plate = box(BLACK, 0.44, 0.02, 0.26, 0.004)
    holders, cutters = [], []
    for k, (x, z) in enumerate(((-0.15, -0.04), (-0.05, 0.05), (0.06, -0.05), (0.16, 0.04))):
        cone = ((0.048, 0), (0.052, 0.03), (0.036, 0.034), (0.030, 0.10), (0.02, 0.105), (0, 0.105))
        holders.append(at(lathe(STEEL, cone, 12), x, 0.02, z))
        radius, tall = ((0.016, 0.15), (0.026, 0.09), (0.012, 0.18), (0.034, 0.06))[k]
        gold = CHROME.tinted("#c9a14a") if k % 2 else CHROME
        cutters.append(at(cylinder(gold, radius, tall, 6), x, 0.12, z, 15.0 * k))
    return part("cutting tools", plate, *holders, *cutters, trim=(_edge(),))


def _edge() -> Mesh:
    """A line along the foot of a plate, in the exhibitor's colour."""
    return at(box(PAINT, 0.446, 0.012, 0.266), 0, 0.002, 0)
