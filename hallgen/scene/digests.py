"""What scenes are by their content: names for parts that are alike, and one object for them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar

import numpy as np

from hallgen.scene.document import Material, Mesh, Node, Scene, Texture

P = TypeVar("P", Mesh, Material, Texture)


@dataclass(frozen=True, slots=True)
class Digests:
    """Hashes of parts of scenes. What is shared is hashed once, by identity."""

    known: dict[int, tuple[object, bytes]] = field(default_factory=dict)

    def of(self, thing: Any) -> bytes:
        """The hash of a part of a scene, or of a tuple of them, by all that it holds."""
        if isinstance(thing, np.ndarray):
            return _array(thing)
        if isinstance(thing, tuple):
            return hashlib.sha256(b"".join(self.of(part) for part in thing)).digest()
        if is_dataclass(thing):
            found = self.known.get(id(thing))
            if found is None:
                parts = (self.of(getattr(thing, one.name)) for one in fields(thing))
                # Kept with its hash: while it lives, no other object has its identity.
                found = thing, hashlib.sha256(b"".join(parts)).digest()
                self.known[id(thing)] = found
            return found[1]
        return hashlib.sha256(thing if isinstance(thing, bytes) else repr(thing).encode()).digest()


def shape_of(scene: Scene) -> bytes:
    """The hash of where a scene's surfaces are and whose, whatever they look like."""
    whole = hashlib.sha256()
    meshes: dict[Mesh, bytes] = {}
    for node in scene.nodes:
        if node.mesh not in meshes:
            mesh = node.mesh
            parts = (_array(mesh.positions), _array(mesh.triangles), _array(mesh.features))
            meshes[mesh] = b"".join(parts)
        whole.update(meshes[node.mesh] + _array(node.placements) + _array(node.features))
    whole.update(repr([feature.booth for feature in scene.features]).encode())
    return whole.digest()


@dataclass(frozen=True, slots=True)
class Sharing:
    """Gives scenes that were read one by one the objects they have in common.

    Files and instances share what is the same object, and what was read from bytes never is.
    """

    digests: Digests = field(default_factory=Digests)
    objects: dict[bytes, Any] = field(default_factory=dict)

    def scene(self, scene: Scene) -> Scene:
        """The same scene, its meshes, materials and textures those of all that are alike."""
        light = None if scene.lightmap is None else self._one(scene.lightmap)
        return replace(scene, nodes=tuple(self._nodes(scene.nodes)), lightmap=light)

    def _nodes(self, nodes: Iterable[Node]) -> Iterator[Node]:
        meshes: dict[Mesh, Mesh] = {}
        for node in nodes:
            if node.mesh not in meshes:
                meshes[node.mesh] = self._mesh(node.mesh)
            yield replace(node, mesh=meshes[node.mesh])

    def _mesh(self, mesh: Mesh) -> Mesh:
        return self._one(replace(mesh, material=self._material(mesh.material)))

    def _material(self, material: Material) -> Material:
        names = ("texture", "emissive_texture", "occlusion")
        pictures = {name: getattr(material, name) for name in names}
        shared = {name: one and self._one(one) for name, one in pictures.items()}
        return self._one(replace(material, **shared))

    def _one(self, part: P) -> P:
        found: P = self.objects.setdefault(self.digests.of(part), part)
        return found


def _array(array: Any) -> bytes:
    if array is None:
        return b"none"
    return hashlib.sha256(repr((array.shape, array.dtype.str)).encode() + array.tobytes()).digest()
