"""Which way is up, told by a shape: things are made to stand on a flat foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from hallgen.model import UpAxis
from hallgen.scene import Matrix, Scene

#: A triangle is of the foot when it looks down this much, as a cosine, and is this near the lowest
#: point, as a share of the height: bolts reach below the plate that a thing stands on.
_DOWN, _NEAR = 0.98, 0.1
#: How near the origin the lowest point of a model that was drawn on the ground is, as a share of
#: its longest side.
_GROUND: Final = 1e-4
#: The share of its outline's box that a foot must fill, and by how much it must beat another.
_LEAST, _MORE = 0.15, 0.2
#: What it counts that the bottom is at 0.
_ON_GROUND: Final = 0.3
_AXES: Final = {UpAxis.Y: 1, UpAxis.Z: 2}


@dataclass(frozen=True, slots=True)
class Guess:
    """An axis, and a line for the report if it was guessed."""

    axis: UpAxis
    note: str | None


def guess_up(scene: Scene, usual: UpAxis) -> Guess:
    """Z or Y: the usual one of the format, unless the other one has the clearly better foot.

    A foot counts by the share that flat triangles looking down near the bottom have of the
    box around the model seen from below, and by 0.3 more where the bottom is at 0;
    a small one counts nothing.
    """
    corners = np.concatenate(
        [node.mesh.positions[node.mesh.triangles].astype(np.float64) for node in scene.nodes]
    )
    feet = {axis: _foot(corners, number) for axis, number in _AXES.items()}
    other = UpAxis.Y if usual is UpAxis.Z else UpAxis.Z
    if feet[other] >= feet.get(usual, 0.0) + _MORE:
        return Guess(other, f"It is taken to stand with its {other.value.upper()} axis up.")
    return Guess(usual, f"Its {usual.value.upper()} axis is taken to be up, as is usual.")


def _foot(corners: Matrix, axis: int) -> float:
    """How well triangles (m, 3, 3) stand on the foot they have along an axis."""
    low, high = corners.min(axis=(0, 1)), corners.max(axis=(0, 1))
    height = high[axis] - low[axis]
    flat = [number for number in range(3) if number != axis]
    outline = float(np.prod((high - low)[flat]))
    if height <= 0 or outline <= 0:
        return 0.0
    bottom = (corners[:, :, axis] <= low[axis] + _NEAR * height).all(axis=1)
    areas = np.cross(
        corners[bottom, 1] - corners[bottom, 0], corners[bottom, 2] - corners[bottom, 0]
    )
    sizes = np.linalg.norm(areas, axis=1)
    down = -areas[:, axis] >= _DOWN * sizes
    share = float(sizes[down].sum()) / 2 / outline
    grounded = abs(low[axis]) <= _GROUND * float((high - low).max())
    if share < _LEAST:
        return 0.0
    return min(share, 1.0) + (_ON_GROUND if grounded else 0.0)
