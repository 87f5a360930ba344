"""Raw space of 54 m2 and more: an open stand under a hung header, with walls of light.

Up to 200 m2 it has one brand wall and one turntable; above that it is a flagship, with a second
wall, a stage and more of everything.
"""

from __future__ import annotations

import math

from hallgen.kit.assembly import Surface, put, turned
from hallgen.kit.designs.dressing import dress_wall
from hallgen.kit.designs.furnishing import Pose, along_open_sides, corners, deep, furnish
from hallgen.kit.designs.pictures import curved, hang, hang_product
from hallgen.kit.designs.raw import (
    WALL_THICKNESS,
    FloorLook,
    block,
    closed_walls,
    grid_poses,
    inner_poses,
    picture_cube,
    platform,
    product_plinth,
    tower,
    wall,
)
from hallgen.kit.designs.rings import RingLook, header, place_for
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.standins import show, stand_in, to_visitors
from hallgen.kit.finishes import GLOSS_BLACK, PANEL
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.parts.exhibits import is_large
from hallgen.kit.parts.furniture import armchair, coffee_table, octagon, sofa
from hallgen.kit.parts.greens import planter, potted_plant
from hallgen.kit.parts.stands import (
    ARC_MIDDLE,
    ARC_RADIUS,
    arc_counter,
    desk,
    stage,
    totem,
    turntable,
)
from hallgen.kit.plots import ahead_of, facing
from hallgen.kit.shapes import floor
from hallgen.model import Point, Product

_PLATFORM = 0.10
#: From this area on, in square metres, a stand is a flagship.
FLAGSHIP_AREA = 200.0


def island_booth(stand: Stand) -> None:
    """Build a booth on raw space of 54 m2 and more, on any plot."""
    flagship = stand.plot.area >= FLAGSHIP_AREA
    stand.assembly.level = _PLATFORM
    look = stand.pick(
        (FloorLook.POLISHED, FloorLook.WOOD, FloorLook.POLISHED, FloorLook.CARPET), "floor"
    )
    platform(stand, look, _PLATFORM)
    closed_walls(stand, _PLATFORM, _wall_height(stand), WALL_THICKNESS, PANEL)
    for number, edge in enumerate(stand.plot.closed_edges):
        dress_wall(stand, edge, _wall_height(stand), number)
    _overhead(stand)
    _brand_walls(stand, 2 if flagship else 1)
    _hero(stand, 0)
    _led_wall(stand)
    if stand.plot.area >= 110:
        _hero(stand, 1)
    _counter(stand)
    _lounge(stand, 2 if flagship else 1)
    _front(stand)


def _wall_height(stand: Stand) -> float:
    return min(4.0, stand.clear_height - 0.5)


def _overhead(stand: Stand) -> None:
    """A hung header; where the hall is too low for one, a tower."""
    hung = place_for(stand)
    if hung is None:
        poses = inner_poses(stand, 1.0)
        tower(stand, poses, min(3.6, stand.clear_height - 0.4))
    else:
        header(stand, hung, stand.pick(tuple(RingLook), "ring"))


def _hero(stand: Stand, number: int) -> None:
    """A turntable with the product shown first, on a carpet in the exhibitor's colour."""
    big = stand.plot.area >= 90 and number == 0
    item = turntable() if big else stage()
    found = furnish(stand, item, inner_poses(stand), 1.0)
    if found is None:
        return
    at, turn = found
    radius = 1.84 if big else 1.10
    rug = tuple(
        (
            at[0] + (radius + 0.6) * math.cos(k * math.tau / 28),
            at[1] + (radius + 0.6) * math.sin(k * math.tau / 28),
        )
        for k in range(28)
    )
    if stand.plot.contains(rug, 0.05):
        stand.assembly.add(floor(stand.carpet("base"), rug, _PLATFORM + 0.004))
    top = 0.29 if big else 0.255
    scale = 3.4 if big else 2.0
    product = _for_hero(stand, number)
    model = None if product is None else stand_in(stand, product)
    if product is None or model is None:
        picture_cube(stand, number, at, top, 1.45 if big else 0.95, turn + 30)
        return
    show(stand, model, at, top, to_visitors(stand, at) + 12, scale, product)


def _for_hero(stand: Stand, number: int) -> Product | None:
    """The product for a turntable: one that we have a large form for, if there is any.

    One whose form is not on show yet goes before the others, so that turntables differ.
    """
    if not stand.products:
        return None
    large = [p for p in stand.products if is_large(p)] or list(stand.products)
    order = large[number % len(large) :] + large[: number % len(large)]
    new = (p for p in order if (m := stand_in(stand, p)) and not stand.assembly.count(m))
    return next(new, order[0])


def _brand_walls(stand: Stand, count: int) -> None:
    """Walls of light that stand free, printed on both faces, where the stand has few others."""
    if sum(edge.length for edge in stand.plot.closed_edges) > 0.5 * stand.plot.width:
        return
    width = min(9.0, max(3.0, 0.5 * stand.plot.width))
    height = min(4.4, stand.clear_height - 0.5)
    for _ in range(count):
        for at, _turn in deep(stand, 0.5):
            if _free_wall(stand, at, width, height):
                break
        else:
            width = max(2.4, width * 0.6)
            for at, _turn in deep(stand, 0.5):
                if _free_wall(stand, at, width, height):
                    break


