"""The validators find what is wrong: a check that passes everything would be worth nothing."""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from hallgen.formats import Box, Images, Tile, Tileset, write_glb, write_tileset
from hallgen.scene import Feature, Material, Node, Scene
from tests.support.glb import INSTANCING, read_glb
from tests.support.scenes import at, box, picture, rows
from tests.support.validators import assert_valid_glb, assert_valid_tileset

Change = Callable[[dict[str, Any]], object]

SCENE = Scene(
    "s",
    (
        Node(box(), np.array([at(), at(2, turn=45)]), rows(0, 1)),
        Node(box(), at(4)[None], rows(1)),
    ),
    (Feature("A1"), Feature("A2")),
)


def _with(data: bytes, change: Change) -> bytes:
    """The GLB after a change of its JSON."""
    glb = read_glb(data)
    change(glb.document)
    text = json.dumps(glb.document).encode()
    text += b" " * (-len(text) % 4)
    chunks = struct.pack("<I4s", len(text), b"JSON") + text
    chunks += struct.pack("<I4s", len(glb.binary), b"BIN\0") + glb.binary
    return struct.pack("<4sII", b"glTF", 2, 12 + len(chunks)) + chunks


def _instanced(document: dict[str, Any]) -> dict[str, Any]:
    return next(node["extensions"] for node in document["nodes"] if "extensions" in node)


def _featured(document: dict[str, Any]) -> dict[str, Any]:
    found = (primitive for mesh in document["meshes"] for primitive in mesh["primitives"])
    return next(primitive for primitive in found if "extensions" in primitive)


def _metadata(document: dict[str, Any]) -> dict[str, Any]:
    return document["extensions"]["EXT_structural_metadata"]


def _table(document: dict[str, Any]) -> dict[str, Any]:
    return _metadata(document)["propertyTables"][0]


@pytest.mark.parametrize(
    ("fault", "change"),
    [
        ("ACCESSOR_MAX_MISMATCH", lambda d: d["accessors"][_position(d)].update(max=[9, 9, 9])),
        ("extensionsUsed", lambda d: d["extensionsUsed"].remove("EXT_mesh_features")),
        ("goes beyond the table", lambda d: _table(d).update(count=1)),
        ("do not span", lambda d: _table(d).update(count=7)),
        (
            "no identifier",
            lambda d: d["extensions"]["EXT_structural_metadata"]["schema"].update(id="a b"),
        ),
        ("no instances", lambda d: _instanced(d).pop(INSTANCING)),
        ("TRANSLATION is no VEC3", lambda d: _swap(_instanced(d)[INSTANCING]["attributes"])),
        ("_FEATURE_ID_0 is missing", lambda d: _featured(d)["attributes"].pop("_FEATURE_ID_0")),
        ("nothing explains", lambda d: _featured(d).pop("extensions")),
        ("featureCount", lambda d: _mesh_features(d).update(featureCount=5)),
        ("UNUSED_OBJECT", lambda d: _plain(d)),
    ],
)
def test_each_fault_is_found(fault: str, change: Change, tmp_path: Path) -> None:
    path = tmp_path / "faulty.glb"
    path.write_bytes(write_glb(SCENE).data)
    assert_valid_glb(path)
    path.write_bytes(_with(path.read_bytes(), change))
    with pytest.raises(AssertionError, match=fault):
        assert_valid_glb(path)


def _position(document: dict[str, Any]) -> int:
    return int(document["meshes"][0]["primitives"][0]["attributes"]["POSITION"])


def _mesh_features(document: dict[str, Any]) -> dict[str, Any]:
    return _featured(document)["extensions"]["EXT_mesh_features"]["featureIds"][0]


def _swap(attributes: dict[str, int]) -> None:
    attributes["TRANSLATION"], attributes["ROTATION"] = (
        attributes["ROTATION"],
        attributes["TRANSLATION"],
    )


def _plain(document: dict[str, Any]) -> None:
    """Without any extension, what they used is lost."""
    document.pop("extensions")
    document.pop("extensionsUsed")
    document.pop("extensionsRequired")
    for holder in (*document["nodes"], *(p for m in document["meshes"] for p in m["primitives"])):
        holder.pop("extensions", None)


def test_a_missing_picture_is_found(tmp_path: Path) -> None:
    path = tmp_path / "print.glb"
    mesh = box(material=Material("print", texture=picture("red")))
    glb = write_glb(Scene("s", (Node(mesh),)), Images.external(""))
    path.write_bytes(glb.data)
    with pytest.raises(AssertionError, match="IO_ERROR"):
        assert_valid_glb(path)
    for name, data in glb.files.items():
        (tmp_path / name).write_bytes(data)
    assert_valid_glb(path)


INSIDE, OUTSIDE = Box((-1, -1, 0), (5, 1, 1)), Box((-1, -1, 0), (4, 1, 1))
LEAF = Tile(INSIDE, 0, "a.glb")


@pytest.mark.parametrize(
    ("fault", "root", "extra"),
    [
        ("content reaches out", Tile(OUTSIDE, 0, "a.glb"), None),
        ("reaches out of its parent", Tile(OUTSIDE, 1, children=(LEAF,)), None),
        ("spare.glb is not used", LEAF, "spare.glb"),
        ("used twice", Tile(INSIDE, 1, "a.glb", children=(LEAF,)), None),
    ],
)
def test_each_fault_of_a_tileset_is_found(
    fault: str, root: Tile, extra: str | None, tmp_path: Path
) -> None:
    data = write_glb(SCENE).data
    for name in ["a.glb", *([extra] if extra else [])]:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "tileset.json").write_bytes(write_tileset(Tileset(root, 1)))
    with pytest.raises(AssertionError, match=re.escape(fault)):
        assert_valid_tileset(tmp_path)


def test_a_sound_tileset_passes(tmp_path: Path) -> None:
    (tmp_path / "a.glb").write_bytes(write_glb(SCENE).data)
    (tmp_path / "tileset.json").write_bytes(write_tileset(Tileset(LEAF, 1)))
    assert_valid_tileset(tmp_path)
