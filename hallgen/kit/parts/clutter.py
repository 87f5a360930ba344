"""Small things that people leave on counters and floors: what tells a booth from a drawing."""

from __future__ import annotations

from functools import cache

import numpy as np

from hallgen.kit.assembly import Part, footprint, part
from hallgen.kit.finishes import ALU, BLACK, GLASS, GLOSS, LEAF, PAINT
from hallgen.kit.parts.furniture import at, octagon, tilted
from hallgen.kit.parts.pieces import FRONT, on_side
from hallgen.kit.shapes import box, cylinder, lathe, tube

#: A QR plate's picture: width and height in metres.
QR_PLATE = (0.15, 0.18)

#: A leaflet's, on its easel.
LEAFLET = (0.21, 0.29)

#: A product's label, beside what is too large for a plinth.
LABEL = (0.42, 0.24)


@cache
def bottle() -> Part:
    """A bottle of water, 0.22 m, its label white."""
    body = lathe(
        GLASS.tinted("#cfe6ef"),
        [(0.032, 0.0), (0.032, 0.14), (0.014, 0.185), (0.014, 0.20)],
        6,
    )
    label = at(lathe(PAINT.tinted("#dfeaf2"), [(0.0328, 0), (0.0328, 0.05)], 6), 0, 0.055, 0)
    cap = at(cylinder(PAINT.tinted("#2f6fb3"), 0.015, 0.02, 6), 0, 0.198, 0)
    return part("bottle", body, label, cap)


@cache
def paper_cup() -> Part:
    """A paper cup, 95 mm."""
    profile = [(0.027, 0), (0.038, 0.092), (0.035, 0.092), (0.025, 0.03), (0, 0.03)]
    return part("paper cup", lathe(PAINT.tinted("#efeae2"), profile, 8))


@cache
def card_box() -> Part:
    """A bowl of sweets and a box for visiting cards."""
    cards = at(box(PAINT.tinted("#f4f3ef"), 0.09, 0.03, 0.055), 0.09, 0, 0)
    bowl = lathe(GLOSS, [(0, 0), (0.04, 0), (0.075, 0.045), (0.068, 0.045), (0, 0.012)], 10)
    sweets = at(cylinder(PAINT.tinted("#c4552d"), 0.055, 0.012, 7), 0, 0.028, 0)
    return part("cards and sweets", cards, at(bowl, -0.06, 0, 0), at(sweets, -0.06, 0, 0))


@cache
def qr_plate() -> Part:
    """A plate of acrylic that leans back on a counter; its picture is its plate."""
    width, tall = QR_PLATE
    back = tilted(box(GLOSS, width + 0.012, tall + 0.012, 0.006), -14)
    face = tilted(at(on_side(PAINT, FRONT, QR_PLATE, 0.0, 0.006, 0.003), 0, 0, 0), -14)
    foot = at(box(GLOSS, width + 0.012, 0.006, 0.07), 0, 0, -0.02)
    return part("QR plate", back, foot, plates=(face,))


@cache
def label_stand() -> Part:
    """A post with a plate that leans back, 1 m high: the name of a product; its picture is its
    plate.
    """
    width, tall = LABEL
    foot = box(BLACK, 0.24, 0.012, 0.20)
    post = at(lathe(BLACK, [(0.014, 0), (0.014, 0.92)], 6), 0, 0.01, 0)
    back = at(tilted(box(BLACK, width + 0.02, tall + 0.02, 0.01), -35), 0, 0.86, 0.05)
    face = at(tilted(on_side(PAINT, FRONT, LABEL, 0.0, 0.01, 0.005), -35), 0, 0.86, 0.05)
    return part("label stand", foot, post, back, plates=(face,))


@cache
def socket() -> Part:
    """A socket box on the floor with its cable: from the wall at +Z 0 to 0.5 m before it."""
    body = at(box(BLACK, 0.26, 0.055, 0.08), 0, 0, 0.10)
    holes = [
        at(cylinder(PAINT.tinted("#d9dbdc"), 0.021, 0.003, 5), x, 0.0545, 0.10)
        for x in (-0.07, 0.0, 0.07)
    ]
    cable = tube(
        BLACK,
        [(0.13, 0.012, 0.10), (0.30, 0.009, 0.12), (0.42, 0.009, 0.06), (0.46, 0.009, 0.012)],
        0.008,
        4,
    )
    return part(
        "socket", body, *holes, cable, contact=(0.24, 0.07), footprint=_reach(-0.16, 0.48, 0.0, 0.2)
    )


def _reach(left: float, right: float, back: float, front: float) -> tuple[tuple[float, float], ...]:
    """A footprint that is not around the origin: along X, and from `back` to `front` along Z."""
    return ((left, -front), (right, -front), (right, -back), (left, -back))


@cache
def tote_bag() -> Part:
    """A bag with leaflets, left on the floor."""
    body = box(PAINT.tinted("#e8e2d4"), 0.30, 0.32, 0.10, 0.02)
    angles = np.linspace(0, np.pi, 5)
    handle = [(0.07 * float(np.cos(a)), 0.31 + 0.14 * float(np.sin(a)), 0.03) for a in angles]
    return part(
        "bag", body, tube(PAINT.tinted("#cfc6b2"), handle, 0.007, 4),
        contact=(0.28, 0.09), footprint=footprint(0.32, 0.14),
    )  # fmt: skip


@cache
def cartons() -> Part:
    """Two cartons of leaflets, one on the other."""
    low = box(PAINT.tinted("#b98f5e"), 0.42, 0.28, 0.32)
    tape = at(box(PAINT.tinted("#d8c39b"), 0.05, 0.002, 0.32), 0, 0.28, 0)
    high = at(box(PAINT.tinted("#c39a69"), 0.36, 0.22, 0.28), 0.01, 0.282, 0.0, 9)
    return part("cartons", low, tape, high, contact=(0.40, 0.30), footprint=footprint(0.44, 0.36))


@cache
def flowers() -> Part:
    """A low vase for a counter or a table."""
    vase = lathe(GLOSS, [(0, 0), (0.045, 0), (0.055, 0.07), (0.035, 0.12), (0.03, 0.12)], 10)
    blades = [
        tube(LEAF, [(0, 0.10, 0), (0.5 * x, 0.2, 0.5 * z), (x, 0.24, z)], 0.010, 3)
        for x, z in ((0.07, 0.02), (-0.06, 0.05), (0.01, -0.08), (-0.04, -0.04), (0.05, 0.06))
    ]
    blooms = [
        at(cylinder(PAINT.tinted(c), 0.024, 0.02, 5), x, 0.235, z)
        for c, x, z in (("#e8b7c4", 0.07, 0.02), ("#f2e3c0", -0.06, 0.05), ("#e9cdd6", 0.01, -0.08))
    ]
    return part("flowers", vase, *blades, *blooms)


@cache
def easel() -> Part:
    """A frame that holds one leaflet upright, 0.3 m: its picture is its plate."""
    back = tilted(box(ALU, 0.23, 0.31, 0.008), -12)
    face = tilted(on_side(PAINT, FRONT, LEAFLET, 0.0, 0.01, 0.004), -12)
    foot = at(box(ALU, 0.10, 0.006, 0.10), 0, 0, -0.04)
    return part("easel", back, foot, plates=(face,), footprint=octagon(0.12))
