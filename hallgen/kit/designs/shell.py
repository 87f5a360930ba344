"""The shell scheme: panels on closed sides, fascias on open ones, carpet and furniture.

Measures are those of the common aluminium system: panels of about 0.99 m and 2.48 m high, a
fascia of 0.32 m above them.
"""

from __future__ import annotations

from hallgen.kit.assembly import Part, footprint, turned
from hallgen.kit.designs.clutter import on_counter, on_floor, on_table
from hallgen.kit.designs.furnishing import (
    along_open_sides,
    corners,
    deep,
    furnish,
    inner_poses,
    meeting,
)
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.raw import block
from hallgen.kit.designs.shell_walls import dressed_walls, first_wall
from hallgen.kit.designs.showcase import Showcase
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import BAY, FASCIA_TOP, WALL_HEIGHT, fascia, span
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.furniture import brochure_rack, counter, folding_chair, table
from hallgen.kit.parts.greens import potted_plant
from hallgen.kit.parts.lights import arm_spot, wash_spot
from hallgen.kit.parts.panels import free_post
from hallgen.kit.parts.seats import shell_chair, wooden_chair, wooden_table
from hallgen.kit.parts.stands import totem
from hallgen.kit.plots import Edge, ahead_of
from hallgen.kit.shapes import floor
from hallgen.kit.styles import Ground, Seats

_TABLE_TOP = 0.742
#: Metres of a side for one spot: with the washers, four light a booth of 9 m2.
_SPOT_STEP = 1.9
#: From this area on, in square metres, there is room to walk around a wall in the middle.
_SPINE_AREA = 16.0


def shell_booth(stand: Stand) -> None:
    """Build a booth of the shell scheme on any plot."""
    covered_floor(stand)
    dressed_walls(stand)
    for edge in stand.plot.open_edges:
        fascia(stand, edge)
    spots(stand)
    _furniture(stand)


def covered_floor(stand: Stand, height: float = 0.010) -> None:
    """Carpet or planks on the hall's floor; a shell's floor is never polished, only grey."""
    ground = stand.style.floor
    plot = stand.plot
    finish = stand.ground(Ground.GREY if ground is Ground.POLISHED else ground)
    stand.assembly.add(floor(finish, plot.outline, height, plot.holes))


def spots(stand: Stand) -> None:
    """Arm spots over the open sides, looking in, and washers on the walls beside the first."""
    for edge in stand.plot.open_edges:
        lamp_row(stand, edge, arm_spot(), FASCIA_TOP)
    for edge in stand.plot.closed_edges:
        if edge is not first_wall(stand):
            lamp_row(stand, edge, wash_spot(), WALL_HEIGHT)


def lamp_row(stand: Stand, edge: Edge, item: Part, height: float) -> None:
    """Spots along a side, at a height over the floor, looking in."""
    count = min(max(1, round(edge.length / _SPOT_STEP)), int(edge.length / 0.6))
    start, end = span(stand, edge, 0.8)
    for k in range(count if end - start > 0.3 else 0):
        along = start + (end - start) * (k + 0.5) / count
        stand.assembly.place(item, *edge.at(along, 0.045), height, edge.facing_in)


def seating(stand: Stand) -> tuple[Part, Part]:
    """A table and a chair of the style."""
    match stand.style.seats:
        case Seats.BLACK:
            return table(), folding_chair()
        case Seats.WHITE:
            return table(), shell_chair()
        case Seats.WOOD:
            return wooden_table(), wooden_chair()


def _furniture(stand: Stand) -> None:
    plot = stand.plot
    if not plot.closed_edges:
        _inside(stand)
    placed = furnish(stand, counter(), along_open_sides(stand, 0.42, 0.68))
    if placed is not None:
        at, turn = placed
        hang(stand, GraphicKind.COUNTER, (0.93, 0.82), ahead_of(at, turn, 0.243), 0.11, turn)
        on_counter(stand, at, turn, 1.0, 0.46)
    for number in range(min(6, max(1, round(plot.area / 11)))):
        seats = stand.pick((2, 3, 3), "seats") if number == 0 else 2
        spot = meeting(stand, *seating(stand), seats, 0.60)
        if spot is None:
            break
        on_table(stand, spot, _TABLE_TOP)
    on_floor(stand)
    greens = [potted_plant()] * min(stand.style.greens, max(1, round(plot.area / 8)))
    extras = [brochure_rack(), *greens]
    for item in extras if stand.pick((True, False), "extras") else extras[::-1]:
        furnish(stand, item, corners(stand, 0.32))


def _inside(stand: Stand) -> None:
    """On a booth without walls, a wall of panels across its middle, or steles in a small one."""
    showcase = Showcase(stand)
    if stand.plot.area >= _SPINE_AREA and _spine(stand, showcase):
        return
    for _ in range(min(4, 1 + int(stand.plot.area / 18))):
        found = furnish(stand, totem(), deep(stand), 0.05)
        if found is None:
            return
        for side in (0.0, 180.0):
            face = ahead_of(found[0], found[1] + side, 0.07)
            showcase.hang((0.79, 1.80), face, 0.09, found[1] + side)


def _spine(stand: Stand, showcase: Showcase) -> bool:
    """Panels between posts that stand free, printed on both faces, posters before the print."""
    count = max(2, round(stand.plot.width * 0.5 / BAY))
    width, thick = count * BAY, 0.05
    for at, _turn in inner_poses(stand):
        ring = turned(footprint(width + 0.06, thick), *at, 0.0)
        if not stand.room.try_block(ring, 0.9):
            continue
        stand.assembly.obstacles.append(ring)
        ends = ahead_of(at, 0.0, 0.0, -width / 2), ahead_of(at, 0.0, 0.0, width / 2)
        stand.assembly.add(block(stand.tone(stand.style.walls), *ends, 0.03, 0.0, WALL_HEIGHT))
        for k in range(count + 1):
            foot = ahead_of(at, 0.0, 0.0, width * (k / count - 0.5))
            stand.assembly.place(free_post(WALL_HEIGHT), *foot)
        for turn in (0.0, 180.0):
            size = (width - 0.10, WALL_HEIGHT - 0.12)
            hang(stand, GraphicKind.PATTERN, size, ahead_of(at, turn, 0.028), 0.06, turn)
            lamp = ahead_of(at, turn, 0.02)
            stand.assembly.place(wash_spot(), *lamp, WALL_HEIGHT, turn)
            for k in range(count):
                face = ahead_of(at, turn, 0.036, width * ((k + 0.5) / count - 0.5))
                showcase.hang((0.86, 1.36), face, 0.86, turn)
        return True
    return False
