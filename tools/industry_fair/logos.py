"""Logos of invented firms: a mark of its own for each, most of them with the name beside it."""

from __future__ import annotations

import colorsys
import io
import random

from anyascii import anyascii
from PIL import Image, ImageDraw

from tools.industry_fair.firms import Firm
from tools.industry_fair.marks import MARKS, Canvas, sans

#: Marks are drawn this many times larger and scaled down, which smooths their edges.
_OVERSAMPLED = 4
_SIDE = 256
_COLORS = 32


def has_logo(firm: Firm) -> bool:
    """About six in seven; the joint stand's small firms have theirs from its organiser."""
    return firm.entry.pavilion or random.Random(f"logo {firm.entry.name.en}").random() < 0.82


def logo_name(firm: Firm) -> str:
    return f"logos/{firm.id}.png"


def color_of(firm: Firm) -> str | None:
    """The brand colour, where the firm has told it: three in four."""
    choose = random.Random(f"told {firm.entry.name.en}")
    return _hex(_colors(firm)[0]) if choose.random() < 0.75 else None


def logo(firm: Firm) -> bytes:
    """A PNG of few colours on a clear ground."""
    main, second = _colors(firm)
    side = _SIDE * _OVERSAMPLED
    canvas = Canvas(
        side, main, second, random.Random(f"mark {firm.entry.name.en}"), anyascii(firm.short.en)[0]
    )
    number = _number(firm)
    MARKS[(number * 7 + number // 18) % len(MARKS)](canvas)
    picture = canvas.image
    if number % 5 in (0, 3, 4):
        picture = _with_name(picture, firm)
    small = picture.resize(
        (picture.width // _OVERSAMPLED, picture.height // _OVERSAMPLED), Image.Resampling.LANCZOS
    )
    out = io.BytesIO()
    small.quantize(_COLORS, method=Image.Quantize.FASTOCTREE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _with_name(mark: Image.Image, firm: Firm) -> Image.Image:
    """The mark, and the name's first word to its right."""
    word = anyascii(firm.short.en.split()[0])
    choose = random.Random(f"word {firm.entry.name.en}")
    word = word.upper() if choose.random() < 0.5 else word
    weight, width = choose.choice([500, 700, 900]), choose.choice([75, 100])
    font = sans(int(mark.height * 0.50), weight, width)
    left, top, right, bottom = font.getbbox(word)
    gap = mark.width // 7
    wide = Image.new("RGBA", (mark.width + gap + int(right - left) + gap // 2, mark.height))
    wide.paste(mark, (0, 0))
    ink = (35, 38, 43, 255) if choose.random() < 0.6 else (*_colors(firm)[0], 255)
    at = (mark.width + gap - left, mark.height / 2 - (top + bottom) / 2)
    ImageDraw.Draw(wide).text(at, word, font=font, fill=ink)
    half = (wide.width * 160 // _SIDE, wide.height * 160 // _SIDE)
    return wide.resize(half, Image.Resampling.LANCZOS)


def _number(firm: Firm) -> int:
    return int(firm.id[1:]) - 1001


def _colors(firm: Firm) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Two colours that go together: steps round the circle, so that neighbours differ."""
    choose = random.Random(f"color {firm.entry.name.en}")
    hue = (_number(firm) * 0.381966 + 0.58) % 1.0
    if 0.13 < hue < 0.22:  # yellow cannot be read on white
        hue -= 0.09
    lightness = choose.uniform(0.24, 0.33) if 0.2 < hue < 0.5 else choose.uniform(0.31, 0.41)
    main = colorsys.hls_to_rgb(hue, lightness, choose.uniform(0.55, 0.9))
    turn = choose.choice([0.07, -0.07, 0.45, 0.0])
    second = colorsys.hls_to_rgb((hue + turn) % 1, choose.uniform(0.52, 0.62), 0.68)
    return _bytes(main), _bytes(second)


def _bytes(color: tuple[float, float, float]) -> tuple[int, int, int]:
    red, green, blue = (round(part * 255) for part in color)
    return red, green, blue


def _hex(color: tuple[int, int, int]) -> str:
    return "#" + "".join(f"{part:02x}" for part in color)
