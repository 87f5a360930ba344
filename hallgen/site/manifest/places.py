"""Where things and eyes are, in the 3D scene."""

from __future__ import annotations

from hallgen.model import Frozen

Spot = tuple[float, float]  # x, z
Vector = tuple[float, float, float]  # x, y, z


class Pose(Frozen):
    """Where a visitor's eyes are. `heading` in degrees clockwise from the plan's north (-z).

    `pitch` in degrees, up is positive.
    """

    x: float
    y: float
    z: float
    heading: float
    pitch: float
