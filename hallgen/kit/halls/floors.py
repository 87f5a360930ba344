"""Hall floors: concrete, carpets on the main aisles, patches where people meet."""

from __future__ import annotations

import math

import numpy as np

from hallgen.kit.assembly import Assembly
from hallgen.kit.finishes import CARPET, CONCRETE, GUARD, PAINT, PANEL
from hallgen.kit.halls.shell import Shell, between
from hallgen.kit.plots import within
from hallgen.kit.shapes import floor, prism, shaded, sheet
from hallgen.model import Aisle, AreaKind, Hall, HallLayout, Point

_CARPET_HEIGHT = 0.012
_TRIM = 0.06
#: What stays bare beside an aisle's carpet, up to the booths.
_BARE = 0.45


def floors(assembly: Assembly, hall: Hall, layout: HallLayout, shell: Shell) -> None:
    """The whole floor of a hall."""
    assembly.add(floor(CONCRETE, shell.outline, 0.0, shell.holes, cell=24.0))
    main = [aisle for aisle in layout.aisles if aisle.main and aisle.width > 2 * _BARE + 0.5]
    for aisle in main:
        _carpet(assembly, aisle, [a for a in main if a is not aisle])
    for aisle in layout.aisles:
        if not aisle.main:
            _arrows(assembly, aisle)
    for area in hall.areas:
        color = {AreaKind.LOUNGE: "#6b5f52", AreaKind.STAGE: "#3c3f46"}.get(area.kind, "#5b636b")
        assembly.add(floor(CARPET.tinted(color), area.outline.outer, 0.008, area.outline.holes))


def _half(aisle: Aisle) -> float:
    return aisle.width / 2 - _BARE


def _corner(aisle: Aisle, along: float, side: float) -> Point:
    """`along` metres from the start, `side` metres to the left."""
    length = math.dist(aisle.start, aisle.end)
    ax, ay = (aisle.end[0] - aisle.start[0]) / length, (aisle.end[1] - aisle.start[1]) / length
    return (
        aisle.start[0] + ax * along - ay * side,
        aisle.start[1] + ay * along + ax * side,
    )


def _carpet(assembly: Assembly, aisle: Aisle, others: list[Aisle]) -> None:
    """An aisle's carpet, and its white edges except where another carpet crosses."""
    half, length = _half(aisle), math.dist(aisle.start, aisle.end)
    ring = tuple(
        _corner(aisle, a, s) for a, s in ((0, -half), (length, -half), (length, half), (0, half))
    )
    assembly.add(floor(CARPET.tinted("#234a7d"), ring, _CARPET_HEIGHT, cell=24.0))
    trim = PAINT.tinted("#e4e6e6")
    for side in (-half, half):
        for low, high in _uncovered(aisle, side, length, others):
            inner, outer = (side, side + _TRIM) if side > 0 else (side - _TRIM, side)
            a, b = _corner(aisle, low, inner), _corner(aisle, high, inner)
            c = _corner(aisle, low, outer)
            right = (b[0] - a[0], 0.0, -(b[1] - a[1]))
            up = (c[0] - a[0], 0.0, -(c[1] - a[1]))
            assembly.add(sheet(trim, (a[0], _CARPET_HEIGHT + 0.002, -a[1]), right, up))


def _uncovered(
    aisle: Aisle, side: float, length: float, others: list[Aisle]
) -> list[tuple[float, float]]:
    """The stretches of a carpet's edge that lie in no other carpet, to 0.1 m."""
    steps = max(2, math.ceil(length / 0.1))
    at = np.array([_corner(aisle, length * (k + 0.5) / steps, side) for k in range(steps)])
    free = np.ones(steps, dtype=bool)
    for other in others:
        half, reach = _half(other), math.dist(other.start, other.end)
        ring = tuple(
            _corner(other, a, s) for a, s in ((0, -half), (reach, -half), (reach, half), (0, half))
        )
        free &= ~within(at, ring)
    found, start = [], None
    for k in range(steps + 1):
        is_free = k < steps and bool(free[k])
        if is_free and start is None:
            start = k
        elif not is_free and start is not None:
            found.append((length * start / steps, length * k / steps))
            start = None
    return found


def _arrows(assembly: Assembly, aisle: Aisle) -> None:
    """Luminous arrows of 30 x 8 cm along the middle of an aisle, to its nearer end, every 6 m."""
    length = math.dist(aisle.start, aisle.end)
    for k in range(int(length / 6)):
        along = (k + 0.5) * 6
        ahead = 0.15 if along > length / 2 else -0.15
        tip, left, right = (
            _corner(aisle, along + ahead, 0),
            _corner(aisle, along - ahead, 0.04),
            _corner(aisle, along - ahead, -0.04),
        )
        ring = (tip, left, right) if ahead > 0 else (tip, right, left)
        assembly.add(floor(GUARD.tinted("#b6e36a"), ring, 0.006))


def standing(assembly: Assembly, hall: Hall, shell: Shell) -> None:
    """Columns with yellow guards, and walls inside the hall; both are obstacles."""
    for column in hall.columns:
        ring = column.outer
        body = prism(PANEL, ring, 0.0, shell.height)
        assembly.add(shaded(body, 0.72 + 0.22 * np.clip(body.positions[:, 1] / 3, 0, 1)))
        assembly.add(prism(GUARD, _grown(ring, 0.03), 0.02, 1.2))
        assembly.obstacles.append(ring)
    for inner in hall.walls:
        top = min(4.0, shell.height)
        assembly.add(prism(PANEL, inner.outer, 0.0, top))
        assembly.obstacles.append(inner.outer)


def _grown(ring: tuple[Point, ...], by: float) -> tuple[Point, ...]:
    middle = (sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring))
    return tuple(between(middle, p, 1 + by / max(math.dist(middle, p), 0.05)) for p in ring)
