"""The picture of a product: its photo, cut out where that can be done, or a render of its form."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.motifs import motif_for
from hallgen.kit.graphics.renders import Side, Solid, portrait
from hallgen.kit.graphics.sculptures import sculpture_for
from hallgen.media import MediaLibrary
from hallgen.model import Product

#: The form that stands for a product in its booth, or a cut-out picture of its own model (RGBA);
#: None where there is neither.
Forms = Callable[[Product], Solid | Image.Image | None]


def no_forms(_: Product) -> None:
    """Forms of a kit that has none."""


def hero_of(brand: Brand, product: Product, media: MediaLibrary, forms: Forms) -> Image.Image:
    """A product's picture: RGBA cut out, or RGB for a photo that fills its frame."""
    for path in product.images[:1]:
        photo = media.cut_out(path)
        if photo is not None:
            return photo
    form = forms(product)
    if isinstance(form, Image.Image):
        return form
    if form is not None:
        side = Side.LEFT if brand.products.index(product) % 2 else Side.RIGHT
        return portrait(media.studio, form, brand.palette.base, side)
    words = (*(text for _, text in product.name.said), *(text for _, text in product.category.said))
    return still_life(brand, words, media)


def still_life(brand: Brand, words: Iterable[str], media: MediaLibrary) -> Image.Image:
    """What stands for goods or fields that are only named, in the brand's accent."""
    sculpture = sculpture_for(motif_for(words), brand.seed)
    return portrait(media.studio, sculpture, brand.palette.accent)
