"""The plain ground that a picture stands on, and the picture without it.

the colour of the rim -> what is joined to the rim by it -> alpha, and colours unmixed
"""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.media.colors import Color

Mask = NDArray[np.bool_]
Scalar = TypeVar("Scalar", bound=np.generic)

#: A ground is plain where this share of the picture's rim is within so many levels of one colour.
_PLAIN_SHARE, _PLAIN_LEVELS = 0.93, 14
#: What is so many levels off is no longer ground: more than a JPEG's noise, less than a shade.
_GROUND_LEVELS = 24
#: Pixels on each side of an edge that are a mixture of ground and subject.
_MIXED = 2
#: How far around a pixel the pure colour is looked for that it may be a mixture of: as far as the
#: noise of a JPEG reaches.
_PURE = 4


def plain_ground(image: Image.Image) -> Color | None:
    """The one colour around an RGB picture's subject, None where its rim has many."""
    pixels = np.asarray(image)
    rim = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]]).astype(np.int16)
    ground = np.median(rim, axis=0)
    if (np.abs(rim - ground).max(axis=1) <= _PLAIN_LEVELS).mean() < _PLAIN_SHARE:
        return None
    red, green, blue = (int(value) for value in ground)
    return red, green, blue


def without_ground(image: Image.Image, ground: Color, holes: Mask | None = None) -> Image.Image:
    """An RGB picture as RGBA, transparent where its ground is joined to its rim.

    `holes` (h, w) are further parts of the ground that shall go. What only looks like the ground,
    inside of the subject, stays. Along edges, alpha is the share that is not ground, and the
    ground's share is taken out of the colour, so that no fringe shows on another ground.
    """
    pixels = np.asarray(image).astype(np.float32)
    away = np.abs(pixels - np.array(ground, np.float32)).max(axis=2)
    gone = outside(away <= _GROUND_LEVELS)
    if holes is not None:
        gone |= holes
    mixed = spread(gone, _MIXED)
    whole = _highest(np.clip(away, 0, 255).astype(np.uint8), _PURE).astype(np.float32)
    share = np.where(mixed, away / np.maximum(whole, 1), 1.0)
    alpha = np.where(gone, 0.0, np.clip(share, 0, 1))[..., None]
    unmixed = (pixels - np.array(ground, np.float32) * (1 - alpha)) / np.maximum(alpha, 1 / 255)
    colors = np.where(alpha > 0, np.clip(unmixed, 0, 255), 0.0)
    return Image.fromarray(
        np.concatenate([colors + 0.5, alpha * 255 + 0.5], axis=2).astype(np.uint8), "RGBA"
    )


def ground_mask(image: Image.Image, ground: Color) -> Mask:
    """Where an RGB picture has the colour of its ground, inside and outside of its subject."""
    away = np.abs(np.asarray(image).astype(np.int16) - np.array(ground, np.int16))
    return np.asarray(away.max(axis=2) <= _GROUND_LEVELS)


def outside(mask: Mask) -> Mask:
    """The part of a mask (h, w) that is joined to the picture's rim."""
    rim = np.zeros_like(mask)
    rim[0], rim[-1], rim[:, 0], rim[:, -1] = True, True, True, True
    return joined(mask, rim)


def joined(mask: Mask, start: Mask) -> Mask:
    """The part of a mask (h, w) that can be reached from `start` by steps to the four sides.

    What was reached is spread along whole rows and columns in turn until nothing is added.
    """
    reached = mask & start
    across, down = _runs(mask), _runs(mask.T)
    while True:
        count = int(reached.sum())
        reached = _along(reached, mask, across)
        reached = _along(reached.T, mask.T, down).T
        if int(reached.sum()) == count:
            return reached


def _runs(mask: Mask) -> NDArray[np.int64]:
    """A number for each unbroken run of a mask within a row, the same for all of its pixels."""
    breaks = ~mask
    breaks = np.concatenate([np.ones((len(mask), 1), np.bool_), breaks], axis=1)
    numbers: NDArray[np.int64] = np.cumsum(breaks, dtype=np.int64).reshape(breaks.shape)[:, 1:]
    return numbers


def _along(reached: Mask, mask: Mask, runs: NDArray[np.int64]) -> Mask:
    """All of those runs that were reached somewhere."""
    hit = np.zeros(int(runs.max(initial=0)) + 1, np.bool_)
    hit[runs[reached]] = True
    return np.asarray(mask & hit[runs])


def spread(mask: Mask, by: int) -> Mask:
    """A mask with all that is at most so many pixels from it, along rows and columns."""
    return _highest(mask, by)


def _highest(values: NDArray[Scalar], reach: int) -> NDArray[Scalar]:
    """The highest of all values (h, w) in a square around each, one axis after the other."""
    values = np.pad(values, reach, mode="edge")
    for axis in (0, 1):
        windows = np.lib.stride_tricks.sliding_window_view(values, 2 * reach + 1, axis=axis)
        values = windows.max(axis=-1)
    return values
