"""Each format as a plain GLB: its corners, its colours, its units."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from hallgen.formats import model_facts, read_scene
from hallgen.media.made import MediaRefusedError
from hallgen.media.models.reading import read_model
from hallgen.media.models.reading.step import TOLERANCE_MM
from hallgen.media.models.types import SourceModel
from hallgen.model import UpAxis
from hallgen.scene import Mesh

CUBE = np.array([[x, y, z] for x in (0, 2) for y in (0, 3) for z in (0, 5)], float)
QUADS = np.array(
    [[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]]
)


def read(name: str, data: bytes | str, beside: Mapping[str, bytes] | None = None) -> SourceModel:
    return read_model(name, data.encode() if isinstance(data, str) else data, (beside or {}).get)


def refused(name: str, data: bytes | str) -> str:
    with pytest.raises(MediaRefusedError) as caught:
        read(name, data)
    assert "\n" not in caught.value.message
    return caught.value.code.code


def meshes(source: SourceModel) -> list[Mesh]:
    return [node.mesh for node in read_scene(source.glb).nodes]


def volume(source: SourceModel) -> float:
    corners = np.concatenate([m.positions[m.triangles].astype(float) for m in meshes(source)])
    a, b, c = corners.transpose(1, 0, 2)
    return float((np.cross(a, b) * c).sum() / 6)


def assert_cube(source: SourceModel) -> None:
    facts = model_facts(source.glb)
    assert (facts.triangles, facts.low, facts.high) == (12, (0, 0, 0), (2, 3, 5))
    assert volume(source) == pytest.approx(30)
    for mesh in meshes(source):  # six flat faces, sharp at their edges
        assert (np.abs(mesh.normals).max(axis=1) > 0.999).all()


def picture(color: tuple[int, int, int]) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (4, 4), color).save(target, "PNG")
    return target.getvalue()


def obj_cube(head: str = "") -> str:
    lines = [head, *(f"v {x} {y} {z}" for x, y, z in CUBE)]
    return "\n".join([*lines, *("f " + " ".join(str(n + 1) for n in quad) for quad in QUADS)])


def test_obj_with_quads_and_units_in_a_comment() -> None:
    source = read("a.obj", obj_cube("# Units: inches"))
    assert_cube(source)
    assert source.unit == 0.0254
    assert read("a.obj", obj_cube()).unit is None


def test_obj_with_numbers_that_count_back() -> None:
    lines = []
    for quad in QUADS:  # each face right after its own corners
        lines += [f"v {x} {y} {z}" for x, y, z in CUBE[quad]]
        lines.append("f -4 -3 -2 -1")
    assert_cube(read("a.obj", "\n".join(lines)))


def test_obj_with_materials_and_pictures_beside_it() -> None:
    text = """mtllib my parts.mtl
v 0 0 0
v 1 0 0
v 0 1 0
vt 0 0
vt 1 0
vt 0 1
usemtl red
f 1 2 3
usemtl seen
f 1/1 3/3 2/2
usemtl glass
f 2 1 3
"""
    mtl = """newmtl red
