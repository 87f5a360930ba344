"""What booths on raw space share: platforms, solid walls, beams, towers, product stands."""

from __future__ import annotations

import math
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from hallgen.kit.assembly import Surface, turned
from hallgen.kit.designs.furnishing import Pose
from hallgen.kit.designs.light import platform_shade
from hallgen.kit.designs.pictures import hang, hang_product
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.standins import put_named, show, stand_in, to_visitors, towards
from hallgen.kit.designs.walls import span, take
from hallgen.kit.finishes import DARK_GREY, LED, PANEL, POLISHED, WOOD, Finish
from hallgen.kit.graphics import GraphicKind
from hallgen.kit.parts.lights import downlight
from hallgen.kit.parts.stands import PLINTH_HEIGHT, hood, plinth
from hallgen.kit.plots import ahead_of, facing, segment_distances
from hallgen.kit.shapes import Shade, box, floor, grounded, moved, placement, sheet
from hallgen.model import Point, Ring
from hallgen.scene import Mesh

#: Of solid walls on closed sides, in metres.
WALL_THICKNESS = 0.10

#: How far a product may be turned on its plinth and still be under its hood, in degrees.
_TWIST = 14.0


class FloorLook(StrEnum):
    """What a raised floor is covered with."""

    WOOD = "wood"
    POLISHED = "polished"
    CARPET = "carpet"


def platform(stand: Stand, look: FloorLook, height: float) -> None:
    """A raised floor over the whole plot, with a line of light at its open edges."""
    finish = {
        FloorLook.WOOD: WOOD,
        FloorLook.POLISHED: POLISHED,
        FloorLook.CARPET: stand.carpet("base"),
    }[look]
    plot = stand.plot
    cell = max(0.8, math.sqrt(plot.area) / 10)
    shade = platform_shade(plot)
    stand.assembly.add(floor(finish, plot.outline, height, plot.holes, cell, shade))
    for edge in plot.edges:
        (ax, ay), length = edge.along, edge.length
        x, y = edge.start
        right = (ax * length, 0.0, -ay * length)
        low = 0.35 * height if edge.open else 0.0
        if edge.open:
            stand.assembly.add(sheet(DARK_GREY, (x, 0, -y), right, (0, low, 0)))
            stand.assembly.add(sheet(LED, (x, low, -y), right, (0, 0.3 * height, 0)))
            low += 0.3 * height
        stand.assembly.add(sheet(DARK_GREY, (x, low, -y), right, (0, height - low, 0)))


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


