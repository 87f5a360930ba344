"""The picture of a product: its photo, cut out where that can be done, or a render of its form."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.motifs import motif_for
from hallgen.kit.graphics.renders import Side, Solid, portrait
from hallgen.kit.graphics.sculptures import sculpture_for
from hallgen.media import MediaLibrary
from hallgen.media.pictures import plain_ground, with_shadow, without_ground
from hallgen.model import Product

#: The form that stands for a product in its booth, or a cut-out picture of its own model (RGBA);
#: None where there is neither.
Forms = Callable[[Product], Solid | Image.Image | None]

#: Photos are decoded at this size at most.
PHOTO_PIXELS = 768


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
    ground = plain_ground(photo)
    if ground is None:
        return photo
    cut = with_shadow(without_ground(photo, ground), photo, ground)
    box = cut.getchannel("A").point([255 * (v > 24) for v in range(256)]).getbbox()
    return photo if box is None else cut.crop(box)
