"""Pictures as WebP files named by their content."""

from __future__ import annotations

import hashlib
import io

from PIL import Image

from hallgen.media.pictures.types import Picture

#: Of 100, as libwebp counts.
QUALITY = 80


def encode(image: Image.Image) -> Picture:
    """An RGB or RGBA image as a WebP file named by its content. Holds nothing but pixels."""
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=QUALITY, method=4)
    data = buffer.getvalue()
    name = f"media/{hashlib.sha256(data).hexdigest()[:20]}.webp"
    return Picture(name, data, "image/webp", image.width, image.height)
