"""Parts that hang under roofs, each made once. What runs along +X is a metre long."""

from __future__ import annotations

from functools import cache

import numpy as np

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import BLACK, DARK_GREY, DUCT, LAMP, PANEL, PIPE
from hallgen.kit.parts.furniture import at
from hallgen.kit.shapes import box, cylinder, lathe, moved
from hallgen.scene import Mesh

_DUCT = DUCT.tinted("#dfe1e2")
_BAND = DUCT.tinted("#b3b8bb")
_TRAY = DARK_GREY.tinted("#8d9296")


def _lying(mesh: Mesh) -> Mesh:
    """A body around Y laid along +X from the origin."""
    turn = np.eye(4)
    turn[:3, :3] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]
    return moved(mesh, turn)


@cache
def duct() -> Part:
    """A metre of round duct, 1 m across; its ends are open."""
    return part("duct", _lying(lathe(_DUCT, [(0.5, 0), (0.5, 1.0)], 20)))


@cache
def duct_band() -> Part:
    """The flange where two lengths of duct meet."""
    ring = [(0.5, 0.0), (0.535, 0.03), (0.5, 0.06)]
    return part("duct flange", _lying(lathe(_BAND, ring, 12)))


@cache
def duct_outlet() -> Part:
    """A grille on each side of a duct that blows down and out."""
    grilles = []
    for side in (-1.0, 1.0):
        turn = np.eye(4)
        angle = np.radians(50.0) * side
        turn[1:3, 1:3] = [[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]]
        face = at(box(DARK_GREY, 0.9, 0.04, 0.24), 0, -0.53, 0)
        grilles.append(moved(face, turn))
    return part("duct outlet", *grilles)


@cache
def sprinkler_pipe() -> Part:
    return part("sprinkler pipe", _lying(lathe(PIPE, [(0.04, 0), (0.04, 1.0)], 6)))


@cache
def sprinkler() -> Part:
    """A drop pipe with its head, 0.28 m down from the origin."""
    pipe = at(lathe(PIPE, [(0.018, 0), (0.018, 0.24)], 3), 0, -0.24, 0)
    head = at(lathe(DARK_GREY, [(0.05, 0.0), (0.02, 0.05)], 4), 0, -0.28, 0)
    return part("sprinkler", pipe, head)


@cache
def cable_tray() -> Part:
    """A metre of cable tray, its two sides and its floor, with cables in it."""
    floor = at(box(_TRAY, 1.0, 0.012, 0.30), 0.5, 0, 0)
    sides = [at(box(_TRAY, 1.0, 0.07, 0.012), 0.5, 0, z) for z in (-0.15, 0.15)]
    cables = at(box(BLACK, 1.0, 0.03, 0.2), 0.5, 0.012, 0.02)
    return part("cable tray", floor, *sides, cables)


@cache
def tray_hanger() -> Part:
    """Two rods and a bar that carry a tray, a metre high."""
    rods = [at(lathe(_TRAY, [(0.008, 0), (0.008, 1.0)], 3), 0, 0, z) for z in (-0.18, 0.18)]
    return part("tray hanger", *rods, at(box(_TRAY, 0.03, 0.02, 0.38), 0, -0.02, 0))


@cache
def lamp(drop: float) -> Part:
    """A high-bay lamp of 1.5 x 0.48 m, its glass at y 0, on two cables of `drop` metres."""
    body = at(box(PANEL, 1.56, 0.07, 0.54), 0, 0.016, 0)
    glass = box(LAMP, 1.5, 0.016, 0.48)
    cables = [
        at(lathe(BLACK, [(0.007, 0), (0.007, drop - 0.08)], 3), x, 0.08, 0) for x in (-0.6, 0.6)
    ]
    return part(f"lamp {drop:.2f}", body, glass, *cables)


@cache
def ceiling_lamp() -> Part:
    """A light panel of 0.6 x 0.6 m set into a flat ceiling, its glass 1 cm below y 0."""
    frame = box(PANEL, 0.64, 0.012, 0.64)
    return part("ceiling lamp", at(box(LAMP, 0.58, 0.012, 0.58), 0, -0.010, 0), frame)


@cache
def ceiling_vent() -> Part:
    """A square air vent of four slots in a flat ceiling."""
    plate = box(PANEL, 0.6, 0.015, 0.6)
    slots = [
        at(box(BLACK, s, 0.004, s), 0, -0.002 - 0.001 * k, 0)
        for k, s in enumerate((0.5, 0.34, 0.18))
    ]
    rims = [
        at(box(PANEL, s, 0.004, s), 0, -0.0025 - 0.001 * k, 0)
        for k, s in enumerate((0.44, 0.28, 0.12))
    ]
    return part("ceiling vent", plate, *slots, *rims)


@cache
def hanger() -> Part:
    """A metre of cable for what hangs."""
    return part("hanger", cylinder(BLACK, 0.007, 1.0, 4))
