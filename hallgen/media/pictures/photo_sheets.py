"""Several pictures in one file: cells of one size below each other, for sites of few files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageOps

from hallgen.media.made import Made
from hallgen.media.pictures.encoding import encode
from hallgen.media.pictures.types import Picture

#: Width and height in pixels of a cell for a photo and for a logo, about as large as cards and
#: lists show them. Pages show cells 4 to 3.
PHOTO: Final = (480, 360)
LOGO: Final = (240, 180)
#: More would make visitors wait for what they do not look at.
MOST: Final = 12


def sheet_of(pictures: Sequence[Image.Image], cell: tuple[int, int]) -> Made[tuple[Picture, ...]]:
    """A sheet of at most `MOST` pictures, and each as a picture whose address names its cell.

    Each is whole in its cell, on a ground of its first pixel's colour, or of none where any is
    transparent.
    """
    width, height = cell
    clear = any(picture.mode == "RGBA" for picture in pictures)
    mode, ground = ("RGBA", (0, 0, 0, 0)) if clear else ("RGB", (255, 255, 255))
    sheet = Image.new(mode, (width, height * len(pictures)), ground)
    for at, picture in enumerate(pictures):
        fitted = ImageOps.contain(picture.convert(mode), cell, Image.Resampling.LANCZOS)
        if not clear:
            first = fitted.crop((0, 0, 1, 1)).resize((width, height))
            sheet.paste(first, (0, at * height))
        left, top = (width - fitted.width) // 2, (height - fitted.height) // 2
        sheet.paste(fitted, (left, at * height + top))
    made = encode(sheet)
    address = made.facts.address
    cells = (
        Picture(address=f"{address}#cell={at}", width=width, height=sheet.height)
        for at in range(len(pictures))
    )
    return Made(tuple(cells), made.files)
