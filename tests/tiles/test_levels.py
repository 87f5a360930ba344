"""Near and far levels of a view, at the distance where they change, are alike to the eye."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from hallgen.build.lighting import Lighting
from hallgen.build.steps import read_and_check
from hallgen.diagnostics import Diagnostics
from hallgen.kit import build_booth, build_hall
from hallgen.kit.built import BuiltBooth
from hallgen.light import LightQuality
from hallgen.light.pictures import Camera, Target, take_picture
from hallgen.model import FairIndex, HallLayout
from hallgen.scene import Scene, bounds
from hallgen.store import Store
from hallgen.tiles.blocks import BLOCK, group_booths
from hallgen.tiles.levels import FAR_ERROR, group_of, near_and_far
from tests.conftest import ROOT
from tests.support.libraries import library_of
from tests.support.pictures import similarity

pytestmark = pytest.mark.slow

#: A visitor's window in pixels, and the vertical field of view in degrees.
WIDTH, HEIGHT, FIELD = 1600, 900, 60.0
EYES = 1.65
#: How alike the levels are, in all of a view. Where the booths are, in the mean of their box.
ALIKE, ALIKE_WITHIN = 0.95, 0.7

Fair = tuple[HallLayout, Scene, FairIndex, Lighting]


def nearest_change() -> float:
    """Metres at which the tier that changes last shows the near level."""
    source = (ROOT / "viewer" / "src" / "world" / "quality.ts").read_text("utf-8")
    errors = [float(error) for error in re.findall(r"\berror: (\d+)", source)]
    assert len(errors) == 3
    return FAR_ERROR * HEIGHT / (2 * math.tan(math.radians(FIELD / 2))) / max(errors)


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Fair:
    """The smallest hall of the sample fair, in draft light; the hall itself is not baked."""
    diagnostics = Diagnostics()
    checked = read_and_check(ROOT / "examples" / "industry-fair", diagnostics)
    layout, index = checked.layouts["6.1"], FairIndex(checked.fair)
    shell = build_hall(index.halls["6.1"], layout, index)
    lighting = Lighting(LightQuality.DRAFT, Store(tmp_path_factory.mktemp("light")), diagnostics)
    return layout, shell.scene, index, lighting


def block(fair: Fair, first: str) -> tuple[Scene, Scene]:
    """Both levels of the group that this booth is of."""
    layout, _, index, lighting = fair
    groups = group_booths(layout.booths, layout, BLOCK)
    (group,) = (g for g in groups if first in {booth.booth for booth in g})
    media = library_of(Path(ROOT / "examples" / "industry-fair"))
    booths: list[BuiltBooth] = [
        lighting.booth(
            build_booth(index.booths[booth.booth], booth, index, media), index.halls["6.1"]
        )
        for booth in group
    ]
    return near_and_far(group_of("block", booths))


def cameras(layout: HallLayout, near: Scene, distance: float) -> Iterator[Camera]:
    """Visitors of the hall who look at a group from this far off its box, all round it."""
    corners = bounds(near)
    assert corners is not None
    middle, half = (corners[0] + corners[1]) / 2, (corners[1] - corners[0]) / 2
    x0, y0, x1, y1 = layout.outline.bounds
    for heading in range(0, 360, 15):
        ahead = np.array([math.sin(math.radians(heading)), -math.cos(math.radians(heading))])
        edge = min(half[[0, 2]] / np.maximum(np.abs(ahead), 1e-6))
        x, z = middle[[0, 2]] - (edge + distance) * ahead
        if x0 + 1 < x < x1 - 1 and y0 + 1 < -z < y1 - 1:
            yield Camera((float(x), EYES, float(z)), float(heading), field=FIELD)


def within(camera: Camera, near: Scene) -> tuple[slice, slice]:
    """The rows and columns of a picture that a group's box takes."""
    box = bounds(near)
    assert box is not None
    corners = np.array([np.where(side, box[0], box[1]) for side in np.ndindex(2, 2, 2)])
    right, up, ahead = camera.axes()
    ways = corners - np.array(camera.position)
    focal = HEIGHT / (2 * math.tan(math.radians(FIELD / 2)))
    across = WIDTH / 2 + focal * (ways @ right) / (ways @ ahead)
    down = HEIGHT / 2 - focal * (ways @ up) / (ways @ ahead)
    rows, columns = (
        slice(max(0, int(places.min())), min(most, int(places.max()) + 1))
        for places, most in ((down, HEIGHT), (across, WIDTH))
    )
    return rows, columns


@pytest.mark.parametrize("first", ["6.1-F037", "6.1-D007"], ids=["shells", "islands"])
def test_nobody_minds_the_change(fair: Fair, first: str) -> None:
    layout, hall, *_ = fair
    near, far = block(fair, first)
    camera = next(cameras(layout, near, nearest_change()))
    one, other = (
        take_picture(Target([hall, level]), camera, WIDTH, HEIGHT, rays=2, threads=2)
        for level in (near, far)
    )
    alike = similarity(one, other)
    assert 1 > alike.mean() >= ALIKE
    assert alike[within(camera, near)].mean() >= ALIKE_WITHIN
