"""Wide graphics: the wall of a raw booth, and what runs on its screens."""

from __future__ import annotations

from PIL import Image

from hallgen.kit.graphics import lockup, motifs
from hallgen.kit.graphics.brand import Brand
from hallgen.kit.graphics.canvas import Anchor, glow, gradient, lay, rectangle
from hallgen.kit.graphics.copy import Copy
from hallgen.kit.graphics.patterns import diagonals, mesh, rings
from hallgen.kit.graphics.pictures import framed
from hallgen.kit.graphics.posters import poster
from hallgen.media.bidi import is_right_to_left
from hallgen.media.colors import WHITE, Color, contrast, mix, readable_on
from hallgen.media.typeset import Style, fit

Size = tuple[int, int]


def wall(brand: Brand, copy: Copy, size: Size, choice: int) -> Image.Image:
    """A brand wall: words on the one side, the picture large on the other.

    A panel that is not wider than tall is set as a poster.
    """
    width, height = size
    if width < height * 1.1:
        return poster(brand, copy, size, choice)
    palette = brand.palette
    image = gradient(size, palette.deep, palette.base, 12)
    picture_at = width - min(height * 0.62, width * 0.27), height * 0.54
    glow(image, picture_at, height * 0.75, mix(palette.base, WHITE, 0.3), 0.6)
    if choice % 2:
        rings(image, picture_at, height * 0.34, palette.accent, 0.3)
    else:
        mesh(image, palette.accent, brand.seed, 0.14)
    if width > height * 2.4:
        diagonals(image, palette.deep, 0.25)
    _compose(image, brand, copy, palette.deep, picture_at, height * 0.64)
    return image


def screen(brand: Brand, copy: Copy, size: Size, choice: int) -> Image.Image:
    """A still of a film: brighter than print, in the light colours of the palette."""
    width, height = size
    palette = brand.palette
    if width < height * 1.1:
        return poster(brand, copy, size, 2)
    light = mix(palette.base, WHITE, 0.12)
    image = gradient(size, palette.deep, light if contrast(light, WHITE) > 3 else palette.base, 30)
    picture_at = width - min(height * 0.58, width * 0.28), height * 0.52
    glow(image, picture_at, height * 0.7, mix(palette.base, WHITE, 0.55), 0.7)
    mesh(image, WHITE, brand.seed + choice, 0.14)
    _compose(image, brand, copy, palette.deep, picture_at, height * 0.6)
    return image


def _compose(
    image: Image.Image,
    brand: Brand,
    copy: Copy,
    ground: Color,
    picture_at: tuple[float, float],
    room: float,
) -> None:
    """Lockup, title, what follows and a rule on the left; the picture on the right."""
    width, height = image.size
    unit = height / 100
    left, right = min(9 * unit, width * 0.06), picture_at[0] - room * 0.62
    palette = brand.palette
    lockup.beside(image, (left, 7 * unit, right, 25 * unit), brand, ground, names=brand.short)
    mirrored = is_right_to_left(copy.title.words)
    anchor, x = (Anchor.TOP_RIGHT, right) if mirrored else (Anchor.TOP_LEFT, left)
    style = Style(15 * unit, 800, leading=1.18)
    align = 1.0 if mirrored else 0.0
    title = fit(
        copy.title.words,
        style,
        copy.title.language,
        (right - left, 34 * unit),
        lines=2,
        align=align,
    )
    color = readable_on(ground, palette.paper, palette.ink)
    y = lay(image, title, (x, 36 * unit), color, anchor)[3] + 4 * unit
    if copy.sub:
        style = Style(6 * unit, 450, leading=1.3)
        room_below = right - left, max(6 * unit, 84 * unit - y)
        sub = fit(copy.sub.words, style, copy.sub.language, room_below, lines=3, align=align)
        faint = readable_on(ground, mix(color, ground, 0.14), color)
        y = lay(image, sub, (x, y), faint, anchor)[3] + 4 * unit
    start = x - 20 * unit if mirrored else x
    rectangle(image, (start, y, start + 20 * unit, y + 1.4 * unit), palette.accent)
    if copy.photo is not None:
        motifs.lay(image, framed(copy.photo, (room * 1.2, room)), picture_at)
    else:
        tones = motifs.tones_for(palette, ground)
        motifs.lay(image, motifs.picture(copy.drawing, tones, round(room)), picture_at)
