"""Furniture: where people sit, lean, read and throw things away."""

from __future__ import annotations

from functools import cache

from hallgen.kit.assembly import Part, footprint, part
from hallgen.kit.finishes import (
    ALU,
    BLACK,
    CHROME,
    DARK_GREY,
    GLOSS,
    GLOSS_BLACK,
    PAINT,
    PANEL,
    SOFA,
)
from hallgen.kit.shapes import box, cylinder, lathe, moved, placement, tube
from hallgen.model import Ring
from hallgen.scene import Mesh


def at(mesh: Mesh, x: float, height: float, z: float, turn: float = 0.0) -> Mesh:
    """A piece of a part, moved within it (X right, Z front)."""
    return moved(mesh, placement(x, -z, height, turn))


def octagon(radius: float) -> Ring:
    """A footprint for what is round, never inside of it."""
    outer, inner = radius * 1.0, radius * 0.4142
    return (
        (outer, -inner), (outer, inner), (inner, outer), (-inner, outer),
        (-outer, inner), (-outer, -inner), (-inner, -outer), (inner, -outer),
    )  # fmt: skip


@cache
def folding_chair() -> Part:
    """A folding chair of bent tube, 0.44 m to the seat; whoever sits on it looks to +Z."""
    frame = []
    for x in (-0.205, 0.205):
        frame.append(tube(CHROME, [(x, 0.008, 0.21), (x, 0.45, -0.06), (x, 0.83, -0.20)], 0.011, 4))
        frame.append(tube(CHROME, [(x * 0.92, 0.010, -0.23), (x * 0.92, 0.43, 0.15)], 0.011, 4))
    frame.append(tube(CHROME, [(-0.205, 0.10, 0.15), (0.205, 0.10, 0.15)], 0.009, 4))
    frame.append(tube(CHROME, [(-0.19, 0.10, -0.15), (0.19, 0.10, -0.15)], 0.009, 4))
    seat = at(box(BLACK, 0.40, 0.028, 0.37), 0, 0.435, 0.02)
    back = at(box(BLACK, 0.42, 0.21, 0.022), 0, 0.605, -0.165)
    return part(
        "folding chair", *frame, seat, back,
        footprint=footprint(0.46, 0.48), contact=(0.40, 0.40), contact_strength=0.32,
    )  # fmt: skip


@cache
def table() -> Part:
    """A round meeting table, 0.72 m across, 0.74 m high."""
    top = lathe(GLOSS, [(0, 0.715), (0.345, 0.715), (0.36, 0.728), (0.352, 0.742), (0, 0.742)], 20)
    stem = lathe(
        CHROME, [(0.24, 0), (0.235, 0.014), (0.05, 0.045), (0.034, 0.08), (0.034, 0.715)], 12
    )
    return part("table", top, stem, footprint=octagon(0.36), contact=(0.5, 0.5))


@cache
def bar_table() -> Part:
    """A table to stand at, 1.06 m high."""
    top = lathe(GLOSS, [(0, 1.03), (0.29, 1.03), (0.30, 1.045), (0.292, 1.06), (0, 1.06)], 18)
    stem = lathe(
        CHROME, [(0.22, 0), (0.215, 0.014), (0.045, 0.04), (0.032, 0.07), (0.032, 1.03)], 10
    )
    return part("bar table", top, stem, footprint=octagon(0.30), contact=(0.45, 0.45))


@cache
def bar_stool() -> Part:
    """A stool for it, 0.76 m high."""
    top = ((0, 0.70), (0.17, 0.70), (0.185, 0.725), (0.165, 0.755), (0, 0.76))
    foot = ((0.19, 0), (0.185, 0.012), (0.03, 0.035), (0.024, 0.06), (0.024, 0.70))
    return part(
        "bar stool",
        lathe(GLOSS, top, 11),
        lathe(CHROME, foot, 7),
        footprint=octagon(0.19),
        contact=(0.32, 0.32),
    )


@cache
def counter() -> Part:
    """The shell scheme's counter: 1.02 x 0.54 x 1.00 m of panels between aluminium posts."""
    posts = [
        at(cylinder(ALU, 0.02, 0.97, 6), x, 0, z) for x in (-0.49, 0.49) for z in (-0.25, 0.25)
    ]
    body = at(box(PANEL, 0.965, 0.86, 0.48), 0, 0.09, 0)
    rails = [at(box(ALU, 0.96, 0.03, 0.03), 0, h, z) for z in (-0.245, 0.245) for h in (0.06, 0.94)]
    top = at(box(GLOSS, 1.04, 0.03, 0.56, 0.008), 0, 0.97, 0)
    return part(
        "counter", *posts, body, *rails, top, footprint=footprint(1.06, 0.58), contact=(1.0, 0.52)
    )


