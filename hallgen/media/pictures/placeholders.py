"""What is seen in a picture's place until it has come: its thumbhash, drawn as a tiny picture.

A thumbhash (https://github.com/evanw/thumbhash) keeps the lowest frequencies of a picture, which
is what a blur shows. Pages work without scripts and have no inline styles, so it is drawn here
(the package's own decoder prints and draws one colour) and goes into the page as a data URI.
"""

from __future__ import annotations

import base64
import io

import numpy as np
import thumbhash
from numpy.typing import NDArray
from PIL import Image

#: The longer side of what is hashed and of what is drawn, in pixels, and the least of the other:
#: it takes that many to hold the frequencies that are kept.
_LONGEST, _LEAST = 24, 8

_Plane = NDArray[np.float64]


def placeholder(image: Image.Image) -> str:
    """A data URI of a blurred picture, or '' for one that is transparent."""
    if image.mode != "RGB":
        return ""
    buffer = io.BytesIO()
    drawn(thumb_hash(image), image.size).save(buffer, "WEBP", quality=70, method=6)
    return "data:image/webp;base64," + base64.b64encode(buffer.getvalue()).decode()


def thumb_hash(image: Image.Image) -> bytes:
    """The thumbhash of an RGB image, about 25 bytes."""
    size = _fitted(image.size)
    small = image.resize(size, Image.Resampling.BOX, reducing_gap=2.0).convert("RGBA")
    return bytes(thumbhash.rgba_to_thumb_hash(*size, list(small.tobytes())))


def drawn(hashed: bytes, size: tuple[int, int]) -> Image.Image:
    """The picture that a thumbhash without alpha keeps, in the proportions of `size`."""
    head = int.from_bytes(hashed[:3], "little")
    more = int.from_bytes(hashed[3:5], "little")
    landscape = bool(more >> 15)
    nx = 7 if landscape else max(3, more & 7)
    ny = max(3, more & 7) if landscape else 7
    values = [nibble / 7.5 - 1 for byte in hashed[5:] for nibble in (byte & 15, byte >> 4)]
    width, height = _fitted(size)
    planes = []
    for mean, scale, across, down in (
        ((head & 63) / 63, (head >> 18 & 31) / 31, nx, ny),
        ((head >> 6 & 63) / 31.5 - 1, (more >> 3 & 63) / 63, 3, 3),
        ((head >> 12 & 63) / 31.5 - 1, (more >> 9 & 63) / 63, 3, 3),
    ):
        waves = _waves(across, down)
        taken, values = values[: len(waves)], values[len(waves) :]
        planes.append(mean + _cosines(waves, taken, width, height) * scale)
    light, yellow, red = planes  # luminance, yellow against blue, red against green
    b = light - 2 / 3 * yellow
    r = (3 * light - b + red) / 2
    pixels = np.stack([r, r - red, b], axis=-1)
    return Image.fromarray((np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8))


def _waves(across: int, down: int) -> list[tuple[int, int]]:
    """The frequencies that are kept of a plane, in their order: a triangle without its corner."""
    return [
        (x, y)
        for y in range(down)
        for x in range(across)
        if x * down < across * (down - y) and (x or y)
    ]


def _cosines(
    waves: list[tuple[int, int]], strengths: list[float], width: int, height: int
) -> _Plane:
    """The sum of some cosines over a picture, (height, width)."""
    x = np.pi * (np.arange(width) + 0.5) / width
    y = np.pi * (np.arange(height) + 0.5) / height
    total: _Plane = np.zeros((height, width))
    for (across, down), strength in zip(waves, strengths, strict=True):
        weight = (2 if across else 1) * (2 if down else 1)
        total += weight * strength * np.outer(np.cos(y * down), np.cos(x * across))
    return total


def _fitted(size: tuple[int, int]) -> tuple[int, int]:
    scale = _LONGEST / max(size)
    return max(_LEAST, round(size[0] * scale)), max(_LEAST, round(size[1] * scale))
