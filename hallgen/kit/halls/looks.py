"""What halls are made of, where the organiser's theme says it otherwise."""

from __future__ import annotations

from hallgen.kit.finishes import CARPET, CONCRETE, POLISHED, WOOD, Finish
from hallgen.model import HallLook

_FLOORS = {"concrete": CONCRETE, "polished": POLISHED, "wood": WOOD, "carpet": CARPET}


def bare_floor(look: HallLook) -> Finish:
    """What a hall's floor is where no carpet lies."""
    return painted(_FLOORS[look.floor or "concrete"], look.floor_color)


def painted(finish: Finish, color: str | None) -> Finish:
    """A finish in the theme's colour ("#rrggbb"), if it has one for it."""
    return finish if color is None else finish.tinted(color)
