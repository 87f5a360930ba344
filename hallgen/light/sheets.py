"""Lightmaps as pictures: light in 8 bits, and several bakes on one sheet."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.formats import LIGHT_RANGE
from hallgen.light.charts import arrange
from hallgen.light.sampling import shares
from hallgen.scene import Floats, Texture

Sheet = NDArray[np.uint8]

#: The brightest irradiance over pi that is kept.
RANGE = LIGHT_RANGE


def coded(light: Floats) -> Sheet:
    """Irradiance over pi (rows, columns) as sqrt(R / 6) in 8 bits.

    Half a step of dither, always the same, hides the steps in dark corners. Black stays black.
    """
    level = np.sqrt(np.clip(light / RANGE, 0, 1)) * 255
    noise = shares(level.size).reshape(level.shape) - 0.5
    return np.where(level > 0, np.clip(np.round(level + noise), 0, 255), 0).astype(np.uint8)


def decoded(sheet: Sheet) -> Floats:
    """The light of a coded sheet."""
    light: Floats = (np.square(sheet.astype(np.float32) / 255) * RANGE).astype(np.float32)
    return light


def joined(sheets: Sequence[Sheet]) -> tuple[Sheet, list[Floats]]:
    """Several sheets on one, equal ones once; and for each what moves its UVs there.

    A move is (4,): scale of u and v, then offset. UVs of (0, 0), black, must stay.
    """
    unique: dict[bytes, int] = {}
    numbers = []
    kept: list[Sheet] = []
    for sheet in sheets:
        key = hashlib.sha256(repr(sheet.shape).encode() + sheet.tobytes()).digest()
        if key not in unique:
            unique[key] = len(kept)
            kept.append(sheet)
        numbers.append(unique[key])
    width, height, places = arrange([(s.shape[1], s.shape[0]) for s in kept])
    whole = np.zeros((height, width), np.uint8)
    moves = []
    for sheet, (x, y) in zip(kept, places, strict=True):
        whole[y : y + sheet.shape[0], x : x + sheet.shape[1]] = sheet
        moves.append(
            np.array(
                [sheet.shape[1] / width, sheet.shape[0] / height, x / width, y / height],
                np.float32,
            )
        )
    return whole, [moves[k] for k in numbers]


def as_texture(sheet: Sheet) -> Texture:
    """A sheet as a lossless WebP, named by its content."""
    return grey_texture("light", sheet, lossless=True)


def grey_texture(kind: str, levels: Sheet, **options: object) -> Texture:
    """Levels (rows, columns) as a grey WebP, named by what it is and its content."""
    buffer = io.BytesIO()
    Image.fromarray(levels).convert("RGB").save(buffer, "WEBP", method=4, **options)
    data = buffer.getvalue()
    name = f"{kind} {hashlib.sha256(data).hexdigest()[:12]}"
    return Texture(name, data, "image/webp", levels.shape[1], levels.shape[0])
