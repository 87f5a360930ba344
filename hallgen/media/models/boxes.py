"""A model as a handful of boxes: from afar, its outline and its colours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallgen.scene import Floats, Indices, Matrix

#: Triangles of a box.
BOX_TRIANGLES = 12
#: Where a box may be cut: shares of its points.
_CUTS = np.linspace(0.05, 0.95, 19)
#: What looks this much the way of a face, as a cosine, gives it its colour.
_FACING = 0.5
_FEWEST = 12

#: Corners of the six faces of a box, counter-clockwise from outside, and where they look.
_FACES = np.array(
    [
        [[1, 0, 1], [1, 0, 0], [1, 1, 0], [1, 1, 1]],
        [[0, 0, 0], [0, 0, 1], [0, 1, 1], [0, 1, 0]],
        [[0, 1, 1], [1, 1, 1], [1, 1, 0], [0, 1, 0]],
        [[0, 0, 0], [1, 0, 0], [1, 0, 1], [0, 0, 1]],
        [[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]],
        [[1, 0, 0], [0, 0, 0], [0, 1, 0], [1, 1, 0]],
    ],
    float,
)
_NORMALS = np.array([[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0], [0, 0, 1], [0, 0, -1]], float)
_HALVES = np.array([(0, 1, 2), (0, 2, 3)])


@dataclass(frozen=True, eq=False, slots=True)
class Boxes:
    """Boxes as triangles (m, 3) over positions (n, 3), with linear colours (n, 3)."""

    positions: Floats
    triangles: Indices
    colors: Floats


def boxed(points: Matrix, normals: Matrix, colors: Floats, most: int) -> Boxes:
    """At most so many boxes around points (n, 3) of a surface, in their colours.

    The box around all is cut in two where that leaves out most of its room, and so on.
    """
    groups = [np.arange(len(points))]
    cuts = [_best_cut(points)]
    while len(groups) < most:
        number = int(np.argmax([saved for saved, _ in cuts]))
        saved, low = cuts[number]
        if saved <= 0:
            break
        one, other = groups[number][low], groups[number][~low]
        groups[number], cuts[number] = one, _best_cut(points[one])
        groups.append(other)
        cuts.append(_best_cut(points[other]))
    faces, shades = [], []
    for members in groups:
        low_end, high_end = points[members].min(axis=0), points[members].max(axis=0)
        faces.append(low_end + _FACES * (high_end - low_end))
        shades.append(_face_colors(normals[members], colors[members]))
    count = 6 * len(groups)
    corners = np.arange(count)[:, None, None] * 4 + _HALVES
    return Boxes(
        np.concatenate(faces).reshape(-1, 3).astype(np.float32),
        corners.reshape(-1, 3).astype(np.uint32),
        np.repeat(np.concatenate(shades), 4, axis=0).astype(np.float32),
    )


def _best_cut(points: Matrix) -> tuple[float, NDArray[np.bool_]]:
    """How much room the best cut of a box around points saves, and which are on its one side."""
    best = 0.0, np.zeros(len(points), np.bool_)
    if len(points) < 2 * _FEWEST:
        return best
    whole = _room(points)
    for axis in range(3):
        for place in np.unique(np.quantile(points[:, axis], _CUTS)):
            low = points[:, axis] <= place
            if _FEWEST <= low.sum() <= len(points) - _FEWEST:
                saved = whole - _room(points[low]) - _room(points[~low])
                if saved > best[0]:
                    best = saved, low
    return best


def _room(points: Matrix) -> float:
    return float(np.prod(np.ptp(points, axis=0)))


def _face_colors(normals: Matrix, colors: Floats) -> Floats:
    """The colour of each face of a box (6, 3)."""
    facing = np.maximum(normals @ _NORMALS.T - _FACING, 0)
    weights = facing + 1e-6
    found: Floats = (weights.T @ colors / weights.sum(axis=0)[:, None]).astype(np.float32)
    return found
