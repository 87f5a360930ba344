"""Components, materials and things from beyond the factory."""

from __future__ import annotations

import math
from functools import cache

from hallgen.kit.finishes import (
    BLACK,
    CHROME,
    CLAY,
    DARK_GREY,
    GLOSS,
    GLOSS_BLACK,
    LEAF,
    PAINT,
    SOIL,
    STEEL,
)
from hallgen.kit.graphics.sculptures.clay import Sculpture, ball, leant, lying, put, ring
from hallgen.kit.shapes import box, cylinder, lathe, moved, placement, tube
from hallgen.scene import Mesh

_COPPER = CHROME.tinted("#c9763f")
_KRAFT = PAINT.tinted("#b98a57")


@cache
def battery() -> Sculpture:
    """Cells in an open tray, every sleeve in colour."""
    tray = [box(GLOSS_BLACK, 0.74, 0.05, 0.36, 0.01)]
    tray += [put(box(GLOSS_BLACK, 0.74, 0.10, 0.02, 0.004), 0, 0, z) for z in (-0.18, 0.18)]
    cells, sleeves = [], []
    for column in range(6):
        for row in range(3):
            x, z = 0.118 * (column - 2.5), 0.112 * (row - 1)
            cells.append(put(cylinder(CHROME, 0.049, 0.32, 28, 0.006), x, 0.05, z))
            cells.append(put(cylinder(CHROME, 0.016, 0.02, 16, 0.003), x, 0.37, z))
            cells.append(put(cylinder(GLOSS, 0.0512, 0.07, 28), x, 0.27, z))
            sleeves.append(put(cylinder(PAINT, 0.0512, 0.20, 28), x, 0.06, z))
    bars = [put(box(_COPPER, 0.66, 0.008, 0.03, 0.002), 0, 0.39, z) for z in (-0.112, 0.112)]
    return Sculpture((*tray, *cells, *bars), tuple(sleeves))


@cache
def boxes() -> Sculpture:
    """Cartons on a pallet, closed with tape in colour."""
    slats = [
        put(box(PAINT.tinted("#c49a68"), 0.74, 0.02, 0.09), 0, 0.06, z)
        for z in (-0.21, -0.07, 0.07, 0.21)
    ]
    feet = [put(box(PAINT.tinted("#a87f50"), 0.09, 0.06, 0.5), x, 0, 0) for x in (-0.3, 0.0, 0.3)]
    made = (
        (-0.18, 0.08, 0.0, 0.36, 0.26, 0.44),
        (0.18, 0.08, 0.0, 0.33, 0.22, 0.44),
        (-0.15, 0.34, 0.02, 0.30, 0.20, 0.34),
        (0.17, 0.30, 0.04, 0.22, 0.16, 0.26),
    )
    cartons = [put(box(_KRAFT, w, h, d, 0.006), x, y, z) for x, y, z, w, h, d in made]
    tapes = [put(box(PAINT, w + 0.004, h + 0.003, 0.06), x, y, z) for x, y, z, w, h, d in made]
    return Sculpture((*slats, *feet, *cartons), tuple(tapes))


@cache
def cable() -> Sculpture:
    """A reel of cable and an end of it, cut to show the cores."""
    turns = [
        lying(ring(PAINT, 0.15 + 0.034 * layer, 0.017, 40, 10), -0.12 + 0.034 * k, 0.30, 0, 55)
        for layer in range(2)
        for k in range(8)
    ]
    sides = []
    for x in (-0.155, 0.135):
        sides.append(lying(cylinder(GLOSS, 0.28, 0.022, 48, 0.005), x, 0.30, 0))
        sides.append(lying(cylinder(DARK_GREY, 0.07, 0.030, 28), x - 0.004, 0.30, 0))
    turned = [put(lying_, 0, 0, 0, 35) for lying_ in sides]
    core = lying(cylinder(BLACK, 0.14, 0.28, 32), -0.14, 0.30, 0)
    path = [(0.30, 0.045, 0.26), (0.40, 0.045, 0.30), (0.50, 0.045, 0.24), (0.58, 0.05, 0.12)]
    end = [tube(BLACK, path, 0.045, 18)]
    for s, c in ((0.0, 1.0), (0.87, -0.5), (-0.87, -0.5)):
        start = (0.30, 0.045 + 0.02 * s, 0.26 + 0.02 * c)
        end.append(tube(_COPPER, [start, (0.22, 0.05 + 0.034 * s, 0.22 + 0.034 * c)], 0.014, 12))
    return Sculpture((*turned, put(core, 0, 0, 0, 35), *end), tuple(turns))