def line_shade(floor_height: float, height: float) -> Shade:
    """For walls that stand free: darker at the foot, a wash of light above eye height."""

    def shade(points: NDArray[np.float64]) -> NDArray[np.float64]:
        rise = points[:, 1] - floor_height
        wash = 0.74 + 0.26 * np.exp(-(((rise - 0.68 * height) / (0.45 * height)) ** 2))
        return np.asarray(wash * (1 - 0.36 * np.exp(-np.maximum(rise, 0) / 0.25)))

    return shade


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
    shade = line_shade(bottom, top - bottom)
    columns = list(np.linspace(0, 1, max(2, round(length / 1.5) + 1)))
    rows = (0.0, 0.04, 0.12, 0.3, 0.6, 0.85, 1.0)
    up = (0.0, top - bottom, 0.0)
    left, right = (-ax * length, 0, ay * length), (ax * length, 0, -ay * length)
    add = stand.assembly.add
    add(sheet(front, (end[0] + nx, bottom, -end[1] - ny), left, up, (columns, rows), shade=shade))
    add(
        sheet(
            back, (start[0] - nx, bottom, -start[1] + ny), right, up, (columns, rows), shade=shade
        )
    )
    across = (2 * nx, 0, -2 * ny)
    add(sheet(back, (end[0] - nx, bottom, -end[1] + ny), across, up, shade=shade))
    add(sheet(back, (start[0] + nx, bottom, -start[1] - ny), (-2 * nx, 0, 2 * ny), up, shade=shade))
    add(sheet(back, (start[0] - nx, top, -start[1] + ny), right, across))
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
    lights: float = 2.1,
) -> None:
    """A beam with a line of light below and a spot every `lights` metres."""
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
    count = max(1, round(length / lights))
    for k in range(count):
        share = (k + 0.5) / count
        at = (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
        stand.assembly.place(downlight(), *at, bottom - 0.012 - stand.assembly.level)


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


def product_plinth(stand: Stand, number: int, poses: list[Pose]) -> bool:
    """A plinth with a product, its name in front, under glass for every second one."""
    item = plinth()
    product = stand.products[number % len(stand.products)] if stand.products else None
    feature = 0 if product is None else stand.assembly.feature(product.id, product.exhibitor)
    for at, turn in poses:
        ring = turned(item.footprint, *at, turn)
        if not stand.room.try_block(ring, 0.05):
            continue
        stand.assembly.obstacles.append(ring)
        put_named(stand, item, at, turn=turn, feature=feature)
        front = (
            at[0] + 0.326 * math.sin(math.radians(turn)),
            at[1] - 0.326 * math.cos(math.radians(turn)),
        )
        if product is None:
            hang(stand, GraphicKind.COUNTER, (0.56, 0.50), front, 0.36, turn)
        else:
            hang(
                stand,
                GraphicKind.LABEL,
                (0.56, 0.32),
                front,
                0.56,
                turn,
                subject=product.id,
                feature=feature,
            )
        _on_plinth(stand, number, at, PLINTH_HEIGHT, turn)
        return True
    return False


def _on_plinth(stand: Stand, number: int, at: Point, height: float, turn: float) -> None:
    product = stand.products[number % len(stand.products)] if stand.products else None
    model = None if product is None else stand_in(stand, product)
    if product is not None and model is not None:
        facing_visitors = towards(turn, to_visitors(stand, at), _TWIST)
        show(stand, model, at, height, facing_visitors, 0.58, product)
        if number % 2:
            feature = stand.assembly.feature(product.id, product.exhibitor)
            stand.assembly.place(hood(), *at, height, turn, feature=feature)
        return
    picture_cube(stand, number, at, height, 0.44, turn)


def picture_cube(
    stand: Stand, number: int, at: Point, height: float, size: float, turn: float
) -> None:
    """A lit cube that shows a product's picture on its four sides."""
    stand.assembly.add(
        moved(
            box(stand.color(PANEL, "deep"), size - 0.01, size * 1.25, size - 0.01),
            placement(*at, stand.assembly.level + height, turn),
        )
    )
    for k in range(4):
        face = ahead_of(at, turn + 90 * k, size / 2)
        hang_product(
            stand,
            number,
            (size - 0.02, size * 1.25 - 0.02),
            face,
            height + 0.01,
            turn + 90 * k,
            Surface.LIGHTBOX,
        )


def grid_poses(stand: Stand, inward: float, step: float) -> list[Pose]:
    """Places `inward` metres behind the open sides, `step` apart, looking out."""
    poses: list[Pose] = []
    for edge in stand.plot.open_edges:
        count = max(1, round((edge.length - 1.2) / step))
        poses += [
            (edge.at(edge.length * (k + 0.5) / count, inward), edge.facing_out)
            for k in range(count)
        ]
    return poses


def inner_poses(stand: Stand, step: float = 0.5) -> list[Pose]:
    """Places over the floor, those nearest the middle first, looking to the nearest open side."""
    spots = stand.room.spots(step)
    if not spots:
        return []
    x0, y0, x1, y1 = stand.plot.bounds
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    points = np.array(spots)
    order = np.argsort(np.linalg.norm(points - middle, axis=1).round(3), kind="stable")
    open_edges = stand.plot.open_edges
    if not open_edges:
        return [(spots[i], 0.0) for i in order]
    away = np.stack([segment_distances(points, e.start, e.end) for e in open_edges])
    nearest = away.argmin(axis=0)
    return [(spots[i], open_edges[int(nearest[i])].facing_out) for i in order]


def closed_walls(
    stand: Stand, bottom: float, height: float, thickness: float, finish: Finish
) -> None:
    """Solid walls on all closed sides."""
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
                PANEL,
            )
