"""Lamps of booths, and what they give: intensity (see `scene.Spot`), cones in degrees."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import BLACK, DARK_GREY, GLOW
from hallgen.kit.parts.furniture import at, tilted
from hallgen.kit.shapes import box, cylinder, lathe, tube
from hallgen.scene import Spot

#: What lamps of panels, of solid walls and of open stands under a high header give.
SHELL_POWER, MODULAR_POWER, ISLAND_POWER = 7.0, 9.0, 34.0
SHELL_WASH, MODULAR_WASH, ISLAND_WASH = 3.0, 4.5, 9.0

#: How far from the vertical the heads look: an arm's into the booth, a washer's back at its wall.
_ARM, _WASH, _DOWN = 60.0, -30.0, 14.0


def arm_spot(power: float = SHELL_POWER) -> Part:
    """A spot on an arm: it clamps on a rail at the origin and reaches 0.42 m to +Z, looking on."""
    return replace(_arm_spot(), spots=(_spot((0.0, 0.17, 0.41), _ARM, power, (16, 34)),))


def wash_spot(power: float = SHELL_WASH) -> Part:
    """A spot on a long arm: it reaches 0.72 m to +Z from a wall's top and looks back at it."""
    return replace(_wash_spot(), spots=(_spot((0.0, 0.12, 0.66), _WASH, power, (20, 40)),))


def downlight(power: float = MODULAR_POWER) -> Part:
    """A spot under a beam or a ring, 0.24 m high; it looks down and a little to -Z."""
    return replace(_under(_DOWN), spots=(_spot((0.0, -0.25, 0.0), -_DOWN, power, (20, 38)),))


def key_light(power: float, lean: float) -> Part:
    """Such a spot that looks `lean` degrees from the vertical to -Z, at what is on show there."""
    return replace(_under(lean), spots=(_spot((0.0, -0.25, 0.0), -lean, power, (16, 32)),))


def _spot(
    lens: tuple[float, float, float], lean: float, power: float, cone: tuple[float, float]
) -> Spot:
    """A lamp that looks down, `lean` degrees towards +Z."""
    angle = math.radians(lean)
    return Spot(lens, (0.0, -math.cos(angle), math.sin(angle)), power, *cone)


@cache
def _arm_spot() -> Part:
    arm = tube(BLACK, [(0, 0, 0), (0, 0.10, 0.03), (0, 0.20, 0.30)], 0.010, 4)
    clamp = at(box(BLACK, 0.06, 0.07, 0.05), 0, -0.03, 0)
    head = at(tilted(cylinder(BLACK, 0.055, 0.15, 7), 180 - _ARM), 0, 0.235, 0.28)
    lens = at(tilted(lathe(GLOW, [(0.045, 0.153), (0, 0.153)], 7), 180 - _ARM), 0, 0.235, 0.28)
    return part("arm spot", arm, clamp, head, lens)


@cache
def _wash_spot() -> Part:
    arm = tube(BLACK, [(0, 0, 0), (0, 0.12, 0.04), (0, 0.20, 0.70)], 0.010, 4)
    clamp = at(box(BLACK, 0.06, 0.07, 0.05), 0, -0.03, 0)
    head = at(tilted(cylinder(BLACK, 0.05, 0.13, 7), 180 - _WASH), 0, 0.23, 0.72)
    lens = at(tilted(lathe(GLOW, [(0.04, 0.133), (0, 0.133)], 7), 180 - _WASH), 0, 0.23, 0.72)
    return part("wash spot", arm, clamp, head, lens)


@cache
def _under(lean: float) -> Part:
    """The lamp of a spot under a beam, which leans to -Z."""
    stem = at(lathe(DARK_GREY, [(0.018, 0), (0.018, 0.08)], 4), 0, -0.08, 0)
    head = at(tilted(cylinder(BLACK, 0.085, 0.17, 7), lean), 0, -0.24, 0)
    lens = at(tilted(lathe(GLOW, [(0, 0), (0.070, 0)], 7), lean), 0, -0.2445, -0.001)
    return part(f"downlight {lean:g}", stem, head, lens)
