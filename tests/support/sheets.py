"""Many booths in one picture, for people and for picture tests."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hallgen.light.pictures import Target, booth_camera, take_picture
from hallgen.model import BoothLayout
from hallgen.scene import Material, Mesh, Node, Scene, place
from hallgen.tiles import frame_matrix

#: A hall's concrete, without its detail.
_FLOOR = Material("floor", (0.36, 0.35, 0.33, 1.0), roughness=0.5)

#: Metres of floor around a booth.
_AROUND = 12.0


def contact_sheet(
    scenes: Sequence[tuple[BoothLayout, Scene]], columns: int, width: int = 320, rays: int = 2
) -> NDArray[np.uint8]:
    """A picture of each booth alone on a floor, row by row, 16 by 9, as an sRGB array.

    Scenes are in their booths' own frames. Baked light is used where there is some; a floor
    that was not baked lies under all.
    """
    height = width * 9 // 16
    pictures = [_picture(layout, scene, width, height, rays) for layout, scene in scenes]
    missing = -len(pictures) % columns
    pictures += [np.zeros((height, width, 3), np.uint8)] * missing
    rows = [pictures[first : first + columns] for first in range(0, len(pictures), columns)]
    return np.concatenate([np.concatenate(row, axis=1) for row in rows])


def _picture(
    layout: BoothLayout, scene: Scene, width: int, height: int, rays: int
) -> NDArray[np.uint8]:
    matrix = frame_matrix(layout.frame)
    floor = place(_floor(layout), matrix)
    target = Target([floor, place(scene, matrix)])
    return take_picture(target, booth_camera(target, layout, width / height), width, height, rays)


def _floor(layout: BoothLayout) -> Scene:
    """Just under the booth, whose own floor may lie at 0."""
    x, z = layout.width / 2 + _AROUND, layout.depth / 2 + _AROUND
    corners = np.array([(-x, -0.004, z), (x, -0.004, z), (x, -0.004, -z), (-x, -0.004, -z)])
    mesh = Mesh(
        "floor",
        _FLOOR,
        corners.astype(np.float32),
        np.tile(np.array([0, 1, 0], np.float32), (4, 1)),
        np.array([[0, 1, 2], [0, 2, 3]], np.uint32),
    )
    return Scene("floor", (Node(mesh),))
