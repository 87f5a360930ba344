"""Normals for surfaces that come without: smooth where they curve, sharp at their edges."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

#: Triangles that meet at a wider angle, in degrees, meet at an edge.
CREASE: Final = 35.0
#: Corners at one place that are looked at for each: more meet only in the middle of a fan.
_MOST: Final = 48
_DIGITS: Final = 4


def creased(positions: NDArray[Any], triangles: NDArray[Any]) -> NDArray[np.float32]:
    """Unit normals (3 m, 3) for the corners of triangles (m, 3) among positions (n, 3).

    That of a corner is the mean, by their angles there, of the triangles around its place whose
    own normals are within CREASE degrees of its triangle's: however a face is cut, it counts the
    same. Places are equal if their coordinates are. Normals are rounded, so that corners that see
    the same triangles in another order have the same one.
    """
    corners = positions[triangles].astype(np.float64)
    areas = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    lengths = np.linalg.norm(areas, axis=1, keepdims=True)
    flat = lengths <= 0
    ways = np.where(flat, 0, areas / np.where(flat, 1, lengths))
    pulls = ways[:, None] * _angles(corners)[:, :, None]
    places = _places(positions)[triangles].ravel()
    order = np.argsort(places, kind="stable")
    sizes = np.bincount(places)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    size = sizes[places[order]]
    start = starts[places[order]]
    rank = np.arange(len(order)) - start
    owner = order // 3
    pulls = pulls.reshape(-1, 3)[order]
    total = pulls.copy()
    cosine = np.cos(np.radians(CREASE))
    for step in range(1, min(int(size.max(initial=1)), _MOST)):
        at = np.flatnonzero(size > step)
        other = start[at] + (rank[at] + step) % size[at]
        near = (ways[owner[at]] * ways[owner[other]]).sum(axis=1) >= cosine
        total[at[near]] += pulls[other[near]]
    norms = np.linalg.norm(total, axis=1, keepdims=True)
    none = norms <= 0
    normals = np.empty((len(order), 3), np.float32)
    normals[order] = np.where(none, (0, 1, 0), total / np.where(none, 1, norms)).round(_DIGITS)
    return normals


def _angles(corners: NDArray[Any]) -> NDArray[Any]:
    """The angles of triangles (m, 3, 3) at their corners (m, 3), in radians."""
    sides = np.roll(corners, -1, axis=1) - corners
    lengths = np.linalg.norm(sides, axis=2, keepdims=True)
    sides /= np.where(lengths > 0, lengths, 1)
    cosines = -(sides * np.roll(sides, 1, axis=1)).sum(axis=2)
    angles: NDArray[Any] = np.arccos(np.clip(cosines, -1, 1))
    return angles


def _places(positions: NDArray[Any]) -> NDArray[np.int64]:
    """A number for each position, equal for those with equal coordinates."""
    words = np.ascontiguousarray(positions + 0.0, np.float64).view(np.uint64)  # no -0
    keys = np.zeros(len(words), np.uint64)
    for column in words.T:
        keys = (keys ^ column) * np.uint64(0x9E3779B97F4A7C15)
        keys ^= keys >> np.uint64(29)
    _, inverse = np.unique(keys, return_inverse=True)
    return inverse.reshape(-1)
