"""The plate that a logo stands on where the ground does not do."""

from __future__ import annotations

from PIL import Image, ImageDraw

from hallgen.media.colors import WHITE, Color
from hallgen.media.logos.contrast import on_ground, plate_color
from hallgen.media.pictures import plain_ground

#: Margin around a logo on a plate, as a share of the room's height, and the radius of its corners,
#: as a share of its shorter side.
_MARGIN, _ROUND = 0.11, 0.1
#: Corners are drawn this much larger and averaged.
_OVERSAMPLING = 4


def own_ground(logo: Image.Image | None) -> Color | None:
    """The one colour an opaque logo's picture is filled with; None for all others."""
    return None if logo is None or logo.mode == "RGBA" else plain_ground(logo)


def plated(logo: Image.Image, width: int, height: int) -> Image.Image:
    """A logo on a plate with round corners, RGBA, in a room of some pixels."""
    color = plate_color(logo) if logo.mode == "RGBA" else own_ground(logo)
    margin = max(1, round(height * _MARGIN)) if color is not None else 0
    inner = scaled(logo, max(1, width - 2 * margin), max(1, height - 2 * margin))
    if color is None:  # a photo is its own plate
        return _rounded(inner.convert("RGBA"))
    wide, tall = inner.width + 2 * margin, inner.height + 2 * margin
    card = Image.new("RGBA", (max(wide, tall // 2), tall), (*color, 255))
    at = (card.width - inner.width) // 2, margin
    card.paste(inner.convert("RGB"), at, inner if inner.mode == "RGBA" else None)
    return _rounded(card)


def on_page(logo: Image.Image, longest: int) -> Image.Image:
    """A logo as it is seen on white: itself, in its dark form, or on a dark plate."""
    logo = scaled(logo, min(longest, logo.width), min(longest, logo.height))
    if logo.mode != "RGBA":
        return logo
    shown = on_ground(logo, WHITE)
    return plated(logo, longest, logo.height) if shown is None else shown


def scaled(picture: Image.Image, width: int, height: int) -> Image.Image:
    """A picture as large as a room of some pixels holds it, larger than it is as well."""
    scale = min(width / picture.width, height / picture.height)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _rounded(card: Image.Image) -> Image.Image:
    """A card without its sharp corners."""
    size = card.width * _OVERSAMPLING, card.height * _OVERSAMPLING
    mask = Image.new("L", size)
    radius = min(card.size) * _ROUND * _OVERSAMPLING
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, size[0] - 1, size[1] - 1), radius, fill=255)
    card.putalpha(mask.reduce(_OVERSAMPLING))
    return card
