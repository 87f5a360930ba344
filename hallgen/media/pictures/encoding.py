"""Pictures as WebP files named by their content."""

from __future__ import annotations

import hashlib
import io
from enum import IntEnum

from PIL import Image

from hallgen.media.pictures.types import Picture

_QUALITY = 80


class Effort(IntEnum):
    """What libwebp may try (its "method"): USUAL takes twice the time of LITTLE for .93 of the
    bytes.
    """

    LITTLE = 2
    USUAL = 4


def encode(image: Image.Image, effort: Effort = Effort.USUAL) -> Picture:
    """An RGB or RGBA image as a WebP file named by its content. Holds nothing but pixels."""
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=_QUALITY, method=int(effort))
    data = buffer.getvalue()
    name = f"media/{hashlib.sha256(data).hexdigest()[:20]}.webp"
    return Picture(name, data, "image/webp", image.width, image.height)
