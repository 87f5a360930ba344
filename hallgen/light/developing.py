"""From what the studio's camera saw to a picture for a screen."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hallgen.light.studio import Photograph
from hallgen.scene import Floats

#: Brings the studio's white to about 0.9 of the picture's.
_EXPOSURE = 0.62
#: The darkest that a floor's shadow becomes.
_DARKEST = 0.62


def developed(seen: Photograph, trim: tuple[float, float, float]) -> NDArray[np.uint8]:
    """A picture (height, width, 4) in sRGB with its shadow on the floor, not premultiplied.

    `trim` is the linear colour of the parts that take one.
    """
    radiance = (seen.body + seen.trim * np.array(trim, np.float32)) * _EXPOSURE
    shade = seen.shadow**1.2 * _DARKEST * (1 - seen.coverage)
    alpha = seen.coverage + shade
    shown = np.asarray(radiance / np.maximum(alpha, 1e-4)[..., None], dtype=np.float32)
    pixels = np.dstack([_srgb(_shouldered(shown)), alpha])
    return np.asarray(np.clip(pixels, 0, 1) * 255 + 0.5, np.float32).astype(np.uint8)


def _shouldered(light: Floats) -> Floats:
    """Linear up to 0.7, then bent so that 2.5 is white: highlights keep their form."""
    over = np.maximum(light - 0.7, 0)
    return np.asarray(np.minimum(light, 0.7) + 0.3 * (1 - np.exp(-over / 0.45)))


def _srgb(linear: Floats) -> Floats:
    """IEC 61966-2-1."""
    low = np.maximum(linear, 0)
    bent = 1.055 * low ** (1 / 2.4) - 0.055
    return np.asarray(np.where(low <= 0.0031308, low * 12.92, bent))
