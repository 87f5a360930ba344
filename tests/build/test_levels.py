"""A hall's tiles in a site: products' models are found below their booths."""

from __future__ import annotations

import json
from pathlib import Path

from hallgen.build.levels import read_halls
from hallgen.formats import write_glb
from hallgen.scene import Node, Scene
from tests.support.scenes import box
from tests.tiles.test_exhibits import hall_with_models


def test_models_and_what_stands_for_them_are_found(tmp_path: Path) -> None:
    folder = tmp_path / "tiles" / "1"
    folder.mkdir(parents=True)
    for name, data in hall_with_models().files.items():
        (folder / name).write_bytes(data)
    shard = {"bounds": [0, -40, 60, 0], "booths": []}
    (folder / "hall.en.json").write_text(json.dumps(shard))
    (tmp_path / "media").mkdir()
    pump = write_glb(Scene("pump", (Node(box()),))).data
    (tmp_path / "media" / "pump.glb").write_bytes(pump)
    (hall,) = read_halls(tmp_path)
    (group,) = hall.groups
    assert group.booths == ("A000", "A001")
    assert [tile.address for tile in group.models] == ["media/pump.glb"]
    assert [tile.address for tile in group.exhibits] == ["tiles/1/block-001-products-1.glb"]
    assert group.near.address == "tiles/1/block-001.glb"
