"""Composed pictures for booths and halls: signs, posters, walls, banners.

    booth_graphics(booth, layout, index, media, wanted) -> Atlas
    hall_graphics(hall, index, wanted) -> Atlas
    booth_palette(booth, index, media) -> Palette

A booth asks for all its pictures at once and gets one texture, with the place of each slot in
it as (u0, v0, u1, v1), v down as in glTF: (u0, v0) is the picture's upper left corner.
"""

from hallgen.kit.graphics.atlas import UV, Atlas, pack
from hallgen.kit.graphics.booth import booth_graphics
from hallgen.kit.graphics.brand import booth_palette
from hallgen.kit.graphics.hall import hall_graphics
from hallgen.kit.graphics.palettes import Palette, palette_for
from hallgen.kit.graphics.qr import page_of
from hallgen.kit.graphics.wanted import Graphic, GraphicKind

__all__ = [
    "UV",
    "Atlas",
    "Graphic",
    "GraphicKind",
    "Palette",
    "booth_graphics",
    "booth_palette",
    "hall_graphics",
    "pack",
    "page_of",
    "palette_for",
]
