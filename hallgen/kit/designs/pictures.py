"""Hanging pictures: on walls, fascias, counters, stands."""

from __future__ import annotations

import math

import numpy as np

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.stand import Stand
from hallgen.kit.finishes import PAINT
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.shapes import moved, placement, sheet, solid
from hallgen.model import Point
from hallgen.scene import Mesh

_PRINT = PAINT


def picture(width: float, height: float) -> Mesh:
    """A picture looking to +Z, its lower edge's middle at the origin."""
    return sheet(_PRINT, (-width / 2, 0, 0), (width, 0, 0), (0, height, 0), uv=(0.0, 0.0, 1.0, 1.0))


def curved(
    around: Point,
    radii: tuple[float, float],
    angles: tuple[float, float],
    rise: tuple[float, float],
) -> Mesh:
    """A picture on the outside of a drum, between two angles (radians, ground) and heights.

    The drum's radii are along x and y; the picture is laid by the length of its arc.
    """
    steps = max(4, math.ceil((angles[1] - angles[0]) / 0.14))
    angle = np.linspace(*angles, steps + 1)
    reach = np.array(radii)
    ground = np.stack([np.cos(angle), np.sin(angle)], axis=1) * reach
    flat = np.stack([np.cos(angle), np.sin(angle)], axis=1) / reach
    flat /= np.linalg.norm(flat, axis=1, keepdims=True)
    out = np.stack([flat[:, 0], np.zeros(steps + 1), -flat[:, 1]], axis=1)
    run = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(ground, axis=0), axis=1))])
    # Each strip has vertices of its own: it is flat enough to take its light from texels.
    ends = np.stack([np.arange(steps), np.arange(1, steps + 1)] * 2, axis=1)
    heights = np.tile([rise[0], rise[0], rise[1], rise[1]], steps)
    spots = ground[ends.ravel()]
    positions = np.stack([around[0] + spots[:, 0], heights, -around[1] - spots[:, 1]], axis=1)
    uvs = np.stack([run[ends.ravel()] / run[-1], np.tile([1.0, 1.0, 0.0, 0.0], steps)], axis=1)
    k = 4 * np.arange(steps)[:, None]
    triangles = [k + np.array(t) for t in ((0, 1, 3), (0, 3, 2))]
    return solid(_PRINT, positions, out[ends.ravel()], np.concatenate(triangles), uvs)


def arc_length(radii: tuple[float, float], angles: tuple[float, float]) -> float:
    """How long the arc of such a drum is, in metres."""
    angle = np.linspace(*angles, 65)
    points = np.stack([np.cos(angle), np.sin(angle)], axis=1) * np.array(radii)
    return float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())


def hang(
    stand: Stand,
    kind: GraphicKind,
    size: tuple[float, float],
    at: Point,
    height: float,
    turn: float,
    surface: Surface = Surface.PRINT,
    subject: str | None = None,
    feature: int = 0,
    number: int = 0,
    ratio: float = 1.0,
) -> None:
    """A picture of `size` (width, height) over a ground point, its lower edge at `height`.

    Pictures of the same kind, subject, size (to 10 mm), number and ratio share a place in the
    atlas.
    """
    width, tall = round(size[0], 2), round(size[1], 2)
    apart = [str(number)][:number] + ([] if ratio == 1 else [f"1:{ratio:g}"])
    slot = "/".join([kind.value, subject or "", f"{width:g}x{tall:g}", *apart])
    stand.assembly.hang(
        Graphic(slot, kind, width, tall, subject, ratio),
        surface,
        moved(picture(*size), placement(*at, stand.assembly.level + height, turn)),
        feature,
    )


def hang_product(
    stand: Stand,
    number: int,
    size: tuple[float, float],
    at: Point,
    height: float,
    turn: float,
    surface: Surface = Surface.PRINT,
) -> None:
    """The poster of the stand's product `number` (again from the first when there are fewer), or
    of the exhibitor itself where it has no product.
    """
    if not stand.products:
        hang(stand, GraphicKind.POSTER_BRAND, size, at, height, turn, surface)
        return
    product = stand.products[number % len(stand.products)]
    feature = stand.assembly.feature(product.id, product.exhibitor)
    hang(stand, GraphicKind.POSTER_PRODUCT, size, at, height, turn, surface, product.id, feature)
