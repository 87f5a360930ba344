"""Moves a whole scene."""

from __future__ import annotations

from dataclasses import replace

from hallgen.scene.document import Matrix, Node, Scene


def place(scene: Scene, matrix: Matrix) -> Scene:
    """The scene in another place: every placement comes after `matrix` (4, 4). Meshes stay."""
    nodes = tuple(
        Node(node.mesh, matrix @ node.placements, node.features, node.name) for node in scene.nodes
    )
    return replace(scene, nodes=nodes)
