"""How bright a surface is where it stands, without a bake: corners, floors, washes of spots.

A stand-in for baked light that is analytic, cheap and always plausible: light comes from above
and from the booth's own spots, so that walls are brightest at eye height and above, and darker
towards the floor and in corners.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from hallgen.kit.plots import Edge, Plot, segment_distances
from hallgen.kit.shapes import Shade


def wall_shade(plot: Plot, wall: Edge, height: float) -> Shade:
    """For the face of a wall on `wall`, `height` metres high."""
    others = [edge for edge in plot.closed_edges if edge is not wall]

    def shade(points: NDArray[np.float64]) -> NDArray[np.float64]:
        rise = points[:, 1]
        factor = 0.74 + 0.26 * np.exp(-(((rise - 0.72 * height) / (0.42 * height)) ** 2))
        factor *= 1 - 0.34 * np.exp(-np.maximum(rise, 0) / 0.22)
        return np.asarray(factor * _near(points, others, 0.38, 0.30))

    return shade


def floor_shade(plot: Plot, covered: float = 0.0) -> Shade:
    """For a booth's floor. `covered` (0..1) is how much of the hall's light a roof takes."""

    def shade(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return (1 - covered) * _near(points, list(plot.closed_edges), 0.42, 0.55)

    return shade


def platform_shade(plot: Plot) -> Shade:
    """For a raised floor under its own lights: brightest in the middle of the stand."""
    x0, y0, x1, y1 = plot.bounds
    floor = floor_shade(plot)

    def shade(points: NDArray[np.float64]) -> NDArray[np.float64]:
        across = (points[:, 0] - (x0 + x1) / 2) / (0.42 * (x1 - x0))
        deep = (-points[:, 2] - (y0 + y1) / 2) / (0.42 * (y1 - y0))
        pool = 0.72 + 0.28 * np.exp(-(across**2 + deep**2))
        return np.asarray(pool * floor(points))

    return shade


def _near(
    points: NDArray[np.float64], walls: list[Edge], depth: float, reach: float
) -> NDArray[np.float64]:
    """Darkening by `depth` at walls, gone after a few times `reach` metres."""
    ground = np.stack([points[:, 0], -points[:, 2]], axis=1)
    factor = np.ones(len(points))
    for wall in walls:
        away = segment_distances(ground, wall.start, wall.end)
        factor *= 1 - depth * np.exp(-away / reach)
    return np.maximum(factor, 0.35)
