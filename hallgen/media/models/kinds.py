"""Which kind of file a model is: by its content first, and by its name where that says nothing."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable, Iterable
from enum import StrEnum
from io import BytesIO
from pathlib import PurePath
from typing import Final

from hallgen import codes
from hallgen.media.made import MediaRefusedError


class ModelKind(StrEnum):
    """The formats that are read."""

    GLTF = "glTF"
    OBJ = "OBJ"
    STL = "STL"
    PLY = "PLY"
    OFF = "OFF"
    THREE_MF = "3MF"
    DAE = "DAE"
    STEP = "STEP"
    ARCHIVE = "ZIP"


_KINDS: Final = {
    "glb": ModelKind.GLTF,
    "gltf": ModelKind.GLTF,
    "vrm": ModelKind.GLTF,
    "obj": ModelKind.OBJ,
    "stl": ModelKind.STL,
    "ply": ModelKind.PLY,
    "off": ModelKind.OFF,
    "3mf": ModelKind.THREE_MF,
    "dae": ModelKind.DAE,
    "zae": ModelKind.ARCHIVE,
    "step": ModelKind.STEP,
    "stp": ModelKind.STEP,
    "p21": ModelKind.STEP,
    "one model in a zip": ModelKind.ARCHIVE,
}

_FROM_CAD: Final = "Export it as STEP (AP242 or AP214) from the CAD program."
_FROM_BLENDER: Final = "Open it in Blender or the program it comes from and export it as GLB."
_AS_FACES: Final = "Reconstruct its surface (as in MeshLab or CloudCompare) and save it as PLY."
_UNPACKED: Final = "Unpack it into the fair folder and name the model that is in it."
_AS_DRAWING: Final = "It is a drawing: ask for the 3D model, as STEP or GLB."
_AS_PICTURE: Final = "Name it under `images`; a model is GLB, STEP, OBJ or STL."

#: What is not read, by the endings of its files: its name, and what to do.
_REFUSED: Final = {
    "fbx": ("FBX (Autodesk)", _FROM_BLENDER),
    "usd": ("USD", _FROM_BLENDER),
    "usda": ("USD", _FROM_BLENDER),
    "usdc": ("USD", _FROM_BLENDER),
    "usdz": ("USDZ", _FROM_BLENDER),
    "blend": ("a Blender file", "Open it in Blender and export it as GLB."),
    "abc": ("Alembic", _FROM_BLENDER),
    "3ds": ("3DS (3D Studio)", _FROM_BLENDER),
    "max": ("a 3ds Max file", "Export it as GLB from 3ds Max."),
    "ma": ("a Maya file", "Export it as GLB or OBJ from Maya."),
    "mb": ("a Maya file", "Export it as GLB or OBJ from Maya."),
    "c4d": ("a Cinema 4D file", "Export it as GLB from Cinema 4D."),
    "lwo": ("LightWave", _FROM_BLENDER),
    "skp": ("a SketchUp file", "Export it as GLB, DAE or OBJ from SketchUp."),
    "3dm": ("a Rhino file", "Export it as STEP, OBJ or GLB from Rhino."),
    "x3d": ("X3D", _FROM_BLENDER),
    "wrl": ("VRML", _FROM_BLENDER),
    "x3dv": ("VRML", _FROM_BLENDER),
    "ctm": ("OpenCTM", "Open it in MeshLab and save it as PLY or STL."),
    "binvox": ("binvox", "Turn its voxels into a mesh, and save that as STL."),
    "vox": ("MagicaVoxel", "Export it as OBJ from MagicaVoxel."),
    "msh": ("a mesh for simulation (Gmsh)", "Export its surface as STL."),
    "xyz": ("a cloud of points", _AS_FACES),
    "pcd": ("a cloud of points", _AS_FACES),
    "las": ("a cloud of points", _AS_FACES),
    "e57": ("a cloud of points", _AS_FACES),
    "splat": ("Gaussian splats", _AS_FACES),
    "3dxml": ("3DXML (Dassault)", _FROM_CAD),
    "xaml": ("XAML", _FROM_CAD),
    "iges": ("IGES", _FROM_CAD),
    "igs": ("IGES", _FROM_CAD),
    "jt": ("JT", _FROM_CAD),
    "x_t": ("Parasolid", _FROM_CAD),
    "x_b": ("Parasolid", _FROM_CAD),
    "sat": ("ACIS", _FROM_CAD),
    "sab": ("ACIS", _FROM_CAD),
    "brep": ("an OpenCASCADE file", _FROM_CAD),
    "sldprt": ("a SolidWorks part", _FROM_CAD),
    "sldasm": ("a SolidWorks assembly", _FROM_CAD),
    "catpart": ("a CATIA part", _FROM_CAD),
    "catproduct": ("a CATIA assembly", _FROM_CAD),
    "cgr": ("a CATIA drawing of a part", _FROM_CAD),
    "ipt": ("an Inventor part", _FROM_CAD),
    "iam": ("an Inventor assembly", _FROM_CAD),
    "prt": ("a part of NX or Creo", _FROM_CAD),
    "asm": ("an assembly of Creo or Solid Edge", _FROM_CAD),
    "par": ("a Solid Edge part", _FROM_CAD),
    "f3d": ("a Fusion file", _FROM_CAD),
    "fcstd": ("a FreeCAD file", _FROM_CAD),
    "scad": ("an OpenSCAD program", "Export it as STL or 3MF from OpenSCAD."),
    "ifc": ("IFC", "Export what is to be seen of the building as GLB."),
    "rvt": ("a Revit file", "Export what is to be seen of the building as GLB."),
    "amf": ("AMF", "Export it as 3MF."),
    "gcode": ("a program for a 3D printer", "Send the model that it was made from, as 3MF or STL."),
    "dwg": ("DWG (AutoCAD)", _FROM_CAD),
    "dxf": ("DXF", _AS_DRAWING),
    "svg": ("SVG", _AS_DRAWING),
    "pdf": ("PDF", _AS_DRAWING),
    "zip": ("a ZIP archive of no model or of several", _UNPACKED),
    "gz": ("a compressed archive", _UNPACKED),
    "bz2": ("a compressed archive", _UNPACKED),
    "xz": ("a compressed archive", _UNPACKED),
    "7z": ("a 7-Zip archive", _UNPACKED),
    "rar": ("a RAR archive", _UNPACKED),
    "png": ("a picture", _AS_PICTURE),
    "jpg": ("a picture", _AS_PICTURE),
    "webp": ("a picture", _AS_PICTURE),
    "ktx2": ("a texture", _AS_PICTURE),
    "gif": ("a picture", _AS_PICTURE),
    "mtl": ("the materials of an OBJ", "Name the .obj; the .mtl only lies beside it."),
    "bin": ("the arrays of a .gltf", "Name the .gltf; the .bin only lies beside it."),
    "html": ("a web page", "Download the model itself."),
}

#: How files begin, to the ending of their kind.
_BEGINNINGS: Final = (
    (b"glTF", "glb"),
    (b"Kaydara FBX Binary", "fbx"),
    (b"; FBX", "fbx"),
    (b"PXR-USDC", "usdc"),
    (b"#usda", "usda"),
    (b"BLENDER", "blend"),
    (b"Ogawa", "abc"),
    (b"#VRML", "wrl"),
    (b"#X3D", "x3dv"),
    (b"OCTM", "ctm"),
    (b"#binvox", "binvox"),
    (b"$MeshFormat", "msh"),
    (b"VOX ", "vox"),
    (b"V5_CFV2", "catpart"),
    (b"**ABCDEFGHIJKLMNOPQRSTUVWXYZ", "x_t"),
    (b"3D Geometry File Format", "3dm"),
    (b"QC4DC4D6", "c4d"),
    (b"//Maya", "ma"),
    (b"LASF", "las"),
    (b"ASTM-E57", "e57"),
    (b"# .PCD", "pcd"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"\xabKTX 20", "ktx2"),
    (b"AC10", "dwg"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"\xff\xfe\xffS\0k\0e\0t\0c\0h\0U\0p", "skp"),
    (b"\xff\xfe\xff\x0eS\0k\0e\0t\0c\0h\0U\0p", "skp"),
)
_HEAD: Final = 4096
_FACE: Final = re.compile(rb"^\s*f\s+-?\d", re.MULTILINE)
_VERTEX: Final = re.compile(rb"^\s*v\s+[-+.\d]", re.MULTILINE)
_JSON: Final = re.compile(rb'"(asset|meshes|scenes|accessors|bufferViews)"\s*:')
_JT: Final = re.compile(rb"^Version \d+\.\d+ +JT")
_IGES: Final = re.compile(rb"^.{72}S {0,6}\d{1,7}\s*$", re.MULTILINE)
_DXF: Final = re.compile(rb"^\s*0\s+SECTION\s+2\s+(HEADER|CLASSES|TABLES|BLOCKS|ENTITIES)")
_OFF: Final = re.compile(rb"^\s*(ST)?C?N?4?n?OFF\b")
_IFC: Final = re.compile(rb"FILE_SCHEMA\s*\(\s*\(\s*'IFC", re.IGNORECASE)
_DOCUMENTS: Final = (
    (b"<COLLADA", "dae"),
    (b"<X3D", "x3d"),
    (b"<svg", "svg"),
    (b"<amf", "amf"),
    (b"<html", "html"),
    (b"<!DOCTYPE html", "html"),
    (b"<Viewport3D", "xaml"),
    (b"/winfx/", "xaml"),
)


def identify(name: str, data: bytes) -> ModelKind:
    """The kind of a model's file. Raises MediaRefusedError, which names any other kind."""
    ending = PurePath(name).suffix.lower().lstrip(".")
    if not data.strip(b"\0 \t\r\n"):
        raise MediaRefusedError(codes.MODEL_BROKEN, "It is empty.")
    found = _by_content(data) or ending
    if found in _KINDS:
        return _KINDS[found]
    if found in _REFUSED:
        kind, advice = _REFUSED[found]
        raise MediaRefusedError(codes.MODEL_UNKNOWN, f"It is {kind}, which is not read. {advice}")
    raise MediaRefusedError(codes.MODEL_UNKNOWN, "It is no 3D model that is known.")


