"""Plant and equipment: cabinets, screens, racks, vessels, vehicles."""

from __future__ import annotations

from functools import cache

from hallgen.kit.finishes import (
    ALU,
    BLACK,
    CHROME,
    DARK_GREY,
    GLOSS,
    GLOSS_BLACK,
    PAINT,
    STEEL,
)
from hallgen.kit.graphics.sculptures.clay import Sculpture, leant, lying, put, ring
from hallgen.kit.shapes import box, cylinder, lathe
from hallgen.scene import Mesh

_DARK_BLUE = GLOSS_BLACK.tinted("#16233f")
_LIGHT_BLUE = PAINT.tinted("#9fd0f5")


@cache
def cabinet() -> Sculpture:
    """Two bays of switchgear: doors, a screen, vents and a plinth."""
    pieces = [put(box(BLACK, 0.74, 0.04, 0.30), 0, 0, 0)]
    for x in (-0.185, 0.185):
        pieces.append(put(box(GLOSS, 0.365, 0.74, 0.32, 0.008), x, 0.04, 0))
        pieces.append(put(box(GLOSS.tinted("#dfe2e4"), 0.33, 0.68, 0.012, 0.004), x, 0.07, 0.16))
        pieces.append(put(box(BLACK, 0.012, 0.10, 0.02, 0.003), x + 0.14, 0.34, 0.172))
        slit = box(DARK_GREY, 0.20, 0.008, 0.006)
        pieces += [put(slit, x, 0.11 + 0.018 * k, 0.166) for k in range(5)]
    pieces.append(put(box(GLOSS_BLACK, 0.17, 0.11, 0.012, 0.004), -0.185, 0.55, 0.168))
    pieces.append(put(box(_LIGHT_BLUE, 0.14, 0.08, 0.004), -0.185, 0.565, 0.176))
    for k, color in enumerate(("#35b24a", "#f0b400", "#d8262c")):
        lamp = cylinder(PAINT.tinted(color), 0.011, 0.012, 14)
        pieces.append(lying(lamp, 0.115 + 0.05 * k, 0.62, 0.178, 90))
    trim = put(box(PAINT, 0.745, 0.05, 0.335, 0.004), 0, 0.79, 0)
    return Sculpture((*pieces, put(box(GLOSS, 0.735, 0.02, 0.32), 0, 0.775, 0)), (trim,))


@cache
def camera() -> Sculpture:
    """An industrial camera with its lens, on a bracket."""
    barrel = ((0, 0), (0.105, 0), (0.105, 0.05), (0.115, 0.055), (0.115, 0.13), (0.10, 0.135))
    front = (*barrel, (0.125, 0.16), (0.125, 0.26), (0.108, 0.262), (0.09, 0.235), (0, 0.235))
    lens = lying(lathe(GLOSS_BLACK, front, 40), 0, 0.27, 0.11, -90)
    glass = lying(
        lathe(_DARK_BLUE, ((0.09, 0.0), (0.06, 0.018), (0, 0.026)), 32), 0, 0.27, 0.345, -90
    )
    body = put(box(GLOSS, 0.30, 0.30, 0.30, 0.02), 0, 0.12, -0.04)
    foot = [put(box(DARK_GREY, 0.22, 0.12, 0.10, 0.01), 0, 0, -0.04)]
    foot.append(put(box(ALU, 0.36, 0.02, 0.34, 0.005), 0, 0, 0))
    plug = lying(cylinder(CHROME, 0.035, 0.06, 20), 0.06, 0.32, -0.24, 90)
    trims = (
        put(box(PAINT, 0.304, 0.04, 0.22, 0.01), 0, 0.345, -0.05),
        lying(ring(PAINT, 0.117, 0.006, 40, 10), 0, 0.27, 0.20, -90),
    )
    return Sculpture((lens, glass, body, *foot, plug), trims)


