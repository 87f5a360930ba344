"""What pictures and products stand on."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from hallgen.kit.assembly import Part, footprint, part
from hallgen.kit.finishes import (
    ALU,
    BLACK,
    CHROME,
    DARK_GREY,
    GLASS,
    GLOSS,
    GLOSS_BLACK,
    GLOW,
    LED,
    PAINT,
    PANEL,
)
from hallgen.kit.parts.furniture import at, octagon
from hallgen.kit.parts.pieces import BACK, plate
from hallgen.kit.shapes import box, lathe, prism

#: The top of a plinth, in metres.
PLINTH_HEIGHT = 0.98


@cache
def plinth() -> Part:
    """A white plinth of 0.64 m, its band in the exhibitor's colour, light over its foot."""
    foot = box(DARK_GREY, 0.56, 0.06, 0.56)
    line = at(box(GLOW, 0.60, 0.02, 0.60), 0, 0.06, 0)
    body = at(box(GLOSS, 0.64, PLINTH_HEIGHT - 0.08, 0.64, 0.012), 0, 0.08, 0)
    band = at(box(PAINT, 0.646, 0.035, 0.646), 0, PLINTH_HEIGHT - 0.075, 0)
    return part(
        "plinth", foot, line, body,
        footprint=footprint(0.66, 0.66), contact=(0.62, 0.62), trim=(band,),
        plates=(plate(BACK, 0.44, 0.0, 0.60, 0.321),),
    )  # fmt: skip


@cache
def hood() -> Part:
    """A glass hood for a plinth, 0.5 m high."""
    return part("glass hood", box(GLASS, 0.56, 0.50, 0.56))


@cache
def display_foot() -> Part:
    """The dark plate a product stands on."""
    return part("display foot", box(BLACK, 0.42, 0.025, 0.34, 0.006))


@cache
def totem() -> Part:
    """A stele of 0.85 x 1.95 m, to be printed on both faces (z +-0.066)."""
    body = at(box(PANEL, 0.85, 1.93, 0.13, 0.006), 0, 0.02, 0)
    foot = box(DARK_GREY, 0.87, 0.03, 0.30, 0.006)
    return part("totem", body, foot, footprint=footprint(0.87, 0.32), contact=(0.85, 0.26))


@cache
def display_base() -> Part:
    """A low platform of 2.4 x 1.7 m for a machine, a line of light at its foot."""
    line = at(box(LED, 2.34, 0.02, 1.64), 0, 0.03, 0)
    foot = box(DARK_GREY, 2.30, 0.03, 1.60)
    body = at(box(GLOSS, 2.40, 0.10, 1.70, 0.012), 0, 0.05, 0)
    top = at(box(DARK_GREY, 2.28, 0.01, 1.58), 0, 0.15, 0)
    return part(
        "display base", foot, line, body, top,
        footprint=footprint(2.42, 1.72), contact=(2.36, 1.66), contact_strength=0.5,
    )  # fmt: skip


@cache
def turntable() -> Part:
    """A low round stage of 3.68 m with a dark disc and a ring of light at its foot."""
    foot = lathe(DARK_GREY, [(1.72, 0), (1.72, 0.05)], 28)
    ring = at(lathe(LED, [(1.76, 0), (1.76, 0.025), (1.70, 0.025)], 28), 0, 0.05, 0)
    body = at(
        lathe(
            GLOSS, [(0, 0), (1.82, 0), (1.84, 0.02), (1.84, 0.18), (1.82, 0.20), (1.30, 0.20)], 32
        ),
        0,
        0.075,
        0,
    )
    disc = at(lathe(DARK_GREY, [(1.31, 0.0), (1.29, 0.02), (0, 0.02)], 32), 0, 0.272, 0)
    return part("turntable", foot, ring, body, disc, footprint=octagon(1.85), contact=(2.6, 2.6))


@cache
def small_turntable() -> Part:
    """A smaller turntable of 2.2 m for stands between."""
    foot = lathe(DARK_GREY, [(1.02, 0), (1.02, 0.05)], 24)
    ring = at(lathe(LED, [(1.05, 0), (1.05, 0.025), (1.0, 0.025)], 24), 0, 0.05, 0)
    body = at(
        lathe(GLOSS, [(0, 0), (1.08, 0), (1.10, 0.02), (1.10, 0.16), (1.08, 0.18), (0, 0.18)], 28),
        0,
        0.075,
        0,
    )
    return part("small turntable", foot, ring, body, footprint=octagon(1.12), contact=(1.55, 1.55))


