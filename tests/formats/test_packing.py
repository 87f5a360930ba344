"""Packed GLBs hold what plain ones do, as an independent decoder reads them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from hallgen.formats import Packing, read_stats, write_glb
from hallgen.formats.light import RANGE
from hallgen.scene import Alpha, Feature, Material, Mesh, Node, Scene, bake
from tests.support.glb import Glb, read_glb, read_glbs
from tests.support.scenes import at, box, picture, rows, scenes
from tests.support.validators import assert_valid_glb, assert_valid_glbs

PRINT = Material("print", texture=picture("red"))
COUNT = 1500


def packed(scene: Scene) -> Glb:
    return read_glb(write_glb(scene, packing=Packing.MESHOPT).data)


def random_mesh(size: float, material: Material = PRINT) -> Mesh:
    """Triangles anywhere in a box. A vertex is known by its feature, whatever its order."""
    chance = np.random.default_rng(7)
    normals = chance.normal(size=(COUNT, 3))
    triangles = chance.permuted(np.arange(COUNT * 3, dtype=np.uint32) % COUNT).reshape(-1, 3)
    return Mesh(
        "random",
        material,
        positions=chance.uniform(-size / 2, size / 2, (COUNT, 3)).astype(np.float32),
        normals=(normals / np.linalg.norm(normals, axis=1)[:, None]).astype(np.float32),
        triangles=triangles,
        uvs=chance.uniform(0, 1, (COUNT, 2)).astype(np.float32),
        colors=chance.uniform(0, 1, (COUNT, 4)).astype(np.float32),
        features=np.arange(COUNT, dtype=np.uint32),
        irradiance=chance.uniform(0, RANGE, (COUNT, 3)).astype(np.float32),
        light_uvs=chance.uniform(0, 1, (COUNT, 2)).astype(np.float32),
    )


def scene_of(*nodes: Node) -> Scene:
    features = tuple(Feature(f"A{number}") for number in range(COUNT))
    return Scene("s", nodes, features, lightmap=picture("blue"))


@pytest.mark.parametrize(
    ("size", "error"), [(3, 0.25e-3), (30, 0.25e-3), (60, 0.5e-3), (200, 1e-3)]
)
def test_every_attribute_comes_back_within_its_step(size: float, error: float) -> None:
    mesh = random_mesh(size)
    glb = packed(scene_of(Node(mesh)))
    (node,) = glb.document["nodes"]
    (primitive,) = glb.document["meshes"][node["mesh"]]["primitives"]
    found = {name: glb.array(number) for name, number in primitive["attributes"].items()}
    order = found["_FEATURE_ID_0"].astype(int)
    assert sorted(order) == list(range(COUNT))
    (matrix,) = glb.placements(node)
    positions = found["POSITION"] @ matrix[:3, :3].T + matrix[:3, 3]
    assert np.abs(positions - mesh.positions[order]).max() <= error * 1.01
    assert np.degrees(_angles(found["NORMAL"], mesh.normals[order])).max() < 1.0
    for name, wanted in (("TEXCOORD_0", mesh.uvs), ("TEXCOORD_1", mesh.light_uvs)):
        assert wanted is not None
        assert np.abs(found[name] - wanted[order]).max() <= 0.51 / 65535
    assert mesh.colors is not None
    assert mesh.irradiance is not None
    assert np.abs(found["COLOR_0"] - mesh.colors[order]).max() <= 0.51 / 255
    light = np.sqrt(mesh.irradiance / RANGE)
    assert np.abs(found["_IRRADIANCE"][:, :3] - light[order]).max() <= 0.51 / 255
    triangles = order[glb.array(primitive["indices"]).reshape(-1, 3)]
    assert sorted(_turned(triangles)) == sorted(_turned(mesh.triangles))


def _angles(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    some = some / np.linalg.norm(some, axis=1)[:, None]
    return np.arccos(np.clip((some * others).sum(axis=1), -1, 1))


def _turned(triangles: np.ndarray) -> list[tuple[int, ...]]:
    """Triangles from their lowest corner on: packing may turn each."""
    starts = triangles.argmin(axis=1)[:, None]
    whole = np.take_along_axis(triangles, (starts + np.arange(3)) % 3, axis=1)
    return list(map(tuple, whole.tolist()))


def test_coordinates_of_repeated_pictures_are_floats_to_a_small_step() -> None:
    mesh = random_mesh(3)
    assert mesh.uvs is not None
    mesh = replace(mesh, uvs=mesh.uvs * 25 - 5)
    glb = packed(scene_of(Node(mesh)))
    attributes = glb.document["meshes"][0]["primitives"][0]["attributes"]
    order = glb.array(attributes["_FEATURE_ID_0"]).astype(int)
    assert mesh.uvs is not None
    assert np.abs(glb.array(attributes["TEXCOORD_0"]) - mesh.uvs[order]).max() <= 2.0**-14


def test_instances_stand_where_they_stood_with_their_light() -> None:
    light = np.array([[0.1, 2.2, -0.3, 0.5], [0, 0, 0, 6], [1, -1, 1, 0.001]], np.float32)
    placements = np.array([at(1.2345, 0, 7, 30), at(-80, 2, 3, scale=2), at(0, 0, 0, 90)])
    scene = Scene("s", (Node(box(), placements, rows(0, 2, 1), light=light),), (Feature("A"),) * 3)
    glb = packed(scene)
    (node,) = glb.document["nodes"]
    np.testing.assert_allclose(glb.placements(node), placements, atol=1e-4)
    attributes = node["extensions"]["EXT_mesh_gpu_instancing"]["attributes"]
    np.testing.assert_allclose(glb.array(attributes["_LIGHT"]), light, atol=2.0**-12)
    assert glb.array(attributes["_FEATURE_ID_0"]).tolist() == [0, 2, 1]


def test_random_scenes_are_valid_and_complete(tmp_path: Path) -> None:
    written: list[tuple[Scene, Path]] = []

    @settings(max_examples=40, derandomize=True, deadline=None, database=None)
    @given(scenes())
    def write(scene: Scene) -> None:
        path = tmp_path / f"{len(written)}.glb"
        path.write_bytes(write_glb(scene, packing=Packing.MESHOPT).data)
        written.append((scene, path))

    write()
    assert_valid_glbs(path for _, path in written)
    for (scene, _), glb in zip(
        written, read_glbs([path.read_bytes() for _, path in written]), strict=True
    ):
        expected = np.concatenate([bake(node).positions for node in scene.nodes])
        found = np.concatenate(_vertices(glb))
        distances = np.linalg.norm(expected[:, None] - found[None], axis=2)
        # A part that is drawn four times as large shows four times its own error.
        assert max(distances.min(axis=0).max(), distances.min(axis=1).max()) < 2e-3


def _vertices(glb: Glb) -> list[np.ndarray]:
    return [
        glb.array(glb.document["meshes"][node["mesh"]]["primitives"][0]["attributes"]["POSITION"])
        @ matrix[:3, :3].T
        + matrix[:3, 3]
        for node in glb.document["nodes"]
        for matrix in glb.placements(node)
    ]


def test_a_packed_file_requires_a_reader_that_can_unpack_it(tmp_path: Path) -> None:
    path = tmp_path / "box.glb"
    path.write_bytes(write_glb(Scene("s", (Node(box()),)), packing=Packing.MESHOPT).data)
    assert_valid_glb(path)
    assert read_stats(path.read_bytes()).extensions == (
        "EXT_meshopt_compression",
        "KHR_mesh_quantization",
    )


def test_what_is_seen_through_is_drawn_in_its_own_order() -> None:
    mesh = random_mesh(3, Material("glass", alpha=Alpha.BLEND))
    glb = packed(scene_of(Node(mesh)))
    primitive = glb.document["meshes"][0]["primitives"][0]
    order = glb.array(primitive["attributes"]["_FEATURE_ID_0"]).astype(int)
    found = order[glb.array(primitive["indices"]).reshape(-1, 3)]
    assert _turned(found) == _turned(mesh.triangles)


def test_vertices_without_a_triangle_are_left_out() -> None:
    mesh = random_mesh(3)
    glb = packed(scene_of(Node(replace(mesh, triangles=mesh.triangles[:1]))))
    attributes = glb.document["meshes"][0]["primitives"][0]["attributes"]
    found = glb.array(attributes["_FEATURE_ID_0"])
    assert sorted(found) == sorted(mesh.triangles[0])


def test_a_scene_of_nothing_needs_no_decoder() -> None:
    data = write_glb(Scene("s", ()), packing=Packing.MESHOPT).data
    assert read_stats(data).extensions == ()
