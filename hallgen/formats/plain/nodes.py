"""Nodes, skins and animations of a plain GLB.

A mesh that hangs on joints stands wherever its own node is, so its node becomes a root of its
own: then no reader can move it twice.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from hallgen.formats.plain.meshes import Meshes, weights_of
from hallgen.formats.plain.store import Store
from hallgen.formats.reading.accessors import floats
from hallgen.formats.reading.chunks import Json
from hallgen.formats.reading.document import Document
from hallgen.formats.reading.faults import Fault, GltfError
from hallgen.formats.reading.poses import INSTANCING, instances, matrix_of, standing
from hallgen.scene import Floats, Matrix

#: More nodes are refused: each is a draw call, and a tree of a million is an attack.
_MOST_NODES: Final = 200_000
_PATHS: Final = {"translation": 3, "rotation": 4, "scale": 3}
_IDENTITY: Final = np.eye(4)


class Tree:
    """Writes the nodes of the shown scene, and what moves them."""

    def __init__(self, document: Document, store: Store, meshes: Meshes) -> None:
        self.nodes: list[Json] = []
        self.roots: list[int] = []
        self.skins: list[Json] = []
        self.animations: list[Json] = []
        self.notes: dict[str, None] = {}
        self._document = document
        self._store = store
        self._meshes = meshes
        self._numbers: dict[int, int] = {}
        self._drawn: dict[int, int] = {}  # nodes of the document, to ours that draw their meshes
        self._animated = _animated(document)

    def build(self) -> None:
        """Write all nodes, skins and animations."""
        all_standing = list(standing(self._document))
        if len(all_standing) > _MOST_NODES:
            raise GltfError(Fault.TOO_LARGE, f"It has more than {_MOST_NODES:,} nodes.")
        for one in all_standing:
            node = self._document.at("nodes", one.number)
            outer, inner = self._stand(_placed(node, moves=one.number in self._animated))
            self._numbers[one.number] = inner
            self._hang(outer, None if one.parent is None else self._numbers[one.parent])
        for one in all_standing:  # skins need all joints first
            node = self._document.at("nodes", one.number)
            if "mesh" in node:
                self._draw(one.number, node)
        for animation in self._document.items("animations"):
            self._animate(animation)

    def _add(self, content: Json) -> int:
        self.nodes.append(content)
        return len(self.nodes) - 1

    def _stand(self, content: Json) -> tuple[int, int]:
        """A node, twice its number; two nodes for a matrix that no move, turn and scale makes."""
        matrix = matrix_of(content)
        if "matrix" not in content or not _sheared(matrix):
            number = self._add(content)
            return number, number
        first, second = _split(matrix)
        inner = self._add({"matrix": _flat(second)})
        return self._add({**content, "matrix": _flat(first), "children": [inner]}), inner

    def _hang(self, number: int, parent: int | None) -> None:
        if parent is None:
            self.roots.append(number)
        else:
            self.nodes[parent].setdefault("children", []).append(number)

    def _draw(self, number: int, node: Json) -> None:
        mesh = self._meshes.mesh(node["mesh"])
        if mesh is None:
            return
        ours = self._numbers[number]
        morphs = self._meshes.morphs(mesh)
        weights = (
            {"weights": weights_of(node["weights"], morphs)} if morphs and "weights" in node else {}
        )
        if self._meshes.joints(mesh) and "skin" in node:
            skin = self._skin(node["skin"], self._meshes.joints(mesh))
            if skin is not None:
                named = {"name": self.nodes[ours]["name"]} if "name" in self.nodes[ours] else {}
                self._drawn[number] = self._add({**named, "mesh": mesh, "skin": skin, **weights})
                self._hang(self._drawn[number], None)
                return
        if INSTANCING in node.get("extensions", {}):
            for matrix in instances(self._document, node):
                self._hang(self._add({"mesh": mesh, **weights, **_matrix(matrix)}), ours)
            if len(self.nodes) > _MOST_NODES:
                raise GltfError(Fault.TOO_LARGE, f"It has more than {_MOST_NODES:,} nodes.")
            return
        self.nodes[ours] |= {"mesh": mesh, **weights}
        self._drawn[number] = ours

    def _skin(self, number: object, needed: int) -> int | None:
        skin = self._document.at("skins", number)
        joints = [self._document.number("nodes", joint) for joint in skin["joints"]]
        if len(joints) < needed:
            raise GltfError(Fault.BROKEN, "A vertex hangs on a joint that its skin does not have.")
        if not all(joint in self._numbers for joint in joints) or len(set(joints)) < len(joints):
            self.notes["A skeleton that is not in the scene is left out."] = None
            return None
        content: Json = {"joints": [self._numbers[joint] for joint in joints]}
        if "inverseBindMatrices" in skin:
            matrices = floats(self._document, skin["inverseBindMatrices"])[: len(joints)].copy()
            if matrices.shape != (len(joints), 16) or not np.isfinite(matrices).all():
                raise GltfError(Fault.BROKEN, "The matrices of a skin are not one for each joint.")
            matrices[:, [3, 7, 11]], matrices[:, 15] = 0, 1
            key = ("skin", matrices.tobytes())
            known = self._store.known(key)
            content["inverseBindMatrices"] = (
                self._store.accessor(matrices, key=key) if known is None else known
            )
        if content not in self.skins:
            self.skins.append(content)
        return self.skins.index(content)

    def _animate(self, animation: Json) -> None:
        samplers: list[Json] = []
        channels: list[Json] = []
        written: dict[tuple[int, str], int] = {}
        targets: set[tuple[int, str]] = set()
        for channel in animation["channels"]:
            target = channel["target"]
            path, number = target.get("path"), target.get("node")
            ours = (self._drawn if path == "weights" else self._numbers).get(number)
            if ours is None or (ours, path) in targets or not (path in _PATHS or path == "weights"):
                continue
            key = (int(channel["sampler"]), path)
            if key not in written:
                sampler = self._sampler(animation["samplers"][key[0]], path, self.nodes[ours])
                if sampler is None:
                    self.notes["Movements that are not as specified are left out."] = None
                    continue
                written[key] = len(samplers)
                samplers.append(sampler)
            targets.add((ours, path))
            channels.append({"sampler": written[key], "target": {"node": ours, "path": path}})
        if channels:
            name = animation.get("name")
            named = {"name": name[:200]} if isinstance(name, str) else {}
            self.animations.append({**named, "samplers": samplers, "channels": channels})

    def _sampler(self, sampler: Json, path: str, node: Json) -> Json | None:
        times = floats(self._document, sampler["input"])
        values = floats(self._document, sampler["output"])
        how = sampler.get("interpolation", "LINEAR")
        width = _PATHS.get(path, 1)
        each = 3 if how == "CUBICSPLINE" else 1
        if path == "weights":
            each *= self._meshes.morphs(node["mesh"])
        ready = (
            how in ("LINEAR", "STEP", "CUBICSPLINE")
            and times.shape[1:] == (1,)
            and values.shape == (len(times) * each, width)
            and len(times) > (1 if how == "CUBICSPLINE" else 0)
            and np.isfinite(times).all()
            and np.isfinite(values).all()
            and bool((np.diff(times[:, 0]) > 0).all())
            and float(times[0, 0]) >= 0
        )
        if not ready:
            return None
        if path == "rotation" and how != "CUBICSPLINE":
            lengths = np.linalg.norm(values, axis=1, keepdims=True)
            if (lengths < 1e-6).any():
                return None
            values = (values / lengths).astype(np.float32)
        return {
            "input": self._shared(times, ranged=True),
            "output": self._shared(values, ranged=False),
            **({} if how == "LINEAR" else {"interpolation": how}),
        }

    def _shared(self, values: Floats, *, ranged: bool) -> int:
        key = ("motion", ranged, values.shape, values.tobytes())
        known = self._store.known(key)
        return self._store.accessor(values, key=key, ranged=ranged) if known is None else known


def _animated(document: Document) -> set[Any]:
    """The nodes that are moved, whose places must be a translation, a turn and a scale."""
    return {
        channel["target"].get("node")
        for animation in document.items("animations")
        for channel in animation["channels"]
        if channel["target"].get("path") in _PATHS
    }


def _placed(node: Json, *, moves: bool) -> Json:
    """A node's name and place."""
    content: Json = {"name": node["name"][:200]} if isinstance(node.get("name"), str) else {}
    if "matrix" in node:
        matrix = matrix_of(node)
        return content | (_parts(matrix) if moves else _matrix(matrix))
    for key, count in (("translation", 3), ("rotation", 4), ("scale", 3)):
        if key in node:
            values = np.array(node[key], np.float64)
            if values.shape != (count,) or not np.isfinite(values).all():
                raise GltfError(Fault.BROKEN, f"The {key} of a node is no {count} numbers.")
            if key == "rotation":
                length = np.linalg.norm(values)
                values = values / length if length > 0 else np.array([0.0, 0.0, 0.0, 1.0])
            content[key] = values.tolist()
    return content


