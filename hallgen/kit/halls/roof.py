"""Roofs: the deck, and what carries it across the span."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from hallgen.kit.assembly import Assembly, Part
from hallgen.kit.finishes import ROOF_DECK
from hallgen.kit.halls.finishes import CEILING
from hallgen.kit.halls.looks import painted
from hallgen.kit.halls.shell import LARGE, Roof, Shell, between, heading
from hallgen.kit.halls.structures import (
    FIELD,
    HAUNCH,
    beam,
    haunch,
    purlin,
    space_cell,
    space_chord,
    truss_field,
)
from hallgen.kit.plots import within
from hallgen.kit.shapes import floor
from hallgen.model import HallLook, Point

#: At most so many cells make a space frame; a larger roof has larger cells.
_CELLS = 700


def roof(assembly: Assembly, shell: Shell, look: HallLook) -> None:
    """A deck on steel, or a flat ceiling where the hall is low."""
    finish = painted(ROOF_DECK if shell.steel else CEILING, look.roof_color)
    deck = floor(finish, shell.outline, shell.height, shell.holes, cell=24.0)
    assembly.add(replace(deck, normals=-deck.normals, triangles=deck.triangles[:, ::-1].copy()))
    if not shell.steel:
        return
    large = shell.length > LARGE
    for start, end in shell.lines(6.0 if large else 3.0, across=False):
        run(assembly, purlin(), start, end, shell.height - 0.28)
    if shell.roof is Roof.SPACE_FRAME:
        _space_frame(assembly, shell)
        return
    for start, end in shell.frames():
        if shell.roof is Roof.PORTAL:
            _portal(assembly, shell, start, end)
        else:
            _truss(assembly, shell, start, end)


def _truss(assembly: Assembly, shell: Shell, start: Point, end: Point) -> None:
    length = math.dist(start, end)
    count = max(1, round(length / FIELD))
    turn, scale = heading(start, end), (length / count / FIELD, 1.0, 1.0)
    for k in range(count):
        at = between(start, end, k / count)
        assembly.place(truss_field(shell.depth), *at, shell.clear, turn, scale)


def _portal(assembly: Assembly, shell: Shell, start: Point, end: Point) -> None:
    """A beam with deeper ends; the walls' columns are its legs."""
    deep = round(shell.depth * 0.7, 2)
    top, length = shell.height - 0.30, math.dist(start, end)
    run(assembly, beam(deep), start, end, top)
    stretch = (min(1.0, 0.4 * length / HAUNCH), 1.0, 1.0)
    for a, b in ((start, end), (end, start)):
        assembly.place(haunch(deep), *a, top, heading(a, b), stretch)


def _space_frame(assembly: Assembly, shell: Shell) -> None:
    """Cells of pyramids wherever one fits into the outline, their feet joined both ways."""
    x0, y0, x1, y1 = shell.bounds
    size = max(4.5, math.sqrt((x1 - x0) * (y1 - y0) / _CELLS))
    columns, rows = (max(1, math.floor(d / size)) for d in (x1 - x0, y1 - y0))
    dx, dy = (x1 - x0) / columns, (y1 - y0) / rows
    i, j = np.meshgrid(np.arange(columns), np.arange(rows), indexing="ij")
    fits = np.ones((columns, rows), dtype=bool)
    for u in (0.02, 0.98):
        for v in (0.02, 0.98):
            spots = np.stack([x0 + (i + u) * dx, y0 + (j + v) * dy], axis=-1).reshape(-1, 2)
            inside = within(spots, shell.outline)
            for hole in shell.holes:
                inside &= ~within(spots, hole)
            fits &= inside.reshape(columns, rows)
    cell, scale = (
        space_cell(round(size, 2), shell.depth),
        (dx / round(size, 2), 1.0, dy / round(size, 2)),
    )
    for column, row in np.argwhere(fits).tolist():
        at = (x0 + column * dx, y0 + row * dy)
        assembly.place(cell, *at, shell.clear, 0.0, scale)
        foot = (at[0] + dx / 2, at[1] + dy / 2)
        if column + 1 < columns and fits[column + 1, row]:
            run(assembly, space_chord(), foot, (foot[0] + dx, foot[1]), shell.clear)
        if row + 1 < rows and fits[column, row + 1]:
            run(assembly, space_chord(), foot, (foot[0], foot[1] + dy), shell.clear)


def run(assembly: Assembly, item: Part, start: Point, end: Point, height: float) -> None:
    """A part of one metre along +X, stretched from point to point."""
    length = math.dist(start, end)
    assembly.place(item, *start, height, heading(start, end), (length, 1.0, 1.0))
