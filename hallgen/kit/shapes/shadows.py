"""Contact shadows: soft darkness under what stands on a floor, as alpha in vertices."""

from __future__ import annotations

import numpy as np

from hallgen.kit.finishes import SHADOW
from hallgen.scene import Mesh

#: Over the floor, so that the two do not flicker even 60 m away.
_LIFT = 0.006


def shadow(width: float, depth: float, strength: float = 0.55, soft: float = 0.16) -> Mesh:
    """A patch around the origin: `strength` under the middle, nothing `soft` metres outside.

    It is meant for a footprint of `width` x `depth` metres (X and Z).
    """
    inner = np.array(
        [width / 2 - min(soft, width / 2) * 0.5, depth / 2 - min(soft, depth / 2) * 0.5]
    )
    points = [(0.0, 0.0)]
    alphas = [strength]
    for level, alpha in ((0.0, strength), (soft * 0.55, strength * 0.42), (soft * 1.3, 0.0)):
        for quarter in range(4):
            for step in range(3):
                angle = (quarter + step / 2) * np.pi / 2
                corner = inner * np.sign(
                    [
                        np.cos(np.pi / 4 + quarter * np.pi / 2),
                        np.sin(np.pi / 4 + quarter * np.pi / 2),
                    ]
                )
                points.append(
                    (corner[0] + np.cos(angle) * level, corner[1] + np.sin(angle) * level)
                )
                alphas.append(alpha)
    ring = 12
    triangles = [(0, 1 + (k + 1) % ring, 1 + k) for k in range(ring)]
    for level in range(2):
        low, high = 1 + level * ring, 1 + (level + 1) * ring
        for k in range(ring):
            n = (k + 1) % ring
            if level == 0 and k % 3 != 2:
                triangles.append((low + k, high + n, high + k))
                continue
            triangles += [(low + k, low + n, high + n), (low + k, high + n, high + k)]
    ground = np.array(points)
    positions = np.stack([ground[:, 0], np.full(len(ground), _LIFT), ground[:, 1]], axis=1)
    faces = np.array(triangles)
    a, b, c = (positions[faces[:, i]] for i in range(3))
    across = np.cross(b - a, c - a)[:, 1]
    faces[across < 0] = faces[across < 0][:, ::-1]
    faces = faces[np.abs(across) > 1e-9]
    colors = np.ones((len(ground), 4))
    colors[:, 3] = alphas
    return Mesh(
        "shadow",
        SHADOW,
        positions.astype(np.float32),
        np.tile(np.array([0, 1, 0], np.float32), (len(ground), 1)),
        faces.astype(np.uint32),
        None,
        colors.astype(np.float32),
    )