Kd 1 0 0
newmtl seen
map_Kd C:\\work\\wood.png
newmtl glass
Kd 0 0 1
d 0.25
"""
    beside = {"my parts.mtl": mtl.encode(), "wood.png": picture((0, 255, 0))}
    by_name = {m.material.name: m for m in meshes(read("a.obj", text, beside))}
    assert by_name["red"].material.color == pytest.approx((1, 0, 0, 1))
    assert by_name["glass"].material.color[3] == pytest.approx(0.25)
    texture, uvs = by_name["seen"].material.texture, by_name["seen"].uvs
    assert texture is not None
    assert uvs is not None
    np.testing.assert_allclose(uvs[by_name["seen"].positions[:, 1] == 1], [[0, 0]])  # v is down

    alone = read("a.obj", text)
    assert model_facts(alone.glb).triangles == 3
    assert "my parts.mtl" in " ".join(alone.notes)


def test_stl_in_words_and_binary() -> None:
    corners = CUBE[QUADS[:, [0, 1, 2, 0, 2, 3]].reshape(-1, 3)]
    words = "solid a\n" + "".join(
        "facet normal 0 0 0\nouter loop\n"
        + "".join(f"vertex {x} {y} {z}\n" for x, y, z in triangle)
        + "endloop\nendfacet\n"
        for triangle in corners
    )
    assert_cube(read("a.stl", words + "endsolid a\n"))
    assert_cube(read("a.stl", binary_stl(corners)))
    assert refused("a.stl", binary_stl(corners)[:-30]) in ("H421", "H422")


def binary_stl(corners: NDArray[np.float64], head: bytes = b"", color: int = 0) -> bytes:
    rows = np.zeros(len(corners), [("n", "<f4", 3), ("v", "<f4", (3, 3)), ("a", "<u2")])
    rows["v"], rows["a"] = corners, color
    return head.ljust(80, b" ") + struct.pack("<I", len(rows)) + rows.tobytes()


def test_colours_of_stl() -> None:
    corners = CUBE[QUADS[:, [0, 1, 2, 0, 2, 3]].reshape(-1, 3)]
    red = read("a.stl", binary_stl(corners, color=0b1_11111_00000_00000))
    blue = read("a.stl", binary_stl(corners, b"COLOR=\xff\xff\xff\xff", 0b0_11111_00000_00000))
    for source, color in ((red, [1, 0, 0, 1]), (blue, [0, 0, 1, 1])):
        (mesh,) = meshes(source)
        assert mesh.colors is not None
        np.testing.assert_allclose(mesh.colors, [color] * len(mesh.colors), atol=1e-4)


def ply(colors: str = "", cells: str = "") -> str:
    return "\n".join(
        [
            "ply\nformat ascii 1.0\nelement vertex 8",
            "property float x\nproperty float y\nproperty float z" + colors,
            "element face 6\nproperty list uchar int vertex_indices\nend_header",
            *(f"{x} {y} {z}{cells}" for x, y, z in CUBE),
            *("4 " + " ".join(str(n) for n in quad) for quad in QUADS),
            "",
        ]
    )


def test_ply_with_colours() -> None:
    assert_cube(read("a.ply", ply()))
    header = "\nproperty uchar red\nproperty uchar green\nproperty uchar blue"
    (mesh,) = meshes(read("a.ply", ply(header, " 255 128 0")))
    assert mesh.colors is not None  # sRGB in the file, linear in glTF
    np.testing.assert_allclose(mesh.colors[0], [1, 0.2159, 0, 1], atol=1e-3)
    assert refused("a.ply", ply().replace("element face 6", "element face 0")) == "H422"


def test_off() -> None:
    faces = ["4 " + " ".join(str(n) for n in quad) for quad in QUADS]
    text = "\n".join(["OFF", "8 6 0", *(f"{x} {y} {z}" for x, y, z in CUBE), *faces, ""])
    assert_cube(read("a.off", text))


def three_mf(model: str, **files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("3D/3dmodel.model", model)
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_png", ".png"), data)
    return target.getvalue()


CUBE_MESH = (
    "<mesh><vertices>"
    + "".join(f'<vertex x="{x}" y="{y}" z="{z}"/>' for x, y, z in CUBE)
    + "</vertices><triangles>{}</triangles></mesh>"
)
CUBE_TRIANGLES = [[int(quad[a]) for a in at] for quad in QUADS for at in ((0, 1, 2), (0, 2, 3))]


def triangles(more: str = "") -> str:
    return "".join(f'<triangle v1="{a}" v2="{b}" v3="{c}"{more}/>' for a, b, c in CUBE_TRIANGLES)


def model_xml(resources: str, build: str, unit: str = "inch") -> str:
    spaces = 'xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02"'
    return (
        f'<?xml version="1.0"?><model unit="{unit}" {spaces}><resources>{resources}</resources>'
        f"<build>{build}</build></model>"
    )


def test_3mf_units_and_colours() -> None:
    resources = (
        '<basematerials id="1"><base name="a" displaycolor="#FF0000"/>'
        '<base name="b" displaycolor="#0000FF80"/></basematerials>'
        f'<object id="2" pid="1" pindex="1">{CUBE_MESH.format(triangles())}</object>'
    )
    source = read("a.3mf", three_mf(model_xml(resources, '<item objectid="2"/>')))
    assert_cube(source)
    assert (source.unit, source.up) == (0.0254, UpAxis.Z)
    assert meshes(source)[0].material.color == pytest.approx((0, 0, 1, 128 / 255))


def test_3mf_of_parts_in_parts_mirrored_and_moved() -> None:
    resources = (
        f'<object id="1">{CUBE_MESH.format(triangles())}</object>'
        '<object id="2"><components>'
        '<component objectid="1"/>'
        '<component objectid="1" transform="-1 0 0 0 1 0 0 0 1 -10 0 0"/>'
        "</components></object>"
    )
    build = '<item objectid="2" transform="1 0 0 0 1 0 0 0 1 0 0 100"/><item objectid="1"/>'
    source = read("a.3mf", three_mf(model_xml(resources, build, "millimeter")))
    facts = model_facts(source.glb)
    assert (facts.triangles, facts.low, facts.high) == (36, (-12, 0, 0), (2, 3, 105))
    assert volume(source) == pytest.approx(90)


def test_3mf_with_a_texture() -> None:
    textured = CUBE_MESH.format(triangles(' p1="1"'))
    resources = (
        '<texture2d id="7" path="/3D/wood.png" contenttype="image/png"/>'
        '<texture2dgroup id="8" texid="7">'
        '<tex2coord u="0" v="0"/><tex2coord u="1" v="0.25"/></texture2dgroup>'
        f'<object id="2" pid="8" pindex="0">{textured}</object>'
    )
    xml = model_xml(resources, '<item objectid="2"/>')
    (mesh,) = meshes(read("a.3mf", three_mf(xml, **{"3D__wood_png": picture((9, 9, 9))})))
    assert mesh.material.texture is not None
    assert mesh.uvs is not None
    np.testing.assert_allclose(mesh.uvs, [[1, 0.75]] * len(mesh.uvs))
    without = read("a.3mf", three_mf(xml))
    assert "wood.png" in without.notes[0]


@pytest.mark.parametrize(
    ("resources", "build", "code"),
    [
        ("", '<item objectid="1"/>', "H421"),
        ('<object id="1"/>', '<item objectid="1"/>', "H422"),
        (
            '<object id="1"><components><component objectid="1"/></components></object>',
            '<item objectid="1"/>',
            "H421",
        ),
        (
            '<object id="1"><mesh><vertices/><triangles><triangle v1="0" v2="1" v3="2"/>'
            "</triangles></mesh></object>",
            '<item objectid="1"/>',
            "H421",
        ),
        (
            f'<object id="1">{CUBE_MESH.format(triangles()).replace("5.0", "nan")}</object>',
            '<item objectid="1"/>',
            "H424",
        ),
    ],
    ids=["no object", "empty", "part of itself", "no corners", "NaN"],
)
def test_3mf_that_is_refused(resources: str, build: str, code: str) -> None:
    assert refused("a.3mf", three_mf(model_xml(resources, build))) == code


def test_xml_that_declares_its_own_entities_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    xml = model_xml("", "").replace("<model", bomb + "<model")
    assert refused("a.3mf", three_mf(xml)) == "H421"


def dae(meter: str = "0.01", up: str = "Z_UP") -> str:
    floats = " ".join(str(v) for v in CUBE.ravel())
    corners = " ".join(str(n) for triangle in CUBE_TRIANGLES for n in triangle)
    return f"""<?xml version="1.0"?>
