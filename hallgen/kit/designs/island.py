"""Raw space of 54 m2 and more: an open stand under a hung header, with walls of light.

Up to 200 m2 it has one centrepiece and a turntable; above that it is a flagship, with a second
level or a stage and more of everything.
"""

from __future__ import annotations

import math

from hallgen.kit.assembly import Surface, put, turned
from hallgen.kit.designs.centrepiece import brand_walls, core, led_wall, stage
from hallgen.kit.designs.clutter import on_counter, on_floor, on_table
from hallgen.kit.designs.deck import deck, deck_fits
from hallgen.kit.designs.dressing import dress_wall
from hallgen.kit.designs.furnishing import (
    Pose,
    along_open_sides,
    corners,
    deep,
    furnish,
    grid_poses,
    inner_poses,
    meeting,
)
from hallgen.kit.designs.pictures import curved, hang, hang_product
from hallgen.kit.designs.plinths import (
    disc,
    exhibit,
    is_large,
    picture_cube,
    product_plinth,
    put_label,
)
from hallgen.kit.designs.raw import WALL_THICKNESS, closed_walls, platform, tower
from hallgen.kit.designs.rings import header, place_for
from hallgen.kit.designs.shell import seating
from hallgen.kit.designs.showcase import Showcase
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.standins import Space, presented, show, to_visitors
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.parts.exhibits import has_large_form
from hallgen.kit.parts.furniture import armchair, coffee_table, octagon, sofa
from hallgen.kit.parts.greens import planter, potted_plant
from hallgen.kit.parts.stands import (
    ARC_HEIGHT,
    ARC_MIDDLE,
    ARC_RADIUS,
    arc_counter,
    desk,
    small_turntable,
    totem,
    turntable,
)
from hallgen.kit.plots import ahead_of
from hallgen.kit.shapes import floor
from hallgen.kit.styles import Counter, Ground
from hallgen.model import Product

_PLATFORM = 0.10
#: Room on a turntable of 2.6 m within its label, and on one of 2.2 m.
_TURNTABLE = Space(2.4, 1.7, 3.2, 3.4)
_SMALL_TURNTABLE = Space(1.4, 1.1, 2.6, 2.0)
#: From this area on, in square metres, a stand is a flagship.
FLAGSHIP_AREA = 200.0


def island_booth(stand: Stand) -> None:
    """Build a booth on raw space of 54 m2 and more, on any plot."""
    stand.assembly.level = _PLATFORM
    platform(stand, stand.style.floor, _PLATFORM)
    height = min(4.0, stand.clear_height - 0.5)
    closed_walls(stand, _PLATFORM, height, WALL_THICKNESS, stand.tone(stand.style.walls))
    showcase = Showcase(stand)
    walls = sorted(stand.plot.closed_edges, key=lambda e: -round(e.length, 2))
    for number, edge in enumerate(walls):
        dress_wall(stand, edge, height, number, showcase)
    _overhead(stand)
    _centre(stand)
    _hero(stand, 0)
    if stand.plot.area >= 110:
        _hero(stand, 1)
    _counter(stand)
    _lounge(stand, 2 if stand.plot.area >= FLAGSHIP_AREA else 1)
    for number in range(min(3, int(stand.plot.area / 60))):
        exhibit(stand, number + 2, inner_poses(stand, 0.7))
    _front(stand)
    _tables(stand)
    on_floor(stand)


def _overhead(stand: Stand) -> None:
    """A hung header; where the hall is too low for one, a tower."""
    hung = place_for(stand)
    if hung is None:
        poses = inner_poses(stand, 1.0)
        tower(stand, poses, min(3.6, stand.clear_height - 0.4))
    else:
        header(stand, hung, stand.style.ring)


def _centre(stand: Stand) -> None:
    """What the stand is built around, by its size and shape."""
    if stand.plot.area >= FLAGSHIP_AREA:
        upper = deck_fits(stand) and stand.pick((True, False, True), "upper level")
        if not (upper and deck(stand)) and not stage(stand):
            brand_walls(stand, 1)
        led_wall(stand)
        return
    if stand.plot.area >= 90 and stand.pick((True, False), "core") and core(stand):
        led_wall(stand)
        return
    brand_walls(stand, 1)
    led_wall(stand)


def _hero(stand: Stand, number: int) -> None:
    """A turntable with the product shown first, on a carpet in the exhibitor's colour."""
    big = stand.plot.area >= 90 and number == 0
    item = turntable() if big else small_turntable()
    found = furnish(stand, item, inner_poses(stand), 1.0)
    if found is None:
        return
    at, turn = found
    rug = disc(at, (1.84 if big else 1.10) + 0.6)
    if stand.plot.contains(rug, 0.05):
        stand.assembly.add(floor(stand.carpet("base"), rug, _PLATFORM + 0.004 + 0.002 * number))
    top = 0.29 if big else 0.255
    space = _TURNTABLE if big else _SMALL_TURNTABLE
    product = _for_hero(stand, number)
    shown = None if product is None else presented(stand, product, space)
    if product is None or shown is None:
        picture_cube(stand, number, at, top, 1.45 if big else 0.95, turn + 30)
        return
    show(stand, shown, at, top, to_visitors(stand, at) + 12, product)
    edge = ahead_of(at, turn, 1.50 if big else 0.80, -0.75 if big else -0.50)
    put_label(stand, product, edge, turn, top, shown.ratio)


