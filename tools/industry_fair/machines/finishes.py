"""What the machines are made of: plain metallic-roughness materials, as CAD exports have them."""

from __future__ import annotations

from functools import cache

from hallgen.media.colors import parse, to_linear
from hallgen.scene import Alpha, Material


@cache
def painted(srgb: str, roughness: float = 0.42) -> Material:
    """A powder coat."""
    return _material(f"paint {srgb}", srgb, 0.0, roughness)


@cache
def plastic(srgb: str, roughness: float = 0.55) -> Material:
    return _material(f"plastic {srgb}", srgb, 0.0, roughness)


@cache
def metal(srgb: str, roughness: float = 0.35) -> Material:
    return _material(f"metal {srgb}", srgb, 1.0, roughness)


def _material(name: str, srgb: str, metallic: float, roughness: float) -> Material:
    return Material(name, (*to_linear(parse(srgb)), 1.0), metallic, roughness)


WHITE = painted("#dcdedb")
LIGHT_GREY = painted("#c3c7c9")
GREY = painted("#6f767c")
DARK = painted("#2e3237")
BLACK = plastic("#17181b")
RUBBER = plastic("#121214", 0.88)
STEEL = metal("#b4b8bb", 0.32)
BRIGHT = metal("#d9dcde", 0.16)
ALU = metal("#c5c8ca", 0.46)
CAST = metal("#8f9498", 0.62)
OXIDE = metal("#3b3d40", 0.45)
BRASS = metal("#c9a24c", 0.28)
COPPER = metal("#c0714a", 0.3)
GOLD = metal("#d3b04a", 0.25)
GLASS = Material("glass", (0.62, 0.78, 0.80, 0.20), 0.0, 0.04, alpha=Alpha.BLEND, double_sided=True)
SMOKED = Material("smoked glass", (0.02, 0.025, 0.03, 0.72), 0.0, 0.05, alpha=Alpha.BLEND)
RED = plastic("#c01820", 0.4)
GREEN = plastic("#1d8a3f", 0.4)
YELLOW = plastic("#f0b610", 0.45)
LAMP_GREEN = Material("lamp", (0.05, 0.55, 0.15, 1.0), 0.0, 0.3, emissive=(0.05, 0.9, 0.25))
LAMP_WHITE = Material("light", (1.0, 1.0, 1.0, 1.0), 0.0, 0.4, emissive=(1.0, 1.0, 0.96))
LAMP_BLUE = Material("blue light", (0.1, 0.4, 1.0, 1.0), 0.0, 0.3, emissive=(0.1, 0.45, 1.0))
