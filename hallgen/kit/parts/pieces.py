"""Pieces of stand-ins: what lies or leans, and what a housing has on its four sides."""

from __future__ import annotations

import numpy as np

from hallgen.kit.finishes import BLACK, DARK_GREY, INSIDE, PAINT, Finish
from hallgen.kit.parts.furniture import at, tilted
from hallgen.kit.shapes import box, cylinder, merged, moved, prism, sheet, solid
from hallgen.scene import Mesh

#: Turns of a housing's sides.
FRONT, RIGHT, BACK, LEFT = 0.0, 90.0, 180.0, 270.0

#: How far what is drawn on a side stands before it, in metres of a model.
_PROUD = 0.003

_LYING = np.eye(4)
_LYING[:3, :3] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]


def across(
    finish: Finish,
    radius: float,
    width: float,
    x: float,
    height: float,
    z: float,
    segments: int = 12,
) -> Mesh:
    """A drum that lies along X, its middle at a point."""
    return at(moved(cylinder(finish, radius, width, segments), _LYING), x - width / 2, height, z)


def profile(finish: Finish, outline: tuple[tuple[float, float], ...], width: float) -> Mesh:
    """A body as wide as `width` over an outline of (z, height), clockwise seen from the left."""
    ring = tuple((-height, -z) for z, height in reversed(outline))
    return at(moved(prism(finish, ring, 0.0, width), _LYING), -width / 2, 0, 0)


def leaning(mesh: Mesh, degrees: float, x: float, height: float, z: float) -> Mesh:
    """A piece leant forward around its foot, then put there."""
    return at(tilted(mesh, degrees), x, height, z)


def on_side(
    finish: Finish,
    turn: float,
    size: tuple[float, float],
    right: float,
    height: float,
    out: float,
    layer: int = 1,
) -> Mesh:
    """A flat rectangle on a side `out` metres from the middle; `layer` is how many lie under it."""
    width, tall = size
    face = sheet(
        finish,
        (right - width / 2, height, out + layer * _PROUD),
        (width, 0, 0),
        (0, tall, 0),
        uv=(0.0, 0.0, 1.0, 1.0),
    )
    return at(face, 0, 0, 0, turn)


def flap(turn: float, size: tuple[float, float], right: float, height: float, out: float) -> Mesh:
    """A service panel: a seam around it and a grip."""
    width, tall = size
    seam = on_side(DARK_GREY, turn, size, right, height, out)
    inner = (width - 0.008, tall - 0.008)
    face = on_side(PAINT.tinted("#d6d9db"), turn, inner, right, height + 0.004, out, 2)
    grip = (0.012, min(0.05, tall * 0.3))
    at_grip = right + width / 2 - 0.022, height + tall / 2
    return merged([seam, face, on_side(BLACK, turn, grip, *at_grip, out, 3)])


def seam(turn: float, tall: float, right: float, height: float, out: float) -> Mesh:
    """The line between two doors or sheets of a housing."""
    return on_side(DARK_GREY, turn, (0.005, tall), right, height, out)


def vent(
    turn: float, right: float, height: float, out: float, width: float = 0.16, slits: int = 5
) -> Mesh:
    """Slits that let the warmth out, 21 mm apart."""
    rises = (height + 0.021 * k for k in range(slits))
    return merged([on_side(BLACK, turn, (width, 0.010), right, rise, out) for rise in rises])


def plate(turn: float, width: float, right: float, height: float, out: float) -> Mesh:
    """The place of a maker's name, as wide and high as the front of a counter is."""
    return on_side(PAINT, turn, (width, width * 0.78 / 1.6), right, height, out, 2)


def feet(width: float, depth: float, height: float = 0.05) -> Mesh:
    """Four feet, and a dark base set back between them."""
    base = at(box(BLACK, width - 0.10, height, depth - 0.10), 0, 0, 0)
    spots = [(x * (width / 2 - 0.04), z * (depth / 2 - 0.04)) for x in (-1, 1) for z in (-1, 1)]
    return merged([base, *(at(box(DARK_GREY, 0.05, height, 0.05), x, 0, z) for x, z in spots)])


def beacon(x: float, height: float, z: float) -> list[Mesh]:
    """A signal lamp of three colours, the green one lit."""
    return [
        at(cylinder(finish, 0.012, 0.028, 6), x, height + 0.028 * k, z)
        for k, finish in enumerate(
            (INSIDE.tinted("#4fe07a"), PAINT.tinted("#c99a10"), PAINT.tinted("#b32222"))
        )
    ]


def hazard(width: float, x: float, height: float, out: float) -> Mesh:
    """A strip of yellow and black bars that warns of what moves above it, 22 mm high."""
    tall, bar = 0.022, 0.028
    ground = on_side(PAINT.tinted("#e8b512"), FRONT, (width, tall), x, height, out)
    z = out + 2 * _PROUD
    starts = np.arange(x - width / 2, x + width / 2 - 2 * bar, 2 * bar)
    corners = [
        (start + dx, height + dy, z)
        for start in starts
        for dx, dy in ((0, 0), (bar, 0), (2 * bar, tall), (bar, tall))
    ]
    first = 4 * np.arange(len(starts))[:, None]
    triangles = np.concatenate([first + np.array(t) for t in ((0, 1, 2), (0, 2, 3))])
    bars = solid(BLACK, corners, np.tile((0.0, 0.0, 1.0), (len(corners), 1)), triangles)
    return merged([ground, bars])
