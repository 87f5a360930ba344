"""Brings the light of a lightmap to vertices, for what is seen from afar."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hallgen.scene.document import Floats, Mesh, Scene

#: Where in a triangle the light of its corners is looked up: charts end at their edges.
_NEAR_CORNERS = np.array([[4, 1, 1], [1, 4, 1], [1, 1, 4]]) / 6


def at_vertices(scene: Scene, sheet: Floats) -> Scene:
    """The scene without a lightmap; what lay on it is at vertices.

    `sheet` (rows, columns) is irradiance over pi where `light_uvs` point. A vertex gets the mean
    of what is just inside of its triangles.
    """
    lit: dict[Mesh, Mesh] = {}
    for node in scene.nodes:
        if node.mesh.light_uvs is not None and node.mesh not in lit:
            lit[node.mesh] = _lit(node.mesh, node.mesh.light_uvs, sheet)
    nodes = (replace(node, mesh=lit.get(node.mesh, node.mesh)) for node in scene.nodes)
    return replace(scene, nodes=tuple(nodes), lightmap=None)


def _lit(mesh: Mesh, uvs: Floats, sheet: Floats) -> Mesh:
    size = np.array([sheet.shape[1], sheet.shape[0]])
    places = np.einsum("pc,mck->mpk", _NEAR_CORNERS, uvs[mesh.triangles]) * size
    columns, rows = np.clip(places.astype(int), 0, size - 1).reshape(-1, 2).T
    corners = mesh.triangles.ravel()
    count = np.maximum(np.bincount(corners, minlength=len(uvs)), 1)
    light = np.bincount(corners, sheet[rows, columns], minlength=len(uvs)) / count
    own = np.zeros((len(uvs), 3), np.float32) if mesh.irradiance is None else mesh.irradiance
    whole = (own + light[:, None]).astype(np.float32)
    return replace(mesh, irradiance=whole, light_uvs=None)
