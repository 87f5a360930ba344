"""The colours of a booth: its exhibitor's own, or a set that a designer would have chosen."""

from __future__ import annotations

import colorsys
import hashlib
from dataclasses import dataclass
from functools import cache

import yaml

from hallgen import resources
from hallgen.media.colors import (
    BLACK,
    WHITE,
    Color,
    contrast,
    darken_to,
    luminance,
    mix,
    parse,
)
from hallgen.model import Exhibitor, Zone


@dataclass(frozen=True, slots=True)
class Palette:
    """Five colours that go together, as sRGB 0-255.

    `base` is the main colour of signs and carpets, `deep` its dark companion, `accent` what
    draws the eye, `paper` the light ground and `ink` the text on it. `paper` can be read on
    `base` and `deep`, and `base` and `ink` on `paper` (4.5:1).
    """

    base: Color
    deep: Color
    accent: Color
    paper: Color
    ink: Color


def palette_for(exhibitor: Exhibitor, zone: Zone | None, logo: tuple[Color, ...]) -> Palette:
    """The exhibitor's own colour, else its logo's one or two, else a designed set picked by its
    id.
    """
    if exhibitor.color:
        return from_brand(parse(exhibitor.color))
    if logo:
        return from_brand(*logo)
    sets = designed()
    return sets[seed(exhibitor.id, zone.id if zone else "") % len(sets)]


def zone_palette(zone: Zone | None) -> Palette:
    """Colours of a zone's signs, and of a booth that nobody has taken."""
    if zone is None:
        return designed()[0]
    if zone.color:
        return from_brand(parse(zone.color))
    return designed()[seed(zone.id) % len(designed())]


def from_brand(brand: Color, second: Color | None = None) -> Palette:
    """A set around one colour: darkened until white can be read on it.

    Orange is turned towards red on the way, which keeps it lively; yellow and lime have no
    dark form of their own, so they shine on a charcoal base. Otherwise the accent is the
    brand's second colour, or that of the designed set with the nearest hue.
    """
    hue, lightness, saturation = _hls(brand)
    if 42 <= hue <= 78 and contrast(brand, WHITE) < 2.4 and saturation > 0.3:
        base = mix((36, 39, 44), brand, 0.06)
        return _around(base, brand, hue)
    if 16 <= hue < 42 and saturation > 0.5:
        brand = _from_hls(max(16, hue - 0.35 * (hue - 8)), lightness, min(1.0, saturation * 1.15))
    base = darken_to(brand, mix(WHITE, brand, 0.045), 4.7)
    if second is not None:
        return _around(base, second, hue)
    if saturation < 0.12:
        return _around(base, designed()[0].accent, hue)
    nearest = min(designed(), key=lambda p: _apart(_hls(p.base)[0], hue))
    return _around(base, nearest.accent, hue)


def _around(base: Color, accent: Color, hue: float) -> Palette:
    deep = mix(base, BLACK, 0.52)
    tints = (mix(accent, WHITE, step / 10) for step in range(11))
    accent = next((tint for tint in tints if contrast(tint, deep) >= 3), WHITE)
    tint = _from_hls(hue, 0.5, 0.6) if luminance(base) < 0.02 else base
    return Palette(base, deep, accent, mix(WHITE, tint, 0.045), mix(deep, BLACK, 0.5))


@cache
def designed() -> tuple[Palette, ...]:
    """The sets of assets/palettes.yaml."""
    rows = yaml.safe_load((resources.assets() / "palettes.yaml").read_text(encoding="utf-8"))
    sets = []
    for row in rows:
        base, deep, accent, paper = (parse(row[k]) for k in ("base", "deep", "accent", "paper"))
        sets.append(Palette(base, deep, accent, paper, mix(deep, BLACK, 0.45)))
    return tuple(sets)


def seed(*parts: str) -> int:
    """A number that depends on the words only, the same on every machine."""
    return int.from_bytes(hashlib.sha256("\0".join(parts).encode()).digest()[:4], "big")


def _hls(color: Color) -> tuple[float, float, float]:
    """Hue in degrees, lightness and saturation 0 to 1."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(value / 255 for value in color))
    return hue * 360, lightness, saturation


def _from_hls(hue: float, lightness: float, saturation: float) -> Color:
    shares = colorsys.hls_to_rgb(hue / 360, lightness, saturation)
    red, green, blue = (round(value * 255) for value in shares)
    return red, green, blue


def _apart(first: float, second: float) -> float:
    """Degrees between two hues on the wheel."""
    return abs((first - second + 180) % 360 - 180)
