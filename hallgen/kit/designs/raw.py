"""What booths on raw space share: platforms, solid walls, beams, towers."""

from __future__ import annotations

import math

from hallgen.kit.assembly import Surface, turned
from hallgen.kit.designs.furnishing import Pose
from hallgen.kit.designs.pictures import hang
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.walls import WALL_HEIGHT, span, take
from hallgen.kit.finishes import DADO, DARK_GREY, LED, PANEL, Finish
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.lights import downlight
from hallgen.kit.plots import Edge, ahead_of, facing
from hallgen.kit.shapes import box, floor, grounded, moved, placement, sheet
from hallgen.kit.styles import Ground
from hallgen.model import Point, Ring, SideKind
from hallgen.scene import Mesh

#: Of solid walls on closed sides, in metres.
WALL_THICKNESS = 0.10


def platform(stand: Stand, ground: Ground, height: float) -> None:
    """A raised floor over the whole plot, with a line of light at its open edges."""
    finish = stand.ground(ground)
    plot = stand.plot
    stand.assembly.add(floor(finish, plot.outline, height, plot.holes))
    for edge in plot.edges:
        (ax, ay), length = edge.along, edge.length
        x, y = edge.start
        right = (ax * length, 0.0, -ay * length)
        if not edge.open:
            stand.assembly.add(sheet(DARK_GREY, (x, 0, -y), right, (0, height, 0)))
            continue
        low = 0.0
        for trim, share in ((DADO, 0.42), (LED, 0.2), (DADO, 0.38)):
            stand.assembly.add(sheet(trim, (x, low, -y), right, (0, share * height, 0)))
            low += share * height


def block(
    finish: Finish,
    start: Point,
    end: Point,
    thickness: float,
    bottom: float,
    top: float,
    bevel: float = 0.0,
) -> Mesh:
    """A box from ground point to ground point, `thickness` around their line."""
    length = math.dist(start, end)
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    turn = facing((along[1], -along[0]))
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    body = box(finish, length, top - bottom, thickness, bevel)
    return moved(body, placement(*middle, bottom, turn))


def wall(
    stand: Stand,
    start: Point,
    end: Point,
    thickness: float,
    bottom: float,
    top: float,
    front: Finish,
    back: Finish,
) -> Ring:
    """A solid wall, its front to the left of the way from start to end; an obstacle."""
    length = math.dist(start, end)
    ax, ay = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    nx, ny = -ay * thickness / 2, ax * thickness / 2
    up = (0.0, top - bottom, 0.0)
    left, right = (-ax * length, 0, ay * length), (ax * length, 0, -ay * length)
    across = (2 * nx, 0, -2 * ny)
    stand.assembly.add(
        sheet(front, (end[0] + nx, bottom, -end[1] - ny), left, up),
        sheet(back, (start[0] - nx, bottom, -start[1] + ny), right, up),
        sheet(back, (end[0] - nx, bottom, -end[1] + ny), across, up),
        sheet(back, (start[0] + nx, bottom, -start[1] - ny), (-2 * nx, 0, 2 * ny), up),
        sheet(back, (start[0] - nx, top, -start[1] + ny), right, across),
    )
    ring = (
        (start[0] - nx, start[1] - ny), (end[0] - nx, end[1] - ny),
        (end[0] + nx, end[1] + ny), (start[0] + nx, start[1] + ny),
    )  # fmt: skip
    take(stand, ring)
    return ring


def beam(
    stand: Stand,
    start: Point,
    end: Point,
    thickness: float,
    bottom: float,
    top: float,
    finish: Finish,
    lights: float = 2.5,
) -> None:
    """A beam with a line of light below and a spot every `lights` metres, looking in: to the left
    of the way from start to end.
    """
    stand.assembly.add(block(finish, start, end, thickness, bottom, top))
    stand.assembly.add(
        block(
            LED,
            _towards(start, end, 0.04),
            _towards(end, start, 0.04),
            0.03,
            bottom - 0.012,
            bottom + 0.01,
        )
    )
    length = math.dist(start, end)
    outward = ((end[1] - start[1]) / length, (start[0] - end[0]) / length)
    count = max(1, round(length / lights))
    for k in range(count):
        share = (k + 0.5) / count
        at = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
        height = bottom - 0.012 - stand.assembly.level
        stand.assembly.place(downlight(), *at, height, facing(outward))


def _towards(point: Point, other: Point, step: float) -> Point:
    length = math.dist(point, other)
    return (
        point[0] + (other[0] - point[0]) * step / length,
        point[1] + (other[1] - point[1]) * step / length,
    )


def tower(stand: Stand, poses: list[Pose], height: float, size: float = 1.1) -> Point | None:
    """A square tower in the exhibitor's colour, its logo lit on all four faces."""
    half = size / 2
    ring: Ring = ((-half, -half), (half, -half), (half, half), (-half, half))
    for at, turn in poses:
        placed = turned(ring, *at, turn)
        if not stand.room.try_block(placed, 0.02):
            continue
        stand.assembly.obstacles.append(placed)
        body = moved(
            box(stand.color(PANEL, "base"), size, height, size, 0.012), placement(*at, 0, turn)
        )
        stand.assembly.add(grounded(body, 0.3, 0.5))
        tall = min(1.5, height * 0.34)
        for k in range(4):
            face = ahead_of(at, turn + 90 * k, half + 0.012)
            hang(
                stand,
                GraphicKind.TOWER,
                (size - 0.14, tall),
                face,
                height - stand.assembly.level - tall - 0.12,
                turn + 90 * k,
                Surface.LIGHTBOX,
            )
        return at
    return None


def closed_walls(
    stand: Stand, bottom: float, height: float, thickness: float, finish: Finish
) -> None:
    """Solid walls on all closed sides, their backs in the exhibitor's colour.

    Where a back looks over a neighbour of the shell scheme, it bears the exhibitor's name.
    """
    for edge in stand.plot.closed_edges:
        start, end = span(stand, edge, thickness + 0.02)
        if end - start > 0.2:
            line = 0.02 + thickness / 2
            wall(
                stand,
                edge.at(start, line),
                edge.at(end, line),
                thickness,
                bottom,
                bottom + height,
                finish,
                stand.color(PANEL, "base"),
            )
            _name_on_back(stand, edge, (start, end), bottom + height)


def _name_on_back(stand: Stand, edge: Edge, along: tuple[float, float], top: float) -> None:
    over, room = top - WALL_HEIGHT, along[1] - along[0] - 0.5
    if edge.kind is not SideKind.NEIGHBOUR or over < 0.6 or room < 1.5:
        return
    size = (min(4.2, room), min(0.72, over - 0.22))
    at = edge.at((along[0] + along[1]) / 2, 0.012)
    height = top - size[1] - 0.12 - stand.assembly.level
    hang(stand, GraphicKind.HEADER, size, at, height, edge.facing_out)
