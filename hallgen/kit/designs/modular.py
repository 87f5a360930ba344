"""Raw space up to 54 m2: a raised floor, solid walls, a header, counters and plinths."""

from __future__ import annotations

from hallgen.kit.designs.cabin import cabin
from hallgen.kit.designs.clutter import on_counter, on_floor, on_table
from hallgen.kit.designs.dressing import Face, dress, dress_wall
from hallgen.kit.designs.furnishing import (
    along_open_sides,
    corners,
    furnish,
    grid_poses,
    inner_poses,
    meeting,
)
from hallgen.kit.designs.headers import header
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.plinths import product_plinth
from hallgen.kit.designs.raw import WALL_THICKNESS, closed_walls, platform, wall
from hallgen.kit.designs.shell import seating
from hallgen.kit.designs.showcase import Showcase
from hallgen.kit.designs.stand import Stand
from hallgen.kit.finishes import Finish
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.furniture import bar_stool, bar_table, brochure_rack
from hallgen.kit.parts.greens import planter, potted_plant
from hallgen.kit.parts.stands import desk
from hallgen.kit.plots import Edge, ahead_of
from hallgen.model import Point

_PLATFORM = 0.08
_WALL = 3.42
#: Lower than beams over open sides, which it may stand under.
_CABIN = 2.86
#: From this area on, in square metres, there is room for a cabin.
_CABIN_AREA = 26.0


def modular_booth(stand: Stand) -> None:
    """Build a booth on raw space of up to 54 m2, on any plot."""
    stand.assembly.level = _PLATFORM
    platform(stand, stand.style.floor, _PLATFORM)
    height = min(_WALL, stand.clear_height - 0.4)
    finish = stand.tone(stand.style.walls)
    closed_walls(stand, _PLATFORM, height, WALL_THICKNESS, finish)
    core = _core(stand, height, finish) if not stand.plot.closed_edges else None
    header(stand, height)
    if stand.plot.area >= _CABIN_AREA:
        cabin(stand, min(_CABIN, height - 0.1))
    showcase = Showcase(stand)
    walls = sorted(stand.plot.closed_edges, key=lambda e: -round(e.length, 2))
    for number, edge in enumerate(walls):
        dress_wall(stand, edge, height, number, showcase)
    if core is not None:
        for number, side in enumerate((core, (core[1], core[0]))):
            edge = Edge(*side, stand.plot.edges[0].kind)
            dress(stand, Face(edge, 0.0, edge.length, 0.16, height), number, showcase)
    _furniture(stand)


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


def _furniture(stand: Stand) -> None:
    """A counter at the front, plinths with products, tables, plants."""
    area = stand.plot.area
    placed = furnish(stand, desk(), along_open_sides(stand, 0.60, 1.25))
    if placed is not None:
        at, turn = placed
        front = ahead_of(at, turn, 0.334)
        hang(stand, GraphicKind.COUNTER, (1.6, 0.78), front, 0.13, turn)
        on_counter(stand, at, turn, 1.07, 0.82)
    wanted = max(1, min(4, round(area / 9)))
    poses = grid_poses(stand, 0.75, 1.9)
    for number in range(wanted):
        if not product_plinth(stand, number, poses):
            break
    seats = [(seating(stand), 0.60, 0.742), ((bar_table(), bar_stool()), 0.58, 1.06)]
    for (table, chair), radius, top in seats[stand.pick((0, 1), "tables") :][: 1 + (area >= 30)]:
        spot = meeting(stand, table, chair, 3, radius)
        if spot is not None:
            on_table(stand, spot, top)
    on_floor(stand)
    furnish(stand, brochure_rack(), corners(stand, 0.45))
    for number in range(stand.style.greens):
        item = planter() if number == 1 else potted_plant()
        furnish(stand, item, grid_poses(stand, 0.4, 2.2) if number == 1 else corners(stand, 0.45))
    if area > 24:
        product_plinth(stand, wanted, inner_poses(stand))
