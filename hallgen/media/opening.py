"""A file's bytes as one upright picture in 8-bit sRGB, no larger than asked for.

To be called in a worker: any drawing can be made to take hours, and decoders are large C libraries.
"""

from __future__ import annotations

from hallgen import codes
from hallgen.media.drawings import render_pdf, render_svg
from hallgen.media.made import MediaRefusedError
from hallgen.media.pictures import OpenedPicture, decode
from hallgen.media.pictures.kinds import PictureKind, kind_of


def open_picture(data: bytes, longest: int) -> OpenedPicture:
    """The picture in a file: RGB, or RGBA where some of it can be seen through.

    It is sRGB, upright, its longer side `longest` pixels at most (drawings have just that), and
    holds nothing but pixels: no profile, no place, no camera. Raises MediaRefusedError.
    """
    if not data:
        raise MediaRefusedError(codes.PICTURE_BROKEN, "it is empty")
    kind = kind_of(data)
    if kind is PictureKind.SVG:
        return OpenedPicture(render_svg(data, longest), ("SVG, rebuilt from what draws",))
    if kind is PictureKind.PDF:
        return OpenedPicture(render_pdf(data, longest), ("the first page of a PDF",))
    if kind is PictureKind.POSTSCRIPT:
        raise MediaRefusedError(codes.PICTURE_POSTSCRIPT, "it is PostScript")
    return decode(data, longest, kind)
