"""Products on plinths and on low platforms: a stand-in, its photo in a frame, or a lit cube."""

from __future__ import annotations

import math

from hallgen.kit.assembly import Surface, put, turned
from hallgen.kit.designs.furnishing import Pose
from hallgen.kit.designs.pictures import hang, hang_product
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.standins import put_named, show, stand_in, to_visitors, towards
from hallgen.kit.finishes import ALU, PANEL
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.parts.clutter import LABEL, label_stand
from hallgen.kit.parts.stands import PLINTH_HEIGHT, display_base, hood, plinth
from hallgen.kit.plots import ahead_of
from hallgen.kit.shapes import box, moved, placement
from hallgen.model import Point, Product

#: How far a product may be turned on its plinth and still be under its hood, in degrees.
_TWIST = 14.0


def product_plinth(stand: Stand, number: int, poses: list[Pose]) -> bool:
    """A plinth with a product, its name in front, under glass for every second one."""
    item = plinth()
    product = product_at(stand, number)
    feature = 0 if product is None else stand.assembly.feature(product.id, product.exhibitor)
    for at, turn in poses:
        ring = turned(item.footprint, *at, turn)
        if not stand.room.try_block(ring, 0.05):
            continue
        stand.assembly.obstacles.append(ring)
        put_named(stand, item, at, turn=turn, feature=feature)
        front = ahead_of(at, turn, 0.326)
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
        show_on(stand, number, at, PLINTH_HEIGHT, turn, 0.58)
        if number % 2 and product is not None and stand_in(stand, product) is not None:
            stand.assembly.place(hood(), *at, PLINTH_HEIGHT, turn, feature=feature)
        return True
    return False


def exhibit(stand: Stand, number: int, poses: list[Pose]) -> bool:
    """A large product on a low platform of 2.4 x 1.7 m, its label on a stand before it."""
    item = display_base()
    for at, turn in poses:
        ring = turned(item.footprint, *at, turn)
        if not stand.room.try_block(ring, 0.5):
            continue
        put(stand.assembly, item, at, turn)
        show_on(stand, number, at, 0.16, turn, 2.6)
        put_label(stand, product_at(stand, number), ahead_of(at, turn, 0.68, -0.92), turn, 0.16)
        return True
    return False


def put_label(stand: Stand, product: Product | None, at: Point, turn: float, height: float) -> None:
    """A product's name on a stand of its own."""
    if product is None:
        return
    item, feature = label_stand(), stand.assembly.feature(product.id, product.exhibitor)
    stand.assembly.place(item, *at, height, turn, feature=feature)
    matrix = placement(*at, stand.assembly.level + height, turn)
    picture = Graphic(f"label-stand/{product.id}", GraphicKind.LABEL, *LABEL, product.id)
    for plate in item.plates:
        stand.assembly.hang(picture, Surface.PRINT, moved(plate, matrix), feature)


def product_at(stand: Stand, number: int) -> Product | None:
    """A stand's product, again from the first when there are fewer; None where it has none."""
    return stand.products[number % len(stand.products)] if stand.products else None


def show_on(stand: Stand, number: int, at: Point, height: float, turn: float, scale: float) -> None:
    """What is known of a product: a form like it, else its photo, else a cube in its colours."""
    product = product_at(stand, number)
    model = None if product is None else stand_in(stand, product)
    if product is not None and product.images and product.model is None:
        photo_panel(stand, number, at, height, turn, scale)
    elif product is not None and model is not None:
        facing_visitors = towards(turn, to_visitors(stand, at), _TWIST)
        show(stand, model, at, height, facing_visitors, scale, product)
    else:
        picture_cube(stand, number, at, height, min(0.95, 0.76 * scale), turn)


def photo_panel(
    stand: Stand, number: int, at: Point, height: float, turn: float, scale: float
) -> None:
    """A product's own picture, lit in a frame of aluminium, on both faces."""
    tall = min(1.5, 1.05 * scale)
    size = (0.72 * tall, tall)
    frame = box(ALU, size[0] + 0.03, size[1] + 0.05, 0.05, 0.006)
    stand.assembly.add(moved(frame, placement(*at, stand.assembly.level + height, turn)))
    for side in (0.0, 180.0):
        face = ahead_of(at, turn + side, 0.028)
        hang_product(stand, number, size, face, height + 0.025, turn + side, Surface.LIGHTBOX)


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


def disc(at: Point, radius: float, steps: int = 28) -> tuple[Point, ...]:
    """A round ring of ground points, such as a rug's."""
    angles = [k * math.tau / steps for k in range(steps)]
    return tuple((at[0] + radius * math.cos(a), at[1] + radius * math.sin(a)) for a in angles)
