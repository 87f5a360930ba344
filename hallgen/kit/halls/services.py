"""What hangs under a roof: lamps, ducts, sprinklers, cable trays, and vents in low ceilings."""

from __future__ import annotations

import math

import numpy as np

from hallgen.kit.assembly import Assembly
from hallgen.kit.halls.overhead import (
    cable_tray,
    ceiling_lamp,
    ceiling_vent,
    duct,
    duct_band,
    duct_outlet,
    lamp,
    sprinkler,
    sprinkler_pipe,
    tray_hanger,
)
from hallgen.kit.halls.roof import run
from hallgen.kit.halls.shell import LARGE, Shell, between, heading
from hallgen.model import Aisle, HallLayout, Point

#: How far a duct keeps from the middle of a main aisle, whose view it would close.
_BESIDE = 5.0
_DUCTS = 24.0
#: How far apart the rows of a flat ceiling's light panels are, and two panels of a row.
_PANELS = (3.6, 4.8)


def services(assembly: Assembly, shell: Shell, layout: HallLayout) -> None:
    """All services of a hall; a low one has but lamps, vents and sprinklers in its ceiling."""
    _lamps(assembly, shell)
    if not shell.steel:
        _vents(assembly, shell)
        return
    main = [aisle for aisle in layout.aisles if aisle.main]
    radius = min(0.5, 0.04 * shell.height)
    for start, end in _duct_lines(shell, main):
        _duct(assembly, start, end, shell.clear - radius - 0.28, radius)
    under_deck = shell.height - 0.36
    for start, end in shell.lines(8.0 if shell.length <= LARGE else 12.0, across=False):
        run(assembly, sprinkler_pipe(), start, end, under_deck)
        for k in range(1, int(math.dist(start, end) / 6.0)):
            assembly.place(
                sprinkler(), *between(start, end, k * 6.0 / math.dist(start, end)), under_deck
            )
    for start, end in shell.lines(30.0, across=False):
        a, b = _aside(start, end, 1.8)
        run(assembly, cable_tray(), a, b, shell.clear + 0.16)
        count = max(1, int(math.dist(a, b) / 5.5))
        rise = shell.height - 0.3 - shell.clear - 0.16
        for k in range(count):
            at = between(a, b, (k + 0.5) / count)
            assembly.place(tray_hanger(), *at, shell.clear + 0.16, heading(a, b), (1.0, rise, 1.0))


def _lamps(assembly: Assembly, shell: Shell) -> None:
    """Rows 8 m apart, a lamp every 5.5 m; wider apart where the hall is very large."""
    rows, step = (10.0, 7.5) if shell.length > LARGE else (8.0, 5.5)
    if shell.steel:
        item = lamp(round(shell.height - 0.3 - shell.lamp_height, 2))
    else:
        item, (rows, step) = ceiling_lamp(), _PANELS
    for start, end in shell.lines(rows, across=False):
        count = max(1, round(math.dist(start, end) / step))
        for k in range(count):
            at = between(start, end, (k + 0.5) / count)
            assembly.place(item, *at, shell.lamp_height, heading(start, end))


def _vents(assembly: Assembly, shell: Shell) -> None:
    """Air vents in every other row of a flat ceiling's lamps, half way between two."""
    for start, end in shell.lines(_PANELS[0], across=False)[::2]:
        count = max(1, round(math.dist(start, end) / _PANELS[1]))
        for k in range(1, count, 2):
            assembly.place(ceiling_vent(), *between(start, end, k / count), shell.height - 0.015)


def _aside(start: Point, end: Point, by: float) -> tuple[Point, Point]:
    """A line moved to its left, and shortened by as much at both ends."""
    length = math.dist(start, end)
    if length < 4 * by:
        return start, end
    ax, ay = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    return (
        (start[0] + (ax - ay) * by, start[1] + (ay + ax) * by),
        (end[0] - (ax + ay) * by, end[1] - (ay - ax) * by),
    )


def _duct_lines(shell: Shell, main: list[Aisle]) -> list[tuple[Point, Point]]:
    """Where ducts run: evenly, but beside the main aisles that run the same way."""
    axis = 1 if shell.along_x else 0
    low, high = shell.bounds[axis], shell.bounds[axis + 2]
    count = max(1, round((high - low) / _DUCTS))
    closed = [
        (a.start[axis] + a.end[axis]) / 2
        for a in main
        if abs(a.end[axis] - a.start[axis]) < abs(a.end[1 - axis] - a.start[1 - axis])
    ]
    found = []
    for k in range(count):
        even = low + (high - low) * (k + 0.5) / count
        shifts = sorted(np.arange(-8.0, 8.5, 0.5).tolist(), key=lambda s: (abs(s), s))
        free = [
            even + s
            for s in shifts
            if low + 2.5 < even + s < high - 2.5
            and all(abs(even + s - c) >= _BESIDE for c in closed)
        ]
        found += shell.line(free[0] if free else even, vertical=not shell.along_x)
    return found


def _duct(assembly: Assembly, start: Point, end: Point, height: float, radius: float) -> None:
    a, b = between(start, end, 0.02), between(start, end, 0.98)
    length = math.dist(a, b)
    turn = heading(a, b)
    assembly.place(duct(), *a, height, turn, (length, 2 * radius, 2 * radius))
    for k in range(1, int(length / 6)):
        at = between(a, b, k * 6 / length)
        assembly.place(duct_band(), *at, height, turn, (1.0, 2 * radius, 2 * radius))
        outlet = between(a, b, (k * 6 - 3) / length)
        assembly.place(duct_outlet(), *outlet, height, turn, (1.0, 2 * radius, 2 * radius))
