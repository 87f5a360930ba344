"""Normals for meshes that come without."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallgen.scene import Floats, Indices


def vertex_normals(positions: Floats, triangles: Indices) -> Floats:
    """Unit normals (n, 3) of vertices: of the triangles around each, by their areas.

    A vertex of no triangle, or of slivers alone, gets +Y.
    """
    corners = positions.astype(np.float64)[triangles]
    faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    sums = np.stack(
        [
            np.bincount(triangles.ravel(), np.repeat(faces[:, axis], 3), len(positions))
            for axis in range(3)
        ],
        axis=1,
    )
    return unit(sums)


def unit(vectors: NDArray[Any]) -> Floats:
    """Vectors (n, 3) at length 1; what has none gets +Y."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    flat = ~(lengths > 0) | ~np.isfinite(lengths)
    found = np.where(flat, (0.0, 1.0, 0.0), vectors / np.where(flat, 1, lengths))
    return found.astype(np.float32)
