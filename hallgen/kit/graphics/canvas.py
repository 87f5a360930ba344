"""Grounds, shapes and text laid on a picture. Lengths are pixels, colours sRGB."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from enum import Enum

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from hallgen.media.colors import BLACK, READABLE, WHITE, Color, luminance, luminances, mix
from hallgen.media.typeset import Setting

#: Shapes are drawn this much larger and then reduced, which smooths their edges.
OVERSAMPLING = 3

#: From this coverage on, of 255, a pixel of a letter counts as black.
_INKED = 120

#: More contrast than is asked for, as letters have soft edges.
_SPARE = 1.1

Box = tuple[float, float, float, float]  # left, top, right, bottom
Spot = tuple[float, float]


class Anchor(Enum):
    """Which part of a text's or picture's box lies at the given point, as (x, y) shares."""

    TOP_LEFT = (0.0, 0.0)
    TOP = (0.5, 0.0)
    TOP_RIGHT = (1.0, 0.0)
    LEFT = (0.0, 0.5)
    CENTER = (0.5, 0.5)
    RIGHT = (1.0, 0.5)
    BOTTOM_LEFT = (0.0, 1.0)
    BOTTOM = (0.5, 1.0)
    BOTTOM_RIGHT = (1.0, 1.0)


def gradient(size: tuple[int, int], start: Color, end: Color, angle: float = 90.0) -> Image.Image:
    """From one colour to another, along a direction in degrees: 0 right, 90 down."""
    ahead = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    x = np.linspace(-0.5, 0.5, size[0]) * ahead[0]
    y = np.linspace(-0.5, 0.5, size[1]) * ahead[1]
    reach = (abs(ahead[0]) + abs(ahead[1])) / 2
    share = (x[None, :] + y[:, None] + reach) / (2 * reach)
    return blend(start, end, share.astype(np.float32))


def blend(start: Color, end: Color, share: NDArray[np.float32]) -> Image.Image:
    """Two colours mixed pixel by pixel, dithered by half a level against banding."""
    first, second = (np.array(c, dtype=np.float32) for c in (start, end))
    mixed = first + (second - first) * share[..., None]
    height, width = share.shape
    tile = np.array([[0.0, 0.5], [0.75, 0.25]], dtype=np.float32)
    dither = np.tile(tile, (height // 2 + 1, width // 2 + 1))[:height, :width]
    return Image.fromarray(np.clip(mixed + dither[..., None], 0, 255).astype(np.uint8))


def glow(image: Image.Image, center: Spot, radius: float, color: Color, strength: float) -> None:
    """A soft round light, strongest at its centre."""
    x = (np.arange(image.width, dtype=np.float32) - center[0]) / radius
    y = (np.arange(image.height, dtype=np.float32) - center[1]) / radius
    falloff = np.exp(-2.2 * (x[None, :] ** 2 + y[:, None] ** 2)) * (255 * strength)
    image.paste(color, (0, 0), Image.fromarray(falloff.astype(np.uint8)))


def pool(image: Image.Image, center: Spot, radii: Spot, color: Color, strength: float) -> None:
    """Light on a floor: a soft ellipse."""
    x = (np.arange(image.width, dtype=np.float32) - center[0]) / radii[0]
    y = (np.arange(image.height, dtype=np.float32) - center[1]) / radii[1]
    share = np.clip(1 - x[None, :] ** 2 - y[:, None] ** 2, 0, 1) ** 1.4 * (255 * strength)
    image.paste(color, (0, 0), Image.fromarray(share.astype(np.uint8)))


def shape(
    image: Image.Image, box: Box, color: Color, draw: Callable[[Pen], None], opacity: float = 1.0
) -> None:
    """Fill a smooth shape, drawn in units of the box: (0, 0) to (1, 1)."""
    left, top = math.floor(box[0]), math.floor(box[1])
    size = max(1, math.ceil(box[2]) - left), max(1, math.ceil(box[3]) - top)
    pen = Pen("L", size, (box[0] - left, box[1] - top), (box[2] - box[0], box[3] - box[1]))
    draw(pen)
    mask = pen.finished()
    if opacity < 1:
        mask = mask.point([round(value * opacity) for value in range(256)])
    image.paste(color, (left, top), mask)


class Pen:
    """Draws shapes in a unit square, smooth, on a sheet of its own."""

    def __init__(
        self, mode: str, size: tuple[int, int], corner: Spot = (0, 0), scale: Spot | None = None
    ) -> None:
        scale = scale or (float(size[0]), float(size[1]))
        self._corner = corner[0] * OVERSAMPLING, corner[1] * OVERSAMPLING
        self._scale = scale[0] * OVERSAMPLING, scale[1] * OVERSAMPLING
        ground = 0 if mode == "L" else (0, 0, 0, 0)
        self._sheet = Image.new(mode, (size[0] * OVERSAMPLING, size[1] * OVERSAMPLING), ground)
        self._draw = ImageDraw.Draw(self._sheet)

    def _at(self, point: Spot) -> Spot:
        return (
            self._corner[0] + point[0] * self._scale[0],
            self._corner[1] + point[1] * self._scale[1],
        )

    def polygon(self, points: Sequence[Spot], fill: Color | int = 255) -> None:
        self._draw.polygon([self._at(point) for point in points], fill=fill)

    def circle(self, center: Spot, radius: float, fill: Color | int = 255) -> None:
        """A circle where the unit is square, an ellipse else. `radius` in units of width."""
        x, y = self._at(center)
        r = radius * self._scale[0]
        self._draw.ellipse((x - r, y - r, x + r, y + r), fill=fill)

    def rectangle(self, box: Box, fill: Color | int = 255, radius: float = 0.0) -> None:
        """`radius` of its corners in units of width."""
        corners = (*self._at(box[:2]), *self._at(box[2:]))
        self._draw.rounded_rectangle(corners, radius * self._scale[0], fill=fill)

    def line(self, points: Sequence[Spot], width: float, fill: Color | int = 255) -> None:
        """A stroke with round joints and ends. `width` in units of width."""
        thick = max(1, round(width * self._scale[0]))
        spots = [self._at(point) for point in points]
        self._draw.line(spots, fill=fill, width=thick, joint="curve")
        for x, y in (spots[0], spots[-1]) if thick > OVERSAMPLING else ():
            r = thick / 2 - 0.5
            self._draw.ellipse((x - r, y - r, x + r, y + r), fill=fill)

    def arc(
        self, center: Spot, radius: float, span: Spot, width: float, fill: Color | int = 255
    ) -> None:
        """A part of a ring, in degrees clockwise from the right."""
        x, y = self._at(center)
        r = radius * self._scale[0]
        thick = max(1, round(width * self._scale[0]))
        self._draw.arc((x - r, y - r, x + r, y + r), *span, fill=fill, width=thick)

    def finished(self) -> Image.Image:
        return self._sheet.reduce(OVERSAMPLING)


def rectangle(image: Image.Image, box: Box, color: Color, radius: float = 0.0) -> None:
    """A filled rectangle; with a radius in pixels its corners are round and smooth."""
    if radius <= 0:
        left, top, right, bottom = (round(value) for value in box)
        image.paste(color, (left, top, max(right, left + 1), max(bottom, top + 1)))
        return
    share = radius / max(1.0, box[2] - box[0])
    shape(image, box, color, lambda pen: pen.rectangle((0, 0, 1, 1), radius=share))


def lay(
    image: Image.Image, text: Setting, at: Spot, color: Color, anchor: Anchor = Anchor.TOP_LEFT
) -> Box:
    """Lay text so that its ink's anchor is at a point; returns where its ink is.

    Where a pattern or a gradient below takes the contrast from the colour, it is made lighter
    or darker until the words can be read (WCAG 2.2 AA); where that is not enough, the ground
    around the letters is evened out.
    """
    left = round(at[0] - anchor.value[0] * text.width)
    top = round(at[1] - anchor.value[1] * text.height)
    box = left, top, left + text.width, top + text.height
    shown, towards = _legible(image.crop(box), text.ink, color)
    for _ in range(6):
        if _least_contrast(image.crop(box), text.ink, shown) >= READABLE * _SPARE:
            break
        _even_out(image, text, (left, top), BLACK if towards == WHITE else WHITE)
    image.paste(shown, (left, top), text.ink)
    return box


def ghost(
    image: Image.Image, text: Setting, at: Spot, color: Color, anchor: Anchor = Anchor.TOP_LEFT
) -> None:
    """A letter or figure as an ornament, not to be read, so in any colour."""
    left = round(at[0] - anchor.value[0] * text.width)
    top = round(at[1] - anchor.value[1] * text.height)
    image.paste(color, (left, top), text.ink)


def _legible(ground: Image.Image, ink: Image.Image, color: Color) -> tuple[Color, Color]:
    """The colour, or the nearest step to white or black that can be read, and which of the two."""
    low, high = _under(ground, ink)
    towards = WHITE if luminance(color) > (low + high) / 2 else BLACK
    for step in range(11):
        trial = mix(color, towards, step / 10)
        if min(_ratio(luminance(trial), g) for g in (low, high)) >= READABLE * _SPARE:
            return trial, towards
    return towards, towards


def _least_contrast(ground: Image.Image, ink: Image.Image, color: Color) -> float:
    return min(_ratio(luminance(color), light) for light in _under(ground, ink))


def _under(ground: Image.Image, ink: Image.Image) -> Spot:
    """How dark and how light a ground is under letters and beside them, without the last twentieth
    of each: fine lines may cross a letter.
    """
    around = ink.filter(ImageFilter.MaxFilter(5))  # edges are seen against what is beside them
    under = np.asarray(ground.convert("RGB"))[np.asarray(around) > _INKED]
    if not len(under):
        return 0.0, 0.0
    lights = luminances(under[:: 1 + len(under) // 4000])
    low, high = (float(value) for value in np.percentile(lights, (4, 96)))
    return low, high


def _ratio(one: float, other: float) -> float:
    """WCAG 2.2 contrast of two luminances."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _even_out(image: Image.Image, text: Setting, at: tuple[int, int], tone: Color) -> None:
    """A soft shade around letters, a quarter of the way to a tone."""
    reach = max(3, round(text.style.size * 0.35))
    shade = Image.new("L", (text.width + 4 * reach, text.height + 4 * reach))
    shade.paste(text.ink, (2 * reach, 2 * reach))
    shade = shade.filter(ImageFilter.MaxFilter(2 * (reach // 2) + 1))
    shade = shade.filter(ImageFilter.GaussianBlur(reach * 0.6)).point([v // 4 for v in range(256)])
    image.paste(tone, (at[0] - 2 * reach, at[1] - 2 * reach), shade)


def place(image: Image.Image, picture: Image.Image, at: Spot, anchor: Anchor) -> Box:
    """Lay a picture, by its alpha where it has one."""
    left = round(at[0] - anchor.value[0] * picture.width)
    top = round(at[1] - anchor.value[1] * picture.height)
    image.paste(picture.convert("RGB"), (left, top), picture if picture.mode == "RGBA" else None)
    return left, top, left + picture.width, top + picture.height


def shadow(image: Image.Image, picture: Image.Image, at: Spot, offset: float, blur: float) -> None:
    """The soft shadow of a picture with alpha whose upper left corner is at a point."""
    margin = math.ceil(blur * 2)
    alpha = Image.new("L", (picture.width + 2 * margin, picture.height + 2 * margin))
    alpha.paste(picture.getchannel("A"), (margin, margin))
    alpha = alpha.filter(ImageFilter.BoxBlur(blur)).point([round(v * 0.4) for v in range(256)])
    corner = round(at[0] - margin + offset * 0.6), round(at[1] - margin + offset)
    image.paste((0, 0, 0), corner, alpha)
