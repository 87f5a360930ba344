"""Raw space up to 54 m2: a raised floor, solid walls, a tower or a portal, counters and plinths."""

from __future__ import annotations

import math
from enum import StrEnum

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.dressing import Face, dress, dress_wall
from hallgen.kit.designs.furnishing import (
    Pose,
    along_open_sides,
    corners,
    furnish,
    meeting,
)
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.raw import (
    WALL_THICKNESS,
    FloorLook,
    beam,
    block,
    closed_walls,
    grid_poses,
    inner_poses,
    platform,
    product_plinth,
    tower,
    wall,
)
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import span, take
from hallgen.kit.finishes import PANEL, Finish
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.furniture import bar_stool, bar_table, brochure_rack
from hallgen.kit.parts.greens import potted_plant
from hallgen.kit.parts.stands import desk
from hallgen.kit.plots import Edge, ahead_of
from hallgen.model import Point

_PLATFORM = 0.08
_WALL = 3.42
_BEAM = 0.30


class Look(StrEnum):
    """What one sees of it from afar."""

    TOWER = "tower"
    PORTAL = "portal"
    CANOPY = "canopy"


def modular_booth(stand: Stand) -> None:
    """Build a booth on raw space of up to 54 m2, on any plot."""
    look = stand.pick(tuple(Look), "modular look")
    stand.assembly.level = _PLATFORM
    platform(stand, stand.pick(tuple(FloorLook), "floor"), _PLATFORM)
    height = min(_WALL, stand.clear_height - 0.4)
    finish = stand.pick((PANEL, stand.color(PANEL, "deep"), PANEL), "walls")
    closed_walls(stand, _PLATFORM, height, WALL_THICKNESS, finish)
    core = _core(stand, height, finish) if not stand.plot.closed_edges else None
    has_tower = look is Look.TOWER and _tower(stand, height)
    _beams(stand, height)
    if look is Look.CANOPY or (look is Look.TOWER and not has_tower):
        _canopy(stand, height)
    for number, edge in enumerate(stand.plot.closed_edges):
        dress_wall(stand, edge, height, number)
    if core is not None:
        for number, side in enumerate((core, (core[1], core[0]))):
            edge = Edge(*side, stand.plot.edges[0].kind)
            dress(stand, Face(edge, 0.0, edge.length, 0.16, height), number)
    furniture(stand)


def _core(stand: Stand, height: float, finish: Finish) -> tuple[Point, Point] | None:
    """A wall across the middle of a booth without neighbours, to hang things on."""
    x0, y0, x1, y1 = stand.plot.bounds
    for share in (0.55, 0.4, 0.3):
        half, y = (x1 - x0) * share / 2, y0 + (y1 - y0) * 0.62
        start, end = ((x0 + x1) / 2 + half, y), ((x0 + x1) / 2 - half, y)
        ring = ((start[0], y - 0.15), (start[0], y + 0.15), (end[0], y + 0.15), (end[0], y - 0.15))
        if stand.room.try_block(ring, 0.3):
            wall(stand, start, end, 0.3, _PLATFORM, _PLATFORM + height, finish, finish)
            return start, end
    return None


def _tower(stand: Stand, height: float) -> bool:
    """A tower in a corner: at the end of a wall beside an open side, else in a closed corner."""
    top = min(5.2, stand.clear_height - 0.5)
    if top < height + 0.4:
        return False
    poses: list[Pose] = []
    edges = stand.plot.edges
    for edge, following in zip(edges, edges[1:] + edges[:1], strict=True):
        if edge.open != following.open or (not edge.open and not following.open):
            inset = 0.60
            at = (
                edge.end[0] + (edge.inward[0] + following.inward[0]) * inset,
                edge.end[1] + (edge.inward[1] + following.inward[1]) * inset,
            )
            poses.append((at, edge.facing_out))
    swap = stand.pick((False, True), "tower corner")
    size = 1.1 if stand.plot.area >= 24 else 0.9
    return tower(stand, poses[::-1] if swap else poses, top, size) is not None


