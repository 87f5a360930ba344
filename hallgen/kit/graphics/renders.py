"""Pictures of products made from their stand-ins: cut out, in their exhibitor's colour."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from PIL import Image

from hallgen.light.developing import developed
from hallgen.media.colors import Color, to_linear
from hallgen.media.studio import Studio
from hallgen.scene import Alpha, Mesh

#: The longer side of a render: what the largest poster of a booth shows.
PIXELS = 352


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


def portrait(studio: Studio, solid: Solid, color: Color, side: Side = Side.RIGHT) -> Image.Image:
    """A studio picture, RGBA with its shadow on the floor, trim in a colour.

    Glass is left out: a photographer turns what it mirrors away.
    """
    turn = 64.0 if side is Side.LEFT else 0.0
    bodies = tuple(mesh for mesh in solid.meshes if mesh.material.alpha is not Alpha.BLEND)
    seen = studio.photograph(bodies, solid.trim, PIXELS, turn)
    return Image.fromarray(developed(seen, to_linear(color)), "RGBA")
