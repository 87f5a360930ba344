"""What carries roofs, each made once: fields of trusses and space frames, portal frames, purlins.

What is built along +X from the origin is placed with `shell.heading` and scaled to length.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from hallgen.kit.assembly import Part, part
from hallgen.kit.finishes import TRUSS
from hallgen.kit.parts.furniture import at
from hallgen.kit.shapes import Ends, box, solid, tube

#: The length of one field of a truss before it is scaled, in metres.
FIELD = 4.0
#: How long the deeper end of a portal frame's beam is.
HAUNCH = 3.0
_STEEL = TRUSS.tinted("#f0f1f0")


@cache
def truss_field(depth: float) -> Part:
    """One field of a triangular truss, its lower chord at y 0, the two upper ones at `depth`."""
    half = 0.27 * depth
    low, left, right = (0.0, 0.0), (depth, -half), (depth, half)
    lower = tube(_STEEL, [(0, low[0], low[1]), (FIELD, low[0], low[1])], 0.10, 6, Ends.OPEN)
    upper = [
        tube(_STEEL, [(0, h, z), (FIELD, h, z)], 0.075, 5, Ends.OPEN) for h, z in (left, right)
    ]
    webs = [
        tube(_STEEL, [(a, h, z), (FIELD / 2, 0, 0)], 0.042, 4, Ends.OPEN)
        for h, z in (left, right)
        for a in (0.0, FIELD)
    ]
    tie = tube(_STEEL, [(0, depth, -half), (0, depth, half)], 0.035, 4, Ends.OPEN)
    return part(f"truss field {depth:.2f}", lower, *upper, *webs, tie)


@cache
def space_cell(size: float, depth: float) -> Part:
    """A cell of a space frame over (0..size)^2: its upper chords, and a pyramid down to y 0.

    The lower chords run from its own foot towards the next cells; see `space_chord`.
    """
    foot = (size / 2, 0.0, -size / 2)
    corners = [(x, depth, -y) for x in (0.0, size) for y in (0.0, size)]
    chords = [
        tube(_STEEL, [(0, depth, 0), (size, depth, 0)], 0.06, 4, Ends.OPEN),
        tube(_STEEL, [(0, depth, 0), (0, depth, -size)], 0.06, 4, Ends.OPEN),
    ]
    braces = [tube(_STEEL, [corner, foot], 0.042, 4, Ends.OPEN) for corner in corners]
    return part(f"space frame cell {size:.2f} {depth:.2f}", *chords, *braces)


@cache
def space_chord() -> Part:
    """A metre of a space frame's lower chord."""
    return part("space frame chord", tube(_STEEL, [(0, 0, 0), (1, 0, 0)], 0.06, 4, Ends.OPEN))


@cache
def beam(depth: float) -> Part:
    """A metre of an I-beam, its upper flange at y 0."""
    web = at(box(_STEEL, 1.0, depth, 0.02), 0.5, -depth, 0)
    flanges = [at(box(_STEEL, 1.0, 0.03, 0.26), 0.5, h, 0) for h in (-depth, -0.03)]
    return part(f"beam {depth:.2f}", web, *flanges)


@cache
def haunch(depth: float) -> Part:
    """The end of a portal frame's beam, twice as deep at the wall (x 0) as at its other end."""
    points = np.array([(0, -depth), (0, -2.1 * depth), (HAUNCH, -depth)])
    webs = [
        solid(
            _STEEL,
            np.column_stack([points, np.full(3, z)]),
            np.tile([0.0, 0.0, np.sign(z)], (3, 1)),
            [(0, 1, 2)],
        )
        for z in (-0.01, 0.01)
    ]
    a, b = (0.0, -2.1 * depth), (HAUNCH, -depth)
    sole = np.array([(x, y, z) for x, y in (a, b) for z in (-0.13, 0.13)])
    down = np.array([b[1] - a[1], -(b[0] - a[0]), 0.0])
    flange = solid(
        _STEEL, sole, np.tile(down / np.linalg.norm(down), (4, 1)), [(0, 1, 3), (0, 3, 2)]
    )
    return part(f"haunch {depth:.2f}", *webs, flange)


@cache
def purlin() -> Part:
    """A metre of purlin."""
    return part("purlin", at(box(_STEEL, 1.0, 0.18, 0.07), 0.5, 0, 0))
