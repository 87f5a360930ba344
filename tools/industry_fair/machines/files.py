"""A machine as the file that an exhibitor sends: GLB, STL, OBJ with MTL, 3MF."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from hallgen.formats import Packing, write_glb
from hallgen.scene import Material, Mesh
from tools.industry_fair.machines.machine import Machine, meshes_of, scene_of, surfaced
from tools.industry_fair.machines.shapes import joined

_MILLIMETRES = 1000
_CORE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02"
_MODEL = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def glb(machine: Machine, packing: Packing) -> bytes:
    return write_glb(scene_of(machine), packing=packing).data


def stl(machine: Machine) -> bytes:
    """Binary, in millimetres, Z up, as CAD writes it; no colours."""
    points, _, faces = surfaced(joined(*(shape for _, shape in machine.bodies)))
    corners = (_upright(points) * _MILLIMETRES).astype("<f4")[faces]
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(across, axis=1, keepdims=True)
    normals = np.round(across / np.maximum(length, 1e-12), 5).astype("<f4") + np.float32(0)
    rows = np.zeros(
        len(faces), dtype=[("normal", "<f4", 3), ("corners", "<f4", (3, 3)), ("attribute", "<u2")]
    )
    rows["normal"], rows["corners"] = normals, corners
    header = machine.name.encode().ljust(80, b"\0")
    return header + struct.pack("<I", len(faces)) + rows.tobytes()


def obj(machine: Machine, materials: str) -> tuple[bytes, bytes]:
    """The OBJ, in metres, Y up, and the MTL that it names `materials`."""
    meshes = meshes_of(machine)
    lines = [f"# {machine.name}, metres", f"mtllib {materials}"]
    first = 1
    for mesh in meshes:
        lines += [f"o {_word(mesh.name)}", f"usemtl {_word(mesh.name)}"]
        lines += [f"v {x:.5f} {y:.5f} {z:.5f}" for x, y, z in mesh.positions + np.float32(0)]
        lines += [f"vn {x:.3f} {y:.3f} {z:.3f}" for x, y, z in mesh.normals + np.float32(0)]
        corners = mesh.triangles + np.uint32(first)
        lines += [f"f {a}//{a} {b}//{b} {c}//{c}" for a, b, c in corners.tolist()]
        first += len(mesh.positions)
    mtl = [line for mesh in meshes for line in _mtl(mesh.material)]
    return "\n".join([*lines, ""]).encode(), "\n".join([*mtl, ""]).encode()


def _mtl(material: Material) -> Iterator[str]:
    """Colours are sRGB in practice, whatever the format says; Pr and Pm are the PBR extension."""
    red, green, blue = _srgb(material)
    yield f"newmtl {_word(material.name)}"
    yield f"Kd {red:.4f} {green:.4f} {blue:.4f}"
    yield f"Ks {0.5 if material.metallic else 0.04} {0.5 if material.metallic else 0.04} 0.04"
    yield f"Ns {round(2 / max(material.roughness, 0.05) ** 4)}"
    yield f"Pr {material.roughness}"
    yield f"Pm {material.metallic}"
    yield f"Ke {' '.join(f'{part:.3f}' for part in material.emissive)}"
    yield f"d {material.color[3]:.2f}"
    yield "illum 2"


def three_mf(machine: Machine) -> bytes:
    """A 3MF package, in millimetres, Z up: one object a material, its colour a base material."""
    meshes = meshes_of(machine)
    bases = "".join(
        f'<base name="{mesh.name}" displaycolor="{_hex(mesh.material)}"/>' for mesh in meshes
    )
    objects = "".join(_object(number, mesh) for number, mesh in enumerate(meshes))
    parts = "".join(f'<component objectid="{number + 2}"/>' for number in range(len(meshes)))
    whole = len(meshes) + 2
    model = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<model unit="millimeter" xml:lang="en" xmlns="{_CORE}">'
        f'<metadata name="Title">{machine.name}</metadata>'
        f'<resources><basematerials id="1">{bases}</basematerials>{objects}'
        f'<object id="{whole}" type="model" name="{machine.name}">'
        f"<components>{parts}</components></object></resources>"
        f'<build><item objectid="{whole}"/></build></model>\n'
    )
    types = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="model" '
        'ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/></Types>\n'
    )
    relations = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<Relationships xmlns="{_RELATIONS}"><Relationship Target="/3D/3dmodel.model" Id="rel0" '
        f'Type="{_MODEL}"/></Relationships>\n'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, text in (
            ("[Content_Types].xml", types),
            ("_rels/.rels", relations),
            ("3D/3dmodel.model", model),
        ):
            package.writestr(_entry(name), text)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    """A member without the time it was packed at."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    return entry


def _object(number: int, mesh: Mesh) -> str:
    """3MF wants solids: points are shared by all faces that meet there."""
    points, index = np.unique(np.round(mesh.positions, 5), axis=0, return_inverse=True)
    faces = index.reshape(-1)[mesh.triangles]
    kept = (
        (faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])
    )
    upright = _upright(points.astype(np.float64)) * _MILLIMETRES + 0.0
    vertices = "".join(f'<vertex x="{x:.2f}" y="{y:.2f}" z="{z:.2f}"/>' for x, y, z in upright)
    triangles = "".join(
        f'<triangle v1="{a}" v2="{b}" v3="{c}"/>' for a, b, c in faces[kept].tolist()
    )
    return (
        f'<object id="{number + 2}" type="model" name="{mesh.name}" pid="1" pindex="{number}">'
        f"<mesh><vertices>{vertices}</vertices><triangles>{triangles}</triangles></mesh></object>"
    )


def _upright(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """From Y up to Z up."""
    return np.column_stack([points[:, 0], -points[:, 2], points[:, 1]])


def _srgb(material: Material) -> tuple[float, float, float]:
    red, green, blue = (
        1.055 * part ** (1 / 2.4) - 0.055 if part > 0.0031308 else 12.92 * part
        for part in material.color[:3]
    )
    return red, green, blue


def _hex(material: Material) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in _srgb(material))


def _word(name: str) -> str:
    return name.replace(" ", "_").replace("#", "")
