"""What things are made of: few materials, shared by everything, and many colours on them.

A colour is written into vertices and multiplied by the material, so that a whole hall is drawn
with a dozen materials. Colours are given in sRGB and kept linear, as glTF wants them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hallgen.kit import textures
from hallgen.light import LAMP_RADIANCE
from hallgen.media.colors import parse, to_linear
from hallgen.scene import Alpha, Material

Color = tuple[float, float, float]


def linear(srgb: str) -> Color:
    """The linear colour of "#rrggbb"."""
    return to_linear(parse(srgb))


@dataclass(frozen=True, slots=True)
class Finish:
    """A material and the linear colour it has here. `tile` is the metres of one texture repeat."""

    material: Material
    color: Color
    tile: tuple[float, float] | None = None

    def tinted(self, srgb: str) -> Finish:
        return replace(self, color=linear(srgb))


_CLOUDS = textures.concrete()
_SATIN = Material("satin", roughness=0.5)
_GLOSS = Material("gloss", roughness=0.22)
_SOFT = Material("soft", roughness=0.95)
_METAL = Material("metal", roughness=0.3, metallic=0.92)
_POLISHED = Material("polished floor", roughness=0.2, texture=_CLOUDS)
_CARPET = Material("carpet", roughness=0.97, texture=textures.carpet())
_WOOD = Material("wood", roughness=0.45, texture=textures.planks())
_CONCRETE = Material("concrete", roughness=0.3, texture=_CLOUDS)
_RIBBED = Material("ribbed sheet", roughness=0.55, texture=textures.ribs())
_CANVAS = Material("canvas", roughness=0.9, double_sided=True)
_LEAF = Material("leaf", roughness=0.5, double_sided=True)
_GLASS = Material(
    "glass", color=(1.0, 1.0, 1.0, 0.14), roughness=0.05, alpha=Alpha.BLEND, double_sided=True
)
_LED = Material("light line", color=(0.0, 0.0, 0.0, 1.0), emissive=(6.0, 5.9, 5.7))
_GLOW = Material("glow", color=(0.0, 0.0, 0.0, 1.0), emissive=(2.6, 2.5, 2.35))
_LAMP = Material("lamp", color=(0.0, 0.0, 0.0, 1.0), emissive=(9.0, 8.6, 8.0), shines=LAMP_RADIANCE)
#: Darkness where something meets the floor: black, its strength in the vertices' alpha.
SHADOW = Material("shadow", color=(0.0, 0.0, 0.0, 1.0), alpha=Alpha.BLEND, unlit=True)
_INSIDE = Material("lit within", unlit=True)

PANEL = Finish(_SATIN, linear("#e9e9e6"))
BLACK = Finish(_SATIN, linear("#212327"))
DARK_GREY = Finish(_SATIN, linear("#3a3d42"))
PAINT = Finish(_SATIN, linear("#ffffff"))
TRUSS = Finish(_SATIN, linear("#d9dbdb"))
DADO = Finish(_SATIN, linear("#a3a9ae"))
DUCT = Finish(_SATIN, linear("#c9cccd"))
PIPE = Finish(_SATIN, linear("#b3121a"))
GUARD = Finish(_SATIN, linear("#e0b020"))
LEAF = Finish(_LEAF, linear("#4c8a3c"))
CANVAS = Finish(_CANVAS, linear("#f1f1ee"))
SOIL = Finish(_SOFT, linear("#2a211b"))
CLAY = Finish(_SATIN, linear("#d8d5cf"))
GLOSS = Finish(_GLOSS, linear("#e3e3e0"))
GLOSS_BLACK = Finish(_GLOSS, linear("#1c1d21"))
ORANGE = Finish(_GLOSS, linear("#f08a1d"))
ALU = Finish(_METAL, linear("#c4c7ca"))
CHROME = Finish(_METAL, linear("#d8dadd"))
STEEL = Finish(_METAL, linear("#9aa0a6"))
SOFA = Finish(_SOFT, linear("#6a7079"))
CARPET = Finish(_CARPET, linear("#4c535c"), (4.0, 2.0))
WOOD = Finish(_WOOD, linear("#c99a66"), (2.8, 1.44))
POLISHED = Finish(_POLISHED, linear("#747b82"), (6.0, 6.0))
CONCRETE = Finish(_CONCRETE, linear("#a9a7a2"), (6.0, 6.0))
CLADDING = Finish(_RIBBED, linear("#dfe2e3"), (1.0, 1.0))
ROOF_DECK = Finish(_RIBBED, linear("#bfc3c6"), (1.0, 1.0))
#: What has a light of its own inside, too small for a bake: its colour is what the eye gets.
INSIDE = Finish(_INSIDE, linear("#ffffff"))
GLASS = Finish(_GLASS, linear("#d8ecf2"))
LED = Finish(_LED, (1.0, 1.0, 1.0))
GLOW = Finish(_GLOW, (1.0, 1.0, 1.0))
LAMP = Finish(_LAMP, (1.0, 1.0, 1.0))
