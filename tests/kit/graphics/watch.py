"""Sees every text that is laid on a picture: where, on what, in which colour."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
from PIL import Image, ImageFilter

from hallgen.kit.graphics import canvas
from hallgen.media.colors import READABLE, Color, contrast
from hallgen.media.typeset import Setting

Box = tuple[float, float, float, float]


class Watch:
    """Stands in for canvas.lay and keeps what was laid where, on what."""

    def __init__(self) -> None:
        self.laid: list[tuple[tuple[int, int], Box, float, str, float]] = []

    def __call__(
        self,
        image: Image.Image,
        text: Setting,
        at: Any,
        color: Color,
        anchor: Any = canvas.Anchor.TOP_LEFT,
    ) -> Box:
        box = canvas.lay(image, text, at, color, anchor)
        shown = np.asarray(image.convert("RGB").crop(tuple(map(round, box))))
        ink = np.asarray(text.ink)
        beside = (np.asarray(text.ink.filter(ImageFilter.MaxFilter(5))) > 0) & (ink == 0)
        ground, words = shown[beside], shown[ink > 250]
        # the ground's 5th and 95th percentiles: fine lines of a pattern may cross a letter
        worst = 21.0
        if len(words) and len(ground):
            used = tuple(int(value) for value in np.median(words, axis=0))
            under = np.percentile(ground, (5, 95), axis=0)
            worst = min(contrast(used, tuple(int(v) for v in row)) for row in under)
        self.laid.append((image.size, box, worst, "/".join(text.lines), text.style.size))
        return box


def check(watch: Watch, what: str) -> None:
    assert watch.laid
    for (width, height), box, worst, words, size in watch.laid:
        told = f"{what}: {words!r} at {box} of {width}x{height}"
        assert box[0] >= 0, told
        assert box[1] >= 0, told
        assert box[2] <= width, told
        assert box[3] <= height, told
        if size >= 4:  # below that a letter has no pixel of its full colour
            # 0.1 less: what is under the ink is not quite what is under its box
            assert worst >= READABLE - 0.1, f"{told}: contrast {worst:.2f}"
    for first, second in itertools.combinations(watch.laid, 2):
        a, b = first[1], second[1]
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        # descenders may reach one pixel row into the line below
        across = min(a[3], b[3]) - max(a[1], b[1])
        assert apart or across <= 2, f"{what}: {first[3]!r} lies on {second[3]!r}"
    watch.laid.clear()
