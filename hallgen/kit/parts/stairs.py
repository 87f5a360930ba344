"""What an upper level needs: stairs and balustrades of glass."""

from __future__ import annotations

from functools import cache

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import CHROME, DARK_GREY, GLASS, LED, WOOD
from hallgen.kit.parts.furniture import at
from hallgen.kit.shapes import box, tube

#: Of one flight: how wide it is, how far each tread reaches.
STAIR_WIDTH = 1.15
_GOING = 0.255
_RISER = 0.176


def risers(rise: float) -> int:
    return max(2, round(rise / _RISER))


def stair_run(rise: float) -> float:
    """How long a flight is on the floor."""
    return (risers(rise) - 1) * _GOING


@cache
def stairs(rise: float) -> Part:
    """A straight flight up to `rise` metres: it begins at the origin and climbs along +X."""
    count = risers(rise)
    step = rise / count
    treads = []
    for k in range(count - 1):
        x, height = (k + 0.5) * _GOING, (k + 1) * step
        treads.append(at(box(WOOD, _GOING + 0.02, 0.04, STAIR_WIDTH - 0.12), x, height - 0.04, 0))
        treads.append(at(box(LED, 0.012, 0.012, STAIR_WIDTH - 0.2), x - 0.12, height - 0.055, 0))
    length = stair_run(rise)
    sides = [
        tube(DARK_GREY, [(0.0, 0.08, z), (length, rise - 0.10, z)], 0.07, 4)
        for z in (-STAIR_WIDTH / 2 + 0.03, STAIR_WIDTH / 2 - 0.03)
    ]
    rails = [
        tube(CHROME, [(0.05, 0.0, z), (0.05, 1.0, z), (length, rise + 0.92, z)], 0.022, 6)
        for z in (-STAIR_WIDTH / 2 + 0.03, STAIR_WIDTH / 2 - 0.03)
    ]
    return part(f"stairs {rise:g}", *treads, *sides, *rails)


@cache
def balustrade() -> Part:
    """A metre of glass, 1.05 m high, with a rail on top; scaled along X to its length."""
    pane = at(box(GLASS, 0.98, 0.98, 0.014), 0, 0.03, 0)
    shoe = box(DARK_GREY, 1.0, 0.06, 0.05)
    rail = at(box(CHROME, 1.0, 0.04, 0.05), 0, 1.02, 0)
    return part("balustrade", pane, shoe, rail)
