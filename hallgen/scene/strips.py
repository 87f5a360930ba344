"""Fewer sides for a picture that is bent round: the header of a round booth from afar."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from hallgen.scene.document import Indices, Mesh

#: Sides that a strip has at most, from afar: of a ring of 8 m, each is off by 14 cm.
_SIDES = 12
#: Places nearer than this, in metres, and coordinates nearer than a tenth of it, are one.
_WELD = 1e-3

Columns = dict[int, list[int]]


def straightened(mesh: Mesh, triangles: Indices) -> Indices:
    """These triangles (m, 3) with fewer sides, where they are an upright strip of quads.

    Corners are those of the mesh: of the strip's upright edges every so many are kept, and all
    at which its picture ends. What is no such strip stays as it is.
    """
    used, corners = np.unique(triangles, return_inverse=True)
    if mesh.uvs is None:
        return triangles
    x, y, z = mesh.positions[used].T
    places = np.stack([x, z, 10 * mesh.uvs[used, 0]], axis=1)
    column = np.unique(np.round(places / _WELD), axis=0, return_inverse=True)[1].reshape(-1)
    ends = column[corners.reshape(-1, 3)].astype(np.uint32)
    low, high = (y - y.min() < _WELD), (y.max() - y < _WELD)
    if not (low | high).all() or any(len(set(row)) != 2 for row in ends.tolist()):
        return triangles
    chains = list(_chains(_neighbours(ends)))
    step = math.ceil(sum(len(chain) - 1 for chain in chains) / _SIDES)
    if step < 2:
        return triangles
    bottom = {int(column[at]): int(used[at]) for at in np.flatnonzero(low)}
    top = {int(column[at]): int(used[at]) for at in np.flatnonzero(high)}
    found = []
    for chain in chains:
        kept = [*chain[:-1:step], chain[-1]]
        for one, other in pairwise(kept):
            found += [(bottom[one], bottom[other], top[other]), (bottom[one], top[other], top[one])]
    return _outwards(mesh, np.array(found, np.uint32))


def _neighbours(ends: Indices) -> Columns:
    """The columns beside each column."""
    found: Columns = {}
    for row in ends.tolist():
        one, other = sorted(set(row))
        for here, there in ((one, other), (other, one)):
            beside = found.setdefault(here, [])
            if there not in beside:
                beside.append(there)
    return found


def _chains(beside: Columns) -> Iterator[list[int]]:
    """Columns in the order in which they stand, once round where a strip has no end."""
    seen: set[int] = set()
    for start in sorted(beside, key=lambda column: (len(beside[column]), column)):
        if start in seen:
            continue
        chain = [start]
        seen.add(start)
        while following := [column for column in beside[chain[-1]] if column not in seen]:
            chain.append(following[0])
            seen.add(following[0])
        if len(chain) > 2 and start in beside[chain[-1]]:
            chain.append(start)
        yield chain


def _outwards(mesh: Mesh, triangles: Indices) -> Indices:
    """The triangles turned to where their corners' normals point."""
    a, b, c = (mesh.positions[corner] for corner in triangles.T)
    normals = mesh.normals[triangles].sum(axis=1)
    inside = np.einsum("ij,ij->i", np.cross(b - a, c - a), normals) < 0
    triangles[inside] = triangles[inside][:, ::-1]
    return triangles