<COLLADA xmlns="http://www.collada.org/2005/11/COLLADASchema" version="1.4.1">
<asset><unit name="u" meter="{meter}"/><up_axis>{up}</up_axis></asset>
<library_effects><effect id="e"><profile_COMMON><technique sid="t"><phong>
<diffuse><color>0 1 0 1</color></diffuse></phong></technique></profile_COMMON></effect>
</library_effects>
<library_materials><material id="m" name="green"><instance_effect url="#e"/></material>
</library_materials>
<library_geometries><geometry id="g"><mesh>
<source id="s"><float_array id="f" count="24">{floats}</float_array><technique_common>
<accessor source="#f" count="8" stride="3"><param name="X" type="float"/>
<param name="Y" type="float"/><param name="Z" type="float"/></accessor></technique_common></source>
<vertices id="v"><input semantic="POSITION" source="#s"/></vertices>
<triangles count="12" material="mm"><input semantic="VERTEX" source="#v" offset="0"/>
<p>{corners}</p></triangles></mesh></geometry></library_geometries>
<library_visual_scenes><visual_scene id="w"><node><instance_geometry url="#g"><bind_material>
<technique_common><instance_material symbol="mm" target="#m"/></technique_common></bind_material>
</instance_geometry></node></visual_scene></library_visual_scenes>
<scene><instance_visual_scene url="#w"/></scene></COLLADA>"""


def test_dae_with_its_unit_its_axis_and_its_colour() -> None:
    source = read("a.dae", dae())
    assert_cube(source)
    assert (source.unit, source.up) == (0.01, UpAxis.Z)
    assert meshes(source)[0].material.color == pytest.approx((0, 1, 0, 1))
    assert refused("a.dae", dae()[:-200]) == "H421"


def test_an_archive_of_one_model_and_what_it_needs() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("models/a.dae", dae("1"))
    assert_cube(read("a.zae", target.getvalue()))
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a/cube.obj", obj_cube("mtllib Cube.mtl\nusemtl red"))
        archive.writestr("a/cube.mtl", "newmtl red\nKd 1 0 0\n")
    source = read("a.zip", target.getvalue())
    assert_cube(source)
    assert meshes(source)[0].material.color == pytest.approx((1, 0, 0, 1))
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.glb", "no GLB")
    assert refused("a.zip", target.getvalue()) == "H421"


STEP = """ISO-10303-21;
HEADER;
FILE_DESCRIPTION((''),'2;1');
FILE_NAME('','',(''),(''),'','','');
FILE_SCHEMA(('AUTOMOTIVE_DESIGN'));
ENDSEC;
DATA;
{}
ENDSEC;
END-ISO-10303-21;
"""


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("#1=CARTESIAN_POINT('',(0.,0.,0.));", "H422"),
        ("#1=DOCUMENT_FILE('part.stp','',$,$,'','');", "H423"),
        ("#1=CLOSED_SHELL('#7',(#2));\n#2=ADVANCED_FACE('',(#3),#4,.T.);", "H421"),
        ("#1=CLOSED_SHELL('#7',(#2));\n#2=ADVANCED_FACE('',(),$,.T.);", "H421"),
    ],
    ids=["no surface", "parts elsewhere", "dangling", "no shape"],
)
def test_step_that_is_refused(content: str, code: str) -> None:
    assert refused("a.step", STEP.format(content)) == code
    assert refused("a.step", STEP.format(content)[:-40]) == "H421"


@pytest.mark.real
def test_step_with_names_colours_and_its_size(real_data: object) -> None:
    from pathlib import Path

    path = Path(str(real_data)) / "models/step-stepcode-ap214/data/ap214e3/as1-oc-214.stp"
    source = read("as1.stp", path.read_bytes())
    facts = model_facts(source.glb)
    assert source.unit == 1.0
    extent = np.subtract(facts.high, facts.low)
    np.testing.assert_allclose(extent, [0.2, 0.15, 0.084], atol=TOLERANCE_MM / 1000)
    scene = read_scene(source.glb)
    assert facts.draws == 18  # nuts, bolts, brackets, a rod and a plate
    assert {"nut_1", "plate_1"} <= {node.mesh.name for node in scene.nodes}
    assert len({node.mesh.material.color for node in scene.nodes}) == 5
    assert all(node.mesh.material.metallic == 0 for node in scene.nodes)


def test_smooth_where_it_curves() -> None:
    angles = np.linspace(0, 2 * np.pi, 33)[:-1]
    ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    lines = [f"v {x} {y} {z}" for z in (0, 4) for x, y in ring]
    sides = [(n + 1, (n + 1) % 32 + 1, (n + 1) % 32 + 33, n + 33) for n in range(32)]
    faces = [" ".join(map(str, side)) for side in sides]
    faces += [" ".join(str(n + 33) for n in range(32)), " ".join(str(32 - n) for n in range(32))]
    (mesh,) = meshes(read("a.obj", "\n".join([*lines, *(f"f {face}" for face in faces)])))
    upright = np.abs(mesh.normals[:, 2]) > 0.9
    outwards = mesh.positions * (1, 1, 0)
    np.testing.assert_allclose(mesh.normals[~upright], outwards[~upright], atol=1e-3)
    np.testing.assert_allclose(
        np.abs(mesh.normals[upright]), [[0, 0, 1]] * upright.sum(), atol=1e-6
    )
    assert len(mesh.positions) == 128  # each corner once for the side and once for its lid
