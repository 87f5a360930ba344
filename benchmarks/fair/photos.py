"""Photos of products, drawn: each its own, with the grain that makes a photo's file large.

They are no art, but what a build has to do with them is what it has to do with photos.
"""

from __future__ import annotations

import colorsys
import io
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from tools.industry_fair.marks import sans
from tools.industry_fair.products import Shown

Color = tuple[int, int, int]
Spot = tuple[float, float]

_QUALITY = 82
#: Grain, in levels of 255: of a camera of some years ago, indoors.
_GRAIN = 2.0
_SHIFTS = 256
_SHARPNESS = 0.7


@dataclass(slots=True)
class _Studio:
    """A picture being made. Spots are 0 to 1 across its width, y down from its middle."""

    image: Image.Image
    pen: ImageDraw.ImageDraw
    choose: random.Random
    brand: Color
    label: str

    def at(self, spot: Spot) -> Spot:
        width, height = self.image.size
        return spot[0] * width, height / 2 + spot[1] * width

    def face(self, corners: Sequence[Spot], color: Color, shade: float = 1.0) -> None:
        self.pen.polygon([self.at(c) for c in corners], fill=_times(color, shade))

    def plate(self, low: Spot, high: Spot, color: Color, shade: float = 1.0) -> None:
        self.pen.rectangle((*self.at(low), *self.at(high)), fill=_times(color, shade))

    def round(self, middle: Spot, radius: float, color: Color, shade: float = 1.0) -> None:
        (x, y), r = self.at(middle), radius * self.image.width
        self.pen.ellipse((x - r, y - r, x + r, y + r), fill=_times(color, shade))

    def limb(self, start: Spot, end: Spot, width: float, color: Color) -> None:
        """A rounded bar, lighter along its upper side."""
        for share, shade in ((1.0, 0.72), (0.7, 1.0), (0.3, 1.22)):
            w = width * share
            self.pen.line(
                [self.at(start), self.at(end)],
                fill=_times(color, shade),
                width=max(1, round(w * self.image.width)),
            )
            for spot in (start, end):
                self.round(spot, w / 2, color, shade)

    def text(self, spot: Spot, height: float, color: Color) -> None:
        font = sans(max(8, round(height * self.image.width)), 800, 100)
        self.pen.text(self.at(spot), self.label, font=font, fill=color, anchor="mm")


def photo(product: Shown, width: int) -> bytes:
    """A JPEG, `width` pixels wide and three quarters as high."""
    choose = random.Random(f"photo {product.id} {product.name.en}")
    # Drawn smaller: enlarged, edges are as soft as a lens leaves them.
    image = _backdrop(round(width * _SHARPNESS), choose)
    label = product.name.en.rpartition(" ")[2]
    studio = _Studio(image, ImageDraw.Draw(image), choose, _vivid(choose), label)
    _SUBJECTS.get(product.firm.entry.segment, _machine)(studio)
    height = width * 3 // 4
    pixels = np.asarray(image.resize((width, height), Image.Resampling.BICUBIC), dtype=np.int16)
    x, y = choose.randrange(_SHIFTS), choose.randrange(_SHIFTS)
    noisy = pixels + _grain(width)[y : y + height, x : x + width, None]
    out = io.BytesIO()
    Image.fromarray(noisy.clip(0, 255).astype(np.uint8)).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


