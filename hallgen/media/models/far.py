"""A model from afar: a few triangles, and colours at their corners."""

from __future__ import annotations

from typing import Any

import numpy as np

from hallgen.formats.editable import EditableGlb
from hallgen.formats.gltfpack import Form, PackOptions, Simplify, pack
from hallgen.formats.posed import Posed, posed
from hallgen.formats.reading.accessors import floats
from hallgen.media.models.blocks import blocks
from hallgen.media.models.distance import Surface, strewn
from hallgen.media.models.likeness import Painted, painted_like, seen, toned_like, unlike
from hallgen.media.models.rest import surface_of
from hallgen.media.models.texels import mean_colors, placed_uvs, texcoord
from hallgen.scene import Floats

#: What lets more light through than this is not seen from afar.
_CLEAR = 0.3
#: Edges sharper than so many degrees stay sharp.
_CREASE = 40.0
#: How often fewer triangles are asked for, until there are few enough.
_TRIES = 6

#: Points of a surface that tell its shape.
_POINTS = 2500


def far_model(glb: EditableGlb, triangles: int) -> bytes:
    """A plain GLB of at most so many triangles, its only colours those of its vertices.

    It is simplified without regard to seams, or put together of blocks, whichever looks more like
    it from all around: few triangles hold the shape of what is round and whole, but lose what is
    thin or comes in many parts. Nothing moves in it.
    """
    pieces = [piece for piece in posed(glb) if _alpha(_material(glb, piece)) >= _CLEAR]
    pieces = pieces or posed(glb)
    surface = surface_of(pieces)
    whole = Painted(surface, np.concatenate([vertex_colors(glb, piece) for piece in pieces]))
    if len(surface.triangles) <= triangles:
        return pack(_colored(whole), PackOptions(Form.PLAIN, crease=_CREASE))
    points, _, _ = strewn(surface, _POINTS)
    put_together = painted_like(blocks(points, triangles), whole)
    forms = [*_few(_colored(whole), surface, triangles), put_together]
    looks = seen(whole, surface)
    toned = [toned_like(form, looks, surface) for form in forms]
    best = min(toned, key=lambda form: unlike(looks, seen(form, surface)))
    return pack(_colored(best), PackOptions(Form.PLAIN, crease=_CREASE))


def _few(whole: bytes, surface: Surface, triangles: int) -> tuple[Painted, ...]:
    """A surface simplified to at most so many triangles, if that can be."""
    wanted = float(triangles)
    for _ in range(_TRIES):
        ratio = wanted / len(surface.triangles)
        options = PackOptions(Form.PLAIN, ratio, error=1.0, simplify=Simplify.SLOPPY)
        few = EditableGlb(pack(whole, options))
        pieces = posed(few)
        found = surface_of(pieces)
        if 0 < len(found.triangles) <= triangles:
            return (Painted(found, np.concatenate([vertex_colors(few, p) for p in pieces])),)
        wanted *= 0.7
    return ()


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
    lit: Floats = np.clip(colors + _glow(material), 0, 1)
    return lit


def _glow(material: dict[str, Any]) -> Floats:
    """What a material shines by itself: signal lamps and displays are seen from afar."""
    if "emissiveTexture" in material:
        return np.zeros(3, np.float32)
    return np.array(material.get("emissiveFactor", (0, 0, 0)), np.float32)


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


def _colored(painted: Painted) -> bytes:
    glb, surface, colors = EditableGlb(), painted.surface, painted.colors
    eight = np.round(np.c_[colors, np.ones(len(colors))] * 255).astype(np.uint8)
    attributes = {
        "POSITION": glb.add_bounded(surface.positions),
        "COLOR_0": glb.add_vertices(eight),
    }
    triangles = glb.add_triangles(surface.triangles)
    primitive = {"attributes": attributes, "indices": triangles, "material": 0}
    finish = {"metallicFactor": 0.0, "roughnessFactor": 0.6}
    glb.content |= {
        "scene": 0,
        "scenes": [{"nodes": [0]}],
        "nodes": [{"mesh": 0}],
        "meshes": [{"primitives": [primitive]}],
        "materials": [{"pbrMetallicRoughness": finish, "doubleSided": True}],
    }
    return glb.together()
