"""Where the outlines of a logo's shapes are, on a copy small enough to count its pixels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Mask = NDArray[np.bool_]
Pixels = NDArray[np.uint8]

#: Shapes are told from their ground by their edges, so many pixels wide on a copy of this size.
_EDGE, _COPY = 2, 200


def small(logo: Image.Image) -> Pixels:
    """The pixels (h, w, channels) of a small copy."""
    copy = logo.copy()
    copy.thumbnail((_COPY, _COPY))
    return np.asarray(copy)


def outlines(opaque: Mask) -> Mask:
    """What of a mask (h, w) is close to its outline, or to the picture's rim."""
    size = opaque.shape[1] + 2 * _EDGE, opaque.shape[0] + 2 * _EDGE
    framed = Image.new("L", size)
    framed.paste(Image.fromarray(opaque.astype(np.uint8) * 255), (_EDGE, _EDGE))
    inner = np.asarray(framed.filter(ImageFilter.MinFilter(2 * _EDGE + 1))) > 0
    return np.asarray(opaque & ~inner[_EDGE:-_EDGE, _EDGE:-_EDGE])
