"""Places of a plan in the axes of the scene, as the viewer has them."""

from __future__ import annotations

from hallgen.model import Point
from hallgen.site.manifest import Pose, Spot

#: Height of a standing visitor's eyes in metres.
EYE_HEIGHT = 1.65


def pose(point: Point, heading: float) -> Pose:
    """A visitor standing at a point of the plan, looking to `heading`.

    `heading` is in degrees counter-clockwise from east, as the model has it.
    """
    x, z = spot(point)
    return Pose(x=x, y=EYE_HEIGHT, z=z, heading=bearing(heading), pitch=0.0)


def bearing(heading: float) -> float:
    """Degrees clockwise from the plan's north, of degrees counter-clockwise from east."""
    return round((90 - heading) % 360, 2) % 360


def spot(point: Point) -> Spot:
    """A point of the plan in the scene's (x, z)."""
    return millimetres(point[0]), millimetres(-point[1])


def millimetres(length: float) -> float:
    """A length rounded to them, and never minus nought."""
    return round(length, 3) + 0.0
