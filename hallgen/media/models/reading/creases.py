"""Normals for surfaces that come without: smooth where they curve, sharp at their edges."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

#: Triangles that meet at a wider angle, in degrees, meet at an edge.
CREASE: Final = 35.0
#: Corners at one place that are looked at for each: more meet only in the middle of a fan.
_MOST: Final = 48


def creased(positions: NDArray[Any], triangles: NDArray[Any]) -> NDArray[np.float32]:
    """Unit normals (3 m, 3) for the corners of triangles (m, 3) among positions (n, 3).

    That of a corner is the mean, by area, of the triangles around its place whose own normals
    are within CREASE degrees of its triangle's; places are equal if their coordinates are.
    """
    corners = positions[triangles].astype(np.float64)
    areas = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    lengths = np.linalg.norm(areas, axis=1, keepdims=True)
    flat = lengths <= 0
    ways = np.where(flat, 0, areas / np.where(flat, 1, lengths))
    # Triangles of one face differ in size by orders of magnitude; float64 keeps the sum exact.
    places = _places(positions)[triangles].ravel()
    order = np.argsort(places, kind="stable")
    sizes = np.bincount(places)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    size = sizes[places[order]]
    start = starts[places[order]]
    rank = np.arange(len(order)) - start
    owner = order // 3
    total = areas[owner].copy()
    cosine = np.cos(np.radians(CREASE))
    for step in range(1, min(int(size.max(initial=1)), _MOST)):
        at = np.flatnonzero(size > step)
        other = owner[start[at] + (rank[at] + step) % size[at]]
        mine = owner[at]
        near = (ways[mine] * ways[other]).sum(axis=1) >= cosine
        total[at[near]] += areas[other[near]]
    norms = np.linalg.norm(total, axis=1, keepdims=True)
    none = norms <= 0
    normals = np.empty((len(order), 3), np.float32)
    normals[order] = np.where(none, (0, 1, 0), total / np.where(none, 1, norms))
    return normals


def _places(positions: NDArray[Any]) -> NDArray[np.int64]:
    """A number for each position, equal for those with equal coordinates."""
    words = np.ascontiguousarray(positions + 0.0, np.float64).view(np.uint64)  # no -0
    keys = np.zeros(len(words), np.uint64)
    for column in words.T:
        keys = (keys ^ column) * np.uint64(0x9E3779B97F4A7C15)
        keys ^= keys >> np.uint64(29)
    _, inverse = np.unique(keys, return_inverse=True)
    return inverse.reshape(-1)
