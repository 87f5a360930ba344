"""Putting products up: as their own model in real size where it fits, else in a form like it.

Forms are turned to the visitors, with their maker's name on them.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image

from hallgen.kit.assembly import Part, Surface
from hallgen.kit.designs.stand import Stand
from hallgen.kit.graphics import Graphic, GraphicKind
from hallgen.kit.graphics.palettes import seed
from hallgen.kit.parts.exhibits import Maker, forms_of
from hallgen.kit.plots import facing, segment_distances
from hallgen.kit.shapes import moved, placement
from hallgen.kit.shapes.shadows import shadow
from hallgen.media.models.shelf import ShelvedModel, Size
from hallgen.model import Point, Product
from hallgen.scene import OwnFile

#: What is lower than this, in metres, is what a product stands on; narrower products than so many
#: metres have no shadow of their own under them: their plinth's edge is as near.
_BASE = 0.06
_BROAD = 0.5
#: How dark it is in the middle of that shadow: machines stand on feet with no light under them.
_UNDER = 0.7

#: How many of one form a booth shows at most: it is a stand, not a shelf of one box.
_MOST_ALIKE = 3

#: Scales that models are built in, of which each power of ten has its own.
_RATIOS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)

#: The front counts more than the other open sides: there most visitors pass.
_FRONT_WEIGHT = 2.5

#: A name plate shows what the front of a straight counter shows, and shares its picture.
_PLATE = Graphic("counter//1.6x0.78", GraphicKind.COUNTER, 1.6, 0.78)
#: All controls of a booth show the same, as large as on a turntable.
_CONTROL = Graphic("control", GraphicKind.CONTROL, 0.39, 0.64)


@dataclass(frozen=True, slots=True)
class Space:
    """Room for a product, in metres: `width` across its front, `depth`, `height`.

    `scale` is by how much a form of about 0.4 m is made larger or smaller there.
    """

    width: float
    depth: float
    height: float
    scale: float


@dataclass(frozen=True, eq=False, slots=True)
class Presented:
    """What a product is shown by, and its scale: a model's is 1 or one over `ratio`."""

    item: Part
    scale: float
    ratio: float = 1.0

    @property
    def is_model(self) -> bool:
        return self.item.shown_by is not None


def presented(stand: Stand, product: Product, space: Space) -> Presented | None:
    """What a product is shown by in a space; None where there is neither model nor form."""
    model = stand.models(product)
    if model is not None:
        ratio = _ratio(model.size, space)
        return Presented(_model_part(model), 1 / ratio, ratio)
    form = stand_in(stand, product)
    return None if form is None else Presented(form, space.scale)


def _ratio(size: Size, space: Space) -> float:
    """How many times smaller than it is a model has to be: 1, or one of the usual ratios."""
    width, height, depth = size
    needed = max(width / space.width, depth / space.depth, height / space.height)
    step = 10.0 ** math.floor(math.log10(max(needed, 1.0)))
    usual = (step * ratio for ratio in _RATIOS)
    return next(ratio for ratio in usual if ratio >= needed - 1e-6)


@lru_cache(maxsize=256)
def _model_part(model: ShelvedModel) -> Part:
    """A model as a part: the same one wherever it stands."""
    return Part(model.file, model.far, shown_by=OwnFile(model.file, model.size))


def stand_in(stand: Stand, product: Product) -> Part | None:
    """The stand-in for a product: another form for each of a booth's; None where we have none."""
    for maker in _forms(stand, product):
        if stand.assembly.count(maker()) < _MOST_ALIKE:
            return maker()
    return None


def form_of(stand: Stand, product: Product) -> Part | Image.Image | None:
    """What the pictures of a product show: its model, or the form it mostly stands there in."""
    model = stand.models(product)
    if model is not None:
        return Image.open(io.BytesIO(model.picture)).convert("RGBA")
    return next((maker() for maker in _forms(stand, product)), None)


def _forms(stand: Stand, product: Product) -> tuple[Maker, ...]:
    return forms_of(product, seed(product.exhibitor) + stand.products.index(product))


def show(
    stand: Stand, shown: Presented, at: Point, height: float, turn: float, product: Product
) -> None:
    """Place what shows a product over a ground point, its maker's name on a form's plates."""
    feature = stand.assembly.feature(product.id, product.exhibitor)
    put_named(stand, shown.item, at, height, turn, shown.scale, feature)
    under = _contact(shown.item, shown.scale)
    if under is not None:
        stand.assembly.place(under, *at, height, turn, feature=feature)


@lru_cache(maxsize=256)
def _contact(item: Part, scale: float) -> Part | None:
    """The soft shadow under a product in a scale, as broad as its foot; None under small ones."""
    ground = np.concatenate([mesh.positions for mesh in item.meshes])
    low = ground[ground[:, 1] < ground[:, 1].min() + _BASE / scale][:, [0, 2]] * scale
    (x, z), (width, depth) = (low.min(axis=0) + low.max(axis=0)) / 2, np.ptp(low, axis=0)
    if min(width, depth) < _BROAD:
        return None
    middle = placement(float(x), -float(z))
    patch = moved(shadow(float(width), float(depth), _UNDER), middle)
    return Part(f"{item.name}, shadow 1:{1 / scale:g}", (patch,))


def put_named(
    stand: Stand,
    item: Part,
    at: Point,
    height: float = 0.0,
    turn: float = 0.0,
    scale: float = 1.0,
    feature: int = 0,
) -> None:
    """Place a part over a ground point, the exhibitor's name on its plates, its controls on."""
    stand.assembly.place(item, *at, height, turn, (scale, scale, scale), feature=feature)
    matrix = placement(*at, stand.assembly.level + height, turn, (scale, scale, scale))
    for plate in item.plates:
        stand.assembly.hang(_PLATE, Surface.PRINT, moved(plate, matrix), feature)
    for display in item.displays:
        stand.assembly.hang(_CONTROL, Surface.LIGHTBOX, moved(display, matrix), feature)


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
