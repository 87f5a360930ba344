"""The mark that stands before a name: the exhibitor's logo, or its initial in a shape."""

from __future__ import annotations

import math
from collections.abc import Callable

from PIL import Image

from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import Anchor, Pen, lay
from hallgen.media.colors import WHITE, Color, contrast, readable_on
from hallgen.media.logos import as_seen, on_ground, own_ground, plated, scaled
from hallgen.media.typeset import Style, fit

#: A logo may be this much wider than tall before it is made smaller than its box.
WIDEST_LOGO = 3.6


def mark(brand: Brand, ground: Color, height: float, width: float) -> Image.Image:
    """A brand's mark for a ground, RGBA, `height` pixels tall and `width` wide at most.

    A logo that cannot be seen on the ground, or that brings one of its own, stands on a plate.
    """
    tall = max(4, round(height))
    if brand.logo is None:
        return monogram(brand, ground, min(tall, max(4, round(width))))
    return _logo(brand.logo, ground, tall, max(4, round(min(width, tall * WIDEST_LOGO))))


def ground_for(brand: Brand, *candidates: Color) -> Color:
    """A logo's own ground, else the first candidate on which it needs no plate."""
    own = own_ground(brand.logo)
    if own is not None:
        return own
    logo = brand.logo
    if logo is None:
        return candidates[0]
    return next((color for color in candidates if as_seen(logo, color)), candidates[0])


def _logo(logo: Image.Image, ground: Color, height: int, width: int) -> Image.Image:
    own = own_ground(logo)
    if own is not None and max(abs(a - b) for a, b in zip(own, ground, strict=True)) < 10:
        return scaled(logo, width, height)
    shown = on_ground(logo, ground)
    return plated(logo, width, height) if shown is None else scaled(shown, width, height)


def monogram(brand: Brand, ground: Color, size: int) -> Image.Image:
    """An initial in one of eight shapes, in the palette's colours."""
    palette = brand.palette
    choices = (palette.accent, palette.base, palette.paper)
    fill = next((c for c in choices if contrast(c, ground) >= 2.2), WHITE)
    if contrast(palette.paper, ground) < 1.3:
        fill = palette.base
    letter = readable_on(fill, palette.deep, palette.base)
    pen = Pen("RGBA", (size, size))
    _SHAPES[brand.seed % len(_SHAPES)](pen, fill)
    card = pen.finished()
    text = fit(
        brand.initial.words,
        Style(size * 0.66, 800),
        brand.initial.language,
        (size * 0.6, size * 0.56),
    )
    lay(card, text, (size / 2, size / 2), letter, Anchor.CENTER)
    return card


def _circle(pen: Pen, fill: Color) -> None:
    pen.circle((0.5, 0.5), 0.5, fill)


def _tile(pen: Pen, fill: Color) -> None:
    pen.rectangle((0, 0, 1, 1), fill, 0.22)


def _leaf(pen: Pen, fill: Color) -> None:
    pen.rectangle((0, 0, 1, 1), fill, 0.46)
    pen.rectangle((0, 0, 0.5, 0.5), fill, 0.04)
    pen.rectangle((0.5, 0.5, 1, 1), fill, 0.04)


def _drop(pen: Pen, fill: Color) -> None:
    pen.circle((0.5, 0.5), 0.5, fill)
    pen.rectangle((0.5, 0, 1, 0.5), fill, 0.04)


def _polygon(corners: int, turn: float) -> Callable[[Pen, Color], None]:
    def draw(pen: Pen, fill: Color) -> None:
        angles = [math.radians(360 / corners * i + turn) for i in range(corners)]
        pen.polygon([(0.5 + 0.52 * math.cos(a), 0.5 + 0.52 * math.sin(a)) for a in angles], fill)

    return draw


def _cut(pen: Pen, fill: Color) -> None:
    pen.polygon([(0, 0), (0.74, 0), (1, 0.26), (1, 1), (0.26, 1), (0, 0.74)], fill)


def _shield(pen: Pen, fill: Color) -> None:
    pen.rectangle((0.04, 0, 0.96, 0.6), fill, 0.08)
    pen.polygon([(0.04, 0.5), (0.96, 0.5), (0.9, 0.76), (0.5, 1), (0.1, 0.76)], fill)


_SHAPES = (_circle, _tile, _leaf, _drop, _polygon(6, 30), _polygon(8, 22.5), _cut, _shield)
