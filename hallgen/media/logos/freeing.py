"""A logo's picture cut free of what is around it."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from hallgen.media.colors import Color, luminance
from hallgen.media.logos.counters import counters
from hallgen.media.pictures import plain_ground, without_ground

#: A ground is taken for paper where it is as light or as dark as this, and about grey: a
#: coloured ground is part of the logo.
_PAPER_LIGHT, _PAPER_DARK, _PAPER_SPREAD = 0.6, 0.012, 26
#: What is fainter than this is not seen, or after a ground was taken out is its noise.
_FAINT, _NOISE = 8, 48
#: Margin around a logo that keeps its ground, as a share of its longer side.
_MARGIN = 0.04


def free_logo(picture: Image.Image) -> Image.Image | None:
    """A logo without its empty surroundings, None where nothing is left.

    RGBA where the picture is transparent, or stands on a plain white, grey or black ground, which
    is taken out, also from the inside of letters. RGB where it brings a coloured ground, or is a
    photo: then it keeps that.
    """
    if picture.mode == "RGBA":
        trimmed = _trimmed(picture, _FAINT)
        if trimmed is None or not _is_filled(trimmed):
            return trimmed
        return _freed(trimmed.convert("RGB")) or trimmed  # a bare rectangle is a logo as well
    return _freed(picture)


def _freed(picture: Image.Image) -> Image.Image | None:
    """An RGB picture as `free_logo` has it."""
    ground = plain_ground(picture)
    if ground is None:
        return picture
    if _is_paper(ground):
        freed = without_ground(picture, ground, counters(picture, ground))
        calm = freed.getchannel("A").filter(ImageFilter.MedianFilter(3))  # no specks of a JPEG
        box = calm.point([255 * (v > _NOISE) for v in range(256)]).getbbox()
        return _trimmed(freed if box is None else freed.crop(box), _FAINT)
    return _on_its_ground(picture, ground)


def _trimmed(logo: Image.Image, faint: int) -> Image.Image | None:
    """An RGBA logo without its margin of alpha `faint` or less."""
    box = logo.getchannel("A").point([255 * (v > faint) for v in range(256)]).getbbox()
    return None if box is None else logo.crop(box)


def _is_filled(logo: Image.Image) -> bool:
    """Whether an RGBA logo is a whole rectangle, as pages of PDF files are."""
    alpha = np.asarray(logo.getchannel("A"))
    inner = alpha[1:-1, 1:-1]  # the outermost pixels may be cut by the crop
    return bool(inner.size) and int(inner.min()) >= 250


def _is_paper(ground: Color) -> bool:
    light = luminance(ground)
    return max(ground) - min(ground) <= _PAPER_SPREAD and not _PAPER_DARK < light < _PAPER_LIGHT


def _on_its_ground(logo: Image.Image, ground: Color) -> Image.Image | None:
    """An RGB logo with a small margin of its own ground."""
    differs = np.abs(np.asarray(logo, dtype=np.int16) - np.array(ground)).max(axis=2) > 24
    if not differs.any():
        return None
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    margin = round(max(rows[-1] - rows[0], columns[-1] - columns[0]) * _MARGIN)
    return logo.crop(
        (
            max(0, int(columns[0]) - margin),
            max(0, int(rows[0]) - margin),
            min(logo.width, int(columns[-1]) + 1 + margin),
            min(logo.height, int(rows[-1]) + 1 + margin),
        )
    )
