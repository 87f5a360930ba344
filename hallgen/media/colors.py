"""Colours of logos, and whether text can be read on them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

#: sRGB, 0-255.
Color = tuple[int, int, int]

WHITE: Color = (255, 255, 255)
BLACK: Color = (0, 0, 0)

#: Colours of a logo are grouped by so many hues.
_HUES = 24

#: WCAG 2.2 AA for text of ordinary size.
READABLE = 4.5


def parse(value: str) -> Color:
    """`#1f4fa3` as a colour."""
    return int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16)


def to_hex(color: Color) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)


def to_linear(color: Color) -> tuple[float, float, float]:
    """The linear factors that a glTF material wants (IEC 61966-2-1)."""
    red, green, blue = (_linear(value / 255) for value in color)
    return red, green, blue


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 (black) to 1 (white)."""
    red, green, blue = to_linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def luminances(colors: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Relative luminance of each row of (n, 3) colours."""
    shares = colors / 255.0
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    weighed: NDArray[np.float64] = linear @ np.array((0.2126, 0.7152, 0.0722))
    return weighed


def contrast(first: Color, second: Color) -> float:
    """WCAG 2.2 contrast ratio, 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable_on(background: Color, *preferred: Color) -> Color:
    """The first preferred colour that can be read on a background, else white or black."""
    for color in (*preferred, WHITE):
        if contrast(color, background) >= READABLE:
            return color
    return max((WHITE, BLACK), key=lambda color: contrast(color, background))


def mix(first: Color, second: Color, share: float) -> Color:
    """`share` of the second colour in the first, 0 to 1, in sRGB."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def darken_to(color: Color, background: Color, ratio: float = READABLE) -> Color:
    """The colour, darkened until it can be read on a light background."""
    steps = (mix(color, BLACK, step / 20) for step in range(21))
    return next((c for c in steps if contrast(c, background) >= ratio), BLACK)


def brand_colors(logo: Image.Image) -> tuple[Color, ...]:
    """The dominant saturated colours of a logo, the heavier first: none, one or two.

    Opaque pixels are grouped by hue in 24 bins, weighted by saturation and value; the
    heaviest bin's weighted mean is the first colour. The second is of a hue well apart, with
    an eighth of the weight at least.
    """
    small = logo.convert("RGBA")
    small.thumbnail((64, 64))
    pixels = np.asarray(small, dtype=np.float64).reshape(-1, 4)
    pixels = pixels[pixels[:, 3] > 127, :3] / 255
    if not len(pixels):
        return ()
    high, low = pixels.max(axis=1), pixels.min(axis=1)
    saturation = np.divide(high - low, high, out=np.zeros_like(high), where=high > 0)
    weight = np.where((saturation > 0.25) & (high > 0.15), saturation * (high - low), 0.0)
    if (weight > 0).mean() < 0.02:
        return ()
    bins = (_hues(pixels, high, high - low) * _HUES).astype(int) % _HUES
    weights = np.bincount(bins, weight, minlength=_HUES)
    first = int(np.argmax(weights))
    around = np.abs((np.arange(_HUES) - first + _HUES // 2) % _HUES - _HUES // 2)
    apart = np.where(around >= _HUES // 8, weights, 0.0)
    second = int(np.argmax(apart))
    chosen = [first] if apart[second] < weights[first] / 8 else [first, second]
    return tuple(_mean(pixels, weight * (bins == hue)) for hue in chosen)


def _mean(pixels: NDArray[np.float64], weight: NDArray[np.float64]) -> Color:
    """The weighted mean of colours from 0 to 1."""
    red, green, blue = (pixels * weight[:, None]).sum(axis=0) / weight.sum() * 255
    return round(float(red)), round(float(green)), round(float(blue))


def _linear(value: float) -> float:
    return float(value / 12.92) if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _hues(
    pixels: NDArray[np.float64], high: NDArray[np.float64], spread: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The hue of each pixel, 0 to 1 from red over green and blue (as colorsys has it)."""
    safe = np.where(spread > 0, spread, 1.0)
    red, green, blue = pixels.T
    hue = np.where(
        high == red,
        (green - blue) / safe,
        np.where(high == green, 2 + (blue - red) / safe, 4 + (red - green) / safe),
    )
    share: NDArray[np.float64] = (hue / 6) % 1.0
    return share