@cache
def _grain(width: int) -> NDArray[np.int16]:
    """Noise for all photos of a size, each of which shifts it by its own."""
    size = (width * 3 // 4 + _SHIFTS, width + _SHIFTS)
    return np.random.default_rng(1).normal(0, _GRAIN, size).round().astype(np.int16)


def _backdrop(width: int, choose: random.Random) -> Image.Image:
    """A studio sweep or a workshop out of focus, and the shadow of what will stand there."""
    small = (80, 60)
    tint = np.array([choose.uniform(0.85, 1.0) for _ in range(3)])
    y = np.linspace(0, 1, small[1])[:, None]
    x = np.linspace(-1, 1, small[0])[None, :]
    light = 205 + 40 * np.exp(-((x - choose.uniform(-0.5, 0.5)) ** 2) * 2 - (y - 0.35) ** 2 * 6)
    light = light * np.where(y > 0.68, 1 - 0.5 * (y - 0.68), 0.92)
    picture = Image.fromarray((light[..., None] * tint).clip(0, 255).astype(np.uint8))
    if choose.random() < 0.5:
        pen = ImageDraw.Draw(picture)
        for _ in range(choose.randint(12, 30)):
            left, top = choose.randint(-10, 75), choose.randint(-8, 32)
            gray = choose.randint(70, 235)
            box = (left, top, left + choose.randint(3, 22), top + choose.randint(3, 18))
            pen.rectangle(box, fill=_times((gray, gray, gray), 1, choose))
        picture = picture.filter(ImageFilter.GaussianBlur(2.0))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((14, 45, 68, 55), fill=_times((70, 72, 76), 1))
    picture = picture.filter(ImageFilter.GaussianBlur(1.5))
    return picture.resize((width, width * 3 // 4), Image.Resampling.BICUBIC)


def _machine(s: _Studio) -> None:
    """A machine's housing with a window, a control and a stripe of the brand."""
    c = s.choose
    left, right = c.uniform(0.16, 0.24), c.uniform(0.62, 0.74)
    top, floor, lean = c.uniform(-0.27, -0.12), 0.25, c.uniform(0.06, 0.12)
    body = _times((226, 228, 226), c.uniform(0.55, 1.0), c)
    s.face([(left, top), (right, top), (right + lean, top - 0.04), (left + lean, top - 0.04)],
           body, 1.08)  # fmt: skip
    s.face([(right, top), (right + lean, top - 0.04), (right + lean, floor - 0.05), (right, floor)],
           body, 0.66)  # fmt: skip
    s.plate((left, top), (right, floor), body)
    s.plate((left, floor - 0.07), (right, floor), (58, 62, 68))
    band = c.uniform(top, top + 0.06)
    s.plate((left, band), (right, band + c.uniform(0.03, 0.07)), s.brand)
    middle = left + (right - left) * c.uniform(0.5, 0.68)
    low, high = top + 0.11, floor - c.uniform(0.10, 0.18)
    s.plate((left + 0.03, low), (middle, high), (34, 44, 54))
    for _ in range(c.randint(4, 9)):
        x, y = c.uniform(left + 0.05, middle - 0.05), c.uniform(low + 0.02, high - 0.02)
        s.plate((x, y), (x + c.uniform(0.01, 0.05), y + 0.015), (150, 160, 170))
    s.face([(left + 0.05, low), (left + 0.09, low), (left + 0.05, high), (left + 0.03, high)],
           (92, 108, 120))  # fmt: skip
    panel = c.uniform(middle + 0.02, right - 0.1)
    s.plate((panel, low), (panel + 0.08, low + 0.12), (40, 43, 48))
    s.plate((panel + 0.01, low + 0.01), (panel + 0.07, low + 0.06), _times((60, 150, 210), 1, c))
    for i in range(c.randint(3, 8)):
        s.round((panel + 0.015 + 0.02 * (i % 3), low + 0.075 + 0.018 * (i // 3)), 0.005,
                c.choice([(200, 40, 40), (60, 170, 80), (230, 230, 230)]))  # fmt: skip
    s.text(((left + right) / 2, floor - 0.035), 0.03, (235, 235, 235))


def _turned_part(s: _Studio) -> None:
    """Something round: a gear unit, a motor, a tool, a pump."""
    c = s.choose
    x, axis = c.uniform(0.14, 0.2), c.uniform(-0.02, 0.08)
    radius = c.uniform(0.06, 0.13)
    while x < 0.78:
        width = c.uniform(0.03, 0.16)
        color = s.brand if c.random() < 0.35 else _times((176, 180, 184), c.uniform(0.5, 1.1), c)
        steps = 28
        for i in range(steps):
            y = axis - radius * math.cos(math.pi * i / steps)
            shade = 0.35 + 0.9 * max(0.0, math.sin(math.pi * (i + 0.5) / steps + 0.5)) ** 1.5
            s.plate((x, y), (x + width, axis - radius * math.cos(math.pi * (i + 1) / steps)),
                    color, shade)  # fmt: skip
        if c.random() < 0.4:
            for i in range(c.randint(4, 9)):
                s.plate((x + width * i / 9, axis - radius), (x + width * i / 9 + 0.003,
                        axis + radius), (40, 42, 45))  # fmt: skip
        x += width
        radius = min(0.2, max(0.03, radius * c.uniform(0.6, 1.6)))
    s.text((0.5, 0.27), 0.04, (60, 64, 70))


def _arm(s: _Studio) -> None:
    """An arm on its base: as many links as it likes."""
    c = s.choose
    spot, angle, width = (c.uniform(0.3, 0.45), 0.24), -90 + c.uniform(-20, 20), 0.13
    s.plate((spot[0] - 0.11, 0.2), (spot[0] + 0.11, 0.26), (64, 68, 74))
    color = s.brand if c.random() < 0.7 else (232, 233, 231)
    for _ in range(c.randint(3, 5)):
        reach = c.uniform(0.1, 0.2)
        end = (
            spot[0] + reach * math.cos(math.radians(angle)),
            max(-0.33, spot[1] + reach * math.sin(math.radians(angle))),
        )
        s.limb(spot, end, width, color)
        s.round(end, width * 0.45, (70, 74, 80))
        s.round(end, width * 0.25, color, 1.15)
        spot, angle, width = end, angle + c.uniform(15, 75), width * c.uniform(0.65, 0.85)
    s.plate((spot[0] - 0.01, spot[1]), (spot[0] + 0.01, spot[1] + 0.06), (50, 52, 56))
    s.text((0.72, 0.29), 0.035, (70, 74, 80))


def _modules(s: _Studio) -> None:
    """Electronics side by side on a rail."""
    c = s.choose
    s.plate((0.05, 0.02), (0.95, 0.06), (168, 172, 176))
    x = c.uniform(0.12, 0.2)
    while x < 0.78:
        width, height = c.uniform(0.05, 0.15), c.uniform(0.14, 0.24)
        color = c.choice([(228, 230, 230), (54, 58, 64), (196, 200, 202), s.brand])
        s.plate((x, -height), (x + width, height), color)
        s.plate((x + width * 0.88, -height), (x + width, height), color, 0.7)
        s.plate((x, -height), (x + width * 0.88, -height + 0.035), s.brand)
        for i in range(c.randint(2, 12)):
            lit = c.choice([(70, 220, 110), (250, 180, 40), (40, 44, 48)])
            s.round((x + 0.015 + 0.016 * (i % 3), -height + 0.06 + 0.016 * (i // 3)), 0.004, lit)
        rows = c.randint(1, 4)
        for i in range(rows * 3):
            at = (x + width * (0.1 + 0.26 * (i % 3)), 0.02 + 0.04 * (i // 3))
            s.plate(at, (at[0] + width * 0.18, at[1] + 0.025), (32, 35, 38))
        x += width + 0.004
    s.text((0.5, 0.3), 0.035, (60, 64, 70))


def _screen(s: _Studio) -> None:
    """A program on a monitor."""
    c = s.choose
    s.plate((0.46, 0.1), (0.54, 0.26), (90, 94, 98))
    s.plate((0.36, 0.25), (0.64, 0.27), (110, 114, 118))
    s.plate((0.14, -0.3), (0.86, 0.14), (26, 28, 31))
    s.plate((0.155, -0.285), (0.845, 0.125), _times((18, 30, 48), 1, c))
    s.plate((0.155, -0.285), (0.845, -0.25), s.brand)
    for column in range(3):
        for row in range(2):
            x, y = 0.17 + 0.225 * column, -0.235 + 0.175 * row
            s.plate((x, y), (x + 0.21, y + 0.16), (30, 44, 66))
            color = c.choice([s.brand, (70, 200, 160), (240, 180, 60), (120, 160, 250)])
            if c.random() < 0.5:
                for i in range(10):
                    tall = c.uniform(0.02, 0.13)
                    left = x + 0.01 + 0.019 * i
                    s.plate((left, y + 0.15 - tall), (left + 0.013, y + 0.15), color)
            else:
                spots = [(x + 0.01 + 0.019 * i, y + c.uniform(0.03, 0.14)) for i in range(11)]
                s.pen.line([s.at(spot) for spot in spots], fill=color, width=4)
    s.text((0.5, -0.267), 0.024, (245, 245, 245))


_SUBJECTS: dict[str, Callable[[_Studio], None]] = {
    **dict.fromkeys(("drives", "tooling", "hydrogen", "materials", "grippers"), _turned_part),
    **dict.fromkeys(("robots", "cobots", "welding"), _arm),
    **dict.fromkeys(("control", "sensors", "electrics", "power", "network", "storage"), _modules),
    **dict.fromkeys(("software", "cloud"), _screen),
}


def _vivid(choose: random.Random) -> Color:
    red, green, blue = colorsys.hls_to_rgb(choose.random(), choose.uniform(0.28, 0.42), 0.68)
    return round(red * 255), round(green * 255), round(blue * 255)


def _times(color: Color, shade: float, choose: random.Random | None = None) -> Color:
    """Lighter or darker, and by chance a little off."""
    red, green, blue = (
        min(255, max(0, round(part * shade + (choose.uniform(-14, 14) if choose else 0))))
        for part in color
    )
    return red, green, blue
