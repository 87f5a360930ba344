"""Products with models of their own: tiles below their booths', each model one file for all."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from hallgen.formats import write_glb
from hallgen.kit.built import BuiltBooth, BuiltHall
from hallgen.scene import Feature, Node, OwnFile, Scene
from hallgen.tiles import TiledHall, cut_hall
from tests.support.glb import read_glb
from tests.support.scenes import at, box, rows
from tests.support.validators import assert_valid_tileset
from tests.tiles.test_cut_hall import PANEL, layout_of

_PUMP = "pump.glb"
_BODY = box(0.4, 0.6, 0.5, name="pump")


def hall_with_models() -> TiledHall:
    layout = layout_of([(10, 10), (13, 10)], ((0, 1),))
    pump = Node(
        _BODY,
        np.stack([at(0.5, 1, 0, turn=90), at(-0.5, 1, 0, scale=0.5)]),
        rows(1, 1),
        light=np.array([[0, 0.25, 0, 0.5]] * 2, np.float32),
        shown_by=OwnFile(f"media/{_PUMP}", (0.4, 0.6, 0.5)),
    )
    booths = []
    for booth in layout.booths:
        nodes = (Node(PANEL, features=rows(0)), pump if booth.booth == "A000" else Node(PANEL))
        features = (Feature(booth.booth), Feature(booth.booth, "P1", "E1"))
        walls = replace(PANEL, triangles=np.tile(PANEL.triangles, (30, 1)))
        scene = Scene(booth.booth, (*nodes, Node(walls, at(0, 0, -1)[None], rows(0))), features)
        booths.append(BuiltBooth(booth.booth, booth.frame, scene, ()))
    return cut_hall(layout, BuiltHall("1", Scene("hall", ()), ()), booths)


def _tiles(tile: dict[str, Any]) -> list[dict[str, Any]]:
    return [tile] + [found for child in tile.get("children", ()) for found in _tiles(child)]


def _by_uri(hall: TiledHall) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for tile in _tiles(json.loads(hall.files["tileset.json"])["root"]):
        found.setdefault(tile.get("content", {}).get("uri", ""), []).append(tile)
    return found


def test_models_are_tiles_below_their_booths() -> None:
    tiles = _by_uri(hall_with_models())
    (whole,), (products,) = tiles["block-001.glb"], tiles["block-001-products-1.glb"]
    models = tiles[f"../../media/{_PUMP}"]
    assert whole["refine"] == "ADD"
    assert whole["children"] == [products]
    assert products["refine"] == "REPLACE"
    assert products["children"] == models
    assert whole["geometricError"] > products["geometricError"] > models[0]["geometricError"] == 0


def test_a_model_stands_where_its_stand_in_stands() -> None:
    first, second = _by_uri(hall_with_models())[f"../../media/{_PUMP}"]
    matrix = np.array(first["transform"]).reshape(4, 4).T
    # The booth's front looks south (heading -90 turns nothing): its x is the plan's.
    np.testing.assert_allclose(matrix[:3, 3], (10.5, 10, 1), atol=1e-6)
    np.testing.assert_allclose(np.linalg.det(matrix[:3, :3]), 1, atol=1e-6)
    scaled = np.array(second["transform"]).reshape(4, 4).T
    np.testing.assert_allclose(np.linalg.det(scaled[:3, :3]), 1 / 8, atol=1e-6)


def test_notes_tell_what_it_is_and_its_light_there() -> None:
    notes = _by_uri(hall_with_models())[f"../../media/{_PUMP}"][0]["extras"]["hallgen"]
    assert notes == {
        "booth": "A000",
        "product": "P1",
        "exhibitor": "E1",
        "light": [0.0, 0.25, 0.0, 0.5],
    }


def test_near_the_stand_in_is_gone_and_far_it_is_there() -> None:
    tiles = hall_with_models().tiles
    names = {name: _mesh_names(data) for name, data in tiles.items()}
    assert "pump" not in names["block-001.glb"]
    assert "pump" in names["block-001-products-1.glb"]


def test_the_tileset_is_valid(tmp_path: Path) -> None:
    hall = hall_with_models()
    folder, media = tmp_path / "tiles" / "1", tmp_path / "media"
    folder.mkdir(parents=True)
    media.mkdir()
    (media / _PUMP).write_bytes(write_glb(Scene("pump", (Node(_BODY),))).data)
    for name, data in hall.files.items():
        (folder / name).write_bytes(data)
    assert_valid_tileset(folder)


def _mesh_names(data: bytes) -> set[str]:
    return {mesh.get("name", "") for mesh in read_glb(data).document["meshes"]}
