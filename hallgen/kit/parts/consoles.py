"""A machine's control: a picture of its screen, of keys, and of the button that stops it all."""

from __future__ import annotations

from hallgen.kit.finishes import DARK_GREY, INSIDE, PAINT
from hallgen.kit.parts.furniture import at
from hallgen.kit.parts.pieces import FRONT, on_side
from hallgen.kit.shapes import box
from hallgen.scene import Mesh

#: A control's size, and that of the picture on its front, in metres of a model.
WIDTH, HEIGHT = 0.17, 0.27
FACE = (0.156, 0.256)

_DEEP = 0.035
_RIM = 0.007


def console(x: float, height: float, z: float) -> list[Mesh]:
    """A control that looks to the front, its back at z. A screen and keys are hinted at, for
    where no picture hangs.
    """
    body = at(box(DARK_GREY, WIDTH, HEIGHT, _DEEP), x, height, z + _DEEP / 2)
    front = z + _DEEP
    screen = on_side(INSIDE.tinted("#24486b"), FRONT, (0.142, 0.106), x, height + 0.15, front)
    part = (0.05, 0.045)
    work = on_side(INSIDE.tinted("#a9bccd"), FRONT, part, x + 0.03, height + 0.185, front, 2)
    keys = on_side(PAINT.tinted("#8f969c"), FRONT, (0.13, 0.05), x, height + 0.075, front)
    stop = on_side(PAINT.tinted("#c3211c"), FRONT, (0.026, 0.026), x - 0.05, height + 0.025, front)
    return [body, screen, work, keys, stop]


def display(x: float, height: float, z: float) -> Mesh:
    """The place of the picture of a console's front, UVs from 0 to 1 over it."""
    return on_side(PAINT, FRONT, FACE, x, height + _RIM, z + _DEEP, 3)
