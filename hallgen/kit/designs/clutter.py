"""Small things on counters, tables and floors, and the QR plate."""

from __future__ import annotations

from hallgen.kit.assembly import Surface
from hallgen.kit.designs.furnishing import corners, furnish
from hallgen.kit.designs.stand import Stand
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.parts.clutter import (
    QR_PLATE,
    bottle,
    card_box,
    cartons,
    flowers,
    paper_cup,
    qr_plate,
    socket,
    tote_bag,
)
from hallgen.kit.parts.furniture import bin_, brochures, laptop
from hallgen.kit.plots import ahead_of
from hallgen.kit.shapes import moved, placement
from hallgen.model import Point

_QR = Graphic("qr", GraphicKind.QR, *QR_PLATE)


def on_counter(stand: Stand, at: Point, turn: float, top: float, half: float) -> None:
    """A laptop that looks to whoever stands behind, leaflets, a QR plate and what is left over.

    `top` is the height of the counter's top over the floor, `half` half its usable width; its
    front looks along `turn`.
    """
    side = stand.pick((-1.0, 1.0), "laptop side")
    place = stand.assembly.place
    place(laptop(), *ahead_of(at, turn, -0.04, side * half * 0.42), top, turn + 180)
    place(brochures(), *ahead_of(at, turn, 0.06, -side * half * 0.42), top, turn, (0.7, 1, 0.7))
    if half > 0.6:
        place(flowers(), *ahead_of(at, turn, -0.02, side * half * 0.9), top, 0.0)
        place(card_box(), *ahead_of(at, turn, -0.06, -side * half * 0.86), top, turn)
    else:
        item = stand.pick((bottle, paper_cup, bottle), "on the counter")()
        place(item, *ahead_of(at, turn, -0.10, -side * half * 0.9), top, 0.0)
    if stand.page is not None:
        put_qr(stand, ahead_of(at, turn, 0.08, side * half * 0.05), turn, top)


def put_qr(stand: Stand, at: Point, turn: float, height: float) -> None:
    """A plate with the way to the exhibitor's page."""
    item = qr_plate()
    stand.assembly.place(item, *at, height, turn)
    matrix = placement(*at, stand.assembly.level + height, turn)
    for plate in item.plates:
        stand.assembly.hang(_QR, Surface.PRINT, moved(plate, matrix))


def on_table(stand: Stand, at: Point, top: float) -> None:
    """What a talk leaves on a table."""
    turn = stand.pick(range(0, 360, 45), "table things")
    for number, item in enumerate((bottle(), paper_cup())):
        spot = ahead_of(at, turn + 130 * number, 0.10 + 0.05 * number)
        stand.assembly.place(item, *spot, top, turn)
    leaflet = ahead_of(at, turn + 200, 0.08)
    stand.assembly.place(brochures(), *leaflet, top, turn + 30, (0.42, 0.4, 0.6))


def on_floor(stand: Stand) -> None:
    """A bin, a socket with its cable at a wall, and what the crew left in a corner."""
    furnish(stand, bin_(), corners(stand, 0.20))
    for edge in stand.plot.closed_edges[:1]:
        along = (edge.length * 0.5 + 0.3, edge.length * 0.3, edge.length * 0.7)
        furnish(stand, socket(), [(edge.at(a, 0.03), edge.facing_in) for a in along])
    left = stand.pick((tote_bag, cartons, None), "left over")
    if left is not None:
        furnish(stand, left(), corners(stand, 0.30))
