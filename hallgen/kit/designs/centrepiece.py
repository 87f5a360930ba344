"""What stands in the middle of an open stand: walls of light, screens, a stage, a closed room."""

from __future__ import annotations

import math

from hallgen.kit.assembly import Surface, put, turned
from hallgen.kit.designs.furnishing import deep
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.raw import block, wall
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import take
from hallgen.kit.finishes import ALU, DARK_GREY, GLOSS_BLACK, PANEL
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.furniture import bar_stool
from hallgen.kit.parts.stands import door
from hallgen.kit.plots import ahead_of, facing
from hallgen.model import Point, Ring


def rectangle(at: Point, width: float, depth: float) -> Ring:
    """A ring around a ground point, along the axes."""
    (x, y), a, b = at, width / 2, depth / 2
    return ((x - a, y - b), (x + a, y - b), (x + a, y + b), (x - a, y + b))


def brand_walls(stand: Stand, count: int) -> None:
    """Walls of light that stand free, printed on both faces, where the stand has few others."""
    if sum(edge.length for edge in stand.plot.closed_edges) > 0.5 * stand.plot.width:
        return
    width = min(9.0, max(3.0, 0.5 * stand.plot.width))
    for _ in range(count):
        for size in (width, max(2.4, width * 0.6)):
            if any(_free_wall(stand, at, size) for at, _turn in deep(stand, 0.5)):
                break


def _free_wall(stand: Stand, at: Point, width: float) -> bool:
    thick, level = 0.36, stand.assembly.level
    height = min(4.4, stand.clear_height - 0.5)
    if not stand.room.try_block(rectangle(at, width, thick), 0.6):
        return False
    start, end = (at[0] + width / 2, at[1]), (at[0] - width / 2, at[1])
    frame = stand.tone(stand.style.header_color)
    wall(stand, start, end, thick, level, level + height, frame, frame)
    size = (width - 0.16, height - 0.20)
    for side in (-1, 1):
        face = (at[0], at[1] + side * (thick / 2 + 0.012))
        turn = 0.0 if side < 0 else 180.0
        hang(stand, GraphicKind.WALL, size, face, 0.10, turn, Surface.LIGHTBOX)
    return True


def core(stand: Stand) -> bool:
    """A block with a closed room in it: its front a wall of light, its sides printed, a door
    behind. As wide as a third of the stand.
    """
    width = min(6.5, max(3.0, 0.34 * stand.plot.width))
    depth = 2.4 if stand.plot.area > 110 else 1.8
    height, level = min(4.2, stand.clear_height - 0.5), stand.assembly.level
    for at, _turn in deep(stand, 0.5):
        ring = rectangle(at, width, depth)
        if not stand.room.try_block(ring, 0.9):
            continue
        stand.assembly.obstacles.append(ring)
        low, high = (at[0] - width / 2, at[1]), (at[0] + width / 2, at[1])
        body = stand.tone(stand.style.walls)
        stand.assembly.add(block(body, low, high, depth, level, level + height, 0.01))
        front = ahead_of(at, 0.0, depth / 2 + 0.022)
        left, right = (ahead_of(at, 0.0, depth / 2 + 0.008, s * (width / 2 - 0.1)) for s in (-1, 1))
        stand.assembly.add(block(ALU, left, right, 0.02, level + 0.12, level + height - 0.1))
        size = (width - 0.26, height - 0.28)
        hang(stand, GraphicKind.WALL, size, front, 0.15, 0.0, Surface.LIGHTBOX)
        for side in (90.0, -90.0):
            face = ahead_of(at, side, width / 2 + 0.012)
            hang(stand, GraphicKind.PATTERN, (depth - 0.1, height - 0.1), face, 0.05, side)
            face = ahead_of(at, side, width / 2 + 0.022)
            hang(stand, GraphicKind.TOWER, (depth * 0.62, 1.2), face, height - 1.5, side)
        _behind(stand, at, width, depth, height)
        return True
    return False


