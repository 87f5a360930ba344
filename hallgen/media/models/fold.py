"""A model in a few draws: what differs only in colour shares a material, pictures share an atlas.

Whatever stands still becomes one mesh. What an animation moves as a whole joins it as the skin of
a joint of its own, so that it still moves. Skins and morph targets stay meshes of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from hallgen.formats.editable import EditableGlb
from hallgen.formats.posed import joints_of, posed, world_matrices
from hallgen.formats.reading.accessors import floats
from hallgen.media.models.finishes import Coated, atlased, plain_finishes
from hallgen.media.models.looks import Look, look_of
from hallgen.scene import Floats, Indices, Matrix

#: A joint that stands still, for what does not move in a mesh with what does.
_STILL = -1
#: The volume that is left of a unit of what an animation has scaled away.
_GONE = 1e-12


@dataclass(frozen=True, eq=False, slots=True)
class _Part:
    """Triangles of one primitive at one node, in the model's axes.

    `joint` is the node that moves it, _STILL for none. `apart` is whether it stays a mesh of its
    own: it has a skin or morph targets, or is not there at all until something moves it.
    """

    primitive: dict[str, Any]
    node: int
    joint: int
    apart: bool
    look: Look
    positions: Floats
    normals: Floats | None
    triangles: Indices
    colors: Floats
    uvs: dict[int, Floats]


def folded(glb: EditableGlb, draws: int, pixels: int) -> EditableGlb:
    """A plain GLB that looks like this one and takes fewer draws, `draws` if that can be.

    Solid, clear and unlit parts are drawn apart. Of materials stay colour, metal, roughness, glow
    and their pictures, in an atlas of at most `pixels` a side; normal maps go, and lines and
    points. Finishes of metal and roughness that are too many are joined with those next to them.
    """
    own = EditableGlb(glb.together())
    parts = _parts(own)
    kinds = sorted({part.look.kind for part in parts})
    coats: list[tuple[int, list[tuple[_Part, Coated]]]] = []
    for kind in kinds:
        alike = [part for part in parts if part.look.kind is kind]
        looks = [_colored(part) for part in alike]
        if any(part.look.textured for part in alike):
            materials = atlased(own, looks, pixels)
        else:
            materials = plain_finishes(own, looks, max(1, draws - len(kinds) + 1))
        for material in sorted({coat.material for coat in materials}):
            chosen = zip(alike, materials, strict=True)
            coats.append((material, [pair for pair in chosen if pair[1].material == material]))
    apart = {part.node for part in parts if part.apart}
    for number, node in enumerate(own.items("nodes")):
        if number not in apart:
            node.pop("mesh", None)
    _assemble(own, coats)
    own.content.get("extensions", {}).pop("KHR_materials_variants", None)
    return own


def _colored(part: _Part) -> Coated:
    """A part as it is coated: its look, its colours and coordinates, and how large it is."""
    corners = part.positions[part.triangles].astype(np.float64)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    area = float(np.linalg.norm(across, axis=1).sum()) / 2
    colors = part.colors * np.array(part.look.color, np.float32)
    return Coated(part.look, np.clip(colors, 0, 1), part.uvs, area)


def _parts(glb: EditableGlb) -> list[_Part]:
    nodes, world = glb.items("nodes"), world_matrices(glb)
    joints = joints_of(glb)
    found = []
    for piece in posed(glb):
        primitive = glb.content["meshes"][piece.mesh]["primitives"][piece.primitive]
        attributes = primitive["attributes"]
        node, matrix = nodes[piece.node], world[piece.node]
        gone = abs(np.linalg.det(world[joints.get(piece.node, piece.node)][:3, :3])) < _GONE
        apart = "skin" in node or bool(primitive.get("targets")) or gone
        count = len(piece.positions)
        colors = np.ones((count, 4), np.float32)
        if "COLOR_0" in attributes:
            own = floats(glb, attributes["COLOR_0"])
            colors[:, : own.shape[1]] = own
        uvs = {
            number: np.nan_to_num(floats(glb, attributes[f"TEXCOORD_{number}"]))
            for number in range(8)
            if f"TEXCOORD_{number}" in attributes
        }
        normals = None
        if "NORMAL" in attributes:
            normals = _turned(floats(glb, attributes["NORMAL"]), matrix)
        found.append(
            _Part(
                primitive,
                piece.node,
                joints.get(piece.node, _STILL),
                apart,
                look_of(glb, primitive),
                piece.positions,
                normals,
                piece.triangles,
                colors,
                uvs,
            )
        )
    return found


def _turned(normals: Floats, matrix: Matrix) -> Floats:
    turned = normals @ np.linalg.pinv(matrix[:3, :3])
    length = np.maximum(np.linalg.norm(turned, axis=1, keepdims=True), 1e-12)
    return np.asarray(turned / length, np.float32)


def _faceted(part: _Part, coat: Coated) -> tuple[_Part, Coated]:
    """A part with normals; one without them has every triangle flat, as glTF says."""
    if part.normals is not None:
        return part, coat
    order = part.triangles.reshape(-1)
    corners = part.positions[order].reshape(-1, 3, 3)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    across = across / np.maximum(np.linalg.norm(across, axis=1, keepdims=True), 1e-20)
    flat = replace(
        part,
        positions=part.positions[order],
        normals=np.repeat(across, 3, axis=0).astype(np.float32),
        triangles=np.arange(len(order), dtype=np.uint32).reshape(-1, 3),
    )
    placed = None if coat.placed is None else coat.placed[order]
    return flat, replace(coat, colors=coat.colors[order], placed=placed)


def _assemble(glb: EditableGlb, coats: Sequence[tuple[int, list[tuple[_Part, Coated]]]]) -> None:
    """Give parts that stay apart their new coats; join all others of a coat as one primitive."""
    rigid: list[tuple[int, list[tuple[_Part, Coated]]]] = []
    for material, members in coats:
        for part, coat in members:
            if part.apart:
                _coat(glb, part, coat)
        rest = [member for member in members if not member[0].apart]
        if rest:
            rigid.append((material, rest))
    if not rigid:
        return
    moving = {part.joint for _, members in rigid for part, _ in members} - {_STILL}
    joints = [*sorted(moving), _STILL] if moving else []
    primitives = [_joined(glb, material, members, joints) for material, members in rigid]
    document = glb.content
    document.setdefault("meshes", []).append({"primitives": primitives})
    node: dict[str, Any] = {"mesh": len(document["meshes"]) - 1}
    if joints:
        node["skin"] = _skin(glb, joints)
    _add_root(glb, node)


def _coat(glb: EditableGlb, part: _Part, coat: Coated) -> None:
    attributes = part.primitive["attributes"]
    for name in [name for name in attributes if name.startswith(("TEXCOORD_", "COLOR_", "TANG"))]:
        del attributes[name]
    attributes["COLOR_0"] = glb.add_vertices(coat.colors)
    if coat.placed is not None:
        attributes["TEXCOORD_0"] = glb.add_vertices(coat.placed)
    part.primitive["material"] = coat.material
    part.primitive.pop("extensions", None)


def _joined(
    glb: EditableGlb,
    material: int,
    members: Sequence[tuple[_Part, Coated]],
    joints: Sequence[int],
) -> dict[str, Any]:
    parts = [part for part, _ in members]
    if any(part.normals is not None for part in parts):
        members = [_faceted(part, coat) for part, coat in members]
        parts = [part for part, _ in members]
    starts = np.cumsum([0, *(len(part.positions) for part in parts[:-1])])
    triangles = [p.triangles + np.uint32(at) for p, at in zip(parts, starts, strict=True)]
    colors = np.concatenate([coat.colors for _, coat in members])
    attributes = {
        "POSITION": glb.add_bounded(np.concatenate([part.positions for part in parts])),
    }
    normals = [part.normals for part in parts if part.normals is not None]
    if normals:
        attributes["NORMAL"] = glb.add_vertices(np.concatenate(normals))
    if (colors != 1).any():
        attributes["COLOR_0"] = glb.add_vertices(colors)
    placed = [coat.placed for _, coat in members if coat.placed is not None]
    if placed:
        attributes["TEXCOORD_0"] = glb.add_vertices(np.concatenate(placed))
    if joints:
        numbers = np.concatenate(
            [np.full(len(part.positions), joints.index(part.joint)) for part in parts]
        )
        attributes |= glb.add_joints(numbers)
    corners = glb.add_triangles(np.concatenate(triangles))
    return {"attributes": attributes, "indices": corners, "material": material}


def _skin(glb: EditableGlb, joints: Sequence[int]) -> int:
    """A skin in which each joint keeps what it has where it is while the model rests."""
    world = world_matrices(glb)
    inverse = [np.eye(4) if j == _STILL else np.linalg.inv(world[j]).T for j in joints]
    matrices = glb.add_vertices(np.array(inverse, np.float32).reshape(-1, 16))
    still = _add_root(glb, {"name": "still"})
    # Joints need a root in common.
    scene = glb.content["scenes"][glb.content.get("scene", 0)]
    glb.content["nodes"].append({"children": scene["nodes"]})
    scene["nodes"] = [len(glb.content["nodes"]) - 1]
    numbers = [still if joint == _STILL else joint for joint in joints]
    skins = glb.content.setdefault("skins", [])
    skins.append({"joints": numbers, "inverseBindMatrices": matrices})
    return len(skins) - 1


def _add_root(glb: EditableGlb, node: dict[str, Any]) -> int:
    nodes = glb.content.setdefault("nodes", [])
    nodes.append(node)
    scene = glb.content["scenes"][glb.content.get("scene", 0)]
    scene.setdefault("nodes", []).append(len(nodes) - 1)
    return len(nodes) - 1
