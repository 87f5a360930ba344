"""What polished floors and metal mirror: real rays, blurred over the picture by roughness."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from hallgen.light.pictures.panorama import Panorama
from hallgen.light.pictures.shade import MIRROR
from hallgen.light.pictures.view import Seen
from hallgen.scene import Floats

#: Mirrors weaker than this add nothing that a screen shows.
_WEAKEST = 0.003
#: A mirrored ray starts this far from the mirror, in metres.
_OFF = np.float32(0.002)
#: Lamps are far brighter than a screen; what is blurred must not make the whole floor white.
_BRIGHTEST = np.float32(5.0)
#: Blurs, as parts of the picture's height, of the smoothest and of the roughest mirror.
_SHARP, _SOFT = 0.005, 0.018
#: A low eye sees reflections drawn out downwards.
_DRAWN_OUT = 1.8

Look = Callable[[Floats, Floats, float, Panorama | None], Seen]


def sheen(seen: Seen, look: Look, width: int, height: int, pixel: float) -> Floats:
    """What each pixel (height * width, 3) would mirror; near mirrors, what those do."""
    strong = np.flatnonzero(seen.mirror.max(axis=1) > _WEAKEST)
    found = np.zeros((height * width, 4), np.float32)
    if len(strong):
        away = np.ascontiguousarray(seen.reflected[strong])
        origins = seen.point[strong] + away * _OFF
        found[strong, :3] = np.minimum(look(origins, away, 4 * pixel, None).radiance, _BRIGHTEST)
        found[strong, 3] = 1
    image = found.reshape(height, width, 4)
    sharp, soft = (_spread(image, share * height) for share in (_SHARP, _SOFT))
    share = np.clip((seen.roughness[:, None] / MIRROR - 0.4) / 0.6, 0, 1)
    blurred: Floats = (sharp + (soft - sharp) * share).astype(np.float32)
    return blurred


def _spread(image: Floats, sigma: float) -> Floats:
    """The colours (h * w, 3) of an image (h, w, 4), blurred where its last channel is 1."""
    blurred = _blurred(_blurred(image, sigma, axis=1), sigma * _DRAWN_OUT, axis=0)
    colors = blurred[..., :3] / np.maximum(blurred[..., 3:], 1e-4)
    return colors.reshape(-1, 3).astype(np.float32)


def _blurred(image: Floats, sigma: float, axis: int) -> Floats:
    """Gaussian, along one axis; beyond the edges there is nothing."""
    reach = max(1, round(2.5 * sigma))
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / max(sigma, 1e-3)) ** 2)
    weights = (weights / weights.sum()).astype(np.float32)
    room = [(0, 0)] * image.ndim
    room[axis] = (reach, reach)
    padded = np.pad(image, room)
    length = image.shape[axis]
    total = np.zeros_like(image)
    for step, weight in enumerate(weights):
        part = padded[step : step + length] if axis == 0 else padded[:, step : step + length]
        total += weight * part
    return total
