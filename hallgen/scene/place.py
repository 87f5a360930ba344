"""Moves a whole scene."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from hallgen.scene.document import Matrix, Node, Scene, Spot


def place(scene: Scene, matrix: Matrix) -> Scene:
    """The scene in another place: every placement comes after `matrix` (4, 4). Meshes stay.

    Lamps and the baked light of placements turn with it: it is a rotation and a move.
    """
    nodes = tuple(_placed(node, matrix) for node in scene.nodes)
    return replace(scene, nodes=nodes, spots=tuple(_moved(spot, matrix) for spot in scene.spots))


def _placed(node: Node, matrix: Matrix) -> Node:
    light = node.light
    if light is not None:
        light = np.hstack([light[:, :3] @ matrix[:3, :3].T, light[:, 3:]]).astype(np.float32)
    return replace(node, placements=matrix @ node.placements, light=light)


def _moved(spot: Spot, matrix: Matrix) -> Spot:
    position = matrix[:3, :3] @ np.array(spot.position) + matrix[:3, 3]
    direction = matrix[:3, :3] @ np.array(spot.direction)
    return replace(
        spot,
        position=(float(position[0]), float(position[1]), float(position[2])),
        direction=(float(direction[0]), float(direction[1]), float(direction[2])),
    )
