"""Heads, faces and hair."""

from __future__ import annotations

import math

import numpy as np

from hallgen.kit.people.lofts import facing_ahead, level, loft, pitched, skin, yawed
from hallgen.kit.people.looks import Hair, Look, cloth
from hallgen.kit.people.poses import Pose
from hallgen.kit.shapes import moved
from hallgen.scene import Matrix, Mesh

#: Rings of the head from the chin to the crown: height, half width, half depth, ahead.
_SKULL = (
    (1.522, 0.030, 0.040, 0.048),
    (1.556, 0.060, 0.076, 0.020),
    (1.640, 0.076, 0.097, 0.003),
    (1.712, 0.066, 0.085, -0.006),
    (1.748, 0.030, 0.040, -0.008),
)


def head(look: Look, pose: Pose) -> list[Mesh]:
    flesh = cloth(look.skin)
    small = 0.97 if look.broad < 0.95 else 1.0
    skull = [level(h, w * small, d * small, z) for h, w, d, z in _SKULL]
    meshes = [loft(flesh, skull, 8)]
    nose = [(-0.014, 1.600, 0.093), (0.014, 1.600, 0.093), (0.0, 1.594, 0.121), (0.0, 1.648, 0.098)]
    meshes.append(skin(flesh, nose, [(0, 1, 2), (1, 3, 2), (3, 0, 2), (0, 3, 1)]))
    meshes += [_eye(x, small) for x in (-0.030, 0.030)]
    meshes += _hair(look, small)
    matrix = _turned_head(pose)
    neck = [level(1.455, 0.058, 0.058, -0.012), level(1.56, 0.049, 0.052, 0.0)]
    return [loft(flesh, neck, 5, closed=False), *(moved(mesh, matrix) for mesh in meshes)]


def _eye(x: float, small: float) -> Mesh:
    """A dark almond with its brow, 1 mm before the face."""
    z = 0.003 + 0.097 * small * math.sqrt(1 - (x / (0.076 * small)) ** 2)
    out = -0.004 if x > 0 else 0.004
    points = [
        (x - 0.010, 1.634, z + 0.006 - out),
        (x + 0.010, 1.634, z + 0.006 + out),
        (x + 0.008, 1.641, z + 0.005 + out),
        (x - 0.008, 1.641, z + 0.005 - out),
    ]
    return facing_ahead(cloth("#4a3a32"), points, [(0, 1, 2), (0, 2, 3)])


def _turned_head(pose: Pose) -> Matrix:
    """Around the top of the neck."""
    matrix = yawed(pose.turn) @ pitched(pose.nod)
    pivot = np.array([0.0, 1.55, -0.01])
    matrix[:3, 3] = pivot - matrix[:3, :3] @ pivot
    return matrix


def _hair(look: Look, small: float) -> list[Mesh]:
    """A cap a little larger than the skull, that leaves the face free, and what falls below it."""
    if look.hair is Hair.BALD:
        return []
    finish = cloth(look.hair_color)
    lowest = {Hair.SHORT: 1.600, Hair.BUN: 1.605, Hair.BOB: 1.515, Hair.LONG: 1.40}[look.hair]
    heights = [lowest, 1.690, 1.735, 1.766]
    if look.hair in (Hair.BOB, Hair.LONG):
        heights.insert(1, 1.60)
    known = np.array(_SKULL)
    rings = []
    for height in heights:
        at = max(height, 1.60)
        w, d, z = (float(np.interp(at, known[:, 0], known[:, k])) for k in (1, 2, 3))
        if height > 1.72:
            w, d = (0.052, 0.068) if height < 1.76 else (0.020, 0.028)
        rings.append(level(height, (w + 0.011) * small, (d + 0.012) * small, z - 0.006))
    sides = 8
    points = [ring.points(sides) for ring in rings]
    for ring, spots in zip(rings, points, strict=True):
        height = float(ring.center[1])
        free = float(np.interp(height, (1.60, 1.69, 1.73), (0.50, 0.70, 1.0)))
        ahead = spots[:, 2] > ring.center[2] + 0.2 * float(ring.v[2])
        spots[ahead] = ring.center + (spots[ahead] - ring.center) * free
        if height < 1.60:
            spots[ahead, 2] = ring.center[2] - 0.02
            spots[~ahead, 2] -= 0.25 * (1.60 - height)
    flat = np.concatenate([*points, [rings[-1].center]])
    k, following = np.arange(sides), (np.arange(sides) + 1) % sides
    faces = []
    for low in range(len(rings) - 1):
        a, b = low * sides + k, low * sides + following
        faces += [np.stack([a, b, b + sides], 1), np.stack([a, b + sides, a + sides], 1)]
    last = (len(rings) - 1) * sides
    faces.append(np.stack([last + k, last + following, np.full(sides, len(flat) - 1)], 1))
    meshes = [skin(finish, flat, np.concatenate(faces))]
    if look.hair is Hair.BUN:
        bun = [
            level(1.655, 0.022, 0.020, -0.112),
            level(1.685, 0.040, 0.034, -0.116),
            level(1.715, 0.022, 0.020, -0.104),
        ]
        meshes.append(loft(finish, bun, 6))
    return meshes
