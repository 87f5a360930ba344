"""Prints without words: what covers the walls and backs that have nothing to say."""

from __future__ import annotations

from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import glow, gradient
from hallgen.kit.graphics.patterns import signature
from hallgen.media.colors import WHITE, mix

Size = tuple[int, int]


def pattern(brand: Brand, size: Size, choice: int) -> Image.Image:
    """The palette's colours under the brand's own pattern; `choice` picks which end is light."""
    palette, (width, height) = brand.palette, size
    ends = (mix(palette.deep, palette.base, 0.35), palette.base)
    image = gradient(size, *(ends if choice % 2 else ends[::-1]), 24)
    light = width * (0.62 if choice % 2 else 0.38), height * 0.42
    glow(image, light, height * 0.8, mix(palette.base, WHITE, 0.22), 0.5)
    signature(image, (0, 0, width, height), palette.deep, brand.seed, 0.34)
    return image
