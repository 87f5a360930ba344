"""How finely light is baked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LightQuality(StrEnum):
    """Draft light is for previews and tests, final light for the public."""

    DRAFT = "draft"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class Effort:
    """What a quality costs: texels a metre relative to final ones, and rays a point.

    `lamp_rays` go to surfaces that shine, `first_rays` find what direct light makes of the
    rest (first bounce), `second_rays` what both together do (second bounce).
    """

    density: float
    lamp_rays: int
    first_rays: int
    second_rays: int


_EFFORTS = {
    LightQuality.DRAFT: Effort(1 / 1.7, 6, 24, 64),
    LightQuality.FINAL: Effort(1.0, 16, 48, 128),
}


def effort(quality: LightQuality) -> Effort:
    """The figures of a quality."""
    return _EFFORTS[quality]
