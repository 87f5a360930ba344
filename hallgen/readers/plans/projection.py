"""Longitudes and latitudes as metres on a plan.

A hall is small, so the ellipsoid around its middle is flat enough to be one plane
(local equirectangular projection on WGS 84, EPSG method 1028 about a local origin):

    x = N(phi0) cos(phi0) (lambda - lambda0)        N = a / sqrt(1 - e2 sin2 phi0)
    y = M(phi0) (phi - phi0)                        M = a (1 - e2) / (1 - e2 sin2 phi0)^1.5

with angles in radians and M, N the ellipsoid's radii of curvature at the middle (J. P. Snyder,
Map Projections: A Working Manual, USGS 1987, eq. 4-18 and 4-20). Over a site of 1 km it is true
to about 5 cm at latitude 50, over a hall of 250 m to 3 mm.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from hallgen.model import Point

#: WGS 84: equatorial radius in metres, and the square of the eccentricity.
RADIUS = 6_378_137.0
ECCENTRICITY2 = 0.006_694_379_990_14

Projection = Callable[[Point], Point]


def around(middle: Point) -> Projection:
    """The projection of (longitude, latitude) in degrees to metres from `middle`."""
    longitude, latitude = map(math.radians, middle)
    flat = 1 - ECCENTRICITY2 * math.sin(latitude) ** 2
    east = RADIUS / math.sqrt(flat) * math.cos(latitude)
    north = RADIUS * (1 - ECCENTRICITY2) / flat**1.5

    def project(point: Point) -> Point:
        return (
            east * (math.radians(point[0]) - longitude),
            north * (math.radians(point[1]) - latitude),
        )

    return project


def back_from(middle: Point) -> Projection:
    """From metres about `middle` to longitude and latitude in degrees: what `around` undoes."""
    longitude, latitude = map(math.radians, middle)
    flat = 1 - ECCENTRICITY2 * math.sin(latitude) ** 2
    east = RADIUS / math.sqrt(flat) * math.cos(latitude)
    north = RADIUS * (1 - ECCENTRICITY2) / flat**1.5

    def unproject(point: Point) -> Point:
        return math.degrees(longitude + point[0] / east), math.degrees(latitude + point[1] / north)

    return unproject


def from_web_mercator(point: Point) -> Point:
    """Longitude and latitude in degrees of a point in EPSG:3857, by the sphere's inverse."""
    x, y = point
    latitude = 2 * math.atan(math.exp(y / RADIUS)) - math.pi / 2
    return math.degrees(x / RADIUS), math.degrees(latitude)
