"""Brings all placements of a mesh together."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hallgen.scene.document import Mesh, Node, OwnFile, Scene


def gather(scene: Scene) -> Scene:
    """One node for each mesh, with the placements of all its nodes.

    Nodes that name features, or are lit, stay apart from those that are not, and those that some
    file shows better from those of another. Of their names the first is kept.
    """
    groups: dict[tuple[Mesh, bool, bool, OwnFile | None], list[Node]] = {}
    for node in scene.nodes:
        key = (node.mesh, node.features is None, node.light is None, node.shown_by)
        groups.setdefault(key, []).append(node)
    return replace(scene, nodes=tuple(_join(nodes) for nodes in groups.values()))


def _join(nodes: list[Node]) -> Node:
    if len(nodes) == 1:
        return nodes[0]
    features = [node.features for node in nodes if node.features is not None]
    light = [node.light for node in nodes if node.light is not None]
    return replace(
        nodes[0],
        placements=np.concatenate([node.placements for node in nodes]),
        features=np.concatenate(features) if features else None,
        light=np.concatenate(light) if light else None,
    )
