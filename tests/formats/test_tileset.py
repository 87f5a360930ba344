"""Tilesets as JSON."""

from __future__ import annotations

import json

import pytest

from hallgen.formats import Box, Refine, Tile, Tileset, write_tileset

LEAF = Tile(Box((0, 0, 0), (4, 2, 1)), 0.0, "leaf.glb")
ROOT = Tile(Box((0, 0, 0), (8, 4, 2)), 5.0, None, Refine.ADD, (LEAF,))


def test_a_tileset_in_the_words_of_the_standard() -> None:
    written = json.loads(write_tileset(Tileset(ROOT, 10.0)))
    assert written["asset"]["version"] == "1.1"
    assert written["geometricError"] == 10
    root = written["root"]
    assert (root["refine"], root["geometricError"], "content" in root) == ("ADD", 5, False)
    (leaf,) = root["children"]
    assert leaf["content"] == {"uri": "leaf.glb"}
    # Half sizes are a tenth of a millimetre larger, so that rounding never cuts.
    assert leaf["boundingVolume"]["box"] == [2, 1, 0.5, 2.0001, 0, 0, 0, 1.0001, 0, 0, 0, 0.5001]
    assert "children" not in leaf


def test_the_same_tileset_gives_the_same_bytes() -> None:
    assert write_tileset(Tileset(ROOT, 10.0)) == write_tileset(Tileset(ROOT, 10.0))


def test_a_child_cannot_be_more_wrong_than_its_parent() -> None:
    with pytest.raises(ValueError, match="error"):
        write_tileset(Tileset(ROOT, 4.0))


def test_boxes_join() -> None:
    one, other = Box((0, 0, 0), (1, 1, 1)), Box((-1, 2, 0), (0, 3, 4))
    assert one.around(other) == Box((-1, 0, 0), (1, 3, 4))
