"""Writes placements into vertices: many nodes become one mesh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.scene.document import Floats, Indices, Matrix, Mesh, Node

_WHITE = (1.0, 1.0, 1.0, 1.0)


def bake(*nodes: Node) -> Mesh:
    """One mesh with the vertices of all placements of all nodes, in the axes of the scene.

    The nodes' materials may differ in colour, which then goes to the vertices; everything else
    is taken from the first. Features are those of the placements, else those of the mesh; all
    nodes have some, or none. Mirrored placements keep their outside outside.

    Raises ValueError where a texture has no coordinates.
    """
    if len(nodes) == 1 and _in_place(nodes[0]):
        features, irradiance = _features(nodes), _irradiance(nodes)
        return replace(nodes[0].mesh, features=features, irradiance=irradiance)
    material = nodes[0].mesh.material
    one_color = all(node.mesh.material.color == material.color for node in nodes)
    painted = not one_color or any(node.mesh.colors is not None for node in nodes)
    placements = np.concatenate([node.placements for node in nodes])
    copies = [len(node.placements) for node in nodes]
    vertices = np.repeat([len(node.mesh.positions) for node in nodes], copies)
    return Mesh(
        name=nodes[0].mesh.name if len(nodes) == 1 else material.name,
        material=material if one_color else replace(material, color=_WHITE),
        positions=_positions(_all([n.mesh.positions for n in nodes], copies), placements, vertices),
        normals=_normals(_all([n.mesh.normals for n in nodes], copies), placements, vertices),
        triangles=_triangles(nodes, copies, placements, vertices),
        uvs=_uvs(nodes, copies),
        colors=_all([_colors(n.mesh, one_color) for n in nodes], copies) if painted else None,
        features=_features(nodes),
        irradiance=_irradiance(nodes),
        light_uvs=_light_uvs(nodes, copies),
    )


def _in_place(node: Node) -> bool:
    return len(node.placements) == 1 and np.array_equal(node.placements[0], np.eye(4))


def _all(arrays: Sequence[NDArray[Any]], copies: Sequence[int]) -> NDArray[Any]:
    """One after the other, each as often as its node is placed."""
    return np.concatenate(
        [array for array, count in zip(arrays, copies, strict=True) for _ in range(count)]
    )


def _positions(positions: Floats, placements: Matrix, vertices: NDArray[np.int64]) -> Floats:
    linear = np.repeat(placements[:, :3, :3], vertices, axis=0)
    moves = np.repeat(placements[:, :3, 3], vertices, axis=0)
    placed: Floats = (np.einsum("nij,nj->ni", linear, positions) + moves).astype(np.float32)
    return placed


def _normals(normals: Floats, placements: Matrix, vertices: NDArray[np.int64]) -> Floats:
    inverse = np.repeat(np.linalg.inv(placements[:, :3, :3]), vertices, axis=0)
    turned = np.einsum("nji,nj->ni", inverse, normals)
    turned /= np.linalg.norm(turned, axis=1, keepdims=True)
    unit: Floats = turned.astype(np.float32)
    return unit


def _triangles(
    nodes: Sequence[Node],
    copies: Sequence[int],
    placements: Matrix,
    vertices: NDArray[np.int64],
) -> Indices:
    counts = np.repeat([len(node.mesh.triangles) for node in nodes], copies)
    firsts = np.cumsum(vertices) - vertices
    corners = _all([node.mesh.triangles for node in nodes], copies)
    corners = corners + np.repeat(firsts, counts).astype(np.uint32)[:, None]
    mirrored = np.repeat(np.linalg.det(placements[:, :3, :3]) < 0, counts)
    corners[mirrored] = corners[mirrored][:, ::-1]
    return corners


def _uvs(nodes: Sequence[Node], copies: Sequence[int]) -> Floats | None:
    """Coordinates where all have some; a texture needs them."""
    uvs = [node.mesh.uvs for node in nodes if node.mesh.uvs is not None]
    if len(uvs) == len(nodes):
        return _all(uvs, copies)
    material = nodes[0].mesh.material
    if material.texture is not None or material.emissive_texture is not None:
        raise ValueError(f"A mesh of {material.name!r} has no coordinates for its texture.")
    return None


def _colors(mesh: Mesh, one_color: bool) -> Floats:  # noqa: FBT001 - a fact of all the nodes
    own = np.ones((len(mesh.positions), 4), np.float32) if mesh.colors is None else mesh.colors
    return own if one_color else own * np.array(mesh.material.color, np.float32)


def _irradiance(nodes: Sequence[Node]) -> Floats | None:
    """Baked light at all vertices where some have any: their own, or that of their placements."""
    if all(node.light is None and node.mesh.irradiance is None for node in nodes):
        return None
    lit = []
    for node in nodes:
        own = node.mesh.irradiance
        own = np.zeros_like(node.mesh.positions) if own is None else own
        if node.light is None:
            lit += [own] * len(node.placements)
        else:
            lit += [own + placed for placed in _placed_light(node, node.light)]
    return np.concatenate(lit)


def _placed_light(node: Node, light: Floats) -> list[Floats]:
    """What each placement's light gives its vertices (n, 3), from their turned normals."""
    count = np.full(len(node.placements), len(node.mesh.positions))
    normals = _normals(_all([node.mesh.normals], [len(count)]), node.placements, count)
    normals = normals.reshape(len(count), -1, 3)
    grey = np.maximum(0, np.einsum("knj,kj->kn", normals, light[:, :3]) + light[:, 3:])
    return [np.repeat(row[:, None], 3, axis=1).astype(np.float32) for row in grey]


def _light_uvs(nodes: Sequence[Node], copies: Sequence[int]) -> Floats | None:
    """Places in the lightmap where some have any; the others see its black texel."""
    if all(node.mesh.light_uvs is None for node in nodes):
        return None
    own = [node.mesh.light_uvs for node in nodes]
    black = [np.zeros((len(node.mesh.positions), 2), np.float32) for node in nodes]
    return _all([b if o is None else o for o, b in zip(own, black, strict=True)], copies)


def _features(nodes: Sequence[Node]) -> Indices | None:
    """A row of the scene's features for each vertex."""
    rows = []
    for node in nodes:
        if node.features is not None:
            rows.append(node.features.repeat(len(node.mesh.positions)))
        elif node.mesh.features is not None:
            rows += [node.mesh.features] * len(node.placements)
    return np.concatenate(rows) if rows else None
