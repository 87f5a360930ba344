"""A plot under the sky: pagoda tents in a row, machines and flags before them."""

from __future__ import annotations

import math

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.clutter import on_counter, on_table
from hallgen.kit.designs.furnishing import (
    along_open_sides,
    corners,
    furnish,
    grid_poses,
    inner_poses,
    meeting,
)
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.plinths import exhibit, product_plinth
from hallgen.kit.designs.shell import seating
from hallgen.kit.designs.showcase import Showcase
from hallgen.kit.designs.stand import Stand
from hallgen.kit.finishes import CARPET
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.parts.greens import planter, potted_plant
from hallgen.kit.parts.stands import desk, totem
from hallgen.kit.parts.tents import EAVES, FLAG, VALANCE, flag, pagoda
from hallgen.kit.plots import ahead_of
from hallgen.kit.shapes import floor, moved, placement
from hallgen.kit.styles import Ground
from hallgen.model import Point

#: Sides of tents, the largest that fits is taken.
_TENTS = (5.0, 4.0, 3.0, 2.4)
#: Between neighbouring tents, and around them, in metres.
_GAP = 0.06
_FLAG = Graphic("flag", GraphicKind.TOWER, *FLAG)


def outdoor_booth(stand: Stand) -> None:
    """Build a booth on open ground, on any plot."""
    plot = stand.plot
    base = CARPET.tinted("#6b7466") if stand.style.floor is Ground.POLISHED else None
    finish = base or stand.ground(stand.style.floor)
    stand.assembly.add(floor(finish, plot.outline, 0.010, plot.holes))
    tents = _tents(stand)
    for number, at in enumerate(tents[:4]):
        _name(stand, at, _side(stand), number)
    placed = furnish(stand, desk(), [(ahead_of(at, 0.0, 0.5), 0.0) for at in tents])
    if placed is None:
        placed = furnish(stand, desk(), along_open_sides(stand, 0.8, 1.4))
    if placed is not None:
        at, turn = placed
        hang(stand, GraphicKind.COUNTER, (1.6, 0.78), ahead_of(at, turn, 0.334), 0.13, turn)
        on_counter(stand, at, turn, 1.07, 0.82)
    _flags(stand)
    for number in range(min(4, int(plot.area / 45))):
        exhibit(stand, number, inner_poses(stand, 0.7))
    for number in range(min(3, max(1, round(plot.area / 30)))):
        product_plinth(stand, number, grid_poses(stand, 0.9, 2.6))
    _steles(stand)
    for _ in range(min(3, max(1, round(plot.area / 40)))):
        spot = meeting(stand, *seating(stand), 3, 0.60)
        if spot is not None:
            on_table(stand, spot, 0.742)
    for number in range(1 + stand.style.greens):
        item = planter() if number % 2 else potted_plant()
        furnish(stand, item, grid_poses(stand, 0.5, 2.9) if number % 2 else corners(stand, 0.5))


def _side(stand: Stand) -> float:
    """The side of the stand's tents: as large as its depth lets."""
    room = min(stand.plot.width, stand.plot.depth) - 2 * _GAP
    return next((side for side in _TENTS if side <= room), _TENTS[-1])


def _tents(stand: Stand) -> list[Point]:
    """Where tents stand: in rows from the back, over half of the plot at most."""
    side = _side(stand)
    x0, y0, x1, y1 = stand.plot.bounds
    columns = max(1, int((x1 - x0 - _GAP) / (side + _GAP)))
    rows = 1 if stand.plot.area > 40 else max(1, int((y1 - y0 - _GAP) / (side + _GAP)))
    built = []
    for row in range(rows):
        for column in range(columns):
            x = (x0 + x1) / 2 + (column - (columns - 1) / 2) * (side + _GAP)
            y = y1 - _GAP - side / 2 - row * (side + _GAP)
            if _stands(stand, (x, y), side):
                stand.assembly.place(pagoda(side), x, y)
                built.append((x, y))
    return built


def _stands(stand: Stand, at: Point, side: float) -> bool:
    """Take the floor under a tent's legs, if all of it is on the plot."""
    half, leg = side / 2, 0.13
    ring = [(at[0] + x * half, at[1] + y * half) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    if not stand.plot.contains([*ring, at], 0.0) or stand.clear_height < 4.7:
        return False
    for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        foot = (at[0] + x * (half - leg), at[1] + y * (half - leg))
        legs = tuple(
            (foot[0] + a * leg, foot[1] + b * leg) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        )
        stand.assembly.obstacles.append(legs)
        stand.room.block(legs)
    return True


def _name(stand: Stand, at: Point, side: float, number: int) -> None:
    """The exhibitor's name on the valance, to the front and, of the outer tents, the sides."""
    width = min(side - 0.3, 3.6)
    for turn in (0.0, 90.0, -90.0) if number == 0 else (0.0,):
        face = ahead_of(at, turn, side / 2 - 0.016)
        size = (width, VALANCE - 0.06)
        hang(stand, GraphicKind.HEADER, size, face, EAVES - VALANCE + 0.03, turn)


def _flags(stand: Stand) -> None:
    """Flags at the corners of the open sides."""
    wanted = 2 if stand.plot.area < 60 else 4
    item = flag()
    poses = [
        (edge.at(along, 0.5), edge.facing_out)
        for edge in stand.plot.open_edges
        for along in (0.7, edge.length - 0.7, edge.length / 2)
        if edge.length > 1.6
    ]
    for _ in range(wanted):
        found = furnish(stand, item, poses)
        if found is None:
            return
        matrix = placement(*found[0], stand.assembly.level, found[1])
        for plate in item.plates:
            stand.assembly.hang(_FLAG, Surface.CLOTH, moved(plate, matrix))


def _steles(stand: Stand) -> None:
    showcase = Showcase(stand)
    for _ in range(min(4, max(1, math.floor(stand.plot.area / 25)))):
        found = furnish(stand, totem(), grid_poses(stand, 1.1, 3.1), 0.1)
        if found is None:
            return
        for side in (0.0, 180.0):
            face = ahead_of(found[0], found[1] + side, 0.07)
            showcase.hang((0.79, 1.80), face, 0.09, found[1] + side)