def _for_hero(stand: Stand, number: int) -> Product | None:
    """The product for a turntable: a large model, else one that we have a large form for.

    One that is not on show yet goes before the others, so that turntables differ.
    """
    if not stand.products:
        return None
    modelled = [p for p in stand.products if is_large(stand, p)]
    large = modelled or [p for p in stand.products if has_large_form(p)] or list(stand.products)
    order = large[number % len(large) :] + large[: number % len(large)]
    forms = ((p, presented(stand, p, _TURNTABLE)) for p in order)
    new = (p for p, shown in forms if shown and not stand.assembly.count(shown.item))
    return next(new, order[0])


def _counter(stand: Stand) -> None:
    arc = stand.style.counter is Counter.ARC
    item = arc_counter() if arc else desk()
    found = furnish(stand, item, along_open_sides(stand, 1.3, 2.2))
    if found is None:
        return
    at, turn = found
    if not arc:
        hang(stand, GraphicKind.COUNTER, (1.6, 0.78), ahead_of(at, turn, 0.334), 0.13, turn)
        on_counter(stand, at, turn, 1.07, 0.82)
        return
    on_counter(stand, ahead_of(at, turn, 0.36), turn, ARC_HEIGHT, 0.42)
    around, radius, half = ahead_of(at, turn, -ARC_MIDDLE), ARC_RADIUS + 0.006, math.radians(32)
    front = math.radians(turn) - math.pi / 2
    rise = (_PLATFORM + 0.18, _PLATFORM + 0.90)
    bow = curved(around, (radius, radius), (front - half, front + half), rise)
    width = round(2 * half * radius, 2)
    graphic = Graphic(f"counter//{width:g}x0.72", GraphicKind.COUNTER, width, 0.72)
    stand.assembly.hang(graphic, Surface.PRINT, bow)


def _lounge(stand: Stand, count: int) -> None:
    """Sofas around a low table on a carpet, deep in the stand."""
    group = octagon(1.75)
    for _ in range(count):
        for at, _turn in deep(stand, 0.5):
            if not stand.room.try_block(turned(group, *at, 0), 0.15):
                continue
            if stand.style.floor not in (Ground.CARPET, Ground.DEEP, Ground.GREY):
                rug = disc(at, 1.7)
                stand.assembly.add(floor(stand.ground(Ground.GREY), rug, _PLATFORM + 0.003))
            put(stand.assembly, coffee_table(), at, 0.0)
            on_table(stand, at, 0.39)
            put(stand.assembly, sofa(), (at[0], at[1] + 1.15), 0.0)
            put(stand.assembly, armchair(), (at[0] - 1.2, at[1] - 0.05), 90.0)
            put(stand.assembly, armchair(), (at[0] + 1.2, at[1] - 0.05), -90.0)
            break


def _front(stand: Stand) -> None:
    """What stands behind the open sides: steles, plinths, troughs of plants, in turn."""
    poses = grid_poses(stand, 0.95, 2.4)
    wanted = min(12, max(4, round(stand.plot.area / 14)))
    for number in range(wanted):
        order = poses[number:] + poses[:number]
        if number % 4 == 1:
            _totem(stand, number, order)
        elif number % 4 == 3:
            furnish(stand, planter(), _behind(stand))
        else:
            product_plinth(stand, number // 2, order)
    for _ in range(1 + stand.style.greens):
        furnish(stand, potted_plant(), corners(stand, 0.5))
    for _ in range(min(3, stand.style.greens + round(stand.plot.area / 120))):
        furnish(stand, potted_plant(), deep(stand))


def _behind(stand: Stand) -> list[Pose]:
    return grid_poses(stand, 0.55, 2.4)[1::2] + grid_poses(stand, 0.55, 3.1)


def _totem(stand: Stand, number: int, poses: list[Pose]) -> None:
    found = furnish(stand, totem(), poses, 0.3)
    if found is None:
        return
    at, turn = found
    for side in (0.0, 180.0):
        face = ahead_of(at, turn + side, 0.07)
        hang_product(stand, number, (0.79, 1.80), face, 0.09, turn + side, Surface.LIGHTBOX)


def _tables(stand: Stand) -> None:
    """Tables for talks where there is still room."""
    for _ in range(min(2, int(stand.plot.area / 70))):
        spot = meeting(stand, *seating(stand), 3, 0.60)
        if spot is None:
            return
        on_table(stand, spot, 0.742)
