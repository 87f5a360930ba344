"""Writes a node's placements into vertices."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hallgen.scene.document import Floats, Indices, Matrix, Mesh, Node


def bake(node: Node) -> Mesh:
    """One mesh with the vertices of all placements, in the axes of the scene.

    Its features are those of the placements, else those of the mesh. Mirrored placements keep
    their outside outside.
    """
    mesh, count = node.mesh, len(node.placements)
    if count == 1 and np.array_equal(node.placements[0], np.eye(4)):
        rows = None if node.features is None else node.features.repeat(len(mesh.positions))
        return mesh if rows is None else replace(mesh, features=rows)
    linear = node.placements[:, :3, :3]
    return replace(
        mesh,
        positions=_positions(mesh.positions, node.placements),
        normals=_normals(mesh.normals, linear),
        triangles=_triangles(mesh, linear),
        uvs=None if mesh.uvs is None else np.tile(mesh.uvs, (count, 1)),
        colors=None if mesh.colors is None else np.tile(mesh.colors, (count, 1)),
        features=_features(node),
    )


def _positions(positions: Floats, placements: Matrix) -> Floats:
    turned = positions.astype(np.float64) @ placements[:, :3, :3].transpose(0, 2, 1)
    moved = turned + placements[:, None, :3, 3]
    return moved.reshape(-1, 3).astype(np.float32)


def _normals(normals: Floats, linear: Matrix) -> Floats:
    turned = (normals.astype(np.float64) @ np.linalg.inv(linear)).reshape(-1, 3)
    turned /= np.linalg.norm(turned, axis=1, keepdims=True)
    return turned.astype(np.float32)


def _triangles(mesh: Mesh, linear: Matrix) -> Indices:
    mirrored = np.linalg.det(linear) < 0
    order = np.where(mirrored[:, None], [0, 2, 1], [0, 1, 2])
    first = np.arange(len(linear), dtype=np.uint32) * np.uint32(len(mesh.positions))
    corners = mesh.triangles[:, order].transpose(1, 0, 2) + first[:, None, None]
    return corners.reshape(-1, 3).astype(np.uint32)


def _features(node: Node) -> Indices | None:
    if node.features is not None:
        return node.features.repeat(len(node.mesh.positions))
    if node.mesh.features is None:
        return None
    return np.tile(node.mesh.features, len(node.placements))
