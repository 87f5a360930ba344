"""A file's bytes as one upright picture in 8-bit sRGB, no larger than asked for."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable

from PIL import Image

from hallgen import codes
from hallgen.media.drawings import render_pdf, render_svg
from hallgen.media.isolation import Ending, Limits, WorkEndedError, Worker
from hallgen.media.made import MediaRefusedError
from hallgen.media.pictures import decode
from hallgen.media.pictures.kinds import PictureKind, kind_of

#: Any drawing can be made to take hours. One process draws, started by the first drawing, and
#: ends with ours. Pixels need no such care: what they take is known before.
_DRAWER = Worker()
_LIMITS = Limits(seconds=30.0, memory=2_000_000_000)

_ENDINGS = {
    Ending.CRASHED: codes.WORK_CRASHED,
    Ending.SLOW: codes.WORK_SLOW,
    Ending.LARGE: codes.WORK_LARGE,
    Ending.FAILED: codes.DRAWING_REFUSED,
}

_Drawing = tuple[Callable[[bytes, int], Image.Image], bytes, int]


def open_picture(data: bytes, longest: int) -> Image.Image:
    """The picture in a file: RGB, or RGBA where some of it can be seen through.

    It is sRGB, upright, its longer side `longest` pixels at most (drawings have just that), and
    holds nothing but pixels: no profile, no place, no camera. Raises MediaRefusedError.
    """
    if not data:
        raise MediaRefusedError(codes.PICTURE_BROKEN, "it is empty")
    kind = kind_of(data)
    if kind is PictureKind.SVG:
        return _drawn((render_svg, data, longest))
    if kind is PictureKind.PDF:
        return _drawn((render_pdf, data, longest))
    if kind is PictureKind.POSTSCRIPT:
        raise MediaRefusedError(codes.PICTURE_POSTSCRIPT, "it is PostScript")
    return decode(data, longest, kind)


def _drawn(drawing: _Drawing) -> Image.Image:
    """A drawing rendered where it can do no harm; right here, where this is a worker already."""
    if multiprocessing.current_process().daemon:
        return _draw(drawing)
    try:
        return _DRAWER.do(_draw, drawing, _LIMITS)
    except WorkEndedError as end:
        found = f"it could not be drawn: the work {end}"
        raise MediaRefusedError(_ENDINGS[end.ending], found) from None


def _draw(drawing: _Drawing) -> Image.Image:
    render, data, longest = drawing
    return render(data, longest)