def _by_content(data: bytes) -> str | None:
    """The ending that files of this content have, where it shows."""
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf")
    for beginning, ending in _BEGINNINGS:
        if start.startswith(beginning):
            return ending
    for recognised in _TESTS:
        found = recognised(data, start)
        if found is not None:
            return found
    return None


def _archive(data: bytes, start: bytes) -> str | None:
    if not start.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = [name.lower() for name in archive.namelist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        return None  # its name tells what it was to be
    if any(name.endswith(".model") for name in names):
        return "3mf"
    endings = {name.rpartition(".")[2] for name in names}
    for inner, ending in (("usdc", "usdz"), ("usda", "usdz"), ("3drep", "3dxml")):
        if inner in endings:
            return ending
    if "3dxml" in endings and "manifest.xml" in names:
        return "3dxml"
    if "document.xml" in names and "brp" in endings:
        return "fcstd"
    return "one model in a zip" if len(models_in(names)) == 1 else "zip"


def models_in(names: Iterable[str]) -> list[str]:
    """Which files of an archive are models, by their endings; not what macOS adds."""
    return [
        name
        for name in names
        if _KINDS.get(name.lower().rpartition(".")[2], ModelKind.ARCHIVE) is not ModelKind.ARCHIVE
        and not name.startswith(("__MACOSX/", "__macosx/"))
    ]


def _stl(data: bytes, start: bytes) -> str | None:
    if len(data) >= 84 and len(data) == 84 + 50 * struct.unpack_from("<I", data, 80)[0]:
        return "stl"
    text = start.lstrip().lower()
    return "stl" if text.startswith(b"solid") and b"facet" in data[: 1 << 16].lower() else None


def _text(_: bytes, start: bytes) -> str | None:
    text = start.lstrip()
    if text.startswith(b"ISO-10303-21"):
        return "ifc" if _IFC.search(start) else "stp"
    if re.match(rb"ply\s", text):
        return "ply"
    if _OFF.match(text):
        return "off"
    if _JT.match(text):
        return "jt"
    if _DXF.match(text):
        return "dxf"
    return "igs" if _IGES.search(start) else None


def _markup(data: bytes, start: bytes) -> str | None:
    text = start.lstrip()
    if text.startswith(b"<"):
        return next((ending for word, ending in _DOCUMENTS if word in start), None)
    return "gltf" if text.startswith(b"{") and _JSON.search(data[: 1 << 20]) else None


def _studio(data: bytes, start: bytes) -> str | None:
    """3D Studio's first chunk says how long the file is."""
    long = start.startswith(b"MM") and len(data) >= 6
    return "3ds" if long and struct.unpack_from("<I", data, 2)[0] == len(data) else None


def _obj(data: bytes, _: bytes) -> str | None:
    if b"\0" in data[:_HEAD]:
        return None
    return "obj" if _VERTEX.search(data[: 1 << 20]) and _FACE.search(data) else None


_TESTS: Final[tuple[Callable[[bytes, bytes], str | None], ...]] = (
    _archive,
    _text,
    _stl,
    _markup,
    _studio,
    _obj,
)