@cache
def display() -> Sculpture:
    """A panel computer and a smaller one before it, both lit."""
    pieces: list[Mesh] = []
    trim: list[Mesh] = []
    for x, z, scale, turn in ((-0.08, -0.05, 1.0, 0.0), (0.24, 0.16, 0.55, -18.0)):
        wide, tall = 0.62 * scale, 0.42 * scale
        rise = 0.16 * scale
        pieces.append(put(box(GLOSS_BLACK, wide, tall, 0.04, 0.012), x, rise, z, turn))
        pieces.append(
            put(box(_DARK_BLUE, wide * 0.93, tall * 0.88, 0.046), x, rise + tall * 0.06, z, turn)
        )
        pieces.append(put(box(ALU, 0.06 * scale, rise + 0.05, 0.03), x, 0, z - 0.02, turn))
        pieces.append(put(box(ALU, 0.28 * scale, 0.015, 0.20 * scale, 0.004), x, 0, z - 0.02, turn))
        for k, share in enumerate((0.35, 0.55, 0.45, 0.8, 0.65)):
            bar = box(PAINT if k % 2 else _LIGHT_BLUE, wide * 0.07, tall * 0.6 * share, 0.05)
            spot = put(bar, (k - 2) * wide * 0.13, rise + tall * 0.16, 0)
            (trim if k % 2 else pieces).append(put(spot, x, 0, z, turn))
    return Sculpture(tuple(pieces), tuple(trim))


@cache
def rack() -> Sculpture:
    """Shelves of a store with bins in two colours, and the shuttle that serves them."""
    posts = [
        put(box(STEEL, 0.02, 0.66, 0.02), x, 0, z)
        for x in (-0.4, -0.135, 0.135, 0.4)
        for z in (-0.1, 0.1)
    ]
    decks: list[Mesh] = []
    bins: list[Mesh] = []
    colored: list[Mesh] = []
    for row in range(4):
        rise = 0.03 + 0.165 * row
        decks.append(put(box(STEEL, 0.82, 0.014, 0.22), 0, rise, 0))
        for k in range(6):
            if (row, k) in {(1, 2), (2, 5), (0, 3)}:
                continue
            there = colored if (row * 2 + k) % 4 == 0 else bins
            made = box(PAINT if there is colored else GLOSS, 0.105, 0.095, 0.19, 0.006)
            there.append(put(made, -0.335 + 0.134 * k, rise + 0.014, 0))
    shuttle = put(box(DARK_GREY, 0.12, 0.05, 0.20, 0.01), -0.067, 0.21, 0.02)
    return Sculpture((*posts, *decks, *bins, shuttle), tuple(colored))


@cache
def solar() -> Sculpture:
    """Two modules on their rails, tilted to the sun."""
    pieces: list[Mesh] = []
    trim: list[Mesh] = []
    for side in (-1, 1):
        x = side * 0.225
        panel = [put(box(ALU, 0.42, 0.72, 0.026, 0.004), x, 0, 0)]
        for row in range(6):
            for column in range(3):
                cell = box(_DARK_BLUE, 0.127, 0.110, 0.006)
                panel.append(put(cell, x + (column - 1) * 0.132, 0.014 + 0.1165 * row, 0.013))
        pieces += [leant(put(piece, 0, 0, 0, -90), 32, 0, 0, 0) for piece in panel]
    legs = [leant(box(ALU, 0.02, 0.42, 0.02), -24, 0.40, 0.0, z) for z in (-0.3, 0.3)]
    base = put(box(PAINT, 0.03, 0.03, 0.94), 0.0, 0.0, 0)
    trim.append(base)
    turned = [put(piece, 0, 0, 0, 75) for piece in (*pieces, *legs)]
    return Sculpture(tuple(turned), tuple(put(t, 0, 0, 0, 75) for t in trim))


