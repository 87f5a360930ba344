"""Makes few draws of many meshes."""

from __future__ import annotations

from dataclasses import replace

from hallgen.scene.bake import bake
from hallgen.scene.document import Material, Mesh, Node, Scene

#: How many bytes of repeated vertices one draw call more is worth: 0.1 s on slow 4G.
REPEATED_BYTES = 20_000


def merge(scene: Scene, repeated_bytes: int = REPEATED_BYTES) -> Scene:
    """One mesh for each kind of surface, and one node for each mesh that is worth repeating.

    Surfaces that differ in nothing but colour become one, their colours going to vertices.
    A mesh stays on its own with its placements when copying it would take more than
    `repeated_bytes`. Run `gather` before, so that all placements of a mesh are seen.
    """
    kept: list[Node] = []
    groups: dict[tuple[object, ...], list[Node]] = {}
    surfaces: dict[Material, tuple[object, ...]] = {}
    for node in scene.nodes:
        if len(node.placements) > 1 and _copied_bytes(node) > repeated_bytes:
            kept.append(node)
        elif len(node.mesh.triangles):
            material = node.mesh.material
            surface = surfaces.setdefault(material, _surface(material))
            featured = node.features is not None or node.mesh.features is not None
            groups.setdefault((surface, featured), []).append(node)
    merged = [Node(bake(*nodes)) for nodes in groups.values()]
    return replace(scene, nodes=(*merged, *kept))


def _copied_bytes(node: Node) -> int:
    return (len(node.placements) - 1) * _bytes(node.mesh)


def _bytes(mesh: Mesh) -> int:
    arrays = (mesh.positions, mesh.normals, mesh.triangles, mesh.uvs, mesh.colors)
    return sum(array.nbytes for array in arrays if array is not None)


def _surface(material: Material) -> tuple[object, ...]:
    """What has to be equal for two materials to be one: all but the colour and the name."""
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
    )
