"""Where the triangles of a GLB are while it rests: nodes placed, skins bent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hallgen.formats.editable import EditableGlb
from hallgen.formats.reading.accessors import floats, raw
from hallgen.formats.reading.chunks import Json
from hallgen.formats.reading.poses import joint_matrices, skinned, standing
from hallgen.scene import Floats, Indices, Matrix


@dataclass(frozen=True, eq=False, slots=True)
class Posed:
    """A primitive at one of its nodes.

    `positions` (n, 3) are in the model's axes, `triangles` (m, 3) their corners. `moves` is
    whether an animation, a skin or a morph target can bring them elsewhere.
    """

    mesh: int
    primitive: int
    node: int
    positions: Floats
    triangles: Indices
    moves: bool


def posed(glb: EditableGlb) -> list[Posed]:
    """All triangles of a GLB, by primitive and node. Lines and points are left out."""
    nodes, meshes = glb.items("nodes"), glb.items("meshes")
    world = world_matrices(glb)
    moved = joints_of(glb)
    found = []
    for number, matrix in world.items():
        node = nodes[number]
        if "mesh" not in node:
            continue
        for at, primitive in enumerate(meshes[node["mesh"]]["primitives"]):
            triangles = glb.triangles(primitive)
            if triangles is None or not len(triangles):
                continue
            moves = "skin" in node or number in moved or bool(primitive.get("targets"))
            points = _morphed(glb, node, primitive)
            if "skin" in node:
                placed = _bent(glb, node["skin"], primitive, points, world)
            else:
                placed = (points @ matrix[:3, :3].T + matrix[:3, 3]).astype(np.float32)
                if np.linalg.det(matrix[:3, :3]) < 0:
                    triangles = triangles[:, ::-1]
            found.append(Posed(node["mesh"], at, number, placed, triangles, moves))
    return found


def grid_step(glb: EditableGlb, bits: int) -> float:
    """The step in the model's axes of the coarsest grid that gltfpack rounds corners to.

    All meshes share one grid in their own units: where one mesh is large in its own and its node
    makes it small, a mesh in other units is left with a grid of a few steps.
    """
    meshes = glb.items("meshes")
    spans, enlarged = [0.0], [0.0]
    for piece in posed(glb):
        attributes = meshes[piece.mesh]["primitives"][piece.primitive]["attributes"]
        span = float(np.ptp(floats(glb, attributes["POSITION"]), axis=0).max())
        if span > 0:
            spans.append(span)
            enlarged.append(float(np.ptp(piece.positions, axis=0).max()) / span)
    return float(max(spans) * max(enlarged) / (2**bits - 1))


def world_matrices(glb: EditableGlb) -> dict[int, Matrix]:
    """The placement (4, 4) of every node of the scene."""
    return {stands.number: stands.world for stands in standing(glb)}


def joints_of(glb: EditableGlb) -> dict[int, int]:
    """For each node that an animation moves: the node itself, or that above it, which it moves."""
    nodes = glb.items("nodes")
    targets = {
        channel["target"]["node"]
        for animation in glb.items("animations")
        for channel in animation["channels"]
        if "node" in channel["target"] and channel["target"]["path"] != "weights"
    }
    found: dict[int, int] = {}
    waiting = [(number, number) for number in sorted(targets)]
    while waiting:
        number, joint = waiting.pop()
        found[number] = joint
        below = nodes[number].get("children", ())
        waiting += [(child, joint) for child in below if child not in targets]
    return found


def _morphed(glb: EditableGlb, node: Json, primitive: Json) -> Floats:
    points = floats(glb, primitive["attributes"]["POSITION"])
    mesh = glb.items("meshes")[node["mesh"]]
    weights: list[float] = node.get("weights") or mesh.get("weights") or []
    for weight, target in zip(weights, primitive.get("targets", ()), strict=False):
        if weight and "POSITION" in target:
            points = points + np.float32(weight) * floats(glb, target["POSITION"])
    return points


def _bent(
    glb: EditableGlb, skin: int, primitive: Json, points: Floats, world: dict[int, Matrix]
) -> Floats:
    joints = joint_matrices(glb, glb.at("skins", skin), world)
    attributes = primitive["attributes"]
    layers = [number for number in range(8) if f"JOINTS_{number}" in attributes]
    numbers = np.concatenate([raw(glb, attributes[f"JOINTS_{n}"]) for n in layers], axis=1)
    weights = np.concatenate([floats(glb, attributes[f"WEIGHTS_{n}"]) for n in layers], axis=1)
    return skinned(points, joints, numbers, weights)[0]
