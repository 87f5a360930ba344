"""A scene with its baked light."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from hallgen.light.baked import BakedLight
from hallgen.scene import Floats, Node, Scene


def lit(scene: Scene, light: BakedLight, first: int = 0) -> Scene:
    """The scene with the light that was baked for it, or for one of the same shape.

    `first` is the number of its first node in that bake. Solid placements become nodes of their
    own, as each has other light. Where its light lies on the sheet is in `light_uvs`; the sheet
    itself is not in the scene, as many share one.
    """
    nodes = tuple(
        node
        for number, own in enumerate(scene.nodes, start=first)
        for node in _lit(number, own, light)
    )
    return replace(scene, nodes=nodes)


def moved_light(scene: Scene, move: Floats) -> Scene:
    """The scene with its places on a sheet moved: (4,) scale of u and v, then offset.

    Black, at (0, 0), stays where it is.
    """
    nodes = []
    for node in scene.nodes:
        uvs = node.mesh.light_uvs
        if uvs is not None:
            there = uvs.any(axis=1, keepdims=True)
            moved = np.where(there, uvs * move[:2] + move[2:], 0).astype(np.float32)
            node = replace(node, mesh=replace(node.mesh, light_uvs=moved))
        nodes.append(node)
    return replace(scene, nodes=tuple(nodes))


def _lit(number: int, node: Node, light: BakedLight) -> Iterator[Node]:
    if number in light.wholes:
        yield replace(node, light=light.wholes[number])
        return
    if (number, 0) not in light.solids:
        yield node
        return
    for at in range(len(node.placements)):
        solid = light.solids[number, at]
        mesh = replace(
            solid.cut.of(node.mesh),
            irradiance=np.repeat(solid.irradiance[:, None], 3, axis=1).astype(np.float32),
            light_uvs=solid.uvs if solid.uvs.any() else None,
        )
        features = None if node.features is None else node.features[at : at + 1]
        yield replace(node, mesh=mesh, placements=node.placements[at : at + 1], features=features)
