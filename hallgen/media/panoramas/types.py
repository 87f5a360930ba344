"""What pages and the viewer need to know of a panorama."""

from __future__ import annotations

from hallgen.model import Frozen


class Panorama(Frozen):
    """A panorama as six faces of a cube, each at several sizes.

    A face is at `<folder>/<size>/<letter>.webp`: f (front, the middle of the picture), r, b, l
    (to the right, behind, to the left), u and d (above and below, their lower and upper edges at
    the front). `sizes` are the sides of faces in pixels, the smallest first. `heading` is where
    to look first, in degrees to the right of the front. `preview` is the whole picture, small,
    twice as wide as high, `width` pixels wide.
    """

    folder: str
    sizes: tuple[int, ...]
    heading: float
    preview: str
    width: int
