"""Repeated parts of halls, each made once: truss fields, lamps, doors, guards, banner hangers.

What is built along +X from the origin is placed with `shell.heading` and scaled to length.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import (
    BLACK,
    CLADDING,
    DADO,
    DARK_GREY,
    DUCT,
    LAMP,
    PANEL,
    PIPE,
    TRUSS,
)
from hallgen.kit.parts.furniture import at
from hallgen.kit.shapes import box, cylinder, moved, shaded, tube
from hallgen.scene import Mesh

#: The length of one field of a truss before it is scaled, in metres.
FIELD = 3.0


@cache
def truss_field(depth: float) -> Part:
    """One field of a triangular truss, its lower chord at y 0, the upper ones at `depth`."""
    half = 0.62
    low, left, right = (0.0, 0.0), (depth, -half), (depth, half)
    chords = [tube(TRUSS, [(0, h, z), (FIELD, h, z)], 0.085, 6) for h, z in (low, left, right)]
    webs = []
    for h, z in (left, right):
        webs.append(tube(TRUSS, [(0, h, z), (FIELD / 2, 0, 0)], 0.042, 4))
        webs.append(tube(TRUSS, [(FIELD / 2, 0, 0), (FIELD, h, z)], 0.042, 4))
    ties = [tube(TRUSS, [(0, depth, -half), (0, depth, half)], 0.04, 4)]
    return part(f"truss field {depth:.2f}", *(_overhead(m) for m in (*chords, *webs, *ties)))


def _overhead(mesh: Mesh) -> Mesh:
    """Under a roof: what looks up sees little light."""
    return shaded(mesh, 0.74 + 0.14 * np.clip(-mesh.normals[:, 1], -1, 1))


@cache
def purlin() -> Part:
    """A metre of purlin."""
    return part("purlin", at(_overhead(box(TRUSS, 1.0, 0.20, 0.10)), 0.5, 0, 0))


@cache
def duct() -> Part:
    """A metre of round duct, 1 m across."""
    return part("duct", _overhead(_lying(cylinder(DUCT, 0.5, 1.0, 20))))


@cache
def duct_band() -> Part:
    """The flange where two lengths of duct meet."""
    return part("duct flange", _overhead(_lying(cylinder(DUCT.tinted("#b3b8bb"), 0.535, 0.06, 20))))


@cache
def sprinkler_pipe() -> Part:
    return part("sprinkler pipe", _lying(cylinder(PIPE, 0.035, 1.0, 6)))


@cache
def cable_tray() -> Part:
    """A metre of cable tray, hung under the purlins."""
    return part(
        "cable tray", at(_overhead(box(DARK_GREY.tinted("#8d9296"), 1.0, 0.06, 0.30)), 0.5, 0, 0)
    )


def _lying(mesh: Mesh) -> Mesh:
    """A body around Y laid along +X from the origin."""
    turn = np.eye(4)
    turn[:3, :3] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]
    return moved(mesh, turn)


@cache
def lamp() -> Part:
    """A high-bay lamp of 1.5 x 0.48 m, its glass at y 0, on two cables of 0.5 m."""
    body = at(box(PANEL, 1.5, 0.09, 0.48, 0.012), 0, 0.012, 0)
    glass = box(LAMP, 1.42, 0.014, 0.40)
    cables = [at(cylinder(BLACK, 0.006, 0.5, 4), x, 0.1, 0) for x in (-0.6, 0.6)]
    return part("lamp", body, glass, *cables)


@cache
def ceiling_lamp() -> Part:
    """A lamp set into a flat ceiling."""
    return part(
        "ceiling lamp", box(LAMP, 1.2, 0.02, 0.3), at(box(PANEL, 1.26, 0.05, 0.36), 0, 0.012, 0)
    )


@cache
def pilaster(height: float) -> Part:
    """A column of the wall that carries a truss, its back at z 0."""
    body = at(box(TRUSS, 0.55, height, 0.36, 0.02), 0, 0, 0.18)
    guard = at(box(DADO.tinted("#e0b020"), 0.60, 1.15, 0.40, 0.02), 0, 0.02, 0.19)
    return part(f"pilaster {height:.2f}", body, guard)


@cache
def roller_door(size: float) -> Part:
    """A roller door, its back at z 0, the slats between guides."""
    slats = at(box(CLADDING.tinted("#b9bfc3"), size, size, 0.06), 0, 0, 0.03)
    lintel = at(box(DADO, size + 0.5, 0.55, 0.34, 0.02), 0, size, 0.17)
    guides = [at(box(DADO, 0.22, size, 0.16, 0.01), s * (size / 2 + 0.1), 0, 0.08) for s in (-1, 1)]
    foot = at(box(BLACK, size, 0.09, 0.10), 0, 0, 0.05)
    bollards = [
        at(cylinder(DADO.tinted("#e0b020"), 0.09, 1.0, 10), s * (size / 2 + 0.45), 0, 0.42)
        for s in (-1, 1)
    ]
    return part(f"roller door {size:.2f}", slats, lintel, *guides, foot, *bollards)


@cache
def exit_door() -> Part:
    """A pair of emergency doors of 2 x 2.2 m, their back at z 0."""
    frame = at(box(DARK_GREY, 2.16, 2.28, 0.10, 0.008), 0, 0, 0.05)
    leaves = [
        at(box(DADO.tinted("#c3c8cb"), 0.97, 2.14, 0.05, 0.006), s * 0.495, 0.02, 0.10)
        for s in (-1, 1)
    ]
    bars = [
        at(box(DARK_GREY.tinted("#c02a22"), 0.78, 0.07, 0.06, 0.01), s * 0.495, 1.0, 0.15)
        for s in (-1, 1)
    ]
    return part("exit door", frame, *leaves, *bars)


@cache
def sign_box() -> Part:
    """The housing of a lit sign of 1.2 x 0.4 m, its back at z 0."""
    return part("sign box", at(box(BLACK, 1.26, 0.46, 0.08, 0.008), 0, 0, 0.04))


@cache
def hanger() -> Part:
    """A metre of cable for what hangs."""
    return part("hanger", cylinder(BLACK, 0.007, 1.0, 4))


@cache
def mullion() -> Part:
    """A metre of clerestory mullion, standing, its back at z 0."""
    return part("mullion", at(box(DARK_GREY, 0.09, 1.0, 0.10), 0, 0, 0.05))


@cache
def conduit() -> Part:
    """A metre of conduit on a wall, standing at z 0.05."""
    return part("conduit", at(cylinder(DADO, 0.025, 1.0, 6), 0, 0, 0.05))


@cache
def hydrant() -> Part:
    """A fire hydrant's cabinet on a wall, its back at z 0."""
    cabinet = at(box(PIPE, 0.75, 1.05, 0.24, 0.012), 0, 0.35, 0.12)
    glass = at(box(DARK_GREY.tinted("#d8dde0"), 0.58, 0.5, 0.012), 0, 0.8, 0.246)
    return part("hydrant", cabinet, glass)
