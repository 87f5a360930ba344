"""Counts of GLBs."""

from __future__ import annotations

import struct

import numpy as np
import pytest

from hallgen.formats import Images, Instancing, read_stats, write_glb
from hallgen.scene import Material, Node, Scene
from tests.support.scenes import at, box, picture

PRINT = Material("print", texture=picture("red"))
SCENE = Scene("s", (Node(box(), np.array([at(), at(2), at(4)])), Node(box(material=PRINT))))


def test_instances_are_one_draw_and_many_triangles() -> None:
    data = write_glb(SCENE).data
    stats = read_stats(data)
    assert (stats.meshes, stats.draw_calls, stats.instances, stats.triangles) == (2, 2, 4, 48)
    assert stats.bytes == len(data)
    assert stats.extensions == ("EXT_mesh_gpu_instancing", "EXT_texture_webp")


def test_plain_nodes_are_a_draw_each() -> None:
    stats = read_stats(write_glb(SCENE, instancing=Instancing.EXPANDED).data)
    assert (stats.nodes, stats.draw_calls, stats.triangles) == (4, 4, 48)


def test_pictures_inside_and_outside() -> None:
    (inside,) = read_stats(write_glb(SCENE).data).textures
    assert (inside.mime, inside.bytes, inside.uri) == ("image/webp", len(picture("red").data), None)
    (outside,) = read_stats(write_glb(SCENE, Images.external("m/")).data).textures
    assert outside.bytes is None
    assert outside.uri is not None
    assert outside.uri.startswith("m/")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"glTF",
        b"PK\3\4" + bytes(40),
        struct.pack("<4sIII4s", b"glTF", 2, 30, 4, b"JSON") + b"{]",
    ],
)
def test_other_files_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no GLB"):
        read_stats(data)
