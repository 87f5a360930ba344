"""Products on plinths and on low platforms: a stand-in, its photo in a frame, or a lit cube."""

from __future__ import annotations

import math

from hallgen.kit.assembly import Surface, put, turned
from hallgen.kit.designs.furnishing import Pose
from hallgen.kit.designs.pictures import hang, hang_product
from hallgen.kit.designs.stand import Stand
from hallgen.kit.designs.standins import (
    Presented,
    Space,
    presented,
    put_named,
    show,
    to_visitors,
    towards,
)
from hallgen.kit.finishes import ALU, PANEL
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.parts.clutter import LABEL, label_stand
from hallgen.kit.parts.stands import PLINTH_HEIGHT, display_base, hood, plinth
from hallgen.kit.plots import ahead_of
from hallgen.kit.shapes import box, moved, placement
from hallgen.model import Point, Product

#: How far a product may be turned on its plinth and still be under its hood, in degrees.
_TWIST = 14.0
#: Room on a plinth of 0.64 m, under its hood, and on a platform of 2.4 x 1.7 m.
_PLINTH = Space(0.54, 0.54, 1.10, 0.58)
_HOOD = Space(0.48, 0.48, 0.47, 0.58)
_PLATFORM = Space(2.10, 1.40, 2.60, 2.6)
#: A model that is longer than this, in metres, stands on a platform rather than on a plinth.
_LARGE = 0.8


def product_plinth(stand: Stand, number: int, poses: list[Pose]) -> bool:
    """A plinth with a product, its name in front, under glass for every second one."""
    item = plinth()
    product = _chosen(stand, number, large=False)
    hooded = bool(number % 2)
    shown = None if product is None else presented(stand, product, _HOOD if hooded else _PLINTH)
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
                ratio=1.0 if shown is None else shown.ratio,
            )
        _show_on(stand, (product, shown, number), at, PLINTH_HEIGHT, turn, _PLINTH)
        if hooded and shown is not None:
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
        product = _chosen(stand, number, large=True)
        shown = None if product is None else presented(stand, product, _PLATFORM)
        _show_on(stand, (product, shown, number), at, 0.16, turn, _PLATFORM)
        label = ahead_of(at, turn, 0.68, -0.92)
        put_label(stand, product, label, turn, 0.16, 1.0 if shown is None else shown.ratio)
        return True
    return False


def put_label(
    stand: Stand, product: Product | None, at: Point, turn: float, height: float, ratio: float
) -> None:
    """A product's name on a stand of its own, with the scale of what is shown of it."""
    if product is None:
        return
    item, feature = label_stand(), stand.assembly.feature(product.id, product.exhibitor)
    stand.assembly.place(item, *at, height, turn, feature=feature)
    matrix = placement(*at, stand.assembly.level + height, turn)
    slot = f"label-stand/{product.id}" + ("" if ratio == 1 else f"/1:{ratio:g}")
    picture = Graphic(slot, GraphicKind.LABEL, *LABEL, product.id, ratio)
    for plate in item.plates:
        stand.assembly.hang(picture, Surface.PRINT, moved(plate, matrix), feature)


def is_large(stand: Stand, product: Product) -> bool:
    """Whether a product's own model is too large for a plinth."""
    model = stand.models(product)
    return model is not None and max(model.size) > _LARGE


def _chosen(stand: Stand, number: int, *, large: bool) -> Product | None:
    """A stand's product, again from the first when there are fewer; None where it has none.

    Large models go to platforms and the others to plinths, as long as there are both.
    """
    large_ones = [product for product in stand.products if is_large(stand, product)]
    others = [product for product in stand.products if product not in large_ones]
    order = [*large_ones, *others] if large else others or large_ones
    return order[number % len(order)] if order else None


def _show_on(
    stand: Stand,
    what: tuple[Product | None, Presented | None, int],
    at: Point,
    height: float,
    turn: float,
    space: Space,
) -> None:
    """What is known of a product: its model, its photo, a form like it, else a cube of colours."""
    product, shown, number = what
    photographed = product is not None and product.images and not (shown and shown.is_model)
    if product is not None and photographed:
        photo_panel(stand, product, at, height, turn, space.scale)
    elif product is not None and shown is not None:
        facing_visitors = towards(turn, to_visitors(stand, at), _TWIST)
        show(stand, shown, at, height, facing_visitors, product)
    else:
        picture_cube(stand, number, at, height, min(0.95, 0.76 * space.scale), turn)


def photo_panel(
    stand: Stand, product: Product, at: Point, height: float, turn: float, scale: float
) -> None:
    """A product's own picture, lit in a frame of aluminium, on both faces."""
    tall = min(1.5, 1.05 * scale)
    size = (0.72 * tall, tall)
    frame = box(ALU, size[0] + 0.03, size[1] + 0.05, 0.05, 0.006)
    stand.assembly.add(moved(frame, placement(*at, stand.assembly.level + height, turn)))
    for side in (0.0, 180.0):
        face = ahead_of(at, turn + side, 0.028)
        number = stand.products.index(product)
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
