"""A model from afar: a few triangles, and colours at their corners."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.formats.editable import EditableGlb
from hallgen.formats.gltfpack import Form, PackOptions, Simplify, pack
from hallgen.formats.posed import Posed, posed
from hallgen.formats.reading.accessors import floats
from hallgen.light.rays import Rays
from hallgen.media.models.boxes import BOX_TRIANGLES, boxed
from hallgen.media.models.distance import Surface, strewn
from hallgen.media.models.rest import resting, surface_of
from hallgen.media.models.texels import mean_colors, placed_uvs, texcoord
from hallgen.scene import Floats, Indices

#: What lets more light through than this is not seen from afar.
_CLEAR = 0.3
#: Edges sharper than so many degrees stay sharp.
_CREASE = 40.0
#: How often fewer triangles are asked for, until there are few enough.
_TRIES = 6

#: Points of a surface that tell its shape.
_POINTS = 2500
#: Outlines that are compared: from so many sides, in so many pixels each way.
_VIEWS, _PIXELS = 4, 72


def far_model(glb: EditableGlb, triangles: int) -> bytes:
    """A plain GLB of at most so many triangles, its only colours those of its vertices.

    It is simplified without regard to seams, or put together of boxes, whichever has more of its
    outline: few triangles hold the shape of what is round, but lose what is thin or comes in many
    parts. Nothing moves in it.
    """
    pieces = [piece for piece in posed(glb) if _alpha(_material(glb, piece)) >= _CLEAR]
    pieces = pieces or posed(glb)
    surface = surface_of(pieces)
    colors = np.concatenate([vertex_colors(glb, piece) for piece in pieces])
    points, normals, face = strewn(surface, _POINTS)
    shades = colors[surface.triangles[face]].mean(axis=1)
    boxes = boxed(points, normals, shades, triangles // BOX_TRIANGLES)
    best = _colored(boxes.positions, boxes.triangles, boxes.colors)
    few = _few(_colored(surface.positions, surface.triangles, colors), surface, triangles)
    if few is not None:
        whole = _outlines(surface, surface)
        of_boxes, of_few = (
            _shared(whole, _outlines(resting(EditableGlb(model)), surface)) for model in (best, few)
        )
        best = few if of_few >= of_boxes else best
    return pack(best, PackOptions(Form.PLAIN, crease=_CREASE))


def _few(whole: bytes, surface: Surface, triangles: int) -> bytes | None:
    """A plain GLB simplified to at most so many triangles, if that can be."""
    if len(surface.triangles) <= triangles:
        return whole
    wanted = float(triangles)
    for _ in range(_TRIES):
        ratio = wanted / len(surface.triangles)
        few = pack(whole, PackOptions(Form.PLAIN, ratio, error=1.0, simplify=Simplify.SLOPPY))
        if 0 < len(resting(EditableGlb(few)).triangles) <= triangles:
            return few
        wanted *= 0.7
    return None


def _outlines(surface: Surface, framed: Surface) -> NDArray[np.bool_]:
    """Where a surface is in pictures from all around, each framed by another surface."""
    points = framed.positions
    low, high = points.min(axis=0), points.max(axis=0)
    middle, radius = (low + high) / 2, float(np.linalg.norm(high - low)) / 2
    across = ((np.arange(_PIXELS) + 0.5) / _PIXELS * 2 - 1) * radius
    level, rise = (side.reshape(-1, 1) for side in np.meshgrid(across, across))
    origins, ways = [], []
    for turn in np.linspace(0, np.pi, _VIEWS, endpoint=False) + 0.3:
        cos, sin = np.cos(turn), np.sin(turn)
        side, back = np.array([cos, 0, -sin]), np.array([sin, 0, cos])
        origins.append(middle + back * 2 * radius + level * side + rise * np.array([0, 1, 0]))
        ways.append(np.broadcast_to(-back, origins[-1].shape))
    start = np.ascontiguousarray(np.concatenate(origins), np.float32)
    ahead = np.ascontiguousarray(np.concatenate(ways), np.float32)
    far = np.full(len(start), 4 * radius, np.float32)
    return Rays(surface.positions, surface.triangles).blocked(start, ahead, far)


def _shared(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """The part of two outlines together that is in both."""
    return float((one & other).sum()) / max(float((one | other).sum()), 1.0)


def vertex_colors(glb: EditableGlb, piece: Posed) -> Floats:
    """The linear colours (n, 3) of a piece's vertices: its material's, its own, its picture's."""
    material = _material(glb, piece)
    surface = material.get("pbrMetallicRoughness", {})
    factor = np.array(surface.get("baseColorFactor", (1, 1, 1, 1)), np.float32)[:3]
    primitive = glb.items("meshes")[piece.mesh]["primitives"][piece.primitive]
    attributes = primitive["attributes"]
    colors = np.broadcast_to(factor, piece.positions.shape).copy()
    if "COLOR_0" in attributes:
        colors *= floats(glb, attributes["COLOR_0"])[:, :3]
    info = surface.get("baseColorTexture")
    if info is not None and f"TEXCOORD_{texcoord(info)}" in attributes:
        uvs = floats(glb, attributes[f"TEXCOORD_{texcoord(info)}"])
        colors *= mean_colors(glb, info, placed_uvs(info, uvs))
    return np.clip(colors, 0, 1)


def _material(glb: EditableGlb, piece: Posed) -> dict[str, Any]:
    primitive = glb.items("meshes")[piece.mesh]["primitives"][piece.primitive]
    number = primitive.get("material")
    return {} if number is None else glb.content["materials"][number]


def _alpha(material: dict[str, Any]) -> float:
    """How much of the light from behind a material stops."""
    through = material.get("extensions", {}).get("KHR_materials_transmission", {})
    stopped = 1 - float(through.get("transmissionFactor", 0.0))
    if material.get("alphaMode") != "BLEND":
        return stopped
    factor = material.get("pbrMetallicRoughness", {}).get("baseColorFactor", (1, 1, 1, 1))
    return stopped * float(factor[3])


def _colored(positions: Floats, triangles: Indices, colors: Floats) -> bytes:
    glb = EditableGlb()
    eight = np.round(np.c_[colors, np.ones(len(colors))] * 255).astype(np.uint8)
    attributes = {"POSITION": glb.add_bounded(positions), "COLOR_0": glb.add_vertices(eight)}
    primitive = {"attributes": attributes, "indices": glb.add_triangles(triangles), "material": 0}
    surface = {"metallicFactor": 0.0, "roughnessFactor": 0.6}
    glb.content |= {
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [primitive]}],
        "materials": [{"pbrMetallicRoughness": surface, "doubleSided": True}],
    }
    return glb.together()
