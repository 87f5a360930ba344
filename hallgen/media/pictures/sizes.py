"""The sizes of a picture, the smaller ones made from the larger."""

from __future__ import annotations

from PIL import Image

from hallgen.media.made import Made
from hallgen.media.pictures.encoding import encode
from hallgen.media.pictures.placeholders import placeholder
from hallgen.media.pictures.types import PictureSet

#: Longer sides in pixels of what pages show: on a card, on the page, and opened from it.
PAGE_SIDES = (400, 800, 1600)

#: A size is left out that is less than this much smaller than the picture itself.
_WORTH_IT = 0.85


def fitted(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """Width and height of a picture when its longer side is `longest` pixels at most."""
    scale = min(1.0, longest / max(*size, 1))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def resized(image: Image.Image, longest: int) -> Image.Image:
    """The picture, its longer side `longest` pixels at most; never enlarged.

    What is far too large is first averaged down to twice the size, which cannot be told apart.
    """
    size = fitted(image.size, longest)
    if size == image.size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def picture_set(image: Image.Image) -> Made[PictureSet]:
    """Every size that pages show of a decoded picture, with its placeholder."""
    longest = max(image.size)
    sides = [side for side in PAGE_SIDES if side < longest * _WORTH_IT]
    larger = [side for side in PAGE_SIDES if side >= longest * _WORTH_IT]
    sides += larger[:1]
    made = []
    for side in reversed(sides):
        image = resized(image, side)
        made.append(encode(image))
    made.reverse()
    shown = PictureSet(sizes=tuple(one.facts for one in made), placeholder=placeholder(image))
    return Made(shown, tuple(file for one in made for file in one.files))
