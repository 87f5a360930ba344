"""Hall floors: concrete, carpets, the luminous arrows of escape routes, and power boxes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallgen.kit.assembly import Assembly
from hallgen.kit.finishes import CARPET, GUARD, PAINT, PANEL, Finish
from hallgen.kit.graphics.palettes import zone_palette
from hallgen.kit.halls.fittings import power_box
from hallgen.kit.halls.looks import bare_floor, painted
from hallgen.kit.halls.shell import Shell, between
from hallgen.kit.plots import within
from hallgen.kit.shapes import floor, prism, sheet
from hallgen.layout import carpets_of, pieces, to_shape
from hallgen.media.colors import mix, parse, to_hex
from hallgen.model import Aisle, FairIndex, Hall, HallLayout, HallLook, Point, Polygon, Ring

#: How high a carpet, its white edge and an arrow lie, in metres: none in the plane of another.
CARPET_HEIGHT, _EDGE_HEIGHT, _ARROW_HEIGHT = 0.012, 0.010, 0.016
_MAIN, _SIDE = "#234a7d", "#4c535c"
#: How much of a zone's colour is in the carpet of its aisles.
_TINT = 0.22
#: No sheet of floor is longer than this, so that light can vary over it.
_SHEET = 24.0
_ARROWS = 6.0


def floors(
    assembly: Assembly, hall: Hall, layout: HallLayout, index: FairIndex, shell: Shell
) -> None:
    """The whole floor of a hall."""
    look = index.fair.theme.hall
    for piece in pieces(to_shape(layout.outline)):
        lay(assembly, bare_floor(look), piece, 0.0)
    carpets = carpets_of(hall, layout)
    for carpet in carpets:
        main, side = look.main_carpet or _MAIN, look.carpet or _SIDE
        finish = CARPET.tinted(main if carpet.main else _tint(carpet.zone, index, side))
        for piece in carpet.pieces:
            lay(assembly, finish, piece, CARPET_HEIGHT)
        for edge in carpet.edges:
            lay(assembly, PAINT.tinted("#e4e6e6"), edge, _EDGE_HEIGHT)
    blocked = [area.outline.outer for area in hall.areas]
    for aisle in layout.aisles:
        _arrows(assembly, aisle, blocked)
    covered = [piece.outer for carpet in carpets for piece in carpet.pieces]
    covered += [booth.outline.outer for booth in hall.booths]
    _power(assembly, [*covered, *blocked], shell)


def lay(assembly: Assembly, finish: Finish, piece: Polygon, height: float) -> None:
    """A flat piece of floor: a rectangle as sheets, another shape as triangles."""
    x0, y0, x1, y1 = piece.bounds
    corners = {(x0, y0), (x1, y0), (x1, y1), (x0, y1)}
    if piece.holes or set(piece.outer) != corners:
        assembly.add(floor(finish, piece.outer, height, piece.holes, cell=_SHEET))
        return
    columns = max(1, math.ceil((x1 - x0) / _SHEET))
    rows = max(1, math.ceil((y1 - y0) / _SHEET))
    dx, dy = (x1 - x0) / columns, (y1 - y0) / rows
    for i in range(columns):
        for j in range(rows):
            corner = (x0 + i * dx, height, -(y0 + j * dy))
            assembly.add(sheet(finish, corner, (dx, 0, 0), (0, 0, -dy)))


def _tint(zone: str | None, index: FairIndex, side: str) -> str:
    if zone is None or zone not in index.zones:
        return side
    return to_hex(mix(parse(side), zone_palette(index.zones[zone]).base, _TINT))


def _arrows(assembly: Assembly, aisle: Aisle, blocked: Sequence[Ring]) -> None:
    """Luminous arrows of 30 x 8 cm along the middle of an aisle, to its nearer end, every 6 m."""
    length = math.dist(aisle.start, aisle.end)
    for k in range(int(length / _ARROWS)):
        along = (k + 0.5) * _ARROWS
        ahead = 0.15 if along > length / 2 else -0.15
        shaft = [(-ahead, -0.015), (ahead * 0.2, -0.015), (ahead * 0.2, 0.015), (-ahead, 0.015)]
        head = [(ahead * 0.2, -0.04), (ahead, 0.0), (ahead * 0.2, 0.04)]
        at = between(aisle.start, aisle.end, along / length)
        if any(within(np.array([at]), ring)[0] for ring in blocked):
            continue
        for outline in (shaft, head):
            ring = tuple(_beside(aisle, along + a, s) for a, s in outline)
            assembly.add(floor(GUARD.tinted("#b6e36a"), ring, _ARROW_HEIGHT))


def _beside(aisle: Aisle, along: float, side: float) -> Point:
    """The point `along` metres from an aisle's start and `side` metres to the left."""
    length = math.dist(aisle.start, aisle.end)
    ax, ay = (aisle.end[0] - aisle.start[0]) / length, (aisle.end[1] - aisle.start[1]) / length
    return aisle.start[0] + ax * along - ay * side, aisle.start[1] + ay * along + ax * side


def _power(assembly: Assembly, covered: Sequence[Ring], shell: Shell) -> None:
    """Flush power boxes in a grid of 9 x 6 m, on what floor is left bare."""
    x0, y0, x1, y1 = shell.bounds
    xs, ys = np.meshgrid(np.arange(x0 + 4.5, x1 - 1, 9.0), np.arange(y0 + 3.0, y1 - 1, 6.0))
    spots = np.stack([xs.ravel(), ys.ravel()], axis=1)
    bare = within(spots, shell.outline)
    for ring in (*shell.holes, *covered):
        bare &= ~within(spots, ring)
    for x, y in spots[bare].tolist():
        assembly.place(power_box(), x, y)


def standing(assembly: Assembly, hall: Hall, shell: Shell, look: HallLook) -> None:
    """Columns with yellow guards, and walls inside the hall; both are obstacles."""
    for column in hall.columns:
        ring = column.outer
        assembly.add(prism(painted(PANEL, look.column_color), ring, 0.0, shell.height))
        assembly.add(prism(GUARD, _grown(ring, 0.03), 0.02, min(1.2, shell.height / 3)))
        assembly.obstacles.append(ring)
    for inner in hall.walls:
        assembly.add(prism(PANEL, inner.outer, 0.0, min(4.0, shell.height)))
        assembly.obstacles.append(inner.outer)


def _grown(ring: Ring, by: float) -> Ring:
    middle = (sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring))
    return tuple(between(middle, p, 1 + by / max(math.dist(middle, p), 0.05)) for p in ring)