def _free_wall(stand: Stand, at: Point, width: float, height: float) -> bool:
    half, thick = width / 2, 0.36
    ring = tuple(
        (at[0] + x, at[1] + y)
        for x, y in ((-half, -thick / 2), (half, -thick / 2), (half, thick / 2), (-half, thick / 2))
    )
    if not stand.room.try_block(ring, 0.6):
        return False
    start, end = (at[0] + half, at[1]), (at[0] - half, at[1])
    frame = stand.color(PANEL, "paper")
    wall(stand, start, end, thick, _PLATFORM, _PLATFORM + height, frame, frame)
    size = (width - 0.16, height - 0.20)
    for side in (-1, 1):
        face = (at[0], at[1] + side * (thick / 2 + 0.012))
        hang(
            stand, GraphicKind.WALL, size, face, 0.10, 0.0 if side < 0 else 180.0, Surface.LIGHTBOX
        )
    return True


def _led_wall(stand: Stand) -> None:
    """A screen the height of a wall, at a side and behind the middle, that looks across."""
    width = min(5.0, max(2.4, 0.34 * stand.plot.width))
    height = width * 0.62
    x0, y0, x1, y1 = stand.plot.bounds
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    half = width / 2 + 0.2
    ring = ((-half, -0.2), (half, -0.2), (half, 0.2), (-half, 0.2))
    side = stand.pick((-1, 1), "screen side")
    ideal = (middle[0] + side * 0.40 * (x1 - x0), y0 + 0.66 * (y1 - y0))
    spots = sorted(stand.room.spots(0.5), key=lambda p: round(math.dist(p, ideal), 2))
    for at in spots:
        turn = facing((1.0 if at[0] < middle[0] else -1.0, -0.35))
        placed = turned(ring, *at, turn)
        if not stand.room.try_block(placed, 0.7):
            continue
        stand.assembly.obstacles.append(placed)
        a, b = (ahead_of(at, turn, 0.0, s * (width / 2 + 0.18)) for s in (-1, 1))
        top = min(height + 0.5, stand.clear_height - 0.4)
        stand.assembly.add(block(GLOSS_BLACK, a, b, 0.36, _PLATFORM, _PLATFORM + top, 0.01))
        size = (width, top - 0.42)
        for side in (1, -1):
            face = ahead_of(at, turn, side * 0.195)
            hang(
                stand,
                GraphicKind.SCREEN if side > 0 else GraphicKind.WALL,
                size,
                face,
                0.28,
                turn + (0 if side > 0 else 180),
                Surface.SCREEN if side > 0 else Surface.PRINT,
            )
        return


def _counter(stand: Stand) -> None:
    arc = stand.pick((True, False), "counter")
    item = arc_counter() if arc else desk()
    found = furnish(stand, item, along_open_sides(stand, 1.3, 2.2))
    if found is None:
        return
    at, turn = found
    if not arc:
        hang(stand, GraphicKind.COUNTER, (1.6, 0.78), ahead_of(at, turn, 0.334), 0.13, turn)
        return
    around, radius, half = ahead_of(at, turn, -ARC_MIDDLE), ARC_RADIUS + 0.006, math.radians(32)
    front = math.radians(turn) - math.pi / 2
    bow = curved(around, radius, (front - half, front + half), (_PLATFORM + 0.18, _PLATFORM + 0.90))
    width = round(2 * half * radius, 2)
    graphic = Graphic(f"counter//{width:g}x0.72", GraphicKind.COUNTER, width, 0.72)
    stand.assembly.hang(graphic, Surface.PRINT, bow)


def _lounge(stand: Stand, count: int) -> None:
    """Sofas around a low table, deep in the stand."""
    group = octagon(1.75)
    for _ in range(count):
        for at, _turn in deep(stand, 0.5):
            if not stand.room.try_block(turned(group, *at, 0), 0.15):
                continue
            put(stand.assembly, coffee_table(), at, 0.0)
            put(stand.assembly, sofa(), (at[0], at[1] + 1.15), 0.0)
            put(stand.assembly, armchair(), (at[0] - 1.2, at[1] - 0.05), 90.0)
            put(stand.assembly, armchair(), (at[0] + 1.2, at[1] - 0.05), -90.0)
            break


def _front(stand: Stand) -> None:
    """What stands behind the open sides: steles, plinths, troughs of plants, in turn."""
    poses = grid_poses(stand, 0.95, 2.4)
    wanted = min(18, max(4, round(stand.plot.area / 12)))
    for number in range(wanted):
        order = poses[number:] + poses[:number]
        if number % 3 == 1:
            _totem(stand, number, order)
        elif number % 3 == 2:
            furnish(stand, planter(), _behind(stand))
        else:
            product_plinth(stand, number // 2, order)
    for _ in range(3):
        furnish(stand, potted_plant(), corners(stand, 0.5))
    for _ in range(min(5, round(stand.plot.area / 40))):
        furnish(stand, potted_plant(), deep(stand))


def _behind(stand: Stand) -> list[Pose]:
    return grid_poses(stand, 0.55, 2.4)[1::2] + grid_poses(stand, 0.55, 3.1)


def _totem(stand: Stand, number: int, poses: list[Pose]) -> None:
    item = totem()
    for at, turn in poses:
        ring = turned(item.footprint, *at, turn)
        if not stand.room.try_block(ring, 0.3):
            continue
        put(stand.assembly, item, at, turn)
        for side in (0.0, 180.0):
            face = ahead_of(at, turn + side, 0.07)
            hang_product(stand, number, (0.79, 1.80), face, 0.09, turn + side, Surface.LIGHTBOX)
        return
