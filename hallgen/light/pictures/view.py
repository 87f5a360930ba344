"""Following rays through glass and shadows to what they end at."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from hallgen.light.pictures.panorama import Panorama, panorama_directions
from hallgen.light.pictures.shade import MIRROR, diffuse, gloss, mirrored
from hallgen.light.pictures.target import Target
from hallgen.light.pictures.tone import EXPOSURE, from_srgb
from hallgen.light.rays import Hits
from hallgen.scene import Floats

#: How many surfaces a ray goes through: three panes of glass, their backs, and the end.
_LAYERS = 7
#: A ray goes on this far behind what it went through, in metres: shadows lie 3 mm on the floor.
_STEP = np.float32(0.001)
#: The viewer's haze: share 1 - exp(-(_DENSITY * metres)^2) of a light grey, given as radiance
#: that is tone mapped to #aab2b8.
_DENSITY = np.float32(0.0042)
_HAZE = (
    from_srgb(np.array([170, 178, 184], np.float32) / np.float32(255)) + np.float32(0.04)
) / np.float32(EXPOSURE)

#: Rows of a panorama.
_PANORAMA = 32


@dataclass(frozen=True, eq=False, slots=True)
class Seen:
    """What n rays saw: radiance (n, 3), without what a mirror at their end would add.

    `mirror` (n, 3) is the share of the light from `reflected` (n, 3) at `point` (n, 3) that comes
    on top; zero where there is no mirror.
    """

    radiance: Floats
    mirror: Floats
    point: Floats
    reflected: Floats
    roughness: Floats


def look(
    target: Target,
    origins: Floats,
    directions: Floats,
    width: float,
    around: Panorama | None = None,
) -> Seen:
    """What rays (n, 3) see. `width` is how much a ray widens per metre.

    Glosses reflect what is `around`; without it nothing does, which is enough for a mirror.
    """
    count = len(origins)
    radiance, mirror = np.zeros((count, 3), np.float32), np.zeros((count, 3), np.float32)
    point, reflected = origins.copy(), directions.copy()
    roughness = np.ones(count, np.float32)
    clear, travelled = np.ones(count, np.float32), np.zeros(count, np.float32)
    alive = np.arange(count)
    for _ in range(_LAYERS):
        hits = target.cast(point[alive], directions[alive])
        met = hits.triangle >= 0
        radiance[alive[~met]] += clear[alive[~met], None] * _HAZE
        hits = Hits(*(getattr(hits, field.name)[met] for field in fields(Hits)))
        alive = alive[met]
        if not len(alive):
            break
        travelled[alive] += hits.distance
        point[alive] += directions[alive] * hits.distance[:, None]
        ahead, length = directions[alive], travelled[alive]
        points = target.points(hits, ahead, length * np.float32(width))
        light = diffuse(points)
        share = clear[alive] * points.alpha
        if around is not None:
            shine = gloss(points, ahead)
            away = mirrored(points, ahead)
            smooth = (points.roughness < MIRROR) & (points.alpha == 1)
            rough = np.flatnonzero(~smooth)
            light[rough] += shine[rough] * around.radiance(away[rough], points.roughness[rough])
            smooth_rays = alive[smooth]
            mirror[smooth_rays] = shine[smooth] * share[smooth, None]
            reflected[smooth_rays] = away[smooth]
            roughness[smooth_rays] = points.roughness[smooth]
        haze = 1 - np.exp(-((_DENSITY * length) ** 2))[:, None]
        mirror[alive] *= 1 - haze
        radiance[alive] += share[:, None] * (light + (_HAZE - light) * haze)
        clear[alive] *= 1 - points.alpha
        alive = alive[clear[alive] > 0.01]
        point[alive] += directions[alive] * _STEP
        travelled[alive] += _STEP
        if not len(alive):
            break
    return Seen(radiance, mirror, point, reflected, roughness)


def surroundings(target: Target, place: Floats) -> Panorama:
    """What a place (3,) sees all round it."""
    rays = panorama_directions(_PANORAMA)
    origins = np.tile(place.astype(np.float32), (len(rays), 1))
    seen = look(target, origins, rays, np.pi / _PANORAMA)
    return Panorama(seen.radiance.reshape(_PANORAMA, 2 * _PANORAMA, 3))
