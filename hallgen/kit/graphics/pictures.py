"""Photos on posters and screens."""

from __future__ import annotations

from PIL import Image

from hallgen.kit.graphics.canvas import Pen


def framed(photo: Image.Image, room: tuple[float, float]) -> Image.Image:
    """A photo as large as its room allows, whole; one without alpha gets round corners."""
    scale = min(room[0] / photo.width, room[1] / photo.height)
    size = max(2, round(photo.width * scale)), max(2, round(photo.height * scale))
    smaller = photo.resize(size, Image.Resampling.LANCZOS)
    if smaller.mode == "RGBA":
        return smaller
    pen = Pen("L", size)
    pen.rectangle((0, 0, 1, 1), radius=0.035)
    card = smaller.convert("RGBA")
    card.putalpha(pen.finished())
    return card
