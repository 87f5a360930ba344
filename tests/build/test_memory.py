"""What a phone must hold: the tileset gone through as a client that looks all round does."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from hallgen.build.budgets import Device
from hallgen.build.memory import HallMemory
from hallgen.formats import Images, Packing, write_glb
from hallgen.scene import Material, Node, Scene
from tests.support.scenes import box, picture

#: An error of 1 m is seen from 45 m on; nothing is drawn into.
DEVICE = Device(height=900, field=90, error=10, targets=1000)
VERTICES = 24 * 48 + 36 * 4


def written(folder: Path, name: str, color: str, side: float = 1.0) -> None:
    """A box that shows a picture of 4 x 2 pixels."""
    shown = Material(color, texture=picture(color))
    scene = Scene(name, (Node(box(side, side, side, shown)),))
    glb = write_glb(scene, Images.external("../../media/"), packing=Packing.MESHOPT)
    (folder / name).write_bytes(glb.data)
    for file, data in glb.files.items():
        (folder.parents[1] / "media" / file).write_bytes(data)


def tile(at: float, error: float, uri: str, *children: dict[str, Any]) -> dict[str, Any]:
    return {
        "boundingVolume": {"box": [at, 0, 1.65, 1, 0, 0, 0, 1, 0, 0, 0, 1]},
        "geometricError": error,
        "refine": "REPLACE",
        "content": {"uri": uri},
        "children": list(children),
    }


@pytest.fixture
def hall(tmp_path: Path) -> HallMemory:
    """A block near x = 0 and one 100 m away, each near and far, with a picture they share."""
    folder = tmp_path / "tiles" / "1"
    folder.mkdir(parents=True)
    (tmp_path / "media").mkdir()
    for name in ("a.glb", "a-far.glb", "b.glb", "b-far.glb"):
        written(folder, name, "red")
    root = {
        "boundingVolume": {"box": [50, 0, 0, 52, 0, 0, 0, 2, 0, 0, 0, 1]},
        "geometricError": 500,
        "refine": "ADD",
        "children": [
            tile(0, 1.0, "a-far.glb", tile(0, 0, "a.glb")),
            tile(100, 1.0, "b-far.glb", tile(100, 0, "b.glb")),
        ],
    }
    (folder / "tileset.json").write_text(json.dumps({"root": root}))
    return HallMemory(tmp_path, "1")


def test_what_is_near_is_held_with_what_stood_for_it_and_shared_pictures_once(
    hall: HallMemory,
) -> None:
    here = hall.at((0, 0), DEVICE)
    with Image.open(io.BytesIO(picture("red").data)) as opened:
        pixels = opened.width * opened.height
    assert here.bytes == 3 * VERTICES + round(pixels * 16 / 3) + DEVICE.targets
    assert set(here.tiles) == {"a-far.glb", "a.glb", "b-far.glb"}


def test_half_way_nothing_is_near(hall: HallMemory) -> None:
    assert set(hall.at((50, 0), DEVICE).tiles) == {"a-far.glb", "b-far.glb"}


def test_the_worst_place_is_found(hall: HallMemory) -> None:
    worst = hall.worst(DEVICE)
    assert worst.bytes == max(place.bytes for place in hall.standing(DEVICE))
    assert worst.bytes >= hall.at((0, 0), DEVICE).bytes
