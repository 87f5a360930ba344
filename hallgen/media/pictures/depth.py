"""Samples of any depth as bytes."""

from __future__ import annotations

import numpy as np
from PIL import Image

#: What Pillow converts by itself, as wide as it may be.
_BYTES = {"L", "LA", "RGB", "RGBA", "CMYK", "LAB"}


def to_eight_bits(image: Image.Image) -> Image.Image:
    """L, LA, RGB, RGBA, CMYK or LAB with 8 bits a sample, transparent where the file is.

    16-bit grey is scaled, not clipped; palettes are looked up. Floats are scaled by the largest,
    unless that is at most 1.
    """
    if image.mode.startswith("I") or image.mode == "F":
        return _scaled(image)
    if image.has_transparency_data and image.mode not in {"LA", "RGBA"}:
        return image.convert("RGBA")
    if image.mode in _BYTES:
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _scaled(image: Image.Image) -> Image.Image:
    values = np.nan_to_num(np.asarray(image, dtype=np.float64), posinf=0.0, neginf=0.0)
    highest = float(values.max(initial=0.0))
    if image.mode == "F":
        top = max(highest, 1.0)
    else:
        top = 65535.0 if image.mode.startswith("I;16") or highest > 255 else 255.0
    top = max(top, highest)  # 32-bit integers
    return Image.fromarray(np.clip(values * (255 / top) + 0.5, 0, 255).astype(np.uint8))
