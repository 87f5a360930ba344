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
    ways = _unit(np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0]))
    places = _places(positions)[triangles].ravel()
    order = np.argsort(places, kind="stable")  # corners at one place lie side by side
    place, owner = places[order], order // 3
    mine = ways[owner]
    pulls = mine * _angles(corners).ravel()[order, None]
    total = _sums(pulls, place)[place]
    # Where all are within half the angle of their mean, each is within it of each other.
    means = _unit(_sums(mine, place))[place]
    smooth = (means * mine).sum(axis=1) >= np.cos(np.radians(CREASE / 2))
    edges = np.bincount(place, ~smooth)[place] > 0
    total[edges] = _near_ones(mine[edges], pulls[edges], place[edges])
    normals = np.empty((len(order), 3), np.float32)
    found = _unit(total).round(_DIGITS)
    normals[order] = np.where(found.any(axis=1, keepdims=True), found, (0, 1, 0))
    return normals


def _near_ones(ways: NDArray[Any], pulls: NDArray[Any], place: NDArray[Any]) -> NDArray[Any]:
    """For each corner the sum of the pulls at its place whose ways are near its own.

    All (c, 3) but place (c,), which is sorted.
    """
    _, starts, sizes = np.unique(place, return_index=True, return_counts=True)
    start, size = np.repeat(starts, sizes), np.repeat(sizes, sizes)
    rank = np.arange(len(place)) - start
    total = pulls.copy()
    cosine = np.cos(np.radians(CREASE))
    for step in range(1, min(int(size.max(initial=1)), _MOST)):
        at = np.flatnonzero(size > step)
        other = start[at] + (rank[at] + step) % size[at]
        near = (ways[at] * ways[other]).sum(axis=1) >= cosine
        total[at[near]] += pulls[other[near]]
    return total


def _sums(values: NDArray[Any], place: NDArray[Any]) -> NDArray[Any]:
    """The sums of values (c, 3) at each place."""
    columns = [np.bincount(place, column) for column in values.T]
    return np.stack(columns, axis=1)


def _unit(vectors: NDArray[Any]) -> NDArray[Any]:
    """Vectors (n, 3) at length 1; what has none stays so."""
    lengths = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    found: NDArray[Any] = vectors / np.where(lengths > 0, lengths, 1)
    return found


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
