"""What is overhead: deck, trusses, purlins, ducts, pipes, trays and lamps."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from hallgen.kit.assembly import Assembly, Part
from hallgen.kit.finishes import PANEL, ROOF_DECK
from hallgen.kit.halls.parts import (
    FIELD,
    cable_tray,
    ceiling_lamp,
    duct,
    duct_band,
    lamp,
    purlin,
    sprinkler_pipe,
    truss_field,
)
from hallgen.kit.halls.shell import Shell, between, heading
from hallgen.kit.shapes import floor, shaded
from hallgen.model import Point


def roof(assembly: Assembly, shell: Shell) -> None:
    """A steel roof, or a flat ceiling where the hall is low."""
    deck = floor(
        ROOF_DECK if shell.steel else PANEL, shell.outline, shell.height, shell.holes, cell=24.0
    )
    down = replace(deck, normals=-deck.normals, triangles=deck.triangles[:, ::-1].copy())
    assembly.add(shaded(down, np.full(len(down.positions), 0.62 if shell.steel else 0.9)))
    if shell.steel:
        _steel(assembly, shell)
    _lamps(assembly, shell)


def _steel(assembly: Assembly, shell: Shell) -> None:
    spacing = 11.0 if shell.length <= 150 else 18.0
    for start, end in shell.lines(spacing, across=True):
        _truss(assembly, shell, start, end, FIELD if shell.length <= 150 else 4.5)
    for start, end in shell.lines(3.0 if shell.length <= 150 else 6.0, across=False):
        _run(assembly, purlin(), start, end, shell.height - 0.30)
    duct_lines = shell.lines(24.0, across=False)
    for start, end in duct_lines:
        length = math.dist(start, end)
        a, b = between(start, end, 0.02), between(start, end, 0.98)
        _run(assembly, duct(), a, b, shell.truss_bottom - 0.75)
        for k in range(1, int(length / 6)):
            at = between(a, b, k * 6 / length)
            assembly.place(duct_band(), *at, shell.truss_bottom - 0.75, heading(start, end))
    for start, end in shell.lines(8.0, across=False):
        _run(assembly, sprinkler_pipe(), start, end, shell.truss_bottom - 0.16)
    for start, end in shell.lines(30.0, across=False):
        shifted = (
            ((start[0] + 1.6, start[1] + 1.6), (end[0] - 1.6, end[1] + 1.6))
            if shell.along_x
            else ((start[0] + 1.6, start[1] + 1.6), (end[0] + 1.6, end[1] - 1.6))
        )
        _run(assembly, cable_tray(), *shifted, shell.truss_bottom + 0.3)


def _truss(assembly: Assembly, shell: Shell, start: Point, end: Point, field: float) -> None:
    length = math.dist(start, end)
    count = max(1, round(length / field))
    turn, scale = heading(start, end), (length / count / FIELD, 1.0, 1.0)
    for k in range(count):
        at = between(start, end, k / count)
        assembly.place(truss_field(shell.truss_depth), *at, shell.truss_bottom, turn, scale)


def _run(assembly: Assembly, item: Part, start: Point, end: Point, height: float) -> None:
    """A part of one metre along +X, stretched from point to point."""
    length = math.dist(start, end)
    assembly.place(item, *start, height, heading(start, end), (length, 1.0, 1.0))


def _lamps(assembly: Assembly, shell: Shell) -> None:
    """Rows 8 m apart, a lamp every 5.5 m; wider apart where the hall is very large."""
    wide = shell.length > 150
    item = lamp() if shell.steel else ceiling_lamp()
    rows, step = (10.0, 7.5) if wide else (8.0, 5.5)
    if not shell.steel:
        rows, step = 4.0, 3.6
    for start, end in shell.lines(rows, across=False):
        length = math.dist(start, end)
        count = max(1, round(length / step))
        for k in range(count):
            at = between(start, end, (k + 0.5) / count)
            assembly.place(item, *at, shell.lamp_height, heading(start, end))