@cache
def coils() -> Sculpture:
    """A transformer: three windings on their core."""
    core = [put(box(DARK_GREY, 0.80, 0.10, 0.20, 0.006), 0, y, 0) for y in (0.04, 0.52)]
    windings, ends = [], []
    for x in (-0.26, 0.0, 0.26):
        core.append(put(box(DARK_GREY, 0.08, 0.40, 0.16), x, 0.13, 0))
        loop = ring(_COPPER, 0.098, 0.02, 40, 12)
        windings += [put(loop, x, 0.165 + 0.04 * k, 0) for k in range(9)]
        ends.append(put(cylinder(PAINT, 0.03, 0.10, 24, 0.006), x, 0.62, 0))
        core.append(put(cylinder(CHROME, 0.012, 0.16, 14), x, 0.62, 0))
    feet = [put(box(STEEL, 0.10, 0.04, 0.34), x, 0, 0) for x in (-0.3, 0.3)]
    return Sculpture((*core, *windings, *feet), tuple(ends))


@cache
def connector() -> Sculpture:
    """Terminal blocks side by side on their rail."""
    rail = [box(STEEL, 0.86, 0.03, 0.16, 0.003)]
    blocks: list[Mesh] = []
    colored: list[Mesh] = []
    for k in range(9):
        x = 0.088 * (k - 4)
        there = colored if k % 3 == 1 else blocks
        finish = PAINT if k % 3 == 1 else GLOSS.tinted("#c9cfd4")
        there.append(put(box(finish, 0.08, 0.22, 0.34, 0.008), x, 0.03, 0))
        there.append(put(box(finish, 0.08, 0.10, 0.20, 0.008), x, 0.24, 0))
        for z in (-0.125, 0.125):
            blocks.append(put(cylinder(BLACK, 0.026, 0.004, 20), x, 0.25, z))
            blocks.append(put(cylinder(CHROME, 0.018, 0.006, 16), x, 0.25, z))
        blocks.append(put(box(GLOSS_BLACK, 0.045, 0.05, 0.345, 0.004), x, 0.08, 0))
    return Sculpture((*rail, *blocks), tuple(colored))


@cache
def flask() -> Sculpture:
    """Three vessels of a laboratory with coloured liquids."""
    cone = (
        (0, 0),
        (0.17, 0),
        (0.18, 0.015),
        (0.055, 0.26),
        (0.052, 0.40),
        (0.066, 0.41),
        (0.05, 0.415),
    )
    liquid = ((0, 0.004), (0.171, 0.004), (0.182, 0.016), (0.12, 0.145), (0, 0.146))
    bottle = (
        (0, 0),
        (0.10, 0),
        (0.105, 0.01),
        (0.105, 0.30),
        (0.05, 0.36),
        (0.05, 0.40),
        (0, 0.40),
    )
    pieces = [put(lathe(GLOSS.tinted("#dbe7ee"), cone, 40), -0.06, 0, 0.06)]
    pieces.append(put(lathe(GLOSS, bottle, 36), 0.24, 0, -0.06))
    pieces.append(put(cylinder(BLACK, 0.054, 0.06, 32, 0.006), 0.24, 0.39, -0.06))
    pieces.append(put(lathe(GLOSS.tinted("#dbe7ee"), bottle, 36), -0.31, 0, -0.06))
    trim = (
        put(lathe(PAINT, [(r * 1.01, y) for r, y in liquid], 40), -0.06, 0, 0.06),
        put(cylinder(PAINT, 0.107, 0.16, 36), 0.24, 0.06, -0.06),
        put(cylinder(PAINT, 0.107, 0.12, 36), -0.31, 0.0, -0.06),
    )
    return Sculpture(tuple(pieces), trim)


