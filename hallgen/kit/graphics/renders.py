"""Pictures of products made from their stand-ins: cut out, in their exhibitor's colour."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Protocol

import numpy as np
from PIL import Image

from hallgen.light.studio import Photograph, photograph
from hallgen.media.colors import Color, to_linear
from hallgen.scene import Floats, Mesh

#: The longer side of a render: what the largest poster of a booth shows.
PIXELS = 352

#: Brings the studio's white to about 0.9 of the picture's.
_EXPOSURE = 0.62
#: The darkest that a floor's shadow becomes.
_DARKEST = 0.62


class Side(Enum):
    """From which side of its front a product is seen."""

    LEFT = "left"
    RIGHT = "right"


class Solid(Protocol):
    """Something with a body, and white parts that take a colour: a part of the kit."""

    @property
    def meshes(self) -> tuple[Mesh, ...]: ...

    @property
    def trim(self) -> tuple[Mesh, ...]: ...


def portrait(solid: Solid, color: Color, side: Side = Side.RIGHT) -> Image.Image:
    """A studio picture, RGBA with its shadow on the floor, trim in a colour."""
    seen = _photographed(solid.meshes, solid.trim, side)
    radiance = (seen.body + seen.trim * np.array(to_linear(color), np.float32)) * _EXPOSURE
    shade = seen.shadow**1.2 * _DARKEST * (1 - seen.coverage)
    alpha = seen.coverage + shade
    shown = np.asarray(radiance / np.maximum(alpha, 1e-4)[..., None], dtype=np.float32)
    pixels = np.dstack([_srgb(_shouldered(shown)), alpha])
    return Image.fromarray((np.clip(pixels, 0, 1) * 255 + 0.5).astype(np.uint8), "RGBA")


@cache
def _photographed(meshes: tuple[Mesh, ...], trim: tuple[Mesh, ...], side: Side) -> Photograph:
    return photograph(meshes, trim, PIXELS, 64.0 if side is Side.LEFT else 0.0)


def _shouldered(light: Floats) -> Floats:
    """Linear up to 0.7, then bent so that 2.5 is white: highlights keep their form."""
    over = np.maximum(light - 0.7, 0)
    return np.asarray(np.minimum(light, 0.7) + 0.3 * (1 - np.exp(-over / 0.45)))


def _srgb(linear: Floats) -> Floats:
    """IEC 61966-2-1."""
    low = np.maximum(linear, 0)
    bent = 1.055 * low ** (1 / 2.4) - 0.055
    return np.asarray(np.where(low <= 0.0031308, low * 12.92, bent))
