"""Any glTF becomes a plain GLB that says the same."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from hallgen.formats import Fault, GltfError, model_facts, plain_glb, read_scene, rooted
from hallgen.formats.meshopt import encoder
from hallgen.scene import Material
from tests.support.glb import read_glb
from tests.support.gltf import CORNERS, TRIANGLES, Gltf, wedge
from tests.support.node import run_tool

#: The specification leaves tangents to readers; what a JPEG's profile is, to the levels.
_MINDED = {"MESH_PRIMITIVE_GENERATED_TANGENT_SPACE", "IMAGE_FEATURES_UNSUPPORTED"}


def picture(mode: str = "RGB", format: str = "PNG", **options: Any) -> bytes:  # noqa: A002
    target = BytesIO()
    Image.linear_gradient("L").resize((8, 4)).convert(mode).save(target, format, **options)
    return target.getvalue()


def assert_valid(folder: Path, *glbs: bytes) -> None:
    """The Khronos validator finds no error and no warning but those that are meant."""
    paths = [folder / f"{number}.glb" for number in range(len(glbs))]
    for path, glb in zip(paths, glbs, strict=True):
        path.write_bytes(glb)
    reports = run_tool("validate.mjs", [str(path) for path in paths])
    for messages in reports.values():
        assert not [m for m in messages if m["severity"] < 2 and m["code"] not in _MINDED]


def corners(glb: bytes) -> NDArray[np.float32]:
    """The corners of all triangles (m, 3, 3) where they stand."""
    return np.concatenate(
        [node.mesh.positions[node.mesh.triangles] for node in read_scene(glb).nodes]
    )


def areas(triangles: NDArray[Any]) -> NDArray[Any]:
    a, b, c = triangles.transpose(1, 0, 2)
    return np.cross(b - a, c - a)


def volume(triangles: NDArray[Any]) -> float:
    """What triangles enclose: below 0 where they are inside out."""
    a, b, c = triangles.astype(float).transpose(1, 0, 2)
    return float((np.cross(a, b) * c).sum() / 6)


def test_a_glb_and_a_gltf_say_the_same(tmp_path: Path) -> None:
    gltf = wedge()
    one, other = plain_glb(gltf.glb()), plain_glb(gltf.text())
    assert one == other
    assert_valid(tmp_path, one.glb)
    np.testing.assert_array_equal(corners(one.glb), CORNERS[TRIANGLES])
    assert volume(corners(one.glb)) == pytest.approx(1)


def test_files_beside_it_are_asked_for_by_their_decoded_names() -> None:
    gltf = wedge()
    asked = []

    def resolve(name: str) -> bytes | None:
        asked.append(name)
        return gltf.binary if name == "my parts/a b.bin" else None

    buffers = [{"byteLength": len(gltf.binary), "uri": "my%20parts/a%20b.bin"}]
    plain_glb(json.dumps(gltf.document | {"buffers": buffers}).encode(), resolve)
    assert asked == ["my parts/a b.bin"]
    buffers[0]["uri"] = "gone.bin"
    with pytest.raises(GltfError, match=r"gone\.bin") as caught:
        plain_glb(json.dumps(gltf.document | {"buffers": buffers}).encode(), resolve)
    assert caught.value.fault is Fault.MISSING_FILE


@pytest.mark.parametrize(
    ("mode", "indices", "count"),
    [(4, [0, 2, 1, 0, 1, 3], 2), (5, [0, 2, 1, 3], 2), (6, [0, 2, 1, 3], 2), (1, [0, 1], 0)],
)
def test_modes(mode: int, indices: list[int], count: int) -> None:
    gltf = wedge()
    line = gltf.mesh(indices=np.array(indices, "u2"))
    line["mode"] = mode
    gltf.document["nodes"] = [{"mesh": 0}, {"mesh": 1}]
    gltf.document["scenes"][0]["nodes"] = [0, 1]
    plain = plain_glb(gltf.glb())
    assert model_facts(plain.glb).triangles == 4 + count
    if count:  # a strip turns every second triangle round
        ways = areas(corners(plain.glb)[4:])
        first = areas(CORNERS[np.array([[0, 2, 1]])])
        np.testing.assert_allclose(ways[0], first[0])
    assert bool(plain.notes) == (count == 0)


def test_sparse_accessors_with_and_without_a_base() -> None:
    gltf = Gltf()
    where, what = np.array([1, 3], "u2"), np.array([[5, 0, 0], [0, 0, 7]], "f4")
    sparse = {
        "count": 2,
        "indices": {"bufferView": gltf.view(where.tobytes()), "componentType": 5123},
        "values": {"bufferView": gltf.view(what.tobytes())},
    }
    number = gltf.accessor(CORNERS, sparse=sparse)
    gltf.mesh(POSITION=number)
    expected = CORNERS.copy()
    expected[[1, 3]] = what
    np.testing.assert_array_equal(corners(plain_glb(gltf.glb()).glb), expected[TRIANGLES])
    del gltf.document["accessors"][number]["bufferView"]
    expected[[0, 2]] = 0
    np.testing.assert_array_equal(corners(plain_glb(gltf.glb()).glb), expected[TRIANGLES])


def test_interleaved_and_quantized_vertices() -> None:
    gltf = Gltf()
    table = np.zeros(4, [("position", "<i2", 3), ("gap", "<i2"), ("normal", "i1", 3), ("_", "i1")])
    table["position"] = CORNERS * 100
    table["normal"] = [0, 127, 0]
    view = gltf.view(table.tobytes(), byteStride=12)
    more = {"bufferView": view, "count": 4, "type": "VEC3"}
    gltf.document["accessors"] += [
        {**more, "componentType": 5122},
        {**more, "componentType": 5120, "byteOffset": 8, "normalized": True},
    ]
    gltf.mesh(POSITION=0, NORMAL=1)
    gltf.document["nodes"][0]["scale"] = [0.01, 0.01, 0.01]
    gltf.document["extensionsRequired"] = ["KHR_mesh_quantization"]
    plain = plain_glb(gltf.glb()).glb
    np.testing.assert_allclose(corners(plain), CORNERS[TRIANGLES], atol=1e-6)
    accessors = read_glb(plain).document["accessors"]
    assert [a["componentType"] for a in accessors[:2]] == [5126, 5126]
    np.testing.assert_allclose(read_scene(plain).nodes[0].mesh.normals, [[0, 1, 0]] * 4)


def test_what_meshopt_packed() -> None:
    gltf = Gltf()
    rows = np.ascontiguousarray(CORNERS).view("u1").reshape(4, 12)
    packed, turned = encoder().vertices(rows), encoder().triangles(TRIANGLES.ravel())
    for data, count, stride, mode in ((packed, 4, 12, "ATTRIBUTES"), (turned, 12, 2, "TRIANGLES")):
        number = gltf.view(data)
        view = gltf.document["bufferViews"][number]
        extension = {**view, "count": count, "byteStride": stride, "mode": mode}
        view |= {"byteLength": count * stride, "extensions": {"EXT_meshopt_compression": extension}}
    gltf.document["accessors"] = [
        {"bufferView": 0, "componentType": 5126, "count": 4, "type": "VEC3"},
        {"bufferView": 1, "componentType": 5123, "count": 12, "type": "SCALAR"},
    ]
    gltf.mesh(POSITION=0, indices=1)
    plain = plain_glb(gltf.glb()).glb
    assert volume(corners(plain)) == pytest.approx(1)
    assert "EXT_meshopt_compression" not in model_facts(plain).extensions
    broken = gltf.glb().replace(packed, bytes(len(packed)))
    with pytest.raises(GltfError, match="meshopt") as caught:
        plain_glb(broken)
    assert caught.value.fault is Fault.UNDECODED


def draco() -> Gltf:
    """The wedge, packed by Draco; its texture coordinates tell its corners apart."""
    import DracoPy

    data = DracoPy.encode(
        CORNERS,
        TRIANGLES.astype("u4"),
        tex_coord=CORNERS[:, :2].astype(float) / 3,
        quantization_bits=16,
    )
    mesh = DracoPy.decode(data)
    ids = {int(a["attribute_type"]): a["unique_id"] for a in mesh.attributes}
    gltf = Gltf()
    gltf.document["accessors"] = [
        {"componentType": 5126, "count": len(mesh.points), "type": "VEC3"},
        {"componentType": 5126, "count": len(mesh.points), "type": "VEC2"},
        {"componentType": 5123, "count": 12, "type": "SCALAR"},
    ]
    primitive = gltf.mesh(POSITION=0, TEXCOORD_0=1, indices=2)
    extension = {
        "bufferView": gltf.view(data),
        "attributes": {"POSITION": ids[0], "TEXCOORD_0": ids[3]},
    }
    primitive["extensions"] = {"KHR_draco_mesh_compression": extension}
    gltf.document["extensionsRequired"] = ["KHR_draco_mesh_compression"]
    return gltf


def test_what_draco_packed() -> None:
    gltf = draco()
    gltf.image(picture(), "image/png")
    gltf.document["textures"] = [{"source": 0}]
    gltf.document["materials"] = [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}]
    gltf.document["meshes"][0]["primitives"][0]["material"] = 0
    plain = plain_glb(gltf.glb()).glb
    assert volume(corners(plain)) == pytest.approx(1, rel=1e-3)
    mesh = read_scene(plain).nodes[0].mesh
    assert mesh.uvs is not None
    np.testing.assert_allclose(mesh.uvs, mesh.positions[:, :2] / 3, atol=1e-3)


def test_draco_that_is_damaged_is_no_empty_model() -> None:
    gltf = draco()
    view = gltf.document["bufferViews"][-1]
    whole = gltf.binary
    for cut in (0, 10, 40, view["byteLength"] - 2):
        start = view["byteOffset"] + cut
        gltf.binary = whole[:start] + bytes(len(whole) - start)
        with pytest.raises(GltfError) as caught:
            plain_glb(gltf.glb())
        assert caught.value.fault in (Fault.UNDECODED, Fault.BROKEN)
    gltf.binary = whole
    extension = gltf.document["meshes"][0]["primitives"][0]["extensions"]
    extension["KHR_draco_mesh_compression"]["attributes"]["POSITION"] = 77
    with pytest.raises(GltfError, match="no POSITION") as caught:
        plain_glb(gltf.glb())
    assert caught.value.fault is Fault.UNDECODED


def test_mirrored_parts_are_right_side_out(tmp_path: Path) -> None:
    gltf = wedge(NORMAL=np.tile(np.array([[0, 0, 1]], "f4"), (4, 1)))
    gltf.document["nodes"][0]["scale"] = [-1, 2, 1]
    plain = plain_glb(gltf.glb()).glb
    assert volume(corners(plain)) == pytest.approx(2)
    np.testing.assert_allclose(read_scene(plain).nodes[0].mesh.normals, [[0, 0, 1]] * 4)
    assert_valid(tmp_path, plain)


def test_a_sheared_node_becomes_two(tmp_path: Path) -> None:
    matrix = np.eye(4)
    matrix[0, 1], matrix[:3, 3] = 0.7, (1, 2, 3)
    gltf = wedge()
    gltf.document["nodes"] = [
        {"matrix": matrix.T.ravel().tolist(), "children": [1], "name": "skewed"},
        {"mesh": 0},
    ]
    plain = plain_glb(gltf.glb()).glb
    expected = CORNERS @ matrix[:3, :3].T + matrix[:3, 3]
    np.testing.assert_allclose(corners(plain), expected[TRIANGLES], atol=1e-5)
    assert_valid(tmp_path, plain)


def hanging() -> Gltf:
    """The wedge, two corners of it on a joint that has moved up by 5, with a movement of it."""
    joints, weights = np.zeros((4, 4), "u1"), np.zeros((4, 4), "f4")
    joints[2:, 0], weights[:, 0] = 1, 2.0  # weights are to add up to 1, and do not
    gltf = wedge(JOINTS_0=joints, WEIGHTS_0=weights)
    inverse = gltf.accessor(np.tile(np.eye(4, dtype="f4").ravel(), (2, 1)))
    times, turns = np.array([0, 1], "f4"), np.array([[0, 0, 0, 1], [0, 0, 0, 3]], "f4")
    gltf.document |= {
        "scenes": [{"nodes": [0, 1]}],
        "nodes": [
            {"mesh": 0, "skin": 0, "translation": [100, 0, 0]},  # which has no part in it
            {"children": [2]},
            {"translation": [0, 5, 0]},
        ],
        "skins": [{"joints": [1, 2], "inverseBindMatrices": inverse}],
        "animations": [
            {
                "name": "wave",
                "samplers": [
                    {
                        "input": gltf.accessor(times, min=[0], max=[1]),
                        "output": gltf.accessor(turns),
                    }
                ],
                "channels": [{"sampler": 0, "target": {"node": 2, "path": "rotation"}}],
            }
        ],
    }
    return gltf


def test_skins_stand_where_their_joints_are(tmp_path: Path) -> None:
    plain = plain_glb(hanging().glb()).glb
    expected = CORNERS + np.array([[0, 0, 0], [0, 0, 0], [0, 5, 0], [0, 5, 0]])
    np.testing.assert_allclose(corners(plain), expected[TRIANGLES], atol=1e-5)
    facts = model_facts(plain)
    assert facts.animations == ("wave",)
    assert facts.high == pytest.approx((3, 7, 1))

    moved = np.diag([2.0, 2, 2, 1])
    moved[:3, 3] = (0, 0, 9)
    under = rooted(plain, moved, "root")
    np.testing.assert_allclose(corners(under), expected[TRIANGLES] * 2 + (0, 0, 9), atol=1e-5)
    assert model_facts(under).animations == ("wave",)
    assert_valid(tmp_path, under)


def test_morph_targets_at_their_default_weights(tmp_path: Path) -> None:
    gltf = wedge()
    more = np.array([[0, 0, 0], [0, 0, 0], [0, 4, 0], [0, 0, 0]], "f4")
    gltf.document["meshes"][0]["primitives"][0]["targets"] = [{"POSITION": gltf.accessor(more)}]
    gltf.document["meshes"][0]["weights"] = [0.5]
    plain = plain_glb(gltf.glb()).glb
    assert model_facts(plain).high == pytest.approx((3, 4, 1))
    gltf.document["nodes"][0]["weights"] = [1.0]
    assert model_facts(plain_glb(gltf.glb()).glb).high == pytest.approx((3, 6, 1))
    assert_valid(tmp_path, plain)


def test_instances_become_nodes() -> None:
    gltf = wedge()
    moves = gltf.accessor(np.array([[0, 0, 0], [10, 0, 0]], "f4"))
    gltf.document["nodes"][0]["extensions"] = {
        "EXT_mesh_gpu_instancing": {"attributes": {"TRANSLATION": moves}}
    }
    gltf.document["extensionsRequired"] = ["EXT_mesh_gpu_instancing"]
    direct, plain = read_scene(gltf.glb()), plain_glb(gltf.glb()).glb
    assert len(direct.nodes) == len(read_scene(plain).nodes) == 2
    assert model_facts(plain).high[0] == pytest.approx(13)
    assert model_facts(plain).extensions == ()


def textured(source: dict[str, Any], *images: tuple[bytes, str]) -> Gltf:
    """The wedge with a texture."""
    gltf = wedge(TEXCOORD_0=CORNERS[:, :2].copy())
    for data, mime in images:
        gltf.image(data, mime)
    gltf.document["textures"] = [source]
    gltf.document["materials"] = [{"pbrMetallicRoughness": {"baseColorTexture": {"index": 0}}}]
    gltf.document["meshes"][0]["primitives"][0]["material"] = 0
    return gltf


PNG, WEBP = picture(), picture(format="WEBP", lossless=True)
WEBP_ALONE = {"extensions": {"EXT_texture_webp": {"source": 0}}}


@pytest.mark.parametrize(
    ("source", "images", "mimes"),
    [
        ({"source": 0}, [(PNG, "image/png")], ["image/png"]),
        ({"source": 0}, [(picture(format="JPEG"), "image/jpeg")], ["image/jpeg"]),
        (
            {"extensions": {"EXT_texture_webp": {"source": 0}}},
            [(WEBP, "image/webp")],
            ["image/webp"],
        ),
        (
            {"source": 1, "extensions": {"EXT_texture_webp": {"source": 0}}},
            [(WEBP, "image/webp"), (PNG, "image/png")],
            ["image/png"],
        ),
        (
            {"extensions": {"EXT_texture_avif": {"source": 0}}},
            [(picture(format="AVIF"), "image/avif")],
            ["image/png"],
        ),
        ({"source": 0}, [(picture("P", "GIF"), "image/png")], ["image/png"]),
        ({"source": 0}, [(b"no picture at all", "image/png")], []),
        ({"source": 0}, [(PNG[: len(PNG) // 2], "image/png")], []),
    ],
    ids=["png", "jpeg", "webp", "fallback", "avif", "gif", "none", "cut off"],
)
def test_pictures(
    tmp_path: Path, source: dict[str, Any], images: list[tuple[bytes, str]], mimes: list[str]
) -> None:
    plain = plain_glb(textured(source, *images).glb())
    facts = model_facts(plain.glb)
    assert [texture.mime for texture in facts.textures] == mimes
    assert all((texture.width, texture.height) == (8, 4) for texture in facts.textures)
    assert bool(plain.notes) == (not mimes)
    assert (read_scene(plain.glb).nodes[0].mesh.material.texture is not None) == bool(mimes)
    assert_valid(tmp_path, plain.glb)


def test_a_texture_transform_moves_coordinates() -> None:
    gltf = textured({"source": 0}, (PNG, "image/png"))
    info = gltf.document["materials"][0]["pbrMetallicRoughness"]["baseColorTexture"]
    moved = {"offset": [0.25, 0.5], "scale": [2, 3], "rotation": np.pi / 2}
    info["extensions"] = {"KHR_texture_transform": moved}
    plain = plain_glb(gltf.glb()).glb
    mesh = read_scene(plain).nodes[0].mesh
    # The specification's matrix: offset @ rotation @ scale, with V down.
    u, v = CORNERS[:, 0] * 2, CORNERS[:, 1] * 3
    expected = np.stack([v + 0.25, -u + 0.5], axis=1)
    at = {tuple(p): n for n, p in enumerate(CORNERS.tolist())}
    assert mesh.uvs is not None
    rows = [expected[at[tuple(p)]] for p in mesh.positions.tolist()]
    np.testing.assert_allclose(mesh.uvs, rows, atol=1e-6)


def test_materials_keep_what_they_say(tmp_path: Path) -> None:
    gltf = wedge(COLOR_0=np.full((4, 3), 128, "u1"))
    gltf.document["accessors"][1]["normalized"] = True
    gltf.document["materials"] = [
        {
            "name": "glass",
            "pbrMetallicRoughness": {"baseColorFactor": [1, 0.5, 0, 0.5], "metallicFactor": 0},
            "alphaMode": "BLEND",
            "doubleSided": True,
            "emissiveFactor": [1, 1, 0],
            "extensions": {
                "KHR_materials_emissive_strength": {"emissiveStrength": 3},
                "KHR_materials_transmission": {"transmissionFactor": 0.9},
                "ACME_unheard_of": {"x": 1},
            },
        }
    ]
    gltf.document["meshes"][0]["primitives"][0]["material"] = 0
    plain = plain_glb(gltf.glb()).glb
    mesh = read_scene(plain).nodes[0].mesh
    assert mesh.material.color == (1, 0.5, 0, 0.5)
    assert mesh.material.emissive == (3, 3, 0)
    assert mesh.material.double_sided
    assert mesh.colors is not None
    np.testing.assert_allclose(mesh.colors[:, :3], 128 / 255, atol=1e-4)
    assert model_facts(plain).extensions == (
        "KHR_materials_emissive_strength",
        "KHR_materials_transmission",
    )
    assert_valid(tmp_path, plain)


def test_what_has_no_material_gets_the_usual_one() -> None:
    usual = Material("", color=(0.2, 0.3, 0.4, 1), metallic=0.1, roughness=0.5)
    plain = plain_glb(wedge().glb(), usual=usual).glb
    material = read_scene(plain).nodes[0].mesh.material
    assert (material.color, material.metallic, material.roughness) == ((0.2, 0.3, 0.4, 1), 0.1, 0.5)


def test_vectors_are_brought_to_length(tmp_path: Path) -> None:
    normals = np.array([[0, 0, 5], [0, 0, 0], [np.nan, 0, 0], [0, 3, 4]], "f4")
    plain = plain_glb(wedge(NORMAL=normals).glb()).glb
    lengths = np.linalg.norm(read_scene(plain).nodes[0].mesh.normals, axis=1)
    np.testing.assert_allclose(lengths, 1, atol=1e-5)
    assert_valid(tmp_path, plain)


#: Where the wedge is changed, and to what.
WRONG: dict[str, tuple[list[str | int], Any]] = {
    "cycle": (["nodes"], [{"children": [1], "mesh": 0}, {"children": [0]}]),
    "two parents": (["nodes"], [{"children": [1, 2]}, {"children": [2]}, {"mesh": 0}]),
    "no such node": (["scenes", 0, "nodes"], [7]),
    "a negative number": (["nodes", 0, "mesh"], -1),
    "no such corner": (["accessors", 0, "count"], 3),
    "a huge count": (["accessors", 0, "count"], 4_000_000_000),
    "a huge count of nothing": (
        ["accessors", 0],
        {"componentType": 5126, "count": 4_000_000_000, "type": "VEC3"},
    ),
    "a view beyond": (["bufferViews", 0, "byteOffset"], 10_000),
    "no such type": (["accessors", 0, "type"], "VEC9"),
    "no list": (["meshes"], {"a": 1}),
    "a short matrix": (["nodes", 0, "matrix"], [1, 2, 3]),
    "words": (["nodes", 0, "translation"], "left"),
}


@pytest.mark.parametrize("change", WRONG)
def test_what_is_not_as_specified_is_refused(change: str) -> None:
    gltf = wedge()
    (*path, last), value = WRONG[change]
    holder: Any = gltf.document
    for step in path:
        holder = holder[step]
    holder[last] = value
    with pytest.raises(GltfError) as caught:
        plain_glb(gltf.glb())
    assert caught.value.fault in (Fault.BROKEN, Fault.TOO_LARGE)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (wedge().glb()[:-20], Fault.BROKEN),
        (wedge().glb()[:15], Fault.BROKEN),
        (b"glTF\x01\0\0\0\x14\0\0\0", Fault.OLD),
        (b'{"asset": {"version": "1.0"}}', Fault.OLD),
        (b'{"meshes": {}, "scene": "s"}', Fault.OLD),
        (b'{"asset": {"version": "2.0"}}', Fault.EMPTY),
        (b'{"asset": {"version": "2.0"}, "x": NaN}', Fault.BROKEN),
        (b"[" * 100_000, Fault.BROKEN),
        (b'{"asset": {"version": "2.0"}, "extensionsRequired": ["ACME_x"]}', Fault.EXTENSION),
        (b'{"a": "' + b" " * (260 << 20) + b'"}', Fault.TOO_LARGE),
    ],
    ids=["cut", "head", "glb 1", "1.0", "0.8", "empty", "NaN", "deep", "unknown", "260 MB"],
)
def test_files_that_are_refused(data: bytes, fault: Fault) -> None:
    with pytest.raises(GltfError) as caught:
        plain_glb(data)
    assert caught.value.fault is fault


def test_corners_that_lie_nowhere() -> None:
    positions = CORNERS.copy()
    positions[2, 1] = np.inf
    with pytest.raises(GltfError) as caught:
        plain_glb(wedge(POSITION=positions).glb())
    assert caught.value.fault is Fault.NOT_FINITE


def test_ten_thousand_nodes_in_one_another() -> None:
    gltf = wedge()
    nodes: list[dict[str, Any]] = [{"children": [n + 1]} for n in range(10_000)]
    gltf.document["nodes"] = [*nodes, {"mesh": 0}]
    assert model_facts(plain_glb(gltf.glb()).glb).triangles == 4


def test_many_primitives_on_the_vertices_of_all() -> None:
    gltf = Gltf()
    shared = gltf.accessor(np.arange(300_000, dtype="f4").reshape(-1, 3))
    gltf.document["meshes"] = [
        {
            "primitives": [
                {
                    "attributes": {"POSITION": shared},
                    "indices": gltf.accessor(np.array([0, 1, 2], "u4") + number),
                }
                for number in range(1000)  # 1.2 GB, were each to have its own
            ]
        }
    ]
    plain = plain_glb(gltf.glb()).glb
    assert len(plain) < 2_000_000
    assert model_facts(plain).triangles == 1000
    assert model_facts(plain).high == (3003, 3004, 3005)
    assert {len(node.mesh.positions) for node in read_scene(plain).nodes} == {3}


def test_the_same_bytes_each_time() -> None:
    glb = hanging().glb()
    assert plain_glb(glb).glb == plain_glb(glb).glb
    again = plain_glb(plain_glb(glb).glb).glb
    np.testing.assert_array_equal(corners(again), corners(plain_glb(glb).glb))
