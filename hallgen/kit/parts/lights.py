"""Lamps of booths."""

from __future__ import annotations

from functools import cache

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import BLACK, DARK_GREY, GLOW
from hallgen.kit.parts.furniture import at, tilted
from hallgen.kit.shapes import box, cylinder, lathe, tube


@cache
def arm_spot() -> Part:
    """A spot on an arm: it clamps on a rail at the origin and reaches 0.42 m to +Z, looking on."""
    arm = tube(BLACK, [(0, 0, 0), (0, 0.10, 0.03), (0, 0.19, 0.36)], 0.010, 5)
    clamp = at(box(BLACK, 0.06, 0.07, 0.05), 0, -0.03, 0)
    head = at(tilted(cylinder(BLACK, 0.055, 0.15, 8), 152), 0, 0.20, 0.36)
    lens = at(tilted(lathe(GLOW, [(0.045, 0.004), (0, 0.004)], 8), 152), 0, 0.068, 0.43)
    return part("arm spot", arm, clamp, head, lens)


@cache
def downlight() -> Part:
    """A spot under a beam or a ring: its foot at the origin, hanging down 0.24 m."""
    stem = at(cylinder(DARK_GREY, 0.018, 0.08, 6), 0, -0.08, 0)
    head = at(tilted(cylinder(BLACK, 0.085, 0.17, 7), 14), 0, -0.24, 0)
    lens = at(tilted(lathe(GLOW, [(0, 0), (0.070, 0)], 7), 14), 0, -0.2445, -0.001)
    return part("downlight", stem, head, lens)
