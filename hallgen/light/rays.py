"""Rays, by Embree: what is hit first, and whether anything stands between.

`embreex` is used directly; trimesh's wrapper copies and sorts, which costs more than tracing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from embreex.mesh_construction import TriangleMesh
from embreex.rtcore_scene import EmbreeScene
from numpy.typing import NDArray

from hallgen.scene import Floats, Indices


@dataclass(frozen=True, eq=False, slots=True)
class Hits:
    """The first triangle each ray meets (-1 none), where on it, how far, and its facing.

    `u` and `v` weigh its second and third corner. `front` is whether its outside was met.
    """

    triangle: NDArray[np.int32]
    u: Floats
    v: Floats
    distance: Floats
    front: NDArray[np.bool_]


class Rays:
    """Triangles (m, 3) over positions (n, 3) in metres, ready to be traced."""

    def __init__(self, positions: Floats, triangles: Indices) -> None:
        self._scene = EmbreeScene()
        # Kept: Embree reads them while it traces.
        self._mesh = TriangleMesh(
            self._scene,
            np.ascontiguousarray(positions, np.float32),
            np.ascontiguousarray(triangles, np.int32),
        )

    def hits(self, origins: Floats, directions: Floats, far: float | None = None) -> Hits:
        """The first hits of rays (n, 3), at most `far` along their directions."""
        reach = None if far is None else np.full(len(origins), far, np.float32)
        found = self._scene.run(origins, directions, dists=reach, query="INTERSECT", output=True)
        out = found["Ng"]
        front = np.einsum("ij,ij->i", directions, out) < 0
        return Hits(found["primID"], found["u"], found["v"], found["tfar"], front)

    def blocked(self, origins: Floats, directions: Floats, distances: Floats) -> NDArray[np.bool_]:
        """Whether something lies on each ray nearer than its distance (unit directions)."""
        found = self._scene.run(origins, directions, dists=distances, query="OCCLUDED")
        blocked: NDArray[np.bool_] = found >= 0
        return blocked