def _matrix(matrix: Matrix) -> Json:
    if matrix.shape != (4, 4) or not np.isfinite(matrix).all():
        raise GltfError(Fault.BROKEN, "The matrix of a node is not 16 numbers.")
    return {} if np.array_equal(matrix, _IDENTITY) else {"matrix": _flat(matrix)}


def _flat(matrix: Matrix) -> list[float]:
    columns: list[float] = matrix.T.ravel().tolist()
    columns[3] = columns[7] = columns[11] = 0.0
    columns[15] = 1.0
    return columns


def _sheared(matrix: Matrix) -> bool:
    """Whether its three axes do not stand upright on each other."""
    grown = matrix[:3, :3].T @ matrix[:3, :3]
    lengths = np.sqrt(np.diag(grown))
    across = np.abs(grown - np.diag(np.diag(grown)))
    return bool((across > 1e-5 * np.outer(lengths, lengths)).any())


def _split(matrix: Matrix) -> tuple[Matrix, Matrix]:
    """Two matrices without shear whose product is the matrix."""
    left, sizes, right = np.linalg.svd(matrix[:3, :3])
    if np.linalg.det(left) < 0:
        left, sizes = left * (1, 1, -1), sizes * (1, 1, -1)
    if np.linalg.det(right) < 0:
        right, sizes = (right.T * (1, 1, -1)).T, sizes * (1, 1, -1)
    first, second = np.eye(4), np.eye(4)
    first[:3, :3], first[:3, 3] = left * sizes, matrix[:3, 3]
    second[:3, :3] = right
    return first, second


