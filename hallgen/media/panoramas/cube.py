"""An equirectangular picture cut into the six faces of a cube. To be called in a worker."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image

from hallgen.media.made import Account, Made, MadeFile, content_name, named
from hallgen.media.panoramas.opening import open_panorama
from hallgen.media.panoramas.types import Panorama

#: Sides of faces in pixels. The largest is taken that the picture has pixels for, or nearly.
SIZES: Final = (512, 1024, 2048)
_NEARLY: Final = 1.25

#: The width of the small picture for pages, in pixels.
_PREVIEW: Final = 1024

#: So many rows of a face are worked out at once: memory stays small.
_ROWS: Final = 256

#: The faces by their letters: what is to the right of their middle, below it, and ahead, as axes
#: of a scene (x to the right of who looks to the front, y up, z behind them).
FACES: Final = {
    "f": ((1, 0, 0), (0, -1, 0), (0, 0, -1)),
    "r": ((0, 0, 1), (0, -1, 0), (1, 0, 0)),
    "b": ((-1, 0, 0), (0, -1, 0), (0, 0, 1)),
    "l": ((0, 0, -1), (0, -1, 0), (-1, 0, 0)),
    "u": ((1, 0, 0), (0, 0, -1), (0, 1, 0)),
    "d": ((1, 0, 0), (0, 0, 1), (0, -1, 0)),
}


def cut_panorama(file: Path) -> Made[Panorama]:
    """A panorama as the site has it. Raises MediaRefusedError."""
    opened = open_panorama(file, round(np.pi * SIZES[-1]))
    top = max(size for size in SIZES if size == SIZES[0] or size <= _NEARLY * opened.width / np.pi)
    sizes = tuple(size for size in SIZES if size <= top)
    texels = _texels(opened.image, min(opened.image.width, round(np.pi * top)))
    files: dict[str, bytes] = {}
    for letter in FACES:
        face = Image.fromarray(cube_face(texels, letter, top))
        for size in reversed(sizes):
            files[f"{size}/{letter}.webp"] = _webp(face)
            face = face.reduce(2)
    folder = f"media/{content_name(b''.join(files.values()))}"
    preview = named(_webp(opened.image.resize((_PREVIEW, _PREVIEW // 2))), ".webp")
    panorama = Panorama(
        folder=folder,
        sizes=sizes,
        heading=opened.heading,
        preview=preview.name,
        width=_PREVIEW,
    )
    made = (MadeFile(f"{folder}/{name}", data) for name, data in files.items())
    notes = (
        f"equirectangular, {opened.width} pixels wide",
        f"six faces of {', '.join(map(str, sizes))} pixels",
        f"seen first: {opened.heading:g} degrees to the right of its middle",
    )
    return Made(panorama, (*made, preview), account=Account(notes=notes))


def cube_face(texels: npt.NDArray[np.float32], letter: str, size: int) -> npt.NDArray[np.uint8]:
    """A face of (size, size, 3) from padded texels (see `_texels`)."""
    right, below, ahead = (np.array(axis, np.float32) for axis in FACES[letter])
    across = np.float32(2) * (np.arange(size, dtype=np.float32) + np.float32(0.5)) / size - 1
    face = np.empty((size, size, 3), np.uint8)
    for start in range(0, size, _ROWS):
        down = across[start : start + _ROWS]
        way = ahead + across[None, :, None] * right + down[:, None, None] * below
        face[start : start + _ROWS] = _sampled(texels, way.astype(np.float32))
    return face


def _sampled(
    texels: npt.NDArray[np.float32], way: npt.NDArray[np.float32]
) -> npt.NDArray[np.uint8]:
    """The picture in these directions (..., 3), between four texels each."""
    height, width = texels.shape[0] - 2, texels.shape[1] - 2
    x, y, z = np.moveaxis(way, -1, 0)
    column = (np.arctan2(x, -z) / (2 * np.pi) + 0.5) * width + 0.5
    row = (0.5 - np.arctan2(y, np.hypot(x, z)) / np.pi) * height + 0.5
    left = np.clip(column.astype(np.int32), 0, width)
    above = np.clip(row.astype(np.int32), 0, height)
    u, v = (column - left)[..., None], (row - above)[..., None]
    upper = texels[above, left] * (1 - u) + texels[above, left + 1] * u
    lower = texels[above + 1, left] * (1 - u) + texels[above + 1, left + 1] * u
    shown: npt.NDArray[np.uint8] = (upper * (1 - v) + lower * v + 0.5).clip(0, 255).astype(np.uint8)
    return shown


def _texels(image: Image.Image, width: int) -> npt.NDArray[np.float32]:
    """The picture at a width, (width / 2 + 2, width + 2, 3): around it what lies beyond its edges.

    Left and right it goes on at the other side; over a pole, at the far side of the sphere.
    """
    pixels = np.asarray(_narrowed(image, width), np.float32)
    half = pixels.shape[1] // 2
    over = [np.roll(pixels[row], half, axis=0)[None] for row in (0, -1)]
    whole = np.concatenate([over[0], pixels, over[1]])
    return np.concatenate([whole[:, -1:], whole, whole[:, :1]], axis=1)


def _narrowed(image: Image.Image, width: int) -> Image.Image:
    """Resized as something that goes around: its left edge is filtered with its right one."""
    if image.width <= width:
        return image
    rim = 16
    margin = rim * image.width // width + 1
    wide = Image.new("RGB", (image.width + 2 * margin, image.height))
    for x in (margin - image.width, margin, margin + image.width):
        wide.paste(image, (x, 0))
    reach = rim * image.width / width
    box = (margin - reach, 0, margin + image.width + reach, image.height)
    whole = wide.resize((width + 2 * rim, width // 2), Image.Resampling.LANCZOS, box)
    return whole.crop((rim, 0, rim + width, width // 2))


def _webp(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=80, method=4)
    return buffer.getvalue()