def _beams(stand: Stand, height: float) -> None:
    """A header over each open side, on columns where it meets no wall."""
    bottom = _PLATFORM + min(2.97, height - 0.5)
    top = bottom + 0.5
    finish = stand.color(PANEL, stand.pick(("base", "paper", "base"), "beams"))
    for edge in stand.plot.open_edges:
        start, end = span(stand, edge, _BEAM + 0.02)
        line = 0.01 + _BEAM / 2
        if end - start < 1.0:
            continue
        beam(
            stand,
            edge.at(start + 0.01, line),
            edge.at(end - 0.01, line),
            _BEAM - 0.02,
            bottom,
            top,
            finish,
        )
        count = max(1, math.ceil((end - start) / 9.0))
        step = (end - start) / count
        for k in range(count):
            size = (min(step - 0.1, 6.0), 0.46)
            at = edge.at(start + (k + 0.5) * step, 0.012)
            hang(
                stand,
                GraphicKind.HEADER,
                size,
                at,
                bottom + 0.02 - _PLATFORM,
                edge.facing_out,
                Surface.LIGHTBOX,
            )
    _columns(stand, bottom, finish)


def _columns(stand: Stand, bottom: float, finish: Finish) -> None:
    edges = stand.plot.edges
    for edge, following in zip(edges, edges[1:] + edges[:1], strict=True):
        if not (edge.open and following.open):
            continue
        if abs(edge.along[0] * following.along[1] - edge.along[1] * following.along[0]) < 0.1:
            continue
        size = 0.24
        at = (
            edge.end[0] + (edge.inward[0] + following.inward[0]) * (size / 2 + 0.03),
            edge.end[1] + (edge.inward[1] + following.inward[1]) * (size / 2 + 0.03),
        )
        ring = tuple(
            (at[0] + x * size / 2, at[1] + y * size / 2)
            for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        )
        if stand.plot.contains(ring):
            stand.assembly.add(
                block(
                    finish, (at[0] - size / 2, at[1]), (at[0] + size / 2, at[1]), size, 0.0, bottom
                )
            )
            take(stand, ring)


def _canopy(stand: Stand, height: float) -> None:
    """Slats under the top of the walls, from one side of the booth to the other."""
    _, y0, _, y1 = stand.plot.bounds
    top = _PLATFORM + height - 0.08
    deep = stand.color(PANEL, "deep")
    count = max(3, round((y1 - y0) / 0.9))
    for k in range(1, count):
        y = y0 + (y1 - y0) * k / count
        for left, right in _chords(stand, y):
            if right - left > 0.8:
                stand.assembly.add(
                    block(deep, (left + 0.14, y), (right - 0.14, y), 0.07, top - 0.22, top)
                )


def _chords(stand: Stand, y: float) -> list[tuple[float, float]]:
    """Where the line at `y` is inside the outline, from left to right."""
    ring = stand.plot.outline
    crossings = sorted(
        ax + (bx - ax) * (y - ay) / (by - ay)
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True)
        if (ay > y) != (by > y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=True))


def furniture(stand: Stand) -> None:
    """A counter at the front, plinths with products, tables, plants."""
    area = stand.plot.area
    placed = furnish(stand, desk(), along_open_sides(stand, 0.60, 1.25))
    if placed is not None:
        at, turn = placed
        front = ahead_of(at, turn, 0.334)
        hang(stand, GraphicKind.COUNTER, (1.6, 0.78), front, 0.13, turn)
    wanted = max(1, min(4, round(area / 8)))
    poses = grid_poses(stand, 0.75, 1.9)
    for number in range(wanted):
        if not product_plinth(stand, number, poses):
            break
    for _ in range(1 if area < 40 else 2):
        if not meeting(stand, bar_table(), bar_stool(), 3, 0.58):
            break
    for item in (potted_plant(), brochure_rack(), potted_plant()):
        furnish(stand, item, corners(stand, 0.45))
    if area > 24:
        product_plinth(stand, wanted, inner_poses(stand))
