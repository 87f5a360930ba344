"""What is printed on machines: names, plates, signs and screens, drawn and laid on one sheet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from hallgen.scene import Material, Mesh, Texture
from tools.industry_fair.marks import sans

#: A label stands off what it is stuck on by this much, in metres.
_LIFT = 0.0008
_GAP = 2


@dataclass(frozen=True, eq=False, slots=True)
class Sticker:
    """A picture, `width` metres wide, around a middle; `right` and `up` are unit vectors."""

    picture: Image.Image
    middle: tuple[float, float, float]
    width: float
    right: tuple[float, float, float]
    up: tuple[float, float, float]


def sheet_of(stickers: Sequence[Sticker], name: str) -> Mesh:
    """All labels as one mesh, their pictures on one sheet. The same picture is kept once."""
    pictures = list({id(one.picture): one.picture for one in stickers}.values())
    sheet, packed = _packed(pictures)
    places = {id(picture): place for picture, place in zip(pictures, packed, strict=True)}
    out = io.BytesIO()
    sheet.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    texture = Texture(f"{name} labels", out.getvalue(), "image/png", *sheet.size)
    material = Material(f"{name} labels", roughness=0.45, texture=texture)
    corners, normals, uvs = [], [], []
    for one in stickers:
        left, top, wide, tall = places[id(one.picture)]
        right, up = np.array(one.right, float), np.array(one.up, float)
        normal = np.cross(right, up)
        across = right * one.width / 2
        rise = up * one.width * tall / wide / 2
        middle = np.array(one.middle, float) + normal * _LIFT
        corners += [middle - across - rise, middle + across - rise]
        corners += [middle + across + rise, middle - across + rise]
        normals += [normal] * 4
        x0, x1 = left / sheet.width, (left + wide) / sheet.width
        y0, y1 = top / sheet.height, (top + tall) / sheet.height
        uvs += [(x0, y1), (x1, y1), (x1, y0), (x0, y0)]
    first = np.arange(len(stickers))[:, None] * 4
    faces = np.concatenate([first + np.array(half) for half in ((0, 1, 2), (0, 2, 3))])
    return Mesh(
        "labels",
        material,
        np.round(corners, 5).astype(np.float32) + np.float32(0),
        np.round(normals, 6).astype(np.float32) + np.float32(0),
        faces.astype(np.uint32),
        np.array(uvs, np.float32),
    )


def _packed(
    pictures: Sequence[Image.Image],
) -> tuple[Image.Image, list[tuple[int, int, int, int]]]:
    """A sheet with all pictures in rows, the tallest first, and where each lies."""
    order = sorted(range(len(pictures)), key=lambda i: (-pictures[i].height, -pictures[i].width, i))
    widest = max(picture.width for picture in pictures)
    area = sum((p.width + _GAP) * (p.height + _GAP) for p in pictures)
    side = max(64, 1 << (max(widest, int(area**0.5)) - 1).bit_length())
    places = [(0, 0, 0, 0)] * len(pictures)
    x, y, row = 0, 0, 0
    for i in order:
        wide, tall = pictures[i].size
        if x + wide > side:
            x, y, row = 0, y + row + _GAP, 0
        places[i] = (x, y, wide, tall)
        x, row = x + wide + _GAP, max(row, tall)
    height = 4 * -(-(y + row) // 4)
    sheet = Image.new("RGB", (side, height), "#808080")
    for picture, (left, top, _, _) in zip(pictures, places, strict=True):
        sheet.paste(picture, (left, top))
    return sheet, places


def name(text: str, ink: str, ground: str, height: int = 64, weight: int = 800) -> Image.Image:
    """Large letters on a ground that is that of the machine."""
    font = sans(int(height * 0.78), weight, 100)
    left, top, right, bottom = (int(v) for v in font.getbbox(text))
    picture = Image.new("RGB", (right - left + height // 3, height), ground)
    at = (height / 6 - left, height / 2 - (top + bottom) / 2)
    ImageDraw.Draw(picture).text(at, text, font=font, fill=ink)
    return picture


def plate(title: str, lines: Sequence[str], ground: str = "#c9ccce") -> Image.Image:
    """A type plate: a title, and lines of data."""
    width, row = 256, 21
    picture = Image.new("RGB", (width, 46 + row * len(lines)), ground)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width, 34), fill="#20242a")
    draw.text((10, 4), title, font=sans(22, 800, 100), fill="#ffffff")
    for i, line in enumerate(lines):
        y = 38 + i * row
        draw.text((10, y), line, font=sans(15, 500, 88), fill="#16191d")
        draw.line((10, y + row - 1, width - 10, y + row - 1), fill="#8d9296")
    draw.rectangle((0, 0, width - 1, picture.height - 1), outline="#5a5f64")
    return picture


def warning(sign: str = "bolt", side: int = 96) -> Image.Image:
    """A yellow triangle: a "bolt" for voltage, a "hand" that is crushed, a "beam" of light."""
    picture = Image.new("RGB", (side, side), "#f2c200")
    draw = ImageDraw.Draw(picture)
    s = side / 96
    draw.polygon([(48 * s, 8 * s), (92 * s, 86 * s), (4 * s, 86 * s)], fill="#111111")
    draw.polygon([(48 * s, 20 * s), (82 * s, 80 * s), (14 * s, 80 * s)], fill="#f2c200")
    marks = {
        "bolt": [(52, 32), (38, 58), (48, 58), (43, 76), (60, 52), (50, 52), (57, 34)],
        "hand": [(30, 72), (30, 66), (62, 66), (54, 52), (58, 48), (70, 66), (70, 72)],
        "beam": [(46, 38), (50, 38), (51, 54), (64, 60), (51, 62), (48, 76), (45, 62), (32, 60)],
    }
    draw.polygon([(x * s, y * s) for x, y in marks[sign]], fill="#111111")
    return picture


def stripes(width: int = 256, height: int = 24) -> Image.Image:
    """Yellow and black, slanting."""
    picture = Image.new("RGB", (width, height), "#f2c200")
    draw = ImageDraw.Draw(picture)
    for x in range(-height, width, 2 * height):
        draw.polygon([(x, height), (x + height, 0), (x + 2 * height, 0), (x + height, height)],
                     fill="#141414")  # fmt: skip
    return picture


def screen(title: str, accent: str, width: int = 256, height: int = 192) -> Image.Image:
    """A control's screen: coordinates, a tool path, soft keys."""
    picture = Image.new("RGB", (width, height), "#0d1622")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width, 20), fill=accent)
    draw.text((8, 2), title, font=sans(13, 700, 100), fill="#ffffff")
    for i, (axis, value) in enumerate(
        (("X", "+125.406"), ("Y", "-048.220"), ("Z", "+310.075"), ("S", "12000"))
    ):
        y = 28 + i * 30
        draw.text((8, y), axis, font=sans(20, 700, 100), fill="#7fb4ff")
        draw.text((32, y), value, font=sans(20, 600, 88), fill="#e8f1ff")
    box = (width // 2 + 8, 28, width - 8, height - 44)
    draw.rectangle(box, fill="#14243a", outline="#32506f")
    for i in range(5):
        inset = 6 + i * 8
        draw.rounded_rectangle(
            (box[0] + inset, box[1] + inset * 0.8, box[2] - inset, box[3] - inset * 0.8),
            6, outline=("#35d07f", "#35d07f", "#f5c542", "#8aa4c0", "#8aa4c0")[i], width=2,
        )  # fmt: skip
    for i in range(6):
        left = 6 + i * (width - 12) // 6
        draw.rounded_rectangle(
            (left, height - 32, left + (width - 12) // 6 - 4, height - 6),
            3, fill="#24405e" if i else accent,
        )  # fmt: skip
    return picture


def keypad(columns: int, rows: int, accent: str, cell: int = 18) -> Image.Image:
    """Rows of keys, some of them coloured."""
    picture = Image.new("RGB", (columns * cell + 6, rows * cell + 6), "#2a2e33")
    draw = ImageDraw.Draw(picture)
    for row in range(rows):
        for column in range(columns):
            x, y = 3 + column * cell, 3 + row * cell
            number = row * columns + column
            fill = accent if number % 11 == 7 else "#e9eaec" if number % 3 else "#b6bcc2"
            draw.rounded_rectangle((x + 2, y + 2, x + cell - 2, y + cell - 2), 3, fill=fill)
            draw.line((x + 6, y + cell // 2, x + cell - 7, y + cell // 2), fill="#4a5057", width=2)
    return picture


def digits(text: str, ink: str) -> Image.Image:
    """A display of lit characters on black."""
    picture = Image.new("RGB", (128, 52), "#120a0a")
    draw = ImageDraw.Draw(picture)
    draw.text((8, 2), text, font=sans(38, 700, 88), fill=ink)
    return picture


def layers(title: str, accent: str, width: int = 320, height: int = 196) -> Image.Image:
    """A printer's screen: the layer that is being exposed, and how far the job is."""
    picture = Image.new("RGB", (width, height), "#10161c")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width, 22), fill=accent)
    draw.text((8, 2), title, font=sans(14, 700, 100), fill="#ffffff")
    draw.rectangle((10, 32, 160, 182), fill="#1c2630", outline="#3d5266")
    for ring in range(4):
        r = 14 + ring * 11
        draw.ellipse(
            (66 - r, 110 - r, 66 + r, 110 + r), outline=("#ffb13d", "#5fd0b5")[ring % 2], width=3
        )
    for k in range(5):
        draw.rectangle((118, 60 + k * 18, 146, 70 + k * 18), fill="#5fd0b5" if k < 3 else "#33485a")
    for i, line in enumerate(
        ("O2       0.04 %", "LASER 1  372 W", "LASER 2  368 W", "PLATE   200 C", "LEFT    6 h 12")
    ):
        draw.text((174, 34 + i * 24), line, font=sans(16, 600, 88), fill="#dfe8f0")
    draw.rounded_rectangle((174, 162, 308, 178), 4, fill="#24323f")
    draw.rounded_rectangle((174, 162, 216, 178), 4, fill=accent)
    return picture
