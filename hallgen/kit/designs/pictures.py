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
    around: Point, radius: float, angles: tuple[float, float], rise: tuple[float, float]
) -> Mesh:
    """A picture on the outside of a drum, between two angles (radians, ground) and heights."""
    steps = max(4, math.ceil((angles[1] - angles[0]) / 0.14))
    share = np.linspace(0.0, 1.0, steps + 1)
    angle = angles[0] + share * (angles[1] - angles[0])
    out = np.stack([np.cos(angle), np.zeros(steps + 1), -np.sin(angle)], axis=1)
    low = np.array([around[0], rise[0], -around[1]]) + out * radius
    high = low + np.array([0.0, rise[1] - rise[0], 0.0])
    uvs = [np.stack([share, np.full(steps + 1, v)], axis=1) for v in (1.0, 0.0)]
    k = np.arange(steps)[:, None]
    triangles = [k + np.array(t) for t in ((0, 1, steps + 2), (0, steps + 2, steps + 1))]
    return solid(
        _PRINT,
        np.concatenate([low, high]),
        np.concatenate([out, out]),
        np.concatenate(triangles),
        np.concatenate(uvs),
    )


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
) -> None:
    """A picture of `size` (width, height) over a ground point, its lower edge at `height`.

    Pictures of the same kind, subject and size (to 10 mm) share a place in the atlas.
    """
    width, tall = round(size[0], 2), round(size[1], 2)
    slot = "/".join([kind.value, subject or "", f"{width:g}x{tall:g}"])
    stand.assembly.hang(
        Graphic(slot, kind, width, tall, subject),
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
