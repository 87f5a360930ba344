"""Pictures as rays look them up: many textures in one pool, each with its smaller copies."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.light.pictures.tone import from_srgb
from hallgen.scene import Floats, Texture

Numbers = NDArray[np.int32]
Places = NDArray[np.int64]
Bytes = NDArray[np.uint8]

#: No picture of a booth shows more of a texture than this, in pixels of its longer side.
_LONGEST = 1024
#: And of many textures less, so that they take no more texels together: 4 bytes each, and a
#: third more for their halvings.
_MOST = 120_000_000


class Coding(Enum):
    """What texels are: sRGB colours that repeat and shrink, or data that does neither."""

    COLOR = "color"
    DATA = "data"


class Numbering:
    """Textures in the order in which they are first asked for."""

    def __init__(self) -> None:
        self.textures: list[Texture] = []
        self._numbers: dict[Texture, int] = {}

    def of(self, textures: Iterable[Texture | None]) -> Numbers:
        return np.array([-1 if t is None else self._number(t) for t in textures], np.int32)

    def _number(self, texture: Texture) -> int:
        if texture not in self._numbers:
            self._numbers[texture] = len(self.textures)
            self.textures.append(texture)
        return self._numbers[texture]


class Texels:
    """Textures in one array of RGBA texels; those of colours with halvings down to one texel."""

    def __init__(self, textures: Sequence[Texture], coding: Coding) -> None:
        self._coding = coding
        ramp = np.arange(256, dtype=np.float32) / np.float32(255)
        self._decoded = from_srgb(ramp) if coding is Coding.COLOR else ramp
        longest = _longest(textures)
        levels = [list(_levels(texture, coding, longest)) for texture in textures]
        shape = (len(levels), max((len(of_one) for of_one in levels), default=1))
        self._starts = np.zeros(shape, np.int64)
        self._widths, self._heights = np.ones(shape, np.int32), np.ones(shape, np.int32)
        self._last = np.array([len(of_one) - 1 for of_one in levels], np.int32)
        start = 0
        for number, of_one in enumerate(levels):
            for level, texels in enumerate(of_one):
                self._starts[number, level] = start
                self._heights[number, level], self._widths[number, level] = texels.shape[:2]
                start += texels.size // 4
        flat = [texels.reshape(-1, 4) for of_one in levels for texels in of_one]
        self._texels = np.concatenate(flat or [np.zeros((1, 4), np.uint8)]).view(np.uint32)[:, 0]

    def sides(self) -> Floats:
        """The side of a square of as many texels as each texture has (k,)."""
        sides: Floats = np.sqrt(self._widths[:, 0] * self._heights[:, 0]).astype(np.float32)
        return sides

    def sample(self, number: Numbers, uvs: Floats, level: Floats) -> Floats:
        """RGBA (n, 4) of textures at uvs (n, 2), bilinear, from the nearest of their levels.

        Colours come out linear; they are decoded before they are mixed.
        """
        at = number, np.clip(np.round(level), 0, self._last[number]).astype(np.int32)
        width, height = self._widths[at], self._heights[at]
        left, right, along = self._places(uvs[:, 0], width)
        top, bottom, below = self._places(uvs[:, 1], height)
        start: Places = self._starts[at]
        upper: Places = start + top * width
        lower: Places = start + bottom * width
        above = _mix(self._texel(upper + left), self._texel(upper + right), along)
        under = _mix(self._texel(lower + left), self._texel(lower + right), along)
        return _mix(above, under, below)

    def _places(self, across: Floats, size: Numbers) -> tuple[Numbers, Numbers, Floats]:
        """The texels on both sides of places, and how far it is from the first to the second."""
        if self._coding is Coding.COLOR:
            place = (across - np.floor(across)) * size - np.float32(0.5)
            first = np.floor(place).astype(np.int32)
            share = place - first
            second = first + 1
            return (
                np.where(first < 0, size - 1, first),
                np.where(second == size, 0, second),
                share[:, None].astype(np.float32),
            )
        place = np.clip(across * size - np.float32(0.5), 0, size - 1)
        first = np.floor(place).astype(np.int32)
        share = place - first
        return first, np.minimum(first + 1, size - 1), share[:, None].astype(np.float32)

    def _texel(self, index: Places) -> Floats:
        coded = self._texels[index].view(np.uint8).reshape(-1, 4)
        texel: Floats = self._decoded[coded]
        if self._coding is Coding.COLOR:
            texel[:, 3] = coded[:, 3] / np.float32(255)
        return texel


def _mix(one: Floats, other: Floats, share: Floats) -> Floats:
    other -= one
    other *= share
    other += one
    return other


def _longest(textures: Sequence[Texture]) -> int:
    """The longer side in pixels with which all textures fit into memory."""
    longest = _LONGEST
    while longest > 1:
        shares = (min(1.0, longest / max(t.width, t.height)) ** 2 for t in textures)
        areas = (t.width * t.height for t in textures)
        if sum(a * share for a, share in zip(areas, shares, strict=True)) <= _MOST:
            break
        longest //= 2
    return longest


def _levels(texture: Texture, coding: Coding, longest: int) -> Iterator[Bytes]:
    texels = np.asarray(Image.open(io.BytesIO(texture.data)).convert("RGBA"))
    if coding is Coding.DATA:
        yield texels
        return
    while max(texels.shape[:2]) > longest:
        texels = _halved(texels)
    yield texels
    while max(texels.shape[:2]) > 1:
        texels = _halved(texels)
        yield texels


def _halved(texels: Bytes) -> Bytes:
    """Half as many texels each way, at least one. It is light that is mixed, at a gamma of 2."""
    height, width = (max(1, side // 2) for side in texels.shape[:2])
    down, across = (min(2, side) for side in texels.shape[:2])
    even = texels[: height * down, : width * across].astype(np.float32)
    blocks = (even * even).reshape(height, down, width, across, 4)
    mixed = sum(blocks[:, y, :, x] for y in range(down) for x in range(across))
    return np.round(np.sqrt(mixed / np.float32(down * across))).astype(np.uint8)
