"""A booth that travels alone has its light where every glTF reader looks for some."""

from __future__ import annotations

import io
import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from hallgen.light import in_standard_slots
from hallgen.light.sheets import coded
from hallgen.scene import Floats, Node, Scene
from tests.light.quads import floor, lit, wall
from tests.support.glb import read_glb
from tests.support.own_models import own_models
from tests.support.scenes import at
from tests.support.validators import assert_valid_glbs

#: What Blender's importer reads of what we write (its manual, "glTF 2.0"), since 3.6.
BLENDER_READS = {"EXT_texture_webp", "KHR_materials_emissive_strength", "KHR_materials_unlit"}
#: An interpreter that has Blender as a module, `bpy`.
BPY = os.environ.get("HALLGEN_BPY")

_SHEET = coded(np.full((8, 8), 0.5, np.float32))
_IMPORT = """
import bpy, json, os, sys
found = {}
for path in sys.argv[1:]:
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    bpy.ops.import_scene.gltf(filepath=path)
    meshes = [thing for thing in bpy.data.objects if thing.type == "MESH"]
    found[path] = {
        "meshes": len(meshes),
        "height": max((o.matrix_world @ v.co).z for o in meshes for v in o.data.vertices),
        "pictures": [list(image.size) for image in bpy.data.images if image.packed_file],
        "light": sum(len(thing.data.uv_layers) > 1 for thing in meshes),
    }
print("FOUND " + json.dumps(found), flush=True)
os._exit(0)  # Blender as a module may crash when it is taken down
"""


def _colors(node: Node) -> Floats:
    assert node.mesh.colors is not None
    return node.mesh.colors


def test_texels_become_an_occlusion_texture_and_vertices_colours() -> None:
    charted = wall(irradiance=lit(0.0), light_uvs=np.full((4, 2), 0.5, np.float32))
    alone = floor(irradiance=lit(0.5))
    shown = in_standard_slots(Scene("s", (Node(charted), Node(alone))), _SHEET)
    first, second = shown.nodes
    occlusion = first.mesh.material.occlusion
    assert occlusion is not None
    assert (_colors(first) == 1).all()
    level = np.asarray(Image.open(io.BytesIO(occlusion.data)))[4:, 4:, 0].mean() / 255
    assert second.mesh.material.occlusion is None
    # The same light is the same share, in a picture and in colours.
    assert np.abs(_colors(second)[:, :3] - level).max() < 0.03
    assert 0.5 < level < 0.8
    assert all(node.mesh.irradiance is None for node in shown.nodes)


def test_each_placement_of_a_part_has_colours_of_its_own() -> None:
    rows = np.array([[0, 0, 0, 0.1], [0, 0, 0.4, 0.4], [0, 0, 0.4, 0.4]], np.float32)
    node = Node(wall(size=1.0), np.array([at(), at(2), at(4, turn=180)]), light=rows)
    shown = in_standard_slots(Scene("s", (node,)), _SHEET).nodes
    assert [len(part.placements) for part in shown] == [1, 1, 1]
    dim, towards, away = (float(_colors(part)[0, 0]) for part in shown)
    # The third looks the other way, where no light comes from.
    assert away <= dim < towards
    assert all(part.mesh.positions is node.mesh.positions for part in shown)


def test_brighter_light_is_never_shown_darker_nor_as_more_than_all() -> None:
    levels = np.linspace(0, 6, 40, dtype=np.float32)
    node = Node(wall(), light=None)
    shown = [
        _colors(
            in_standard_slots(
                Scene("s", (replace(node, mesh=wall(irradiance=lit(level))),)), _SHEET
            ).nodes[0]
        )[0, 0]
        for level in levels
    ]
    assert (np.diff(shown) >= 0).all()
    assert 0 < shown[0] < 0.3
    assert shown[-1] <= 1


def test_own_models_keep_to_what_blenders_importer_reads(tmp_path: Path) -> None:
    paths = []
    for model in own_models():
        document = read_glb(model.glb).document
        assert set(document["extensionsRequired"]) <= BLENDER_READS
        assert "HALLGEN_light" not in document["extensionsUsed"]
        assert all("extensions" not in node for node in document["nodes"])
        assert all("bufferView" in image for image in document["images"])
        for material in document["materials"]:
            assert material.get("extensions", {}).keys() <= BLENDER_READS
        paths.append(tmp_path / f"{model.name}.glb")
        paths[-1].write_bytes(model.glb)
    assert_valid_glbs(paths)


@pytest.mark.skipif(BPY is None, reason="HALLGEN_BPY names no interpreter that has bpy")
def test_blender_imports_them_upright_with_every_picture(tmp_path: Path) -> None:
    assert BPY is not None
    documents = {}
    for model in own_models():
        path = tmp_path / f"{model.name}.glb"
        path.write_bytes(model.glb)
        documents[str(path)] = read_glb(model.glb)
    done = subprocess.run([BPY, "-c", _IMPORT, *documents], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.rpartition("FOUND ")[2])
    for path, glb in documents.items():
        assert found[path]["meshes"] == len(glb.document["nodes"])
        assert abs(found[path]["height"] - glb.corners()[:, 1].max()) < 1e-3
        assert len(found[path]["pictures"]) == len(glb.document["images"])
        assert all(min(size) > 0 for size in found[path]["pictures"])
        assert found[path]["light"] > 0
