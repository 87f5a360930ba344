"""A model with its parts as nodes: each whole, each by itself, and only where that can be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hallgen.formats import write_glb
from hallgen.formats.editable import EditableGlb
from hallgen.formats.posed import posed, world_matrices
from hallgen.media.models.apart import MOST_PARTS, name_parts, parts_level
from hallgen.scene import Node, Scene
from tests.viewer.arm import arm
from tests.viewer.hall import STEEL, boxes


def _row(count: int) -> EditableGlb:
    """Boxes of one material in a row, each a node, below one that is turned and moved."""
    cube = replace(boxes("part", STEEL, [(0, 0, 0, 1, 1, 1)], [0]), features=None)
    places = [np.eye(4) for _ in range(count)]
    for at, place in enumerate(places):
        place[0, 3] = 2 * at
    nodes = tuple(Node(replace(cube, name=str(at)), place[None]) for at, place in enumerate(places))
    glb = EditableGlb(write_glb(Scene("row", nodes)).data)
    scene = glb.content["scenes"][0]
    turned = {"rotation": [0, 0.7071068, 0, 0.7071068], "translation": [0, 0, 5]}
    glb.content["nodes"].append({"name": "assembly", "children": scene["nodes"], **turned})
    scene["nodes"] = [len(glb.content["nodes"]) - 1]
    return glb


def _middles(glb: EditableGlb) -> list[tuple[float, ...]]:
    found = (piece.positions.mean(axis=0).round(3) + 0.0 for piece in posed(glb))
    return sorted(tuple(float(value) for value in middle) for middle in found)


def test_parts_are_the_branches_and_stand_where_they_stood() -> None:
    glb = _row(5)
    before = _middles(glb)
    assert name_parts(glb) == 5
    assert _middles(glb) == before
    names = [glb.items("nodes")[number]["name"] for number in world_matrices(glb)]
    assert names == [f"part-{number}" for number in range(1, 6)]


def test_many_parts_share_names() -> None:
    glb = _row(MOST_PARTS + 3)
    assert name_parts(glb) == MOST_PARTS
    names = [glb.items("nodes")[number]["name"] for number in world_matrices(glb)]
    assert names[MOST_PARTS:] == ["part-1", "part-2", "part-3"]


def test_parts_stay_nodes_though_they_look_alike() -> None:
    level, note = parts_level(_row(4).together())
    assert level is not None
    assert note == "it can be taken apart into 4 parts"
    named = {node.get("name") for node in EditableGlb(level.glb).items("nodes")} - {None}
    assert named == {"part-1", "part-2", "part-3", "part-4"}
    assert level.draws == 4
    assert level.error < 0.002


@pytest.mark.parametrize(("glb", "why"), [(_row(1).together(), "one part"), (arm(), "it moves")])
def test_what_cannot_be_taken_apart_says_why(glb: bytes, why: str) -> None:
    level, note = parts_level(glb)
    assert level is None
    assert why in note
