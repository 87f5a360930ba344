"""A machine's control: a screen, what one types and turns, and the button that stops it all."""

from __future__ import annotations

import numpy as np

from hallgen.kit.finishes import BLACK, DARK_GREY, GLOSS_BLACK, INSIDE, PAINT, Finish
from hallgen.kit.parts.furniture import at
from hallgen.kit.parts.pieces import FRONT, on_side
from hallgen.kit.shapes import box, cylinder, merged, moved
from hallgen.scene import Mesh

#: A control's size, and that of its screen, in metres of a model.
WIDTH, HEIGHT = 0.17, 0.27
SCREEN = (0.142, 0.1065)

_DEEP = 0.035
_UP_TO_SCREEN = 0.150

#: What turns or is pressed stands out of the front.
_TURNED = np.eye(4)
_TURNED[1:3, 1:3] = [[0, -1], [1, 0]]

_KEY, _SOFT_KEY = PAINT.tinted("#c4c9cd"), PAINT.tinted("#8b949b")


def console(x: float, height: float, z: float) -> list[Mesh]:
    """A control that looks to the front, its back at z, with a picture on its screen."""
    body = at(box(DARK_GREY, WIDTH, HEIGHT, _DEEP, 0.008), x, height, z + _DEEP / 2)
    front = z + _DEEP
    bezel = (SCREEN[0] + 0.012, SCREEN[1] + 0.012)
    return [
        body,
        on_side(GLOSS_BLACK, FRONT, bezel, x, height + _UP_TO_SCREEN - 0.006, front),
        *_drawn(x, height + _UP_TO_SCREEN, front),
        _keys(x, height, front),
        *_stop(x - 0.055, height + 0.036, front),
        *_dial(x + 0.058, height + 0.036, front),
    ]


def display(x: float, height: float, z: float) -> Mesh:
    """The place of the picture on a console's screen, UVs from 0 to 1 over it."""
    return on_side(PAINT, FRONT, SCREEN, x, height + _UP_TO_SCREEN, z + _DEEP, 3)


def _drawn(x: float, height: float, front: float) -> list[Mesh]:
    """What is seen where no picture hangs: lines of a program beside a part that turns."""
    wide, tall = SCREEN
    ground = on_side(INSIDE.tinted("#16283a"), FRONT, SCREEN, x, height, front, 2)
    head = (wide, tall * 0.14)
    bar = on_side(INSIDE.tinted("#3f78b0"), FRONT, head, x, height + tall * 0.86, front, 2.3)
    lines = [
        on_side(
            INSIDE.tinted(color),
            FRONT,
            (wide * share, tall * 0.06),
            x - wide * (0.44 - share / 2),
            height + tall * rise,
            front,
            2.3,
        )
        for color, share, rise in (
            ("#dfe8f0", 0.34, 0.70),
            ("#dfe8f0", 0.26, 0.56),
            ("#dfe8f0", 0.38, 0.42),
            ("#58c08a", 0.30, 0.24),
        )
    ]
    part = (wide * 0.30, tall * 0.44)
    work = on_side(
        INSIDE.tinted("#7f93a5"), FRONT, part, x + wide * 0.24, height + tall * 0.28, front, 2.3
    )
    return [ground, bar, *lines, work]


def _keys(x: float, height: float, front: float) -> Mesh:
    """Soft keys under the screen and a field of keys below them, as flat faces."""
    soft = [
        on_side(_SOFT_KEY, FRONT, (0.019, 0.007), x + 0.0238 * (k - 2.5), height + 0.131, front)
        for k in range(6)
    ]
    field = [
        on_side(
            _finish_of(row, column),
            FRONT,
            (0.0165, 0.0125),
            x + 0.0232 * (column - 2.5),
            height + 0.106 - 0.0185 * row,
            front,
        )
        for row in range(3)
        for column in range(6)
    ]
    return merged([*soft, *field])


def _finish_of(row: int, column: int) -> Finish:
    marked = {(2, 0): "#3f9a52", (2, 1): "#b8442f", (0, 5): "#d9a421", (1, 5): "#4d7fb3"}
    color = marked.get((row, column))
    return _KEY if color is None else PAINT.tinted(color)


def _stop(x: float, height: float, front: float) -> list[Mesh]:
    ring = on_side(PAINT.tinted("#e8b512"), FRONT, (0.034, 0.034), x, height - 0.017, front)
    return [ring, _out_of(PAINT.tinted("#c3211c"), 0.012, 0.012, (x, height, front))]


def _dial(x: float, height: float, front: float) -> list[Mesh]:
    return [_out_of(BLACK, 0.013, 0.010, (x, height, front))]


def _out_of(finish: Finish, radius: float, tall: float, spot: tuple[float, float, float]) -> Mesh:
    """A knob on the front."""
    return at(moved(cylinder(finish, radius, tall, 7), _TURNED), *spot)
