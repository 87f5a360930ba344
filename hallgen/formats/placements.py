"""Placements as glTF wants them: a translation, a rotation and a scale each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hallgen.scene import Floats, Matrix

#: How far a matrix may be from the one made of its parts, relative to its largest scale.
#: float32 keeps 7 digits; a shear that a person could see is a thousand times larger.
_TOLERANCE = 1e-5


@dataclass(frozen=True, eq=False, slots=True)
class Placements:
    """Translations (k, 3) in metres, rotations (k, 4) as x, y, z, w, and scales (k, 3)."""

    translations: Floats
    rotations: Floats
    scales: Floats

    @property
    def rotated(self) -> bool:
        return bool((self.rotations != (0, 0, 0, 1)).any())

    @property
    def scaled(self) -> bool:
        return bool((self.scales != 1).any())

    @property
    def mirrored(self) -> bool:
        return bool((self.scales < 0).any())


def decompose(matrices: Matrix) -> Placements:
    """The parts of matrices (k, 4, 4). A mirrored one gets a negative scale along x.

    Raises ValueError for a shear, a perspective or a scale of 0, which no parts can express.
    """
    linear = matrices[:, :3, :3]
    scales = np.linalg.norm(linear, axis=1)
    scales[:, 0] *= np.where(np.linalg.det(linear) < 0, -1.0, 1.0)
    if (scales == 0).any():
        raise ValueError("A placement has a scale of 0.")
    turns = linear / scales[:, None, :]
    off = np.abs(turns @ turns.transpose(0, 2, 1) - np.eye(3)).max(initial=0.0)
    if off > _TOLERANCE or (matrices[:, 3] != (0, 0, 0, 1)).any():
        raise ValueError("A placement is no rotation, translation and scale along its own axes.")
    # Rounded to 9 digits, so that the noise of sines does not make a rotation of a plain move.
    return Placements(
        matrices[:, :3, 3].astype(np.float32),
        np.round(_quaternions(turns), 9).astype(np.float32) + np.float32(0),
        scales.astype(np.float32),
    )


def _quaternions(turns: Matrix) -> Matrix:
    """Unit quaternions (k, 4) of rotation matrices (k, 3, 3), with w >= 0.

    Each row of `products` is the quaternion times one of its own components; the row of the
    largest component loses no digits (Shepperd, "Quaternion from rotation matrix", 1978).
    """
    m = turns.transpose(1, 2, 0)
    trace = m[0, 0] + m[1, 1] + m[2, 2]
    xy, xz, yz = m[0, 1] + m[1, 0], m[0, 2] + m[2, 0], m[1, 2] + m[2, 1]
    wx, wy, wz = m[2, 1] - m[1, 2], m[0, 2] - m[2, 0], m[1, 0] - m[0, 1]
    products = np.array(
        [
            [1 + 2 * m[0, 0] - trace, xy, xz, wx],
            [xy, 1 + 2 * m[1, 1] - trace, yz, wy],
            [xz, yz, 1 + 2 * m[2, 2] - trace, wz],
            [wx, wy, wz, 1 + trace],
        ]
    )
    largest = np.argmax(np.diagonal(products).T, axis=0)
    rows = products[largest, :, np.arange(len(turns))]
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return np.where(rows[:, 3:] < 0, -rows, rows)
