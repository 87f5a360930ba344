"""Shelves with products on them, on the walls of a booth."""

from __future__ import annotations

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.standins import Space, presented, show
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.parts.clutter import LEAFLET, easel
from hallgen.kit.parts.furniture import brochures
from hallgen.kit.parts.stands import shelf
from hallgen.kit.plots import ahead_of
from hallgen.kit.shapes import moved, placement
from hallgen.model import Point, Product

#: Over the floor, in metres: from the knee to the eye.
_HEIGHTS = (0.62, 1.06, 1.50)

#: Room on a shelf, under the next.
_SHELF = Space(0.34, 0.22, 0.38, 0.56)


def shelves(stand: Stand, face: Point, turn: float, number: int) -> None:
    """Three shelves of 0.9 m before a face: products at eye height, leaflets and stacks of them.

    `number` is which of the booth's shelves they are; the first have one product more.
    """
    for row, height in enumerate(_HEIGHTS):
        stand.assembly.place(shelf(), *face, height, turn)
        side, top = -1 if (row + number) % 2 else 1, height + 0.022
        index = number * len(_HEIGHTS) + row
        product = stand.products[index % len(stand.products)] if stand.products else None
        shown = None if product is None else presented(stand, product, _SHELF)
        # There is no label to tell the scale of a model that is not shown in real size.
        whole = shown is not None and shown.ratio == 1 and (row == 1 or row + number == 2)
        if product is not None and shown is not None and whole:
            show(stand, shown, ahead_of(face, turn, 0.14, 0.2 * side), top, turn, product)
        else:
            spot = ahead_of(face, turn, 0.13, 0.2 * side)
            stand.assembly.place(brochures(), *spot, top, turn, (0.72, 1.4, 0.8))
        _leaflet(stand, ahead_of(face, turn, 0.12, -0.26 * side), top, turn, product)


def _leaflet(stand: Stand, at: Point, height: float, turn: float, product: Product | None) -> None:
    """A leaflet of a product, or of the exhibitor, on an easel."""
    feature = 0 if product is None else stand.assembly.feature(product.id, product.exhibitor)
    kind = GraphicKind.POSTER_BRAND if product is None else GraphicKind.POSTER_PRODUCT
    subject = None if product is None else product.id
    item = easel()
    stand.assembly.place(item, *at, height, turn, feature=feature)
    matrix = placement(*at, stand.assembly.level + height, turn)
    picture = Graphic(f"leaflet/{subject or ''}", kind, *LEAFLET, subject)
    for plate in item.plates:
        stand.assembly.hang(picture, Surface.PRINT, moved(plate, matrix), feature)
