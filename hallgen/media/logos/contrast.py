"""Whether a logo can be seen on a ground, and what makes it seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image

from hallgen.media.colors import (
    BLACK,
    READABLE,
    WHITE,
    Color,
    brand_colors,
    contrast,
    darken_to,
    luminance,
    luminances,
)
from hallgen.media.logos.inks import has_one_hue, in_one_ink
from hallgen.media.logos.outlines import outlines, small

#: The contrast that shapes need. WCAG 2.2 asks 3 of what carries a meaning; names stand beside
#: logos, and orange on white is what it is. On dark grounds the ratio flatters.
_SEEN, _SEEN_ON_DARK, _DARK = 2.2, 3.0, 0.18
#: A plate of nearly the ground's colour adds nothing.
_SAME_PLATE = 1.25
#: How much of a logo has to be seen; white is the paper that logos are made for.
_MOST_OF_IT, _WHITE_DOES = 0.94, 0.8
#: The plate of logos in black and yellow.
_GREY: Color = (104, 110, 118)
#: A logo is of one ink where its opaque pixels are this close to grey, and to each other.
_GREY_LEVELS, _SAME_LEVELS = 24, 40
#: The dark form of a logo of one ink.
_INK: Color = (24, 26, 30)
#: Black is read better than white on grounds from this luminance on.
_LIGHT = 0.18


def on_ground(logo: Image.Image, ground: Color) -> Image.Image | None:
    """A logo as it can be shown on a ground without a plate, None where it cannot.

    That is what `as_seen` gives, or the logo itself where its plate would be of that colour.
    """
    shown = as_seen(logo, ground)
    if shown is None and logo.mode == "RGBA":
        return logo if contrast(plate_color(logo), ground) < _SAME_PLATE else None
    return shown


def as_seen(logo: Image.Image, ground: Color) -> Image.Image | None:
    """A logo in a form that can be seen on a ground, None where there is none.

    That is the logo itself; where it has no colour and could not be read, its white or dark form;
    where it has one colour that could not be seen, or several for which there is no white plate,
    all of it in one ink.
    An opaque logo brings its own ground.
    """
    return _seen_as(_Same(logo), ground) if logo.mode == "RGBA" else None


@dataclass(frozen=True, slots=True)
class _Same:
    """A picture by which one it is: booths ask for their logo on few grounds, many times."""

    image: Image.Image

    def __hash__(self) -> int:
        return id(self.image)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.image is self.image


@lru_cache(maxsize=32)
def _seen_as(same: _Same, ground: Color) -> Image.Image | None:
    logo = same.image
    ink = _only_ink(logo)
    if ink is not None and contrast(ink, ground) < READABLE:
        form = max((WHITE, _INK), key=lambda color: contrast(color, ground))
        inked = Image.new("RGBA", logo.size, (*form, 0))
        inked.putalpha(logo.getchannel("A"))
        return inked
    if stands_out(logo, ground):
        return logo
    if has_one_hue(logo) or plate_color(logo) != WHITE:
        return in_one_ink(logo, _ink_for(logo, ground))
    return None


def _ink_for(logo: Image.Image, ground: Color) -> Color:
    """What prints a logo on a ground: white, or where the ground is light, its own colour, dark."""
    if luminance(ground) < _LIGHT:
        return WHITE
    own = brand_colors(logo)
    return darken_to(own[0], ground) if own else _INK


def stands_out(logo: Image.Image, ground: Color) -> bool:
    """Whether a transparent logo can be seen on a ground as it is."""
    return logo.mode == "RGBA" and seen_share(logo, ground) >= _MOST_OF_IT


def plate_color(logo: Image.Image) -> Color:
    """What a transparent logo is best seen on: white if that nearly does, black, or grey."""
    if seen_share(logo, WHITE) >= _WHITE_DOES:
        return WHITE
    return max((WHITE, BLACK, _GREY), key=lambda plate: seen_share(logo, plate))


def seen_share(logo: Image.Image, ground: Color) -> float:
    """How much of a transparent logo's edges can be seen on a ground, 0 to 1.

    Counted by columns and by rows, the lesser of the two: a thin word beside a heavy sign has
    few pixels, but as much weight.
    """
    pixels = small(logo)
    opaque = outlines(pixels[..., 3] > 110)
    lights = 0.05 + luminances(pixels[..., :3].reshape(-1, 3)).reshape(opaque.shape)
    own = 0.05 + luminance(ground)
    least = _SEEN_ON_DARK if luminance(ground) < _DARK else _SEEN
    seen = (np.maximum(lights, own) / np.minimum(lights, own) >= least) & opaque
    shares = []
    for axis in (0, 1):
        filled = opaque.sum(axis=axis)
        lines = seen.sum(axis=axis)[filled > 0] >= 0.6 * filled[filled > 0]
        shares.append(float(lines.mean()) if len(lines) else 0.0)
    return min(shares)


def _only_ink(logo: Image.Image) -> Color | None:
    """The ink of an RGBA logo that is all black, grey or white, so that another says as much."""
    pixels = small(logo)
    inked = pixels[pixels[..., 3] > 200][:, :3].astype(np.int16)
    if not len(inked):
        return None
    low, high = np.percentile(inked.mean(axis=1), (4, 96))
    if np.percentile(np.ptp(inked, axis=1), 96) > _GREY_LEVELS or high - low > _SAME_LEVELS:
        return None
    red, green, blue = (int(value) for value in np.median(inked, axis=0))
    return red, green, blue
