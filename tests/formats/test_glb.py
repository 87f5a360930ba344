"""GLBs: valid, complete, and the same each time."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import trimesh
from hypothesis import HealthCheck, given, settings
from pygltflib import GLTF2

from hallgen.formats import Images, Instancing, picture_name, write_glb
from hallgen.scene import Alpha, Feature, Material, Mesh, Node, Scene, bake
from tests.support.glb import INSTANCING, Glb, read_glb
from tests.support.scenes import PLAIN, at, box, picture, rows, scenes
from tests.support.validators import assert_valid_glb, assert_valid_glbs

TWO = (Feature("A1", exhibitor="acme"), Feature("A2", "robot", "émile 上海"))

#: Positions and factors are stored as float32: 7 digits of at most 200 m and a scale of 4.
FLOAT32 = 1e-4


def written(scene: Scene, instancing: Instancing = Instancing.GPU) -> Glb:
    return read_glb(write_glb(scene, instancing=instancing).data)


def test_a_plain_box_is_valid_and_says_who_made_it(tmp_path: Path) -> None:
    path = tmp_path / "box.glb"
    path.write_bytes(write_glb(Scene("one", (Node(box()),), extras={"booth": "A1"})).data)
    assert_valid_glb(path)
    document = read_glb(path.read_bytes()).document
    assert document["asset"]["generator"].startswith("hallgen ")
    assert document["scenes"][0] == {"name": "one", "nodes": [0], "extras": {"booth": "A1"}}
    assert "extensionsUsed" not in document


def test_random_scenes_are_valid_in_both_manners(tmp_path: Path) -> None:
    paths: list[Path] = []

    @settings(max_examples=40, derandomize=True, deadline=None, database=None)
    @given(scenes())
    def write(scene: Scene) -> None:
        for instancing in Instancing:
            for images in (Images.EMBEDDED, Images.external("")):
                path = tmp_path / f"{len(paths)}.glb"
                glb = write_glb(scene, images, instancing)
                path.write_bytes(glb.data)
                for name, data in glb.files.items():
                    (tmp_path / name).write_bytes(data)
                paths.append(path)

    write()
    assert_valid_glbs(paths)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scenes())
def test_every_vertex_arrives_where_the_scene_has_it(scene: Scene) -> None:
    expected = np.concatenate([bake(node).positions for node in scene.nodes])
    for instancing in Instancing:
        glb = written(scene, instancing)
        found = [
            glb.array(
                glb.document["meshes"][node["mesh"]]["primitives"][0]["attributes"]["POSITION"]
            )
            @ matrix[:3, :3].T
            + matrix[:3, 3]
            for node in glb.document["nodes"]
            for matrix in glb.placements(node)
        ]
        np.testing.assert_allclose(np.concatenate(found), expected, atol=10 * FLOAT32)


def test_other_readers_find_the_same_triangles() -> None:
    nodes = (Node(box(1, 2, 3), np.array([at(1, 0, 2), at(5, 0, 0, turn=30)])), Node(box(name="b")))
    glb = write_glb(Scene("s", nodes), instancing=Instancing.EXPANDED)
    loaded = trimesh.load_scene(io.BytesIO(glb.data), file_type="glb")
    mesh = loaded.to_mesh()
    assert len(mesh.faces) == 36
    assert mesh.volume == pytest.approx(6 + 6 + 1, rel=1e-6)  # outsides are outside
    low, high = loaded.bounds
    baked = np.concatenate([bake(node).positions for node in nodes])
    np.testing.assert_allclose([low, high], [baked.min(axis=0), baked.max(axis=0)], atol=FLOAT32)
    assert len(GLTF2.load_from_bytes(glb.data).meshes) == 2


def test_what_is_shared_is_written_once() -> None:
    material = Material("print", texture=picture("red"))
    one, other = box(material=material), box(2, material=material)
    document = written(Scene("s", (Node(one), Node(one, at(3)[None]), Node(other)))).document
    assert [len(document[kind]) for kind in ("meshes", "materials", "textures", "images")] == [
        2,
        1,
        1,
        1,
    ]
    assert [node["mesh"] for node in document["nodes"]] == [0, 0, 1]


def test_equal_pictures_are_one_file_named_by_its_content() -> None:
    materials = [Material(str(n), texture=picture("red")) for n in range(2)]
    scene = Scene("s", tuple(Node(box(material=material)) for material in materials))
    glb = write_glb(scene, Images.external("../../media/"))
    name = picture_name(picture("red"))
    assert glb.files == {name: picture("red").data}
    document = read_glb(glb.data).document
    assert [image["uri"] for image in document["images"]] == [f"../../media/{name}"]
    assert document["extensionsRequired"] == ["EXT_texture_webp"]


def test_repeats_are_one_draw_with_a_feature_each() -> None:
    node = Node(box(), np.array([at(), at(2), at(4)]), rows(0, 1, 1))
    glb = written(Scene("s", (node,), TWO))
    (instanced,) = glb.document["nodes"]
    attributes = instanced["extensions"][INSTANCING]["attributes"]
    assert attributes.keys() == {"TRANSLATION", "_FEATURE_ID_0"}  # nothing turned, nothing scaled
    assert glb.array(attributes["_FEATURE_ID_0"]).tolist() == [0, 1, 1]
    assert glb.table() == {
        "booth": ["A1", "A2"],
        "product": ["", "robot"],
        "exhibitor": ["acme", "émile 上海"],
    }


def test_expanded_repeats_keep_their_features_and_share_their_vertices() -> None:
    node = Node(box(), np.array([at(), at(2), at(4)]), rows(0, 1, 1))
    glb = written(Scene("s", (node,), TWO), Instancing.EXPANDED)
    meshes = glb.document["meshes"]
    assert [placed["mesh"] for placed in glb.document["nodes"]] == [0, 1, 1]
    first, second = (mesh["primitives"][0]["attributes"] for mesh in meshes)
    assert first["POSITION"] == second["POSITION"]
    assert set(glb.array(second["_FEATURE_ID_0"])) == {1.0}


def test_mirrored_repeats_are_plain_nodes() -> None:
    mirrored = at(3) @ np.diag([-1.0, 1, 1, 1])
    document = written(Scene("s", (Node(box(), np.array([at(), mirrored])),))).document
    assert [node.get("scale") for node in document["nodes"]] == [None, [-1, 1, 1]]


def test_a_bright_light_keeps_its_strength() -> None:
    lamp = Material("lamp", emissive=(9.0, 4.5, 0.0))
    (material,) = written(Scene("s", (Node(box(material=lamp)),))).document["materials"]
    assert material["emissiveFactor"] == [1.0, 0.5, 0.0]
    assert material["extensions"]["KHR_materials_emissive_strength"]["emissiveStrength"] == 9.0


def test_glass_is_blended_and_seen_from_both_sides() -> None:
    glass = Material("glass", alpha=Alpha.BLEND, double_sided=True, unlit=True)
    (material,) = written(Scene("s", (Node(box(material=glass)),))).document["materials"]
    assert (material["alphaMode"], material["doubleSided"]) == ("BLEND", True)
    assert material["extensions"] == {"KHR_materials_unlit": {}}


def test_what_is_not_shown_is_not_written() -> None:
    dark = Material("dark", emissive_texture=picture("red"))
    unlit = Material("unlit", emissive=(2, 2, 2), emissive_texture=picture("red"), unlit=True)
    for material in (dark, unlit):
        document = written(Scene("s", (Node(box(material=material)),))).document
        assert "textures" not in document
        assert "TEXCOORD_0" not in document["meshes"][0]["primitives"][0]["attributes"]


@pytest.mark.parametrize(("repeats", "wrap"), [(1, 33071), (4, 10497)])
def test_only_repeating_pictures_wrap(repeats: int, wrap: int) -> None:
    flat = box(material=Material("print", texture=picture("red")))
    assert flat.uvs is not None
    mesh = Mesh(
        flat.name, flat.material, flat.positions, flat.normals, flat.triangles, flat.uvs * repeats
    )
    (sampler,) = written(Scene("s", (Node(mesh),))).document["samplers"]
    assert (sampler["wrapS"], sampler["wrapT"]) == (wrap, wrap)


def test_large_meshes_get_wide_indices() -> None:
    kinds = []
    for count in (65535, 65536):
        points = np.random.default_rng(1).random((count, 3), np.float32)
        triangles = np.arange(count, dtype=np.uint32)[: count // 3 * 3].reshape(-1, 3)
        triangles[-1, -1] = count - 1
        mesh = Mesh("m", PLAIN, points, np.tile(np.float32([0, 1, 0]), (count, 1)), triangles)
        glb = written(Scene("s", (Node(mesh),)))
        number = glb.document["meshes"][0]["primitives"][0]["indices"]
        np.testing.assert_array_equal(glb.array(number), triangles.reshape(-1))
        kinds.append(glb.document["accessors"][number]["componentType"])
    assert kinds == [5123, 5125]


def test_nothing_to_draw_is_still_valid(tmp_path: Path) -> None:
    path = tmp_path / "empty.glb"
    hollow = box()
    hollow = Mesh("none", PLAIN, hollow.positions, hollow.normals, np.empty((0, 3), np.uint32))
    path.write_bytes(write_glb(Scene("empty", (Node(hollow),))).data)
    assert_valid_glb(path)
    assert "nodes" not in read_glb(path.read_bytes()).document


def test_a_feature_beyond_the_table_is_refused() -> None:
    with pytest.raises(ValueError, match="Feature 2"):
        write_glb(Scene("s", (Node(box(), features=rows(2)),), TWO))


def test_a_sheared_placement_is_refused() -> None:
    sheared = np.eye(4)
    sheared[0, 1] = 0.5
    with pytest.raises(ValueError, match="own axes"):
        write_glb(Scene("s", (Node(box(), sheared[None]),)))


def test_a_texture_needs_coordinates() -> None:
    mesh = box(material=Material("print", texture=picture("red")))
    bare = Mesh("bare", mesh.material, mesh.positions, mesh.normals, mesh.triangles)
    with pytest.raises(ValueError, match="bare"):
        write_glb(Scene("s", (Node(bare),)))


@settings(max_examples=20, deadline=None)
@given(scenes())
def test_the_same_scene_gives_the_same_bytes(scene: Scene) -> None:
    assert write_glb(scene).data == write_glb(scene).data
