"""Puts several scenes into one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from hallgen.scene.document import Feature, Indices, Mesh, Node, Scene, Spot, Texture


def combine(name: str, scenes: Iterable[Scene]) -> Scene:
    """All nodes of all scenes over one table of features, in the order given.

    Features are moved from meshes to placements where a mesh has only one, so that scenes
    which share a mesh go on sharing it. In a scene with features, what names none of them
    belongs to the first. Extras of later scenes win. The scenes have the same lightmap, or none.
    """
    nodes: list[Node] = []
    features: list[Feature] = []
    extras: dict[str, str] = {}
    spots: list[Spot] = []
    lightmap: Texture | None = None
    for scene in scenes:
        first = len(features)
        features += scene.features
        extras |= scene.extras
        spots += scene.spots
        lightmap = lightmap or scene.lightmap
        shifted: dict[Mesh, Mesh] = {}
        nodes += [_shift(node, first, shifted) if scene.features else node for node in scene.nodes]
    return Scene(name, tuple(nodes), tuple(features), extras, tuple(spots), lightmap)


def _shift(node: Node, first: int, shifted: dict[Mesh, Mesh]) -> Node:
    if node.features is not None:
        return replace(node, features=node.features + np.uint32(first))
    rows = node.mesh.features
    if rows is None or (rows == rows[:1]).all():
        row = first + (0 if rows is None or not len(rows) else int(rows[0]))
        named = np.full(len(node.placements), row, np.uint32)
        return replace(node, features=named)
    if node.mesh not in shifted:
        moved: Indices = rows + np.uint32(first)
        shifted[node.mesh] = replace(node.mesh, features=moved)
    return replace(node, mesh=shifted[node.mesh])
