"""A file's bytes as one upright picture in 8-bit sRGB, no larger than asked for."""

from __future__ import annotations

from PIL import Image

from hallgen import codes
from hallgen.media.drawings import render_pdf, render_svg
from hallgen.media.pictures import PictureRefusedError, decode
from hallgen.media.pictures.kinds import PictureKind, kind_of


def open_picture(data: bytes, longest: int) -> Image.Image:
    """The picture in a file: RGB, or RGBA where some of it can be seen through.

    It is sRGB, upright, its longer side `longest` pixels at most (drawings have just that), and
    holds nothing but pixels: no profile, no place, no camera. Raises PictureRefusedError.
    """
    if not data:
        raise PictureRefusedError(codes.PICTURE_BROKEN, "is empty")
    kind = kind_of(data)
    if kind is PictureKind.SVG:
        return render_svg(data, longest)
    if kind is PictureKind.PDF:
        return render_pdf(data, longest)
    if kind is PictureKind.POSTSCRIPT:
        raise PictureRefusedError(codes.PICTURE_POSTSCRIPT, "is PostScript")
    return decode(data, longest, kind)