#: The arc counter's bow, and how far behind its origin the middle of that circle is.
ARC_RADIUS = 1.25
ARC_MIDDLE = 0.65
ARC_HEIGHT = 1.08
_ARC_HALF = math.radians(62)
_ARC_FOOTPRINT = (
    (-1.19, 0.06), (-1.10, -0.20), (-0.70, -0.54), (0.0, -0.67), (0.70, -0.54), (1.10, -0.20),
    (1.19, 0.06), (0.68, 0.36), (-0.68, 0.36),
)  # fmt: skip


def arc_ring(inner: float, outer: float, steps: int = 14) -> tuple[tuple[float, float], ...]:
    """The plan of an arc counter around (0, ARC_MIDDLE): ground points, counter-clockwise."""
    angles = np.linspace(-np.pi / 2 - _ARC_HALF, -np.pi / 2 + _ARC_HALF, steps)
    far = [(float(outer * np.cos(a)), float(outer * np.sin(a)) + ARC_MIDDLE) for a in angles]
    near = [(float(inner * np.cos(a)), float(inner * np.sin(a)) + ARC_MIDDLE) for a in angles[::-1]]
    return tuple(far + near)


@cache
def arc_counter() -> Part:
    """A curved information counter, its bow to +Z, with light at its foot."""
    foot = prism(LED, arc_ring(0.86, ARC_RADIUS - 0.04), 0.0, 0.05)
    body = prism(GLOSS, arc_ring(0.80, ARC_RADIUS), 0.05, 1.02)
    top = prism(GLOSS_BLACK, arc_ring(0.70, ARC_RADIUS + 0.05), 1.02, ARC_HEIGHT)
    return part(
        "arc counter", foot, body, top,
        footprint=_ARC_FOOTPRINT,
        contact=(1.8, 0.6),
        contact_strength=0.4,
    )  # fmt: skip


@cache
def desk() -> Part:
    """A straight information counter of 1.8 x 0.7 m with light at its foot."""
    foot = at(box(LED, 1.68, 0.05, 0.56), 0, 0, 0)
    body = at(box(GLOSS, 1.80, 0.97, 0.66, 0.015), 0, 0.05, 0)
    top = at(box(GLOSS_BLACK, 1.86, 0.05, 0.72, 0.01), 0, 1.02, 0)
    return part("desk", foot, body, top, footprint=footprint(1.88, 0.74), contact=(1.75, 0.62))


@cache
def lectern() -> Part:
    """A plain counter of 1.0 x 0.5 m, as high as that of the shell scheme."""
    body = at(box(PANEL, 0.95, 0.93, 0.46), 0, 0.04, 0)
    foot = box(DARK_GREY, 0.90, 0.04, 0.42)
    top = at(box(GLOSS, 1.02, 0.03, 0.52), 0, 0.97, 0)
    return part("lectern", foot, body, top, footprint=footprint(1.04, 0.54), contact=(0.95, 0.46))


@cache
def door() -> Part:
    """A closed door of 0.9 x 2.1 m in its frame, before a wall at z 0."""
    frame = at(box(DARK_GREY, 1.00, 2.14, 0.012), 0, 0, 0.006)
    leaf = at(box(PANEL, 0.90, 2.08, 0.016), 0, 0.004, 0.008)
    handle = at(box(CHROME, 0.13, 0.02, 0.03, 0.006), 0.34, 1.02, 0.03)
    return part("door", frame, leaf, handle)


@cache
def shelf() -> Part:
    """A shelf of 0.9 m on a wall: the wall is at z 0, the shelf reaches to +Z."""
    board = at(box(PANEL, 0.90, 0.022, 0.26), 0, 0, 0.13)
    brackets = [at(box(ALU, 0.02, 0.08, 0.2), x, -0.08, 0.1) for x in (-0.4, 0.4)]
    return part("shelf", board, *brackets)
