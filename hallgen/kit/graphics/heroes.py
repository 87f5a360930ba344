"""The picture of a product: its photo, cut out where that can be done, or a render of its form."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.motifs import motif_for
from hallgen.kit.graphics.renders import Side, Solid, portrait
from hallgen.kit.graphics.sculptures import sculpture_for
from hallgen.media import MediaLibrary
from hallgen.model import Product

#: The form that stands for a product in its booth, or a cut-out picture of its own model (RGBA);
#: None where there is neither.
Forms = Callable[[Product], Solid | Image.Image | None]

#: Photos are decoded at this size at most.
PHOTO_PIXELS = 768

#: A photo's ground is plain where this share of its rim is within so many levels of one colour.
_PLAIN_SHARE, _PLAIN_LEVELS = 0.93, 14
#: From so many levels off the ground on a pixel is the product's, wholly at the second.
_EDGE = (10.0, 34.0)
#: The ground is followed from the rim on a small copy, its longer side this long.
_FLOODED = 160


def no_forms(_: Product) -> None:
    """Forms of a kit that has none."""


def hero_of(brand: Brand, product: Product, media: MediaLibrary, forms: Forms) -> Image.Image:
    """A product's picture: RGBA cut out, or RGB for a photo that fills its frame."""
    for path in product.images[:1]:
        photo = media.image(path, product.place, PHOTO_PIXELS)
        if photo is not None:
            return cut_out(photo)
    form = forms(product)
    if isinstance(form, Image.Image):
        return form
    if form is not None:
        side = Side.LEFT if brand.products.index(product) % 2 else Side.RIGHT
        return portrait(form, brand.palette.base, side)
    words = (*(text for _, text in product.name.said), *(text for _, text in product.category.said))
    return still_life(brand, words)


def still_life(brand: Brand, words: Iterable[str]) -> Image.Image:
    """What stands for goods or fields that are only named, in the brand's accent."""
    sculpture = sculpture_for(motif_for(words), brand.seed)
    return portrait(sculpture, brand.palette.accent)


def cut_out(photo: Image.Image) -> Image.Image:
    """A photo without its ground, RGBA, where that is transparent or plain; else as it is."""
    if photo.mode == "RGBA":
        box = photo.getchannel("A").point([255 * (v > 8) for v in range(256)]).getbbox()
        return photo if box is None else photo.crop(box)
    pixels = np.asarray(photo.convert("RGB"), dtype=np.int16)
    rim = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    ground = np.median(rim, axis=0)
    if (np.abs(rim - ground).max(axis=1) <= _PLAIN_LEVELS).mean() < _PLAIN_SHARE:
        return photo
    away = np.abs(pixels - ground).max(axis=2)
    share = np.clip((away - _EDGE[0]) / (_EDGE[1] - _EDGE[0]), 0, 1)
    alpha = np.where(_reached(away <= _EDGE[1], photo.size), share, 1.0)
    cut = photo.convert("RGBA")
    cut.putalpha(Image.fromarray((alpha * 255).astype(np.uint8)))
    box = cut.getchannel("A").point([255 * (v > 24) for v in range(256)]).getbbox()
    return photo if box is None else cut.crop(box)


def _reached(plain: NDArray[np.bool_], size: tuple[int, int]) -> NDArray[np.bool_]:
    """Which pixels of a plain ground are joined to the rim: not a white label on a product."""
    scale = _FLOODED / max(size)
    small = Image.fromarray(plain).convert("L")
    small = small.resize([max(2, round(side * scale)) for side in size], Image.Resampling.BOX)
    small = small.point([255 * (v > 160) for v in range(256)])
    framed = Image.new("L", (small.width + 2, small.height + 2), 255)
    framed.paste(small, (1, 1))
    ImageDraw.floodfill(framed, (0, 0), 128)
    joined = framed.crop((0, 0, small.width + 2, small.height + 2)).point(
        [255 * (v == 128) for v in range(256)]
    )
    inner = joined.crop((1, 1, small.width + 1, small.height + 1))
    return np.asarray(np.asarray(inner.resize(size, Image.Resampling.BILINEAR)) > 8)
