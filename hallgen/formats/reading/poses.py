"""Where nodes stand: matrices of nodes, of the whole tree, and of joints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from hallgen.formats.reading.accessors import floats
from hallgen.formats.reading.chunks import Json
from hallgen.formats.reading.document import Document
from hallgen.formats.reading.faults import Fault, GltfError
from hallgen.scene import Floats, Matrix

INSTANCING = "EXT_mesh_gpu_instancing"


@dataclass(frozen=True, eq=False, slots=True)
class Standing:
    """A node of the shown scene: its number, its parent's, and its matrix (4, 4) in the world."""

    number: int
    parent: int | None
    world: Matrix


def roots(document: Document) -> list[int]:
    """The roots of the scene that is shown: the default one, else the first, else all there are."""
    scenes = document.items("scenes")
    if scenes:
        shown = document.at("scenes", document.content.get("scene", 0))
        return [document.number("nodes", number) for number in shown.get("nodes", ())]
    nodes = document.items("nodes")
    children = {child for node in nodes for child in node.get("children", ())}
    return [number for number in range(len(nodes)) if number not in children]


def standing(document: Document) -> Iterator[Standing]:
    """All nodes of the shown scene, parents first.

    Raises GltfError where a node is its own ancestor, or has two parents.
    """
    seen: set[int] = set()
    waiting: list[tuple[int, int | None, Matrix]] = [
        (number, None, np.eye(4)) for number in reversed(roots(document))
    ]
    while waiting:
        number, parent, above = waiting.pop()
        if number in seen:
            raise GltfError(Fault.BROKEN, f"Its node {number} hangs in two places, or in itself.")
        seen.add(number)
        node = document.at("nodes", number)
        world = above @ matrix_of(node)
        yield Standing(number, parent, world)
        children = [document.number("nodes", child) for child in node.get("children", ())]
        waiting += [(child, number, world) for child in reversed(children)]


def matrix_of(node: Json) -> Matrix:
    """A node's own matrix (4, 4), column vectors."""
    if "matrix" in node:
        return np.array(node["matrix"], np.float64).reshape(4, 4).T
    return composed(
        np.array(node.get("translation", (0, 0, 0)), np.float64),
        np.array(node.get("rotation", (0, 0, 0, 1)), np.float64),
        np.array(node.get("scale", (1, 1, 1)), np.float64),
    )


def composed(translation: Matrix, rotation: Matrix, scale: Matrix) -> Matrix:
    """The matrix of a translation (3,), a quaternion (4,) x, y, z, w, and a scale (3,)."""
    x, y, z, w = rotation / (np.linalg.norm(rotation) or 1.0)
    turn = np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )
    matrix = np.eye(4)
    matrix[:3, :3] = turn * scale.reshape(3)
    matrix[:3, 3] = translation
    return matrix


def instances(document: Document, node: Json) -> Matrix:
    """The matrices (k, 4, 4) at which a node draws its mesh, in its own frame."""
    packed = node.get("extensions", {}).get(INSTANCING)
    if packed is None:
        return np.eye(4)[None]
    parts = {name: floats(document, number) for name, number in packed["attributes"].items()}
    count = min((len(values) for values in parts.values()), default=0)
    document.spend(count * 128)
    empty = {"TRANSLATION": (0, 0, 0), "ROTATION": (0, 0, 0, 1), "SCALE": (1, 1, 1)}
    rows = [
        [
            np.asarray(parts[name][at] if name in parts else empty[name], np.float64)
            for name in empty
        ]
        for at in range(count)
    ]
    return np.array([composed(*row) for row in rows]).reshape(-1, 4, 4)


def joint_matrices(document: Document, skin: Json, worlds: Mapping[int, Matrix]) -> Matrix:
    """What joints (j,) make of vertices at rest: matrices (j, 4, 4) into the world."""
    joints = [document.number("nodes", joint) for joint in skin["joints"]]
    stands = np.array([worlds.get(joint, np.eye(4)) for joint in joints]).reshape(-1, 4, 4)
    if "inverseBindMatrices" not in skin:
        return stands
    inverse = floats(document, skin["inverseBindMatrices"]).astype(np.float64)
    if len(inverse) < len(joints):
        raise GltfError(Fault.BROKEN, "A skin has more joints than matrices.")
    found: Matrix = stands @ inverse[: len(joints)].reshape(-1, 4, 4).transpose(0, 2, 1)
    return found


def skinned(
    positions: Floats, joints: Matrix, numbers: Floats, weights: Floats
) -> tuple[Floats, Matrix]:
    """Vertices (n, 3) as their joints hold them, and the matrix (n, 3, 3) each was turned by."""
    total = weights.sum(axis=1, keepdims=True)
    shares = np.where(total > 0, weights / np.where(total > 0, total, 1), 0)
    shares[:, 0] += total[:, 0] <= 0
    if int(numbers.max(initial=0)) >= len(joints):
        raise GltfError(Fault.BROKEN, "A vertex hangs on a joint that its skin does not have.")
    blend = np.zeros((len(positions), 3, 4))
    for column in range(numbers.shape[1]):
        blend += shares[:, column, None, None] * joints[numbers[:, column].astype(int), :3]
    placed = np.einsum("nij,nj->ni", blend[:, :, :3], positions) + blend[:, :, 3]
    return placed.astype(np.float32), blend[:, :, :3]
