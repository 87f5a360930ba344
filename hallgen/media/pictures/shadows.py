"""The soft shadow below a product, as a shadow that can fall on any ground."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from hallgen.media.colors import Color
from hallgen.media.pictures.grounds import Mask, joined, spread

#: A shadow keeps this much of the ground's light at least, in the ground's own hue.
_DARKEST, _HUE_LEVELS = 0.3, 14
#: A shadow changes by so many levels a pixel at most; an edge of a thing by more.
_SOFT = 5.0
#: Shadows lie in the lower part of a picture's subject, and are less than so much of it.
_LOWER, _LARGEST = 0.35, 0.4
#: Where so much of it has the same tone, it is the face of a thing: shadows fade.
_FLAT, _TONE = 0.3, 4
#: Pixels between a shadow and the thing that casts it.
_CONTACT = 4


def with_shadow(cut: Image.Image, photo: Image.Image, ground: Color) -> Image.Image:
    """A cut-out whose shadow on its old ground is black that can be seen through.

    `cut` is what `without_ground` made of `photo`, pixel by pixel. Where what looks like a shadow
    is too large or too even for one (a grey machine on white, say), the cut-out stays as it is.
    """
    pixels = np.asarray(photo).astype(np.float32)
    alpha = np.asarray(cut.getchannel("A"))
    tone = np.maximum(np.array(ground, np.float32), 1)
    light = (pixels / tone).mean(axis=2)
    neutral = np.abs(pixels - light[..., None] * tone).max(axis=2) <= _HUE_LEVELS
    dim = neutral & (light >= _DARKEST) & (light <= 1.02)
    subject = alpha > 0
    shadow = _below(joined(~subject | (dim & _smooth(photo)), ~subject) & subject, subject)
    if not 0 < shadow.sum() < _LARGEST * subject.sum() or _is_flat(light[shadow]):
        return cut
    shadow |= spread(shadow, _CONTACT) & dim & subject
    share = np.clip(1 - light, 0, 1)
    colors = np.where(shadow[..., None], 0, np.asarray(cut)[..., :3])
    alpha = np.where(shadow, (share * 255 + 0.5).astype(np.uint8), alpha)
    return Image.fromarray(np.dstack([colors, alpha]).astype(np.uint8), "RGBA")


def _is_flat(light: NDArray[np.float32]) -> bool:
    tones = np.bincount((np.clip(light, 0, 1) * 255).astype(np.int64) // _TONE)
    return bool(tones.max() > _FLAT * light.size)


def _smooth(photo: Image.Image) -> Mask:
    """Where a picture has no edge."""
    grey = np.asarray(photo.convert("L").filter(ImageFilter.GaussianBlur(1.5)), np.float32)
    down, across = np.gradient(grey) if min(grey.shape) > 1 else (grey * 0, grey * 0)
    return np.asarray(np.hypot(down, across) <= _SOFT)


def _below(mask: Mask, subject: Mask) -> Mask:
    """What of a mask is in the lower part of a subject."""
    rows = np.flatnonzero(subject.any(axis=1))
    if not len(rows):
        return mask
    top = int(rows[-1] - (rows[-1] - rows[0]) * _LOWER)
    lower = mask.copy()
    lower[:top] = False
    return lower
