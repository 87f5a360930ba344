"""A logo in one ink, for grounds on which its own colours would be lost.

This is what signwriters do with a green logo on a green header: black and grey become the ink,
white becomes the ground, and shades of the one colour become tints of the ink.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hallgen.media.colors import Color, luminance, luminances
from hallgen.media.logos.outlines import Mask, Pixels, outlines, small

Values = NDArray[np.float64]

#: A pixel is grey where its channels are this close, and paper where it is this light as well.
_GREY, _PAPER = 30, 0.8
#: A logo has one colour where so much of it has a hue this near to the commonest, in degrees.
_NEAR, _ALIKE = 36.0, 0.93
#: Hues are told apart in so many bins, and lightness in so many steps.
_HUES, _STEPS = 72, 25
#: Shades are spread over this part of the ink, from a tint to the whole of it, where they differ
#: by more than `_EVEN` in lightness.
_FAINTEST, _EVEN = 0.5, 0.05
#: Ink of more than this luminance is light.
_LIGHT_INK = 0.4
#: Shapes are told apart across so many pixels of a small copy: where colours differ by this, tints
#: have to differ by that, nearly everywhere.
_ACROSS = 3
_SHAPE, _TINT, _KEPT = 60.0, 0.14, 0.85


@dataclass(frozen=True, eq=False, slots=True)
class _Shades:
    """Pixels (h, w) of a logo: opacity and lightness (0 to 1), and where it is grey.

    `order` is the place of a colour among the logo's own by lightness, 1 being that nearest to the
    ink's, and `main` the place of the commonest one.
    """

    opacity: Values
    lightness: Values
    grey: Mask
    order: Values
    main: float


@dataclass(frozen=True, slots=True)
class _Scale:
    """Lightness of a logo's colours: the farthest from the ink's, the nearest, the commonest."""

    far: float
    near: float
    main: float

    def order(self, lightness: Values) -> Values:
        """0 for the farthest, 1 for the nearest; 1 for all where they are alike."""
        if abs(self.near - self.far) < _EVEN:
            return np.ones_like(lightness)
        return np.clip((lightness - self.far) / (self.near - self.far), 0, 1)


def has_one_hue(logo: Image.Image) -> bool:
    """Whether an RGBA logo is about of one colour, in whatever shades, or of none."""
    pixels = small(logo)
    colored = pixels[_asked(pixels)][:, :3].astype(np.float64)
    if not len(colored):
        return True
    red, green, blue = colored.T
    spread = np.ptp(colored, axis=1)
    hues = np.degrees(np.arctan2(3**0.5 * (green - blue), 2 * red - green - blue))
    bins = np.bincount((hues // (360 / _HUES)).astype(int) % _HUES, spread, minlength=_HUES)
    middle = (np.argmax(bins) + 0.5) * 360 / _HUES
    away = np.abs((hues - middle + 180) % 360 - 180)
    return float(spread[away <= _NEAR].sum()) >= _ALIKE * float(spread.sum())


def in_one_ink(logo: Image.Image, ink: Color) -> Image.Image | None:
    """An RGBA logo printed in an ink, None where that would lose its shapes."""
    pixels = small(logo)
    scale = _scale(pixels, ink)
    for tinted in _MANNERS:
        if _kept(pixels, tinted(_shades(pixels, scale))) >= _KEPT:
            shades = _shades(np.asarray(logo), scale)
            alpha = shades.opacity * tinted(shades)
            printed = Image.new("RGBA", logo.size, (*ink, 0))
            printed.putalpha(Image.fromarray(np.round(alpha * 255).astype(np.uint8)))
            return printed
    return None


def _main_is_ink(shades: _Shades) -> Values:
    """White is left out, grey and the commonest colour are ink, other colours tints of it."""
    grey = np.where(shades.lightness > _PAPER, 0.0, 1.0)
    away = np.abs(shades.order - shades.main) / max(shades.main, 1 - shades.main)
    return np.where(shades.grey, grey, _spread(1 - away))


def _as_drawn(shades: _Shades) -> Values:
    """White is left out, grey is ink, and light colours stay the light ones."""
    grey = np.where(shades.lightness > _PAPER, 0.0, 1.0)
    return np.where(shades.grey, grey, _spread(shades.order))


def _white_is_ink(shades: _Shades) -> Values:
    """As drawn, for logos that were made for a dark ground: their white words are ink."""
    return np.where(shades.grey, 1.0, _spread(shades.order))


_MANNERS: tuple[Callable[[_Shades], Values], ...] = (_main_is_ink, _as_drawn, _white_is_ink)


def _spread(order: Values) -> Values:
    return _FAINTEST + (1 - _FAINTEST) * order


def _shades(pixels: Pixels, scale: _Scale) -> _Shades:
    """The shades of RGBA pixels (h, w, 4) on a logo's own scale."""
    lightness = _lightness(pixels[..., :3].reshape(-1, 3)).reshape(pixels.shape[:2])
    main = float(scale.order(np.array([scale.main]))[0])
    order = scale.order(lightness)
    return _Shades(pixels[..., 3] / 255, lightness, _is_grey(pixels), order, main)


def _scale(pixels: Pixels, ink: Color) -> _Scale:
    """The scale of RGBA pixels to an ink."""
    colored = _colored(pixels)
    if not colored.any():
        return _Scale(0.0, 0.0, 0.0)
    low, high = (float(end) for end in np.percentile(_lightness(pixels[colored][:, :3]), (5, 95)))
    counts, ends = np.histogram(_lightness(pixels[_asked(pixels)][:, :3]), _STEPS, (0, 1))
    main = float(ends[np.argmax(counts)]) + 0.5 / _STEPS
    return _Scale(low, high, main) if luminance(ink) > _LIGHT_INK else _Scale(high, low, main)


def _colored(pixels: Pixels) -> Mask:
    return np.asarray((pixels[..., 3] > 200) & ~_is_grey(pixels))


def _asked(pixels: Pixels) -> Mask:
    """The coloured pixels that tell of all: those along edges, where there are any. A thin word
    beside a heavy sign has few pixels, but as much weight.
    """
    colored = _colored(pixels)
    along = colored & outlines(pixels[..., 3] > 110)
    return along if along.any() else colored


def _lightness(colors: Pixels) -> Values:
    """About how light colours (n, 3) look, 0 to 1."""
    return np.sqrt(luminances(colors))


def _is_grey(pixels: Pixels) -> Mask:
    return np.asarray(np.ptp(pixels[..., :3].astype(np.int16), axis=-1) < _GREY)


def _kept(pixels: Pixels, tints: Values) -> float:
    """The share of a logo's edges, in RGBA pixels, across which tints (h, w) of an ink differ."""
    shown = pixels[..., 3] / 255 * tints
    own = np.dstack([pixels[..., :3] * (pixels[..., 3:] / 255), pixels[..., 3]])
    edges = kept = 0
    for axis in (0, 1):
        length = pixels.shape[axis] - _ACROSS
        near, far = (np.arange(max(0, length)) + step for step in (0, _ACROSS))
        differ = np.abs(np.take(own, near, axis) - np.take(own, far, axis)).max(axis=-1) > _SHAPE
        seen = np.abs(np.take(shown, near, axis) - np.take(shown, far, axis)) > _TINT
        edges += int(differ.sum())
        kept += int((differ & seen).sum())
    return kept / max(edges, 1)
