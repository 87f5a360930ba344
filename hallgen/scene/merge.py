"""Makes few draws of many meshes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hallgen.scene.bake import bake
from hallgen.scene.document import Floats, Material, Mesh, Node, Scene

#: How many bytes of repeated vertices one draw call more is worth: 0.1 s on slow 4G.
REPEATED_BYTES = 20_000

_WHITE = (1.0, 1.0, 1.0, 1.0)


def merge(scene: Scene, repeated_bytes: int = REPEATED_BYTES) -> Scene:
    """One mesh for each kind of surface, and one node for each mesh that is worth repeating.

    Surfaces that differ in nothing but colour become one, their colours going to vertices.
    A mesh stays on its own with its placements when copying it would take more than
    `repeated_bytes`. Run `gather` before, so that all placements of a mesh are seen.
    """
    kept = [node for node in scene.nodes if _copied_bytes(node) > repeated_bytes]
    groups: dict[tuple[object, ...], list[Node]] = {}
    for node in scene.nodes:
        if _copied_bytes(node) <= repeated_bytes and len(node.mesh.triangles):
            groups.setdefault(_surface(node), []).append(node)
    merged = [Node(_join([bake(node) for node in nodes])) for nodes in groups.values()]
    return replace(scene, nodes=(*merged, *kept))


def _copied_bytes(node: Node) -> int:
    mesh = node.mesh
    arrays = (mesh.positions, mesh.normals, mesh.triangles, mesh.uvs, mesh.colors)
    return (len(node.placements) - 1) * sum(a.nbytes for a in arrays if a is not None)


def _surface(node: Node) -> tuple[object, ...]:
    """What has to be equal for two nodes to be one mesh."""
    material = node.mesh.material
    return (
        material.metallic,
        material.roughness,
        material.emissive,
        # Pictures by their bytes: two booths may have painted the same one.
        material.texture and material.texture.data,
        material.emissive_texture and material.emissive_texture.data,
        material.alpha,
        material.double_sided,
        material.unlit,
        node.features is None and node.mesh.features is None,
    )


def _join(meshes: Sequence[Mesh]) -> Mesh:
    if len(meshes) == 1:
        return meshes[0]
    material = meshes[0].material
    textured = material.texture is not None or material.emissive_texture is not None
    one_color = all(mesh.material.color == material.color for mesh in meshes)
    painted = not one_color or any(mesh.colors is not None for mesh in meshes)
    features = [mesh.features for mesh in meshes if mesh.features is not None]
    firsts = np.cumsum([0, *(len(mesh.positions) for mesh in meshes[:-1])])
    return Mesh(
        name=material.name,
        material=material if one_color else replace(material, color=_WHITE),
        positions=np.concatenate([mesh.positions for mesh in meshes]),
        normals=np.concatenate([mesh.normals for mesh in meshes]),
        triangles=np.concatenate(
            [m.triangles + np.uint32(first) for m, first in zip(meshes, firsts, strict=True)]
        ),
        uvs=np.concatenate([_uvs(mesh) for mesh in meshes]) if textured else None,
        colors=np.concatenate([_colors(mesh, one_color) for mesh in meshes]) if painted else None,
        features=np.concatenate(features) if features else None,
    )


def _uvs(mesh: Mesh) -> Floats:
    if mesh.uvs is None:
        raise ValueError(f"Mesh {mesh.name!r} has a texture and no coordinates for it.")
    return mesh.uvs


def _colors(mesh: Mesh, one_color: bool) -> Floats:  # noqa: FBT001 - a fact of the group
    own = np.ones((len(mesh.positions), 4), np.float32) if mesh.colors is None else mesh.colors
    factor: Material | None = None if one_color else mesh.material
    return own if factor is None else own * np.array(factor.color, np.float32)
