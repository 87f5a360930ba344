"""What stands around what is baked: for a booth a hall in general, for a hall its booths."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from hallgen.light.lamps import Shiners
from hallgen.scene import Floats, Indices

#: High-bay lamps of a hall in general: size in metres, spacing along and between rows, and
#: radiance as the bake takes it (64, of which 0.58 reaches the floor through the roof's clutter).
LAMP_SIZE = (1.5, 0.48)
LAMP_SPACING = (5.5, 8.0)
LAMP_RADIANCE = 64 * 0.58

_EMPTY = np.zeros((0, 3), np.float32)


@dataclass(frozen=True, eq=False, slots=True)
class Known:
    """Triangles that stop and return light whose own light is known: (m, 3) over (n, 3), each
    with what it returns (m,), that is albedo x irradiance over pi.
    """

    positions: Floats = field(default_factory=lambda: _EMPTY)
    triangles: Indices = field(default_factory=lambda: np.zeros((0, 3), np.uint32))
    returns: Floats = field(default_factory=lambda: np.zeros(0, np.float32))


@dataclass(frozen=True, eq=False, slots=True)
class Surroundings:
    """What a bake sees beyond its scene.

    A ray that meets nothing finds `above` when it goes up, `beside` when it is level and `below`
    when it goes down, evenly between.
    """

    known: Known
    shiners: Shiners
    above: float
    beside: float
    below: float


def closed(known: Known, shiners: Shiners) -> Surroundings:
    """Inside a hall that is itself baked, with its booths: nothing comes from beyond."""
    return Surroundings(known, shiners, 0.08, 0.10, 0.05)


def in_a_hall(lamp_height: float) -> Surroundings:
    """A hall in general: concrete around, lamps in rows at a height, roof and walls afar."""
    reach = 40.0
    floor = np.array(
        [[-reach, 0, -reach], [-reach, 0, reach], [reach, 0, reach], [reach, 0, -reach]],
        np.float32,
    )
    # Just under the booth's own floor, which lies on it.
    floor[:, 1] = -0.004
    sides = np.array([[0, 1, 2], [0, 2, 3]], np.uint32)
    lamps = _lamp_grid(lamp_height)
    return Surroundings(
        Known(floor, sides, np.full(2, 0.2 * 0.3, np.float32)), lamps, 0.10, 0.14, 0.06
    )


def _lamp_grid(height: float) -> Shiners:
    """Each lamp as two points, five by five of them around the middle.

    A low ceiling has more and smaller lamps: of each the same light reaches the floor.
    """
    share = min(1.0, (height / 10.0) ** 2)
    x, z = np.meshgrid(np.arange(-2, 3) * LAMP_SPACING[0], np.arange(-2, 3) * LAMP_SPACING[1])
    points = np.stack([x.ravel(), np.full(x.size, height), z.ravel()], axis=1)
    half = np.array([LAMP_SIZE[0] / 4, 0, 0])
    points = np.concatenate([points - half, points + half]).astype(np.float32)
    area = LAMP_SIZE[0] * LAMP_SIZE[1] / 2
    count = len(points)
    return Shiners(
        points,
        np.tile(np.array([0, -1, 0], np.float32), (count, 1)),
        np.full(count, LAMP_RADIANCE * share * area / np.pi, np.float32),
        np.full(count, area, np.float32),
    )
