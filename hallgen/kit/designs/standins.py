"""Putting stand-ins up: in which form, turned to the visitors, with their maker's name on them."""

from __future__ import annotations

import math

import numpy as np

from hallgen.kit.assembly import Part, Surface
from hallgen.kit.designs.stand import Stand
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.graphics.palettes import seed
from hallgen.kit.parts.exhibits import Maker, forms_of
from hallgen.kit.plots import facing, segment_distances
from hallgen.kit.shapes import moved, placement
from hallgen.model import Point, Product

#: How many of one form a booth shows at most: it is a stand, not a shelf of one box.
_MOST_ALIKE = 3

#: The front counts more than the other open sides: there most visitors pass.
_FRONT_WEIGHT = 2.5

#: A name plate shows what the front of a straight counter shows, and shares its picture.
_PLATE = Graphic("counter//1.6x0.78", GraphicKind.COUNTER, 1.6, 0.78)


def stand_in(stand: Stand, product: Product) -> Part | None:
    """The stand-in for a product: another form for each of a booth's; None where we have none."""
    for maker in _forms(stand, product):
        if stand.assembly.count(maker()) < _MOST_ALIKE:
            return maker()
    return None


def form_of(stand: Stand, product: Product) -> Part | None:
    """The form that the pictures of a product show: the one it stands there in, mostly."""
    return next((maker() for maker in _forms(stand, product)), None)


def _forms(stand: Stand, product: Product) -> tuple[Maker, ...]:
    return forms_of(product, seed(product.exhibitor) + stand.products.index(product))


def show(
    stand: Stand, item: Part, at: Point, height: float, turn: float, scale: float, product: Product
) -> None:
    """Place a stand-in over a ground point, its maker's name on its plates."""
    feature = stand.assembly.feature(product.id, product.exhibitor)
    put_named(stand, item, at, height, turn, scale, feature)


def put_named(
    stand: Stand,
    item: Part,
    at: Point,
    height: float = 0.0,
    turn: float = 0.0,
    scale: float = 1.0,
    feature: int = 0,
) -> None:
    """Place a part over a ground point, the exhibitor's name on its plates."""
    stand.assembly.place(item, *at, height, turn, (scale, scale, scale), feature=feature)
    matrix = placement(*at, stand.assembly.level + height, turn, (scale, scale, scale))
    for plate in item.plates:
        stand.assembly.hang(_PLATE, Surface.PRINT, moved(plate, matrix), feature)


def to_visitors(stand: Stand, at: Point) -> float:
    """The turn that shows a thing's front to where visitors pass: to the open sides nearby.

    Where two are equally near it looks to the corner between them.
    """
    x = y = 0.0
    for edge in stand.plot.open_edges:
        away = float(segment_distances(np.array([at]), edge.start, edge.end)[0])
        out = (-edge.inward[0], -edge.inward[1])
        weight = (_FRONT_WEIGHT if out[1] < -0.9 else 1.0) / max(away, 0.5)
        x, y = x + weight * out[0], y + weight * out[1]
    return facing((x, y)) if math.hypot(x, y) > 1e-6 else 0.0


def towards(turn: float, wanted: float, most: float) -> float:
    """A turn brought nearer to another, by `most` degrees at most."""
    apart = (wanted - turn + 180) % 360 - 180
    return turn + max(-most, min(most, apart))
