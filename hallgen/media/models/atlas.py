"""Many textures in one picture: which part of each is shown, and where it lies in the whole."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.formats.editable import EditableGlb
from hallgen.formats.shown import texture_image
from hallgen.scene import Floats

#: Texels around each tile that go on as it does: smaller sizes mix what lies side by side.
_MARGIN = 3
#: The side of a tile that is all of one colour.
_PLAIN = 2
#: How tiles shrink until they fit.
_STEP = 0.92

_REPEAT, _CLAMP, _MIRROR = 10497, 33071, 33648


@dataclass(frozen=True, slots=True)
class Region:
    """Part of a texture's plane, v down: (0, 0) to (1, 1) is the picture once."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> tuple[float, float]:
        return self.right - self.left, self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a region lies in an atlas, in texels, without its margin."""

    region: Region
    x: int
    y: int
    width: int
    height: int

    @property
    def whole(self) -> tuple[slice, slice]:
        """The rows and columns that it has of a sheet, with its margin."""
        down = slice(self.y - _MARGIN, self.y + self.height + _MARGIN)
        return down, slice(self.x - _MARGIN, self.x + self.width + _MARGIN)

    def placed(self, uvs: Floats, side: tuple[int, int]) -> Floats:
        """Coordinates (n, 2) in the region as coordinates in an atlas of (width, height)."""
        share = (uvs - (self.region.left, self.region.top)) / np.maximum(self.region.size, 1e-9)
        texels = (self.x, self.y) + np.clip(share, 0, 1) * (self.width, self.height)
        return np.asarray(texels / side, np.float32)


def arranged(
    wanted: Sequence[tuple[Region, tuple[int, int]]], longest: int
) -> tuple[list[Tile], tuple[int, int]]:
    """A tile for each region of a size in texels, and the size of the atlas.

    All shrink alike until they fit into a square of `longest`. Raises ValueError for more tiles
    than have room.
    """
    scale = 1.0
    while scale > 1e-3:
        sizes = [
            tuple(min(max(_PLAIN, round(side * scale)), longest - 2 * _MARGIN) for side in size)
            for _, size in wanted
        ]
        places, height = _shelves(sizes, longest)
        if height <= longest:
            tiles = [
                Tile(region, x + _MARGIN, y + _MARGIN, wide, tall)
                for (region, _), (x, y), (wide, tall) in zip(wanted, places, sizes, strict=True)
            ]
            right = max(tile.x + tile.width + _MARGIN for tile in tiles)
            return tiles, (_rounded(right), _rounded(height))
        scale *= _STEP
    raise ValueError("These are too many textures for one picture.")


def _rounded(side: int) -> int:
    return side + -side % 4


def _shelves(sizes: Sequence[tuple[int, ...]], longest: int) -> tuple[list[tuple[int, int]], int]:
    """Places for tiles with their margins, the tallest first, and how tall all are."""
    places = [(0, 0)] * len(sizes)
    x = y = shelf = 0
    for number in sorted(range(len(sizes)), key=lambda n: (-sizes[n][1], n)):
        wide, tall = (side + 2 * _MARGIN for side in sizes[number])
        if x + wide > longest:
            x, y, shelf = 0, y + shelf, 0
        places[number] = x, y
        x, shelf = x + wide, max(shelf, tall)
    return places, y + shelf


def native_size(glb: EditableGlb, info: dict[str, Any], region: Region) -> tuple[int, int]:
    """How many texels of a texture a region has."""
    with Image.open(io.BytesIO(_data(glb, info))) as opened:
        wide, tall = opened.size
    across, down = region.size
    return max(1, round(wide * across)), max(1, round(tall * down))


def paint(sheet: NDArray[np.uint8], tile: Tile, glb: EditableGlb, info: dict[str, Any]) -> None:
    """Show a texture's region at its tile of a sheet (height, width, 4), and in its margin."""
    with Image.open(io.BytesIO(_data(glb, info))) as opened:
        wide = max(1, round(tile.width / max(tile.region.size[0], 1e-6)))
        tall = max(1, round(tile.height / max(tile.region.size[1], 1e-6)))
        small = min(wide, opened.width), min(tall, opened.height)
        whole = np.asarray(opened.convert("RGBA").resize(small, Image.Resampling.BOX))
    modes = _wraps(glb, info)
    columns, rows = (
        _texels(start, span, count, len_, mode)
        for start, span, count, len_, mode in (
            (tile.region.left, tile.region.size[0], tile.width, whole.shape[1], modes[0]),
            (tile.region.top, tile.region.size[1], tile.height, whole.shape[0], modes[1]),
        )
    )
    sheet[tile.whole] = whole[np.ix_(rows, columns)]


def fill(sheet: NDArray[np.uint8], tile: Tile, color: Sequence[float]) -> None:
    """Make a tile and its margin one colour, 0 to 1."""
    sheet[tile.whole] = np.round(np.clip(color, 0, 1) * np.float64(255)).astype(np.uint8)


def repeats(glb: EditableGlb, info: dict[str, Any]) -> bool:
    """Whether a texture goes on both ways as it began."""
    return _wraps(glb, info) == (_REPEAT, _REPEAT)


def _texels(start: float, span: float, count: int, length: int, mode: int) -> NDArray[np.intp]:
    """The texels of a row of `length` that a tile's `count` and its margins show."""
    places = start + (np.arange(-_MARGIN, count + _MARGIN) + 0.5) / count * span
    if mode == _CLAMP:
        places = np.clip(places, 0, 1)
    elif mode == _MIRROR:
        places = 1 - np.abs(places % 2 - 1)
    else:
        places = places % 1
    return np.clip((places * length).astype(np.intp), 0, length - 1)


def _wraps(glb: EditableGlb, info: dict[str, Any]) -> tuple[int, int]:
    sampler = glb.content["textures"][info["index"]].get("sampler")
    found = {} if sampler is None else glb.content["samplers"][sampler]
    return found.get("wrapS", _REPEAT), found.get("wrapT", _REPEAT)


def _data(glb: EditableGlb, info: dict[str, Any]) -> bytes:
    image = texture_image(glb.content["textures"][info["index"]])
    if image is None:
        raise ValueError("A texture of this model shows no picture.")
    return glb.picture(image).data
