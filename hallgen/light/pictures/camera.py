"""A camera: where it stands, where it looks, and the rays of its pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from hallgen.scene import Floats

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Camera:
    """Eyes in a scene's axes, in metres. `heading` is in degrees clockwise from -z, as a visitor's.

    `pitch` is in degrees, up is positive; `field` is the vertical field of view in degrees.
    """

    position: Vector
    heading: float
    pitch: float = 0.0
    field: float = 60.0

    def directions(self, across: Floats, down: Floats, aspect: float) -> Floats:
        """Unit directions (n, 3) through places of the picture: 0 to 1 from its left and top."""
        right, up, ahead = self.axes()
        tall = math.tan(math.radians(self.field) / 2)
        x = (2 * across - 1) * np.float32(tall * aspect)
        y = (1 - 2 * down) * np.float32(tall)
        rays = ahead + x[:, None] * right + y[:, None] * up
        rays /= np.sqrt(1 + x * x + y * y)[:, None]
        unit: Floats = rays.astype(np.float32)
        return unit

    def axes(self) -> tuple[Floats, Floats, Floats]:
        """Unit vectors (3,) to the right, up and ahead of the picture."""
        heading, pitch = math.radians(self.heading), math.radians(self.pitch)
        sin, cos, rise, level = (
            math.sin(heading),
            math.cos(heading),
            math.sin(pitch),
            math.cos(pitch),
        )
        return (
            np.array([cos, 0, sin], np.float32),
            np.array([-sin * rise, level, cos * rise], np.float32),
            np.array([sin * level, rise, -cos * level], np.float32),
        )
