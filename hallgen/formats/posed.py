"""Where the triangles of a plain GLB are while it rests: nodes placed, skins bent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from hallgen.formats.plain import PlainGlb
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


def posed(glb: PlainGlb) -> list[Posed]:
    """All triangles of a GLB, by primitive and node. Lines and points are left out."""
    nodes = glb.list_of("nodes")
    world = dict(_placed(glb))
    moved = joints_of(glb)
    found = []
    for number, matrix in world.items():
        node = nodes[number]
        if "mesh" not in node:
            continue
        bent = "skin" in node
        for at, primitive in enumerate(glb.list_of("meshes")[node["mesh"]]["primitives"]):
            triangles = glb.triangles(primitive)
            if triangles is None or not len(triangles):
                continue
            points = np.asarray(glb.array(primitive["attributes"]["POSITION"]), np.float64)
            moves = bent or number in moved or bool(primitive.get("targets"))
            morphed = _morphed(glb, node, primitive, points)
            if bent:
                placed = _bent(glb, node["skin"], primitive, morphed, world)
            else:
                placed = morphed @ matrix[:3, :3].T + matrix[:3, 3]
                if np.linalg.det(matrix[:3, :3]) < 0:
                    triangles = triangles[:, ::-1]
            found.append(
                Posed(node["mesh"], at, number, placed.astype(np.float32), triangles, moves)
            )
    return found


def local_matrix(node: dict[str, Any]) -> Matrix:
    """A node's own placement (4, 4)."""
    if "matrix" in node:
        return np.array(node["matrix"], float).reshape(4, 4).T
    x, y, z, w = np.array(node.get("rotation", (0, 0, 0, 1)), float)
    matrix = np.eye(4)
    matrix[:3, :3] = np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
            [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
            [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
        ]
    ) * np.array(node.get("scale", (1, 1, 1)), float)
    matrix[:3, 3] = node.get("translation", (0, 0, 0))
    return matrix


def world_matrices(glb: PlainGlb) -> dict[int, Matrix]:
    """The placement (4, 4) of every node of the scene."""
    return dict(_placed(glb))


def _placed(glb: PlainGlb) -> Iterator[tuple[int, Matrix]]:
    nodes, scenes = glb.list_of("nodes"), glb.list_of("scenes")
    if not scenes:
        return
    roots = scenes[glb.document.get("scene", 0)].get("nodes", ())
    waiting = [(root, np.eye(4)) for root in reversed(roots)]
    while waiting:
        number, above = waiting.pop()
        matrix = above @ local_matrix(nodes[number])
        yield number, matrix
        waiting += [(child, matrix) for child in reversed(nodes[number].get("children", ()))]


def joints_of(glb: PlainGlb) -> dict[int, int]:
    """For each node that an animation moves: the node itself, or that above it, which it moves."""
    nodes = glb.list_of("nodes")
    targets = {
        channel["target"]["node"]
        for animation in glb.list_of("animations")
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


def _morphed(
    glb: PlainGlb, node: dict[str, Any], primitive: dict[str, Any], points: Matrix
) -> Matrix:
    weights = node.get("weights", glb.list_of("meshes")[node["mesh"]].get("weights", ()))
    for weight, target in zip(weights, primitive.get("targets", ()), strict=False):
        if weight and "POSITION" in target:
            points = points + weight * glb.array(target["POSITION"])
    return points


def _bent(
    glb: PlainGlb, skin: int, primitive: dict[str, Any], points: Matrix, world: dict[int, Matrix]
) -> Matrix:
    held = glb.list_of("skins")[skin]
    joints = np.array([world.get(joint, np.eye(4)) for joint in held["joints"]])
    if "inverseBindMatrices" in held:
        inverse = glb.array(held["inverseBindMatrices"]).reshape(-1, 4, 4).swapaxes(1, 2)
        joints = joints @ inverse
    spread = np.c_[points, np.ones(len(points))]
    placed = np.zeros((len(points), 3))
    attributes = primitive["attributes"]
    for layer in range(8):
        if f"JOINTS_{layer}" not in attributes:
            break
        numbers = glb.array(attributes[f"JOINTS_{layer}"]).astype(int)
        weights = np.asarray(glb.array(attributes[f"WEIGHTS_{layer}"]), float)
        for corner in range(4):
            each = np.einsum("nij,nj->ni", joints[numbers[:, corner]], spread)[:, :3]
            placed += weights[:, corner, None] * each
    return placed
