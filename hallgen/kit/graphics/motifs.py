"""Which drawing stands for which goods, and how it is made for a ground."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

import yaml
from PIL import Image

from hallgen import resources
from hallgen.kit.graphics.canvas import Anchor, Pen, place, shadow
from hallgen.kit.graphics.drawings import goods, industry
from hallgen.kit.graphics.drawings.tones import Tones
from hallgen.kit.graphics.palettes import Palette
from hallgen.media.colors import WHITE, Color, contrast, luminance, mix

Drawing = Callable[[Pen, Tones], None]

#: All drawings by the names that assets/motifs.yaml uses.
DRAWINGS: Mapping[str, Drawing] = {
    drawing.__name__: drawing
    for drawing in (
        goods.battery,
        goods.book,
        goods.boxes,
        goods.car,
        goods.cup,
        goods.flask,
        goods.house,
        goods.leaf,
        goods.software,
        industry.arm,
        industry.bearing,
        industry.chip,
        industry.gears,
        industry.lattice,
        industry.machine,
        industry.motor,
        industry.sensor,
        industry.tool,
    )
}

_ANY: Sequence[Drawing] = (goods.orbit, goods.ribbons, goods.boxes, industry.lattice)


def drawing_for(words: Iterable[str], seed: int) -> Drawing:
    """The drawing for what some words name, else an abstract one picked by `seed`.

    The words come in the order of their weight: a product's name before its category.
    """
    for text in words:
        lower = text.lower()
        for name, keys in _words().items():
            if any(_named(key, lower) for key in keys):
                return DRAWINGS[name]
    return _ANY[seed % len(_ANY)]


def tones_for(palette: Palette, ground: Color) -> Tones:
    """White metal and an accent on dark grounds; on light ones the outlines carry."""
    if luminance(ground) < 0.35:
        accent = palette.accent if contrast(palette.accent, ground) > 1.8 else WHITE
        return Tones(
            mix(WHITE, palette.paper, 0.5),
            mix(palette.paper, palette.base, 0.22),
            mix(palette.paper, palette.deep, 0.5),
            palette.ink,
            accent,
        )
    return Tones(
        mix(palette.paper, palette.base, 0.30),
        mix(palette.paper, palette.base, 0.52),
        mix(palette.base, palette.deep, 0.25),
        palette.ink,
        palette.base,
    )


def picture(drawing: Drawing, tones: Tones, size: int) -> Image.Image:
    """A drawing on a transparent square."""
    pen = Pen("RGBA", (max(8, size), max(8, size)))
    drawing(pen, tones)
    return pen.finished()


def lay(image: Image.Image, motif: Image.Image, center: tuple[float, float]) -> None:
    """A drawing or a cut-out photo with its soft shadow, its middle at a point."""
    corner = center[0] - motif.width / 2, center[1] - motif.height / 2
    if motif.mode == "RGBA":
        shadow(image, motif, corner, motif.height * 0.035, max(1.0, motif.height * 0.02))
    place(image, motif, center, Anchor.CENTER)


@cache
def _words() -> dict[str, list[str]]:
    """assets/motifs.yaml: the words that name each drawing's goods."""
    text = (resources.assets() / "motifs.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def _named(key: str, text: str) -> bool:
    """Whole words for short Latin keys ("ai", "ev"), parts of words for all others."""
    if len(key) <= 3 and key.isascii():
        return key in "".join(c if c.isalnum() else " " for c in text).split()
    return key in text
