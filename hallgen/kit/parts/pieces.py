"""Pieces of stand-ins: what lies or leans, and what a housing has on its four sides."""

from __future__ import annotations

import numpy as np

from hallgen.kit.finishes import BLACK, CHROME, DARK_GREY, GLOSS_BLACK, PAINT, Finish
from hallgen.kit.parts.furniture import at, tilted
from hallgen.kit.shapes import box, cylinder, merged, moved, prism, sheet
from hallgen.scene import Mesh

#: Turns of a housing's sides.
FRONT, RIGHT, BACK, LEFT = 0.0, 90.0, 180.0, 270.0

#: How far what is drawn on a side stands before it, in metres of a model.
_PROUD = 0.003

_LYING = np.eye(4)
_LYING[:3, :3] = [[0, 1, 0], [-1, 0, 0], [0, 0, 1]]


def across(finish: Finish, radius: float, width: float, x: float, height: float, z: float) -> Mesh:
    """A drum that lies along X, its middle at a point."""
    return at(moved(cylinder(finish, radius, width, 12), _LYING), x - width / 2, height, z)


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


def vent(turn: float, right: float, height: float, out: float, width: float = 0.16) -> Mesh:
    """Five slits that let the warmth out, 0.1 m high in all."""
    rises = (height + 0.021 * k for k in range(5))
    return merged([on_side(BLACK, turn, (width, 0.010), right, rise, out) for rise in rises])


def plate(turn: float, width: float, right: float, height: float, out: float) -> Mesh:
    """The place of a maker's name, as wide and high as the front of a counter is."""
    return on_side(PAINT, turn, (width, width * 0.78 / 1.6), right, height, out, 2)


def feet(width: float, depth: float, height: float = 0.05) -> Mesh:
    """Four feet, and a dark base set back between them."""
    base = at(box(BLACK, width - 0.10, height, depth - 0.10), 0, 0, 0)
    spots = [(x * (width / 2 - 0.04), z * (depth / 2 - 0.04)) for x in (-1, 1) for z in (-1, 1)]
    return merged([base, *(at(box(DARK_GREY, 0.05, height, 0.05), x, 0, z) for x, z in spots)])


def beacon(x: float, height: float, z: float) -> Mesh:
    """A signal lamp of three colours."""
    colors = ("#2f9e44", "#f2b705", "#d92626")
    return merged(
        [
            at(cylinder(PAINT.tinted(c), 0.012, 0.03, 8), x, height + 0.03 * k, z)
            for k, c in enumerate(colors)
        ]
    )


def console(x: float, height: float, z: float) -> list[Mesh]:
    """A control panel of 0.15 x 0.26 m that looks to the front, its back at z."""
    body = at(box(DARK_GREY, 0.15, 0.26, 0.04, 0.008), x, height, z + 0.02)
    front = z + 0.04
    screen = on_side(PAINT.tinted("#7fb2e6"), FRONT, (0.12, 0.09), x, height + 0.15, front)
    colors = ("#c8342c", "#d9dcdf", "#e8b93a", "#d9dcdf", "#3fa34d", "#d9dcdf")
    keys = [
        on_side(
            PAINT.tinted(c),
            FRONT,
            (0.022, 0.022),
            x + 0.036 * (k % 3 - 1),
            height + 0.09 - 0.036 * (k // 3),
            front,
        )
        for k, c in enumerate(colors)
    ]
    return [body, screen, *keys]


def window(width: float, tall: float, x: float, height: float, z: float) -> list[Mesh]:
    """A door's window in a dark frame, with a lit workpiece behind it and a handle beside it."""
    frame = at(box(DARK_GREY, width, tall, 0.02, 0.004), x, height, z)
    front = z + 0.01
    glass = (width - 0.05, tall - 0.05)
    pane = on_side(GLOSS_BLACK.tinted("#22303a"), FRONT, glass, x, height + 0.025, front)
    glow = (glass[0] * 0.86, glass[1] * 0.16)
    lit = on_side(PAINT.tinted("#8fa9b8"), FRONT, glow, x, height + tall * 0.74, front, 2)
    chuck = (glass[0] * 0.34, glass[1] * 0.30)
    work = on_side(PAINT.tinted("#5b6b76"), FRONT, chuck, x, height + tall * 0.16, front, 2)
    handle = at(
        box(CHROME, 0.012, tall * 0.5, 0.02), x + width / 2 + 0.02, height + tall / 4, z + 0.01
    )
    return [frame, pane, lit, work, handle]