@cache
def valve() -> Sculpture:
    """A valve in a flanged pipe, its actuator above."""
    pipe = lying(cylinder(STEEL, 0.085, 0.66, 32), -0.33, 0.20, 0)
    flanges = [
        lying(cylinder(STEEL, 0.155, 0.032, 32, 0.004), x, 0.20, 0)
        for x in (-0.33, -0.20, 0.168, 0.298)
    ]
    bolts = [
        lying(cylinder(CHROME, 0.013, 0.16, 6), x, 0.20 + 0.125 * s, 0.125 * c)
        for x in (-0.33 - 0.012, 0.168 + 0.006)
        for s, c in (
            (0.71, 0.71),
            (0.71, -0.71),
            (-0.71, 0.71),
            (-0.71, -0.71),
            (0, 1),
            (1, 0),
            (0, -1),
        )
    ]
    ball_ = lathe(
        STEEL,
        ((0, 0), (0.12, 0.03), (0.15, 0.11), (0.15, 0.15), (0.12, 0.23), (0.06, 0.26), (0, 0.26)),
        32,
    )
    neck = put(cylinder(CHROME, 0.05, 0.10, 24), 0, 0.32, 0)
    head = put(cylinder(GLOSS_BLACK, 0.12, 0.05, 32, 0.01), 0, 0.62, 0)
    trim = (put(cylinder(PAINT, 0.135, 0.20, 36, 0.012), 0, 0.42, 0),)
    return Sculpture((pipe, *flanges, *bolts, put(ball_, 0, 0.07, 0), neck, head), trim)


@cache
def vehicle() -> Sculpture:
    """A driverless transporter: a flat deck on wheels, scanners at its corners, a load."""
    deck = put(box(GLOSS, 0.86, 0.16, 0.54, 0.03), 0, 0.05, 0)
    skirt = put(box(DARK_GREY, 0.80, 0.06, 0.50, 0.01), 0, 0.02, 0)
    plate = put(box(BLACK, 0.66, 0.02, 0.42, 0.004), 0, 0.21, 0)
    wheels = [
        lying(cylinder(BLACK, 0.055, 0.05, 24, 0.006), x, 0.055, z + 0.0, 90)
        for x in (-0.26, 0.26)
        for z in (0.28, -0.23)
    ]
    scanner = put(cylinder(GLOSS_BLACK, 0.05, 0.06, 28, 0.01), 0.38, 0.11, 0.22)
    crate = [put(box(GLOSS.tinted("#cfd5da"), 0.5, 0.24, 0.36, 0.012), -0.04, 0.23, 0)]
    crate += [put(box(DARK_GREY, 0.02, 0.20, 0.37, 0.004), x, 0.25, 0) for x in (-0.2, 0.12)]
    trim = (
        put(box(PAINT, 0.866, 0.022, 0.546, 0.012), 0, 0.155, 0),
        put(box(PAINT, 0.51, 0.03, 0.37, 0.006), -0.04, 0.44, 0),
    )
    return Sculpture((deck, skirt, plate, *wheels, scanner, *crate), trim)


@cache
def vessels() -> Sculpture:
    """Three filter vessels on a skid, a pipe along them and gauges on top."""
    can = (
        (0, 0),
        (0.09, 0),
        (0.125, 0.03),
        (0.13, 0.06),
        (0.13, 0.46),
        (0.115, 0.51),
        (0.06, 0.55),
        (0, 0.555),
    )
    pieces = [box(DARK_GREY, 0.98, 0.04, 0.40, 0.006)]
    trim = []
    for x in (-0.31, 0.0, 0.31):
        pieces.append(put(lathe(GLOSS, can, 36), x, 0.06, 0))
        pieces.append(put(cylinder(CHROME, 0.03, 0.10, 20), x, 0.60, 0))
        pieces.append(put(cylinder(DARK_GREY, 0.10, 0.03, 28), x, 0.04, 0))
        trim.append(put(cylinder(PAINT, 0.132, 0.07, 36), x, 0.36, 0))
    pieces.append(lying(cylinder(CHROME, 0.026, 0.80, 20), -0.40, 0.70, 0))
    pieces.append(lying(cylinder(CHROME, 0.022, 0.90, 20), -0.45, 0.10, 0.165))
    for x in (-0.155, 0.155):
        pieces.append(lying(cylinder(GLOSS, 0.045, 0.02, 28, 0.004), x, 0.70, 0.045, -90))
        pieces.append(lying(cylinder(BLACK, 0.012, 0.025, 16), x, 0.70, 0.05, -90))
    return Sculpture(tuple(pieces), tuple(trim))
