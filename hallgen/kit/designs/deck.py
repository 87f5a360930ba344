"""A second level: rooms below, a deck with tables above, stairs and a balustrade of glass."""

from __future__ import annotations

import math

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.centrepiece import rectangle
from hallgen.kit.designs.furnishing import deep
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.raw import block
from hallgen.kit.designs.stand import Stand
from hallgen.kit.finishes import DARK_GREY, LED, PANEL, WOOD
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.furniture import bar_stool, bar_table
from hallgen.kit.parts.greens import planter
from hallgen.kit.parts.stairs import STAIR_WIDTH, balustrade, stair_run, stairs
from hallgen.kit.parts.stands import door
from hallgen.kit.plots import ahead_of
from hallgen.kit.shapes import floor
from hallgen.model import Point

#: Height of the deck over the stand's floor, its slab's thickness, and the room over it.
_RISE, _SLAB, _HEADROOM = 3.0, 0.26, 2.3
_WIDTH, _DEPTH = 7.2, 3.8


def deck_fits(stand: Stand) -> bool:
    """Whether the hall is high enough for a second level under the hung header."""
    return stand.clear_height >= stand.assembly.level + _RISE + _HEADROOM + 1.0


def deck(stand: Stand) -> bool:
    """Build the second level deep in the stand, its stairs along its back."""
    depth = _DEPTH + STAIR_WIDTH
    for at, _turn in deep(stand, 0.5):
        if stand.room.try_block(rectangle(at, _WIDTH, depth), 0.8):
            middle = (at[0], at[1] - STAIR_WIDTH / 2)
            stand.assembly.obstacles.append(rectangle(at, _WIDTH, depth))
            _rooms(stand, middle)
            _floor(stand, middle)
            _stairs(stand, middle)
            _guard(stand, middle)
            _furnish(stand, middle)
            return True
    return False


def _ends(at: Point, width: float, y: float = 0.0) -> tuple[Point, Point]:
    return (at[0] - width / 2, at[1] + y), (at[0] + width / 2, at[1] + y)


def _rooms(stand: Stand, at: Point) -> None:
    """The closed rooms that bear the deck, set back under its edge."""
    level, inset = stand.assembly.level, 0.35
    width, depth, height = _WIDTH - 2 * inset, _DEPTH - inset, _RISE - _SLAB
    middle = (at[0], at[1] + inset / 2)
    body = stand.tone(stand.style.walls)
    stand.assembly.add(
        block(body, *_ends(middle, width), depth, level, level + height, 0.006),
        block(LED, *_ends(middle, width + 0.02), depth + 0.02, level + 0.02, level + 0.045),
    )
    front = ahead_of(middle, 0.0, depth / 2 + 0.012)
    hang(
        stand, GraphicKind.WALL, (min(5.2, width - 1.5), height - 0.36),
        (front[0] - 0.62, front[1]), 0.2, 0.0, Surface.LIGHTBOX,
    )  # fmt: skip
    stand.assembly.place(door(), *ahead_of(middle, 0.0, depth / 2, width / 2 - 0.66))
    behind = ahead_of(middle, 180.0, depth / 2 + 0.012)
    hang(stand, GraphicKind.PATTERN, (width - 0.1, height - 0.1), behind, 0.05, 180.0)
    for side in (90.0, -90.0):
        face = ahead_of(middle, side, width / 2 + 0.012)
        hang(stand, GraphicKind.PATTERN, (depth - 0.1, height - 0.1), face, 0.05, side)
        face = ahead_of(middle, side, width / 2 + 0.022)
        hang(stand, GraphicKind.TOWER, (1.5, 1.3), face, height - 1.6, side)


def _floor(stand: Stand, at: Point) -> None:
    """The slab: wood above, a band with the name and a line of light at its edge."""
    level = stand.assembly.level
    bottom, top = level + _RISE - _SLAB, level + _RISE
    band = stand.color(PANEL, "base")
    stand.assembly.add(
        block(band, *_ends(at, _WIDTH), _DEPTH, bottom, top - 0.005, 0.004),
        floor(WOOD, rectangle(at, _WIDTH - 0.12, _DEPTH - 0.12), top),
        block(LED, *_ends(at, _WIDTH - 0.06, -_DEPTH / 2 + 0.03), 0.03, bottom - 0.012, bottom),
    )
    face = ahead_of(at, 0.0, _DEPTH / 2 + 0.012)
    size = (3.2, _SLAB - 0.03)
    hang(stand, GraphicKind.HEADER, size, face, _RISE - _SLAB + 0.012, 0.0, Surface.LIGHTBOX)


def _stairs(stand: Stand, at: Point) -> None:
    """Behind the deck, up to the end of it: the last tread is level with the wood."""
    side = stand.pick((1.0, -1.0), "stairs")
    run = stair_run(_RISE)
    start = (at[0] + side * (_WIDTH / 2 - STAIR_WIDTH - run), at[1] + (_DEPTH + STAIR_WIDTH) / 2)
    stand.assembly.place(stairs(_RISE), *start, turn=0.0 if side > 0 else 180.0)
    landing = (at[0] + side * (_WIDTH - STAIR_WIDTH) / 2, start[1])
    level = stand.assembly.level
    low, high = _ends(landing, STAIR_WIDTH)
    stand.assembly.add(
        block(DARK_GREY, low, high, STAIR_WIDTH, level + _RISE - _SLAB, level + _RISE - 0.005),
        floor(WOOD, rectangle(landing, STAIR_WIDTH - 0.12, STAIR_WIDTH - 0.12), level + _RISE),
    )
    post = (landing[0] + side * (STAIR_WIDTH / 2 - 0.1), landing[1] + STAIR_WIDTH / 2 - 0.1)
    stand.assembly.add(block(DARK_GREY, *_ends(post, 0.1), 0.1, level, level + _RISE - _SLAB))
    _rail(stand, (landing[0], landing[1] + STAIR_WIDTH / 2 - 0.04), STAIR_WIDTH, 0.0)
    _rail(stand, (landing[0] + side * (STAIR_WIDTH / 2 - 0.04), landing[1]), STAIR_WIDTH, 90.0)
    back = _WIDTH - STAIR_WIDTH
    middle = (at[0] - side * STAIR_WIDTH / 2, at[1] + _DEPTH / 2 - 0.04)
    _rail(stand, middle, back, 0.0)


def _guard(stand: Stand, at: Point) -> None:
    """Glass around the deck but for where the stairs arrive."""
    _rail(stand, (at[0], at[1] - _DEPTH / 2 + 0.05), _WIDTH - 0.06, 0.0)
    for side in (-1, 1):
        _rail(stand, (at[0] + side * (_WIDTH / 2 - 0.05), at[1]), _DEPTH - 0.14, 90.0)


def _rail(stand: Stand, at: Point, length: float, turn: float) -> None:
    count = max(1, math.ceil(length / 2.0))
    for k in range(count):
        spot = ahead_of(at, turn, 0.0, length * ((k + 0.5) / count - 0.5))
        stand.assembly.place(balustrade(), *spot, _RISE, turn, scale=(length / count, 1, 1))


def _furnish(stand: Stand, at: Point) -> None:
    for k in (-1, 1):
        spot = (at[0] + k * 1.9, at[1] - 0.1)
        stand.assembly.place(bar_table(), *spot, _RISE)
        for seat in range(3):
            place = ahead_of(spot, 120.0 * seat + 40 * k, 0.6)
            stand.assembly.place(bar_stool(), *place, _RISE)
    stand.assembly.place(planter(), at[0], at[1] - _DEPTH / 2 + 0.4, _RISE)
