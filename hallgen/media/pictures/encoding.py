"""Pictures as WebP files named by their content."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from hallgen.media.made import Made, named
from hallgen.media.pictures.types import Picture

#: Of 100, as libwebp counts, whose own it is: 80 took a sixth more, and showed no more.
QUALITY = 75
#: Flat colours without a blur are worth so many times the bytes.
_EXACT_IS_WORTH = 1.5


def encode(image: Image.Image) -> Made[Picture]:
    """An RGB or RGBA image as a WebP file named by its content. Holds nothing but pixels."""
    return _named(image, _packed(image, quality=QUALITY))


def encode_drawn(image: Image.Image) -> Made[Picture]:
    """The same for what is drawn, not taken: without loss, where that is not much larger."""
    exact, lossy = _packed(image, lossless=True), _packed(image, quality=QUALITY)
    return _named(image, exact if len(exact) < _EXACT_IS_WORTH * len(lossy) else lossy)


def _packed(image: Image.Image, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", method=4, **options)
    return buffer.getvalue()


def _named(image: Image.Image, data: bytes) -> Made[Picture]:
    file = named(data, ".webp")
    return Made(Picture(address=file.name, width=image.width, height=image.height), (file,))