@cache
def house() -> Sculpture:
    """Towers of a city as an architect's model."""
    towers, bands = [box(GLOSS, 0.86, 0.03, 0.60, 0.006)], list[Mesh]()
    plots = (
        (-0.28, -0.1, 0.2, 0.34),
        (-0.02, -0.14, 0.18, 0.62),
        (0.26, -0.08, 0.22, 0.46),
        (-0.16, 0.16, 0.24, 0.20),
        (0.16, 0.17, 0.18, 0.28),
    )
    for index, (x, z, wide, tall) in enumerate(plots):
        floors = round(tall / 0.052)
        for k in range(floors):
            towers.append(put(box(GLOSS, wide, 0.034, wide, 0.003), x, 0.03 + 0.05 * k, z))
            there = bands if index % 2 else towers
            finish = PAINT if index % 2 else DARK_GREY
            there.append(put(box(finish, wide * 0.93, 0.018, wide * 0.93), x, 0.063 + 0.05 * k, z))
    return Sculpture(tuple(towers), tuple(bands))


@cache
def lattice() -> Sculpture:
    """A cube of a crystal: balls in two kinds, bound by rods."""
    step = 0.22
    balls: list[Mesh] = []
    colored: list[Mesh] = []
    rods: list[Mesh] = []
    for i in range(3):
        for j in range(3):
            for k in range(3):
                x, y, z = step * (i - 1), 0.06 + step * j, step * (k - 1)
                there = colored if (i + j + k) % 2 else balls
                made = ball(
                    PAINT if there is colored else CHROME, 0.052 if there is colored else 0.062, 22
                )
                there.append(put(made, x, y, z))
                if i < 2:
                    rods.append(lying(cylinder(GLOSS, 0.014, step, 10), x, y, z))
                if j < 2:
                    rods.append(put(cylinder(GLOSS, 0.014, step, 10), x, y, z))
                if k < 2:
                    rods.append(lying(cylinder(GLOSS, 0.014, step, 10), x, y, z, -90))
    turned = [put(piece, 0, 0, 0, 8) for piece in (*balls, *rods)]
    return Sculpture(tuple(turned), tuple(put(piece, 0, 0, 0, 8) for piece in colored))


@cache
def leaf() -> Sculpture:
    """A young plant in a pot with a coloured rim."""
    pot = ((0, 0), (0.15, 0), (0.20, 0.24), (0.205, 0.26), (0.18, 0.26), (0.175, 0.22), (0, 0.22))
    pieces = [lathe(CLAY, pot, 40), put(cylinder(SOIL, 0.176, 0.012, 28), 0, 0.22, 0)]
    blade = ((0, 0), (0.012, 0.03), (0.05, 0.13), (0.052, 0.2), (0.03, 0.3), (0, 0.37))
    for k in range(9):
        lean, turn = (18, 38, 58)[k % 3], 40 * k + 15 * (k % 2)
        made = lathe(LEAF.tinted(("#4c8a3c", "#66a84a", "#3d7534")[k % 3]), blade, 14)
        flat = moved(made, placement(0, 0, scale=(1, 1, 0.25)))
        pieces.append(leant(flat, lean, 0, 0.22, 0, turn))
    return Sculpture(tuple(pieces), (put(ring(PAINT, 0.197, 0.014, 48, 12), 0, 0.25, 0),))


@cache
def software() -> Sculpture:
    """Layers of a system over one another, blocks of data on the topmost."""
    plates: list[Mesh] = []
    trim: list[Mesh] = []
    for k in range(4):
        there = trim if k in {1} else plates
        finish = (GLOSS_BLACK, PAINT, GLOSS, GLOSS)[k]
        there.append(put(box(finish, 0.62, 0.035, 0.62, 0.016), 0, 0.135 * k, 0))
    pins = [
        put(cylinder(CHROME, 0.011, 0.41, 14), x, 0.01, z)
        for x in (-0.26, 0.26)
        for z in (-0.26, 0.26)
    ]
    for i in range(4):
        for j in range(4):
            tall = 0.03 + 0.14 * abs(math.sin(2.3 * i + 1.1 * j))
            there = trim if (i * 3 + j) % 4 == 0 else plates
            made = box(PAINT if there is trim else GLOSS, 0.085, tall, 0.085, 0.008)
            there.append(put(made, 0.125 * (i - 1.5), 0.44, 0.125 * (j - 1.5)))
    return Sculpture((*plates, *pins), tuple(trim))
