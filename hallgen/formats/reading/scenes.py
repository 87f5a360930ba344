"""A GLB as a scene: every triangle where it stands at rest, in the colours it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.formats.reading.document import Document, Resolver, no_files
from hallgen.formats.reading.faults import no_trust
from hallgen.formats.reading.looks import Look, Looks
from hallgen.formats.reading.normals import unit, vertex_normals
from hallgen.formats.reading.poses import instances, joint_matrices, skinned, standing
from hallgen.formats.reading.primitives import Triangles, read_primitive
from hallgen.scene import Floats, Indices, Matrix, Mesh, Node, Scene


def read_scene(glb: bytes, resolve: Resolver = no_files, name: str = "") -> Scene:
    """The default scene of a GLB, or of any other file of glTF 2.0, packed or plain.

    Each primitive of each node is a mesh of its own, in the axes of the file's world: nodes'
    places, default morph weights and skins at rest are worked into its vertices. Mirrored parts
    are turned right side out; normals are worked out where there are none (flat, as glTF says).
    A texture's transform is in its uvs. Of further textures only the emissive one is kept, where
    it lies as the colour's does. Raises GltfError.
    """
    with no_trust():
        document = Document(glb, resolve)
        return Scene(name=name, nodes=tuple(Node(mesh) for mesh in _meshes(document)))


def _meshes(document: Document) -> Iterator[Mesh]:
    looks = Looks(document)
    all_standing = list(standing(document))
    worlds = {one.number: one.world for one in all_standing}
    read: dict[int, list[Triangles]] = {}
    for one in all_standing:
        node = document.at("nodes", one.number)
        if "mesh" not in node:
            continue
        at = document.number("meshes", node["mesh"])
        mesh = document.at("meshes", at)
        if at not in read:
            found = [read_primitive(document, primitive) for primitive in mesh["primitives"]]
            read[at] = [triangles for triangles in found if triangles is not None]
        joints = (
            joint_matrices(document, document.at("skins", node["skin"]), worlds)
            if "skin" in node
            else None
        )
        weights = node.get("weights", mesh.get("weights", ()))
        name = str(node.get("name") or mesh.get("name") or "")
        for source in read[at]:
            look = looks.look(source.material)
            shape = _Shape(source, weights)
            if joints is not None and "JOINTS_0" in source.attributes:
                yield shape.hanging(joints).mesh(name, look)
                continue
            for matrix in instances(document, node):
                yield shape.placed(one.world @ matrix).mesh(name, look)


class _Shape:
    """Positions, normals and triangles on their way into the world."""

    def __init__(self, source: Triangles, weights: Any) -> None:
        self.attributes = dict(source.attributes)
        self.triangles = source.triangles
        targets = source.targets
        if source.triangles.size < len(source.attributes["POSITION"]):  # of others' vertices a few
            used, corners = np.unique(source.triangles, return_inverse=True)
            self.attributes = {name: values[used] for name, values in self.attributes.items()}
            self.triangles = corners.reshape(-1, 3).astype(np.uint32)
            targets = tuple({n: values[used] for n, values in t.items()} for t in targets)
        self._morph(targets, [float(weight) for weight in weights])
        if "NORMAL" not in self.attributes:
            self._flatten()

    def _morph(self, targets: tuple[Mapping[str, Floats], ...], weights: list[float]) -> None:
        for weight, target in zip(weights, targets, strict=False):
            if not weight:
                continue
            for name in ("POSITION", "NORMAL"):
                if name in target and name in self.attributes:
                    self.attributes[name] = self.attributes[name] + weight * target[name]

    def _flatten(self) -> None:
        """Each triangle with corners of its own, and its own normal at them."""
        corners = self.triangles.ravel()
        self.attributes = {name: values[corners] for name, values in self.attributes.items()}
        self.triangles = np.arange(len(corners), dtype=np.uint32).reshape(-1, 3)
        self.attributes["NORMAL"] = vertex_normals(self.attributes["POSITION"], self.triangles)

    def _with(self, positions: Floats, normals: Floats, triangles: Indices) -> _Shape:
        shape = object.__new__(_Shape)
        shape.attributes = {**self.attributes, "POSITION": positions, "NORMAL": normals}
        shape.triangles = triangles
        return shape

    def placed(self, matrix: Matrix) -> _Shape:
        positions = self.attributes["POSITION"] @ matrix[:3, :3].T + matrix[:3, 3]
        normals = self.attributes["NORMAL"] @ cofactors(matrix[:3, :3]).T
        mirrored = np.linalg.det(matrix[:3, :3]) < 0
        triangles = self.triangles[:, ::-1] if mirrored else self.triangles
        return self._with(positions.astype(np.float32), unit(_turned(normals, mirrored)), triangles)

    def hanging(self, joints: Matrix) -> _Shape:
        numbers, weights = self.attributes["JOINTS_0"], self.attributes["WEIGHTS_0"]
        if "JOINTS_1" in self.attributes and "WEIGHTS_1" in self.attributes:
            numbers = np.concatenate([numbers, self.attributes["JOINTS_1"]], axis=1)
            weights = np.concatenate([weights, self.attributes["WEIGHTS_1"]], axis=1)
        positions, turns = skinned(self.attributes["POSITION"], joints, numbers, weights)
        normals = np.einsum("nij,nj->ni", turns, self.attributes["NORMAL"].astype(np.float64))
        triangles = self.triangles
        if np.median(np.linalg.det(turns)) < 0:
            triangles = triangles[:, ::-1]
        return self._with(positions, unit(normals), triangles)

    def mesh(self, name: str, look: Look) -> Mesh:
        colors = self.attributes.get("COLOR_0")
        return Mesh(
            name=name,
            material=look.material,
            positions=np.ascontiguousarray(self.attributes["POSITION"], np.float32),
            normals=np.ascontiguousarray(self.attributes["NORMAL"], np.float32),
            triangles=np.ascontiguousarray(self.triangles, np.uint32),
            uvs=look.uvs(self.attributes),
            colors=None if colors is None else _four(colors),
        )


def _turned(normals: NDArray[Any], mirrored: Any) -> NDArray[Any]:
    """Cofactors turn normals inside out where space is mirrored."""
    return -normals if mirrored else normals


def cofactors(matrix: Matrix) -> Matrix:
    """What turns normals where `matrix` (3, 3) moves points; it may be singular."""
    a, b, c = matrix
    return np.stack([np.cross(b, c), np.cross(c, a), np.cross(a, b)])


def _four(colors: Floats) -> Floats:
    """Linear colours (n, 4) of what may lack alpha."""
    full = np.ones((len(colors), 4), np.float32)
    full[:, : colors.shape[1]] = np.clip(np.nan_to_num(colors[:, :4]), 0, 1)
    return full
