"""The tones of a drawing, and points around a centre."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hallgen.kit.graphics.canvas import Spot
from hallgen.media.colors import Color


@dataclass(frozen=True, slots=True)
class Tones:
    """What a drawing is coloured with."""

    light: Color
    pale: Color
    mid: Color
    dark: Color
    accent: Color


def around(center: Spot, radius: float, degrees: float) -> Spot:
    angle = math.radians(degrees)
    return center[0] + radius * math.cos(angle), center[1] + radius * math.sin(angle)
