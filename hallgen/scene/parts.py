"""Which triangles of a mesh hang together."""

from __future__ import annotations

import numpy as np

from hallgen.scene.document import Floats, Indices

#: Corners nearer than this are one: a tenth of a millimetre.
_WELD = 1e-4


def parts(positions: Floats, triangles: Indices) -> Indices:
    """The number of its part for each triangle, from 0, in the order of their first corners.

    Triangles hang together when they have a corner in the same place, whatever their normals.
    """
    return connected(welded(positions)[triangles])


def connected(corners: Indices) -> Indices:
    """The number of its group for each triangle (m,), given the numbers of its corners (m, 3).

    Components are found by hooking roots to lower ones and shortening the ways to them
    (Shiloach and Vishkin, "An O(log n) parallel connectivity algorithm", 1982).
    """
    one, other = np.concatenate([corners[:, :2], corners[:, 1:]]).T
    roots = np.arange(corners.max(initial=0) + 1)
    while True:
        lowest = np.minimum(roots[one], roots[other])
        hooked = roots.copy()
        np.minimum.at(hooked, roots[one], lowest)
        np.minimum.at(hooked, roots[other], lowest)
        while not np.array_equal(shorter := hooked[hooked], hooked):
            hooked = shorter
        if np.array_equal(hooked, roots):
            break
        roots = hooked
    numbers = np.unique(roots[corners[:, 0]], return_inverse=True)[1]
    return numbers.astype(np.uint32)


def welded(positions: Floats) -> Indices:
    """A number for each vertex, the same for those in the same place."""
    grid = np.round(positions.astype(np.float64) / _WELD).astype(np.int64)
    grid -= grid.min(axis=0, initial=0)
    # One whole number for three; 64 bits hold those of a hall of 300 x 300 x 30 m.
    _, y, z = grid.max(axis=0, initial=0) + 1
    keys = (grid[:, 0] * y + grid[:, 1]) * z + grid[:, 2]
    return np.unique(keys, return_inverse=True)[1].astype(np.uint32)
