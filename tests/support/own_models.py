"""Booths of the sample fair as they travel alone: a shell booth, a modular one and an island."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hallgen.build.lighting import Lighting
from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.formats import Images, Instancing, write_glb
from hallgen.kit import build_booth
from hallgen.light import LightQuality, in_standard_slots
from hallgen.model import FairIndex
from hallgen.scene import Scene
from hallgen.store import Store
from tests.support.libraries import library_of

FAIR = Path(__file__).parents[2] / "examples" / "industry-fair"
#: Square metres; the nearest booth of the sample fair's first hall is taken.
SIZES = {"shell": 9, "modular": 42, "island": 120}


@dataclass(frozen=True, eq=False)
class OwnModel:
    """A booth with its light in standard slots, as a scene and as its GLB."""

    name: str
    scene: Scene
    glb: bytes


@cache
def own_models() -> tuple[OwnModel, ...]:
    """The three, in draft light."""
    noted = Diagnostics()
    checked = read_and_check(FAIR, noted)
    index, media = FairIndex(checked.fair), library_of(FAIR)
    hall = checked.fair.halls[0]
    # A file, in which no folder of baked light can be kept.
    lighting = Lighting(LightQuality.DRAFT, Store(FAIR / "fair.yaml"), noted)
    models = []
    for name, area in SIZES.items():
        layout = min(checked.layouts[hall.id].booths, key=lambda booth: abs(booth.area - area))
        booth = build_booth(index.booths[layout.booth], layout, index, media)
        booth = lighting.booth(booth, hall)
        assert booth.sheet is not None
        scene = in_standard_slots(booth.scene, booth.sheet)
        models.append(OwnModel(name, scene, own_glb(scene)))
    return tuple(models)


def own_glb(scene: Scene) -> bytes:
    """A scene in the form of `booths/<booth>.glb`."""
    return write_glb(scene, Images.EMBEDDED, Instancing.EXPANDED).data
