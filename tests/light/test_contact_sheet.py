"""A sheet of pictures has one of each booth, in order."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hallgen.scene import Feature, Material, Node, Scene
from tests.support.fairs import booth, rectangle, south_front
from tests.support.scenes import box, rows
from tests.support.sheets import contact_sheet


def test_every_booth_has_its_picture_in_order() -> None:
    colors = [(0.8, 0.05, 0.05, 1.0), (0.05, 0.7, 0.05, 1.0), (0.05, 0.05, 0.8, 1.0)]
    scenes = []
    for number, color in enumerate(colors):
        layout = south_front(booth(f"A{number}", rectangle(10 * number, 0, 4, 3)))
        mesh = replace(box(4, 2.5, 3), material=Material("paint", color, roughness=1.0))
        scenes.append(
            (layout, Scene("s", (Node(mesh, features=rows(0)),), (Feature(layout.booth),)))
        )
    sheet = contact_sheet(scenes, columns=2, width=96).astype(np.int64)
    assert sheet.shape == (2 * 54, 2 * 96, 3)
    for number in range(3):
        top, left = 54 * (number // 2), 96 * (number % 2)
        middle = sheet[top + 20 : top + 34, left + 40 : left + 56].mean(axis=(0, 1))
        assert middle.argmax() == number
        assert middle.max() > 1.5 * sorted(middle)[1]
    assert (sheet[54:, 96:] == 0).all()
