"""Robots as models, a quarter of their size, in the colours that robots are sold in."""

from __future__ import annotations

from functools import cache

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import BLACK, CHROME, DARK_GREY, GLOSS, ORANGE, PAINT, STEEL, Finish
from hallgen.kit.parts.furniture import at
from hallgen.kit.parts.pieces import across, leaning
from hallgen.kit.shapes import box, cylinder, lathe
from hallgen.scene import Mesh


@cache
def robot() -> Part:
    """A six-axis arm, 0.8 m high as a model (2.7 m on a turntable), in orange."""
    return _arm("robot", ORANGE, (_waist_ring(),))


@cache
def white_robot() -> Part:
    """The same in white, its joints in the exhibitor's colour."""
    caps = (
        across(PAINT, 0.0651, 0.232, 0.0, 0.27, 0.0),
        across(PAINT, 0.05, 0.172, 0.0, 0.565, 0.11),
    )
    return _arm("white robot", GLOSS, (*caps, _waist_ring()))


@cache
def yellow_robot() -> Part:
    """The same in yellow."""
    return _arm("yellow robot", GLOSS.tinted("#f2b91e"), (_waist_ring(),))


def _waist_ring() -> Mesh:
    return at(cylinder(PAINT, 0.107, 0.022, 12), 0, 0.155, 0)


def _arm(name: str, shell: Finish, trim: tuple[Mesh, ...]) -> Part:
    foot = ((0.15, 0), (0.15, 0.02), (0.11, 0.05), (0.105, 0.11), (0, 0.11))
    base = lathe(DARK_GREY, foot, 12)
    drum = ((0.10, 0), (0.105, 0.02), (0.105, 0.10), (0.09, 0.13), (0, 0.13))
    waist = at(lathe(shell, drum, 12), 0, 0.11, 0)
    shoulder = across(shell, 0.085, 0.20, 0.0, 0.27, 0.0)
    caps = [
        across(DARK_GREY, 0.055, 0.225, 0.0, 0.27, 0.0),
        across(DARK_GREY, 0.042, 0.165, 0.0, 0.565, 0.11),
    ]
    upper = leaning(box(shell, 0.10, 0.32, 0.11, 0.02), 20, 0, 0.26, 0)
    elbow = across(shell, 0.065, 0.15, 0.0, 0.565, 0.11)
    fore = leaning(box(shell, 0.08, 0.32, 0.085, 0.018), 68, 0, 0.57, 0.10)
    wrist = leaning(cylinder(STEEL, 0.032, 0.09, 8), 68, 0, 0.685, 0.39)
    hand = leaning(box(DARK_GREY, 0.08, 0.03, 0.05), 68, 0, 0.717, 0.47)
    fingers = [leaning(box(CHROME, 0.012, 0.07, 0.03), 68, s * 0.028, 0.725, 0.49) for s in (-1, 1)]
    hose = leaning(cylinder(BLACK, 0.014, 0.30, 5), 20, 0.075, 0.27, -0.02)
    return part(
        name, base, waist, shoulder, *caps, upper, elbow, fore, wrist, hand, *fingers, hose,
        trim=trim,
    )  # fmt: skip
