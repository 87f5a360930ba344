"""Following rays through glass and shadows to what they end at."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from hallgen.light.pictures.panorama import HEIGHT, Panorama, panorama_directions
from hallgen.light.pictures.shade import MIRROR, diffuse, gloss, mirrored, openness
from hallgen.light.pictures.target import Points, Target
from hallgen.light.pictures.tone import EXPOSURE, from_srgb
from hallgen.light.rays import Hits
from hallgen.scene import Floats

#: How many surfaces a ray goes through: three panes of glass, their backs, and the end.
_LAYERS = 7
#: A ray of which less than this goes on ends.
_OPAQUE = 0.01
#: A ray goes on this far behind what it went through, in metres: shadows lie 3 mm on the floor.
_STEP = np.float32(0.001)
#: The viewer's haze: share 1 - exp(-(_DENSITY * metres)^2) of a light grey, given as radiance
#: that is tone mapped to #aab2b8.
_DENSITY = np.float32(0.0042)
_HAZE = (
    from_srgb(np.array([170, 178, 184], np.float32) / np.float32(255)) + np.float32(0.04)
) / np.float32(EXPOSURE)


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
    seen = _nothing(origins, directions)
    clear, travelled = np.ones(len(origins), np.float32), np.zeros(len(origins), np.float32)
    alive = np.arange(len(origins))
    for _ in range(_LAYERS):
        hits = target.cast(seen.point[alive], directions[alive])
        met = hits.triangle >= 0
        beyond = alive[~met]
        seen.radiance[beyond] += clear[beyond, None] * _HAZE
        hits, alive = _some(hits, met), alive[met]
        travelled[alive] += hits.distance
        ahead, length = directions[alive], travelled[alive]
        seen.point[alive] += ahead * hits.distance[:, None]
        points = target.points(hits, ahead, length * np.float32(width))
        light = diffuse(points)
        if around is not None:
            light += _reflected(seen, alive, points, ahead, around)
        haze = 1 - np.exp(-((_DENSITY * length) ** 2))[:, None]
        share = (clear[alive] * points.alpha)[:, None]
        seen.mirror[alive] *= share * (1 - haze)
        seen.radiance[alive] += share * (light + (_HAZE - light) * haze)
        clear[alive] *= 1 - points.alpha
        alive = alive[clear[alive] > _OPAQUE]
        if not len(alive):
            break
        seen.point[alive] += directions[alive] * _STEP
        travelled[alive] += _STEP
    return seen


def _nothing(origins: Floats, directions: Floats) -> Seen:
    """Before anything was met."""
    black = np.zeros_like(origins)
    rough = np.ones(len(origins), np.float32)
    return Seen(black, black.copy(), origins.copy(), directions.copy(), rough)


def _some(hits: Hits, which: NDArray[np.bool_]) -> Hits:
    return Hits(*(getattr(hits, field.name)[which] for field in fields(Hits)))


def _reflected(
    seen: Seen, rays: NDArray[np.int64], points: Points, ahead: Floats, around: Panorama
) -> Floats:
    """What rough surfaces reflect; of smooth ones it is noted what they are to mirror."""
    share, away = gloss(points, ahead), mirrored(points, ahead)
    smooth = (points.roughness < MIRROR) & (points.alpha == 1)
    seen.mirror[rays] = np.where(smooth[:, None], share, 0)
    seen.reflected[rays] = away
    seen.roughness[rays] = points.roughness
    share *= np.where(smooth, 0, openness(points))[:, None]
    return share * around.radiance(away, points.roughness)


def surroundings(target: Target, place: Floats) -> Panorama:
    """What a place (3,) sees all round it."""
    rays = panorama_directions(HEIGHT)
    origins = np.tile(place.astype(np.float32), (len(rays), 1))
    seen = look(target, origins, rays, np.pi / HEIGHT)
    return Panorama(seen.radiance.reshape(HEIGHT, 2 * HEIGHT, 3))
