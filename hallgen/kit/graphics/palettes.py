"""The colours of a booth: its exhibitor's own, or a set that a designer would have chosen."""

from __future__ import annotations

import colorsys
import hashlib
from dataclasses import dataclass
from functools import cache

import yaml
from PIL import Image

from hallgen import resources
from hallgen.media.colors import (
    BLACK,
    WHITE,
    Color,
    brand_color,
    contrast,
    darken_to,
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


def palette_for(exhibitor: Exhibitor, zone: Zone | None, logo: Image.Image | None) -> Palette:
    """The exhibitor's own colour, else its logo's, else a designed set picked by its id."""
    own = parse(exhibitor.color) if exhibitor.color else logo and brand_color(logo)
    if own:
        return from_brand(own)
    sets = designed()
    return sets[seed(exhibitor.id, zone.id if zone else "") % len(sets)]


def zone_palette(zone: Zone | None) -> Palette:
    """Colours of a zone's signs, and of a booth that nobody has taken."""
    if zone is None:
        return designed()[0]
    if zone.color:
        return from_brand(parse(zone.color))
    return designed()[seed(zone.id) % len(designed())]


def from_brand(brand: Color) -> Palette:
    """A set around one colour: darkened until white can be read on it.

    A colour that had to be darkened much (yellow, light green) stays as it is for accents;
    otherwise the accent is a light, lively colour 150 degrees across the wheel.
    """
    base = darken_to(brand, mix(WHITE, brand, 0.04), 4.8)
    hue, _, saturation = colorsys.rgb_to_hls(*(value / 255 for value in base))
    accent = brand
    if contrast(brand, base) < 1.6:
        accent = _from_hls((hue + 150 / 360) % 1, 0.66, 0.95 if saturation > 0.15 else 0.1)
    deep = mix(base, BLACK, 0.52)
    if contrast(accent, deep) < 3:
        accent = mix(accent, WHITE, 0.5)
    paper = mix(WHITE, base, 0.045)
    return Palette(base, deep, accent, paper, mix(deep, BLACK, 0.5))


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


def _from_hls(hue: float, lightness: float, saturation: float) -> Color:
    red, green, blue = (round(v * 255) for v in colorsys.hls_to_rgb(hue, lightness, saturation))
    return red, green, blue