@cache
def laptop() -> Part:
    """An open laptop on whatever it stands on; whoever types looks to +Z."""
    base = box(DARK_GREY.tinted("#6c7076"), 0.33, 0.014, 0.23)
    keys = at(box(BLACK, 0.28, 0.002, 0.11), 0, 0.014, 0.03 - 0.06)
    lid = tilted(box(DARK_GREY.tinted("#6c7076"), 0.33, 0.22, 0.008), 16)
    screen = tilted(at(box(PAINT.tinted("#7fa6d8"), 0.305, 0.19, 0.002), 0, 0.015, -0.005), 16)
    return part("laptop", base, keys, at(lid, 0, 0.012, 0.112), at(screen, 0, 0.012, 0.112))


def tilted(mesh: Mesh, degrees: float) -> Mesh:
    """A piece leant forward (its top to +Z) around its foot."""
    import numpy as np

    angle = np.radians(degrees)
    matrix = np.eye(4)
    matrix[1:3, 1:3] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
    return moved(mesh, matrix)


@cache
def brochures() -> Part:
    """Three stacks of leaflets."""
    stacks = [
        at(box(PAINT.tinted(c), 0.15, h, 0.21), x, 0, 0, t)
        for x, h, c, t in (
            (-0.2, 0.03, "#f2f2ef", 4),
            (0.0, 0.018, "#d9dde2", -3),
            (0.2, 0.024, "#e9e4da", 7),
        )
    ]
    return part("brochures", *stacks)


@cache
def bin_() -> Part:
    body = lathe(
        BLACK, [(0, 0), (0.105, 0), (0.13, 0.30), (0.122, 0.30), (0.10, 0.03), (0, 0.03)], 9
    )
    return part("bin", body, footprint=octagon(0.13), contact=(0.2, 0.2))


@cache
def brochure_rack() -> Part:
    """A leaning rack with four tiers of leaflets, 1.4 m high."""
    back = [tilted(at(box(ALU, 0.02, 1.40, 0.02), x, 0, 0.14), -6) for x in (-0.14, 0.14)]
    foot = [at(box(ALU, 0.30, 0.02, 0.30), 0, 0, 0.0)]
    tiers = []
    colors = ("#e6e9ec", "#c8d6e5", "#f0e6d2", "#d8e4d6")
    for level, color in enumerate(colors):
        height = 0.34 + 0.27 * level
        lean = 0.13 - 0.105 * height
        tiers.append(at(box(ALU, 0.27, 0.02, 0.07), 0, height - 0.02, lean + 0.03))
        tiers.append(
            at(tilted(box(PAINT.tinted(color), 0.22, 0.20, 0.02), -6), 0, height, lean + 0.035)
        )
    return part(
        "brochure rack", *back, *foot, *tiers,
        footprint=footprint(0.32, 0.36), contact=(0.28, 0.28),
    )  # fmt: skip


def _sofa(name: str, width: float) -> Part:
    seat = at(box(SOFA, width - 0.3, 0.20, 0.62, 0.045), 0, 0.22, 0.06)
    base = at(box(SOFA, width - 0.04, 0.16, 0.74), 0, 0.07, 0)
    back = at(box(SOFA, width, 0.62, 0.18, 0.05), 0, 0.10, -0.31)
    arms = [
        at(box(SOFA, 0.16, 0.46, 0.76, 0.045), s * (width / 2 - 0.08), 0.10, 0.02) for s in (-1, 1)
    ]
    feet = [
        at(box(BLACK, 0.05, 0.08, 0.05), x * (width / 2 - 0.12), 0, z)
        for x in (-1, 1)
        for z in (-0.3, 0.3)
    ]
    return part(
        name, seat, base, back, *arms, *feet,
        footprint=footprint(width, 0.82), contact=(width - 0.05, 0.74), contact_strength=0.65,
    )  # fmt: skip


@cache
def armchair() -> Part:
    return _sofa("armchair", 0.92)


@cache
def sofa() -> Part:
    """Two seats, 1.62 m."""
    return _sofa("sofa", 1.62)


@cache
def coffee_table() -> Part:
    top = at(box(GLOSS, 0.70, 0.03, 0.70, 0.01), 0, 0.36, 0)
    legs = [
        at(box(GLOSS_BLACK, 0.03, 0.36, 0.03), x, 0, z) for x in (-0.3, 0.3) for z in (-0.3, 0.3)
    ]
    shelf = at(box(GLOSS_BLACK, 0.6, 0.015, 0.6), 0, 0.12, 0)
    return part(
        "coffee table", top, *legs, shelf, footprint=footprint(0.72, 0.72), contact=(0.6, 0.6)
    )