def _behind(stand: Stand, at: Point, width: float, depth: float, height: float) -> None:
    """The back of a core: a door at one end, the exhibitor's poster over the rest."""
    side = stand.pick((-1, 1), "door")
    behind = ahead_of(at, 180.0, depth / 2, side * (width / 2 - 0.8))
    stand.assembly.place(door(), *behind, turn=180.0)
    rest = width - 1.6
    if rest > 1.0:
        face = ahead_of(at, 180.0, depth / 2 + 0.012, -side * 0.75)
        hang(stand, GraphicKind.WALL, (rest, height - 0.3), face, 0.15, 180.0)


def led_wall(stand: Stand) -> bool:
    """A screen the height of a wall, at a side and behind the middle, that looks across."""
    width = min(5.0, max(2.4, 0.34 * stand.plot.width))
    x0, y0, x1, y1 = stand.plot.bounds
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    half = width / 2 + 0.2
    ring = ((-half, -0.2), (half, -0.2), (half, 0.2), (-half, 0.2))
    side = stand.pick((-1, 1), "screen side")
    ideal = (middle[0] + side * 0.40 * (x1 - x0), y0 + 0.66 * (y1 - y0))
    for at in sorted(stand.room.spots(0.5), key=lambda p: round(math.dist(p, ideal), 2)):
        turn = facing((1.0 if at[0] < middle[0] else -1.0, -0.35))
        placed = turned(ring, *at, turn)
        if stand.room.try_block(placed, 0.7):
            stand.assembly.obstacles.append(placed)
            screen(stand, at, turn, width)
            return True
    return False


def screen(stand: Stand, at: Point, turn: float, width: float) -> None:
    """A wall that is a screen on its front and printed behind, 0.36 m thick."""
    level = stand.assembly.level
    a, b = (ahead_of(at, turn, 0.0, s * (width / 2 + 0.18)) for s in (-1, 1))
    top = min(width * 0.62 + 0.5, stand.clear_height - 0.4)
    stand.assembly.add(block(GLOSS_BLACK, a, b, 0.36, level, level + top, 0.01))
    size = (width, top - 0.42)
    front, back = ahead_of(at, turn, 0.195), ahead_of(at, turn, -0.195)
    hang(stand, GraphicKind.SCREEN, size, front, 0.28, turn, Surface.SCREEN)
    hang(stand, GraphicKind.WALL, size, back, 0.28, turn + 180)


def stage(stand: Stand) -> bool:
    """A stage of 5 x 2.6 m before a screen, with rows of stools before it."""
    width, depth, rise = 5.0, 2.6, 0.32
    level, seats = stand.assembly.level, 1.9
    for at, _turn in deep(stand, 0.5):
        ring = rectangle((at[0], at[1] - seats / 2), width, depth + seats)
        if not stand.room.try_block(ring, 0.7):
            continue
        stand.assembly.obstacles.append(rectangle(at, width, depth))
        low, high = (at[0] - width / 2, at[1]), (at[0] + width / 2, at[1])
        stand.assembly.add(
            block(DARK_GREY, low, high, depth, level, level + rise - 0.04),
            block(stand.color(PANEL, "base"), low, high, depth, level + rise - 0.04, level + rise),
        )
        stand.assembly.level = level + rise
        screen(stand, (at[0], at[1] + depth / 2 - 0.25), 0.0, width - 0.6)
        stand.assembly.level = level
        take(stand, rectangle(at, width, depth))
        _audience(stand, at, depth)
        return True
    return False


def _audience(stand: Stand, at: Point, depth: float) -> None:
    for row in range(2):
        for seat in range(5):
            spot = (at[0] + (seat - 2) * 0.85, at[1] - depth / 2 - 0.6 - 0.75 * row)
            put(stand.assembly, bar_stool(), spot, 180.0)
