"""From radiance to the colours of a screen, as the viewer does it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hallgen.scene import Floats

#: The viewer's exposure: a wall in the hall's fill light (R = 0.3) comes out as a light grey.
EXPOSURE = 1.30

#: Khronos PBR Neutral (https://github.com/KhronosGroup/ToneMapping, PBR_Neutral): colours up to
#: _START keep their hue and saturation less a constant for the gloss of a dielectric; beyond it
#: they are compressed, and bleached by _DESATURATION.
_F90 = 0.04
_START = 0.8 - _F90
_DESATURATION = 0.15


def tone_map(radiance: Floats) -> Floats:
    """Linear radiance (..., 3) to linear display colours in 0 to 1."""
    color = radiance * np.float32(EXPOSURE)
    # By channels: NumPy is slow along an axis of three.
    red, green, blue = (color[..., channel, None] for channel in range(3))
    low = np.minimum(np.minimum(red, green), blue)
    peak = np.maximum(np.maximum(red, green), blue)
    offset = np.where(low < 2 * _F90, low - low * low / (4 * _F90), np.float32(_F90))
    color -= offset
    peak -= offset
    room = np.float32(1 - _START)
    compressed = 1 - room * room / (np.maximum(peak, _START) + room - _START)
    white = 1 - 1 / (_DESATURATION * (np.maximum(peak, _START) - compressed) + 1)
    scaled = color * (compressed / np.maximum(peak, _START))
    mixed = scaled + (compressed - scaled) * white
    mapped: Floats = np.clip(np.where(peak < _START, color, mixed), 0, 1).astype(np.float32)
    return mapped


def to_srgb(linear: Floats) -> NDArray[np.uint8]:
    """Linear display colours in 0 to 1 as sRGB bytes (IEC 61966-2-1)."""
    low = linear * 12.92
    high = 1.055 * np.maximum(linear, 0.0031308) ** (1 / 2.4) - 0.055
    encoded = np.where(linear <= 0.0031308, low, high)
    return np.round(encoded * 255).astype(np.uint8)


def from_srgb(encoded: Floats) -> Floats:
    """Linear values of sRGB ones, both in 0 to 1."""
    high = ((np.maximum(encoded, 0.04045) + 0.055) / 1.055) ** 2.4
    linear: Floats = np.where(encoded <= 0.04045, encoded / 12.92, high).astype(np.float32)
    return linear