def _parts(matrix: Matrix) -> Json:
    """A matrix as a translation, a rotation and a scale; a shear is lost."""
    scale = np.linalg.norm(matrix[:3, :3], axis=0)
    if np.linalg.det(matrix[:3, :3]) < 0:
        scale[0] = -scale[0]
    turn = matrix[:3, :3] / np.where(scale == 0, 1, scale)
    return {
        "translation": matrix[:3, 3].tolist(),
        "rotation": quaternion(turn),
        "scale": scale.tolist(),
    }


def quaternion(turn: Matrix) -> list[float]:
    """The unit quaternion x, y, z, w of a rotation (3, 3)."""
    m = turn
    four = np.array(
        [
            [m[0, 0] - m[1, 1] - m[2, 2], 0, 0, 0],
            [m[1, 0] + m[0, 1], m[1, 1] - m[0, 0] - m[2, 2], 0, 0],
            [m[2, 0] + m[0, 2], m[2, 1] + m[1, 2], m[2, 2] - m[0, 0] - m[1, 1], 0],
            [m[2, 1] - m[1, 2], m[0, 2] - m[2, 0], m[1, 0] - m[0, 1], np.trace(m)],
        ]
    )
    _, vectors = np.linalg.eigh(four, "L")
    found: list[float] = vectors[:, -1].tolist()
    return found
