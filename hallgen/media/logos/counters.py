"""Which parts of the ground inside of a logo are its paper: the counters of letters.

The white inside of an O is paper and goes with the paper around; a white star on a red disc is
drawn, and stays. A part is taken for paper where it fills much of the shape around it, as in
letters and rings, not where it is a small mark on a large shape.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from hallgen.media.colors import Color
from hallgen.media.pictures.grounds import Mask, ground_mask, joined, outside

#: Shapes are told apart on a copy whose longer side is so many pixels.
_LONGEST = 320
#: A part fills so much of its shape: a ring's hole, or a letter's counter.
_HOLLOW, _COUNTER = 0.2, 0.04
#: A letter is so much of the logo's longer side at most.
_LETTER = 0.3
#: Parts beyond this many are left as they are.
_MOST = 200


def counters(picture: Image.Image, ground: Color) -> Mask:
    """Where an RGB picture (h, w) has the colour of its ground inside of letters and rings."""
    plain = ground_mask(picture, ground)
    inside = plain & ~outside(plain)
    if not inside.any():
        return inside
    scale = min(1.0, _LONGEST / max(picture.size))
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    paper = _small_counters(_resized(inside, size), ~_resized(plain & ~inside, size))
    return inside & _resized(paper, picture.size)


def _small_counters(parts: Mask, shapes: Mask) -> Mask:
    """Those parts that fill enough of the shape they are in. `shapes` are filled."""
    extent = max(_extent(shapes), 1)
    found = np.zeros_like(parts)
    left = parts.copy()
    for _ in range(_MOST):
        first = int(np.argmax(left))
        if not left.flat[first]:
            break
        start = np.zeros_like(left)
        start.flat[first] = True
        part = joined(left, start)
        left &= ~part
        shape = joined(shapes, part)
        share = int(part.sum()) / max(int(shape.sum()), 1)
        letter = _extent(shape) <= _LETTER * extent
        if share >= _HOLLOW or (letter and share >= _COUNTER):
            found |= part
    return found


def _extent(mask: Mask) -> int:
    """The longer side of what is in a mask, in pixels."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return 0
    return int(max(rows[-1] - rows[0], columns[-1] - columns[0])) + 1


def _resized(mask: Mask, size: tuple[int, int]) -> Mask:
    grey = Image.fromarray(mask.astype(np.uint8) * 255)
    if size[0] < grey.width:
        return np.asarray(grey.resize(size, Image.Resampling.BOX)) >= 128
    # upwards with a rim, so that the edge pixels of a part come along
    return np.asarray(grey.resize(size, Image.Resampling.BILINEAR)) > 8
