"""How far a scene reaches."""

from __future__ import annotations

from itertools import product

import numpy as np

from hallgen.scene.document import Matrix, Node, Scene


def bounds(scene: Scene) -> Matrix | None:
    """The lowest and the highest corner (2, 3) in the scene's axes, or None where it is empty.

    Of a turned placement the box of the turned box is taken: never too small, at times too big.
    """
    boxes = [_box(node) for node in scene.nodes if len(node.mesh.positions)]
    if not boxes:
        return None
    return np.array([np.min([b[0] for b in boxes], axis=0), np.max([b[1] for b in boxes], axis=0)])


def _box(node: Node) -> Matrix:
    positions = node.mesh.positions.astype(np.float64)
    ends = np.stack([positions.min(axis=0), positions.max(axis=0)])
    corners = np.array(
        [[ends[i][axis] for axis, i in enumerate(pick)] for pick in product((0, 1), repeat=3)]
    )
    placed = (
        corners @ node.placements[:, :3, :3].transpose(0, 2, 1) + node.placements[:, None, :3, 3]
    )
    return np.stack([placed.min(axis=(0, 1)), placed.max(axis=(0, 1))])
