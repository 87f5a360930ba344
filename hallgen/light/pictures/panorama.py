"""What a place sees all round it: the light that glosses reflect."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from hallgen.light.environment import RANGE as ENVIRONMENT_RANGE
from hallgen.scene import Floats, Texture

#: How many rows a panorama has: what a smooth surface shows is no sharper.
HEIGHT = 32

#: Halvings of a panorama; the last is what a matt surface reflects.
_LEVELS = 4


class Panorama:
    """Radiance (h, 2h, 3), its top row up and its middle column towards -z."""

    def __init__(self, radiance: Floats) -> None:
        self._levels = [radiance]
        for _ in range(_LEVELS - 1):
            self._levels.append(_halved(self._levels[-1]))

    def radiance(self, directions: Floats, roughness: Floats) -> Floats:
        """What surfaces of a roughness (n,) reflect from unit directions (n, 3)."""
        across = np.arctan2(directions[:, 0], -directions[:, 2]) / np.float32(2 * np.pi)
        down = np.arccos(np.clip(directions[:, 1], -1, 1)) / np.float32(np.pi)
        level = np.round(roughness * (_LEVELS - 1)).astype(np.int32)
        found = np.empty_like(directions)
        for number, image in enumerate(self._levels):
            at = np.flatnonzero(level == number)
            if len(at):
                found[at] = _bilinear(
                    image, *(place[at].astype(np.float32) for place in (across, down))
                )
        return found


def probed(environment: Texture) -> Panorama:
    """What a hall's environment shows: as the viewer has it, whose middle column is +x."""
    with Image.open(io.BytesIO(environment.data)) as picture:
        level = np.asarray(picture.convert("RGB"), np.float32) / np.float32(255)
    radiance = np.roll(level * level * np.float32(ENVIRONMENT_RANGE), level.shape[1] // 4, axis=1)
    by = max(1, len(radiance) // HEIGHT)
    small = radiance.reshape(len(radiance) // by, by, radiance.shape[1] // by, by, 3)
    return Panorama(small.mean(axis=(1, 3), dtype=np.float32))


def panorama_directions(height: int) -> Floats:
    """The directions (2 height^2, 3) of a panorama's pixels, row by row."""
    down, across = np.mgrid[0:height, 0 : 2 * height].astype(np.float32)
    turn = ((across + 0.5) / (2 * height) - 0.5) * (2 * np.pi)
    fall = (down + 0.5) / height * np.pi
    level = np.sin(fall)
    rays = np.stack([level * np.sin(turn), np.cos(fall), -level * np.cos(turn)], axis=-1)
    unit: Floats = rays.reshape(-1, 3).astype(np.float32)
    return unit


def _halved(image: Floats) -> Floats:
    """Half the size, and softened by its neighbours."""
    height, width = image.shape[:2]
    half = image.reshape(height // 2, 2, width // 2, 2, 3).mean(axis=(1, 3))
    padded = np.pad(half, ((1, 1), (0, 0), (0, 0)), mode="edge")
    soft = 0.5 * half + 0.25 * (padded[:-2] + padded[2:])
    soft = 0.5 * soft + 0.25 * (np.roll(soft, 1, axis=1) + np.roll(soft, -1, axis=1))
    softened: Floats = soft.astype(np.float32)
    return softened


def _bilinear(image: Floats, across: Floats, down: Floats) -> Floats:
    height, width = image.shape[:2]
    x = (across + np.float32(0.5)) * width - np.float32(0.5)
    y = np.clip(down * height - np.float32(0.5), 0, height - 1)
    left, top = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
    fx, fy = (x - left)[:, None].astype(np.float32), (y - top)[:, None].astype(np.float32)
    right, bottom = (left + 1) % width, np.minimum(top + 1, height - 1)
    left %= width
    flat, above, below = image.reshape(-1, 3), top * width, bottom * width
    upper = _mix(flat[above + left], flat[above + right], fx)
    return _mix(upper, _mix(flat[below + left], flat[below + right], fx), fy)


def _mix(one: Floats, other: Floats, share: Floats) -> Floats:
    other -= one
    other *= share
    other += one
    return other
