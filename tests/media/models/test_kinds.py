"""Files are what their content says, and refused by name."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from hallgen.media.made import MediaRefusedError
from hallgen.media.models.kinds import ModelKind, identify


def archive(*names: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return target.getvalue()


BINARY_STL = b"solid but binary".ljust(80) + struct.pack("<I", 1) + bytes(50)
OBJ = b"# made by hand\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"glTF\x02\0\0\0", ModelKind.GLTF),
        (b'\xef\xbb\xbf {"asset": {"version": "2.0"}}', ModelKind.GLTF),
        (BINARY_STL, ModelKind.STL),
        (b"solid a\n facet normal 0 0 1\n", ModelKind.STL),
        (b"ply\nformat ascii 1.0\n", ModelKind.PLY),
        (b"OFF\n3 1 0\n", ModelKind.OFF),
        (b"COFF\n3 1 0\n", ModelKind.OFF),
        (archive("3D/3dmodel.model", "_rels/.rels"), ModelKind.THREE_MF),
        (archive("duck.dae", "duck.png"), ModelKind.ARCHIVE),
        (archive("a/b.glb", "__MACOSX/a/._b.glb"), ModelKind.ARCHIVE),
        (b"<?xml version='1.0'?>\n<COLLADA>", ModelKind.DAE),
        (b"ISO-10303-21;\nHEADER;", ModelKind.STEP),
        (OBJ, ModelKind.OBJ),
    ],
)
def test_content_comes_before_the_name(data: bytes, kind: ModelKind) -> None:
    assert identify("model.fbx", data) is kind


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.glb", b"Kaydara FBX Binary  \0", "FBX"),
        ("a.glb", b"PXR-USDC", "USD"),
        ("a.usdz", archive("a.usdc"), "USDZ"),
        ("a.step", b"ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('IFC4'));", "IFC"),
        ("a.stl", b"BLENDER-v300", "Blender"),
        ("a.glb", b"#VRML V2.0 utf8", "VRML"),
        ("a.xml", b"<?xml version='1.0'?><X3D profile='x'>", "X3D"),
        ("a.3dm", b"3D Geometry File Format  4", "Rhino"),
        ("a.obj", b"MM" + struct.pack("<I", 20) + bytes(14), "3D Studio"),
        ("a.max", b"\xd0\xcf\x11\xe0 whatever", "3ds Max"),
        ("a.SLDPRT", b"\xd0\xcf\x11\xe0 whatever", "SolidWorks"),
        ("a.CATPart", b"V5_CFV2\0", "CATIA"),
        ("a.jt", b"Version 9.5 JT  DM", "JT"),
        ("a.x_t", b"**ABCDEFGHIJKLMNOPQRSTUVWXYZ**", "Parasolid"),
        ("a.dwg", b"AC1032\0", "DWG"),
        ("a", b"  0\nSECTION\n  2\nHEADER\n", "DXF"),
        ("a", b" " * 72 + b"S      1\n", "IGES"),
        ("a.zip", archive("a.stl", "b.stl"), "ZIP"),
        ("a.skp", b"\xff\xfe\xff\x0eS\0k\0e\0t\0c\0h\0U\0p\0", "SketchUp"),
        ("a.png", b"\x89PNG\r\n", "picture"),
        ("a.mtl", b"newmtl steel", "materials"),
    ],
)
def test_others_are_refused_by_name_with_what_to_do(name: str, data: bytes, words: str) -> None:
    with pytest.raises(MediaRefusedError, match=words) as caught:
        identify(name, data)
    assert caught.value.code.code == "H420"
    assert caught.value.message.count(". ") >= 1


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "H421"), (b"\0\0 \n", "H421"), (b"hello", "H420")]
)
def test_what_says_nothing(data: bytes, code: str) -> None:
    with pytest.raises(MediaRefusedError) as caught:
        identify("model", data)
    assert caught.value.code.code == code
