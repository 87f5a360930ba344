"""Pits in flat faces, so that one can look into what is else solid."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from hallgen.scene import Matrix, Mesh

#: A face is flat, and across a hole's way, when it is so within this (metres, and of a normal).
_FLAT = 3e-4
#: What a pit is lined with has this part of the colour of its surface.
_IN_THE_DARK = 0.3


def pitted(mesh: Mesh, place: Matrix, width: float, height: float, depth: float) -> Mesh:
    """A mesh with a rectangular pit in it, lined with its own colour in the dark.

    `place` leads from the pit's own axes to the mesh's: x to the right and y up over its mouth,
    from the middle of the lower edge, z out of the surface. Rectangular faces across z that hold
    the whole mouth, no farther than `depth` metres from it, become a frame of eight triangles
    around it. From the foremost of them the pit goes down to `depth`, so that a closed body stays
    closed, and has the front that it had for whoever sees it from afar. Raises ValueError where
    there is no such face.
    """
    to_hole = np.linalg.inv(place)
    points = mesh.positions @ to_hole[:3, :3].T + to_hole[:3, 3]
    ahead = mesh.normals @ place[:3, :3]
    flat = (np.ptp(points[mesh.triangles, 2], axis=1) < _FLAT) & (
        np.abs(ahead[mesh.triangles, 2]).min(axis=1) > 1 - _FLAT
    )
    near = flat & (np.abs(points[mesh.triangles[:, 0], 2]) < depth)
    hole = np.array([(-width / 2, 0), (width / 2, 0), (width / 2, height), (-width / 2, height)])
    made, mouths = mesh, []
    left = np.ones(len(mesh.triangles), bool)
    for pair in _rectangles(mesh, near):
        corners = np.unique(mesh.triangles[pair])
        low, high = points[corners, :2].min(axis=0), points[corners, :2].max(axis=0)
        if (low < hole.min(axis=0)).all() and (hole.max(axis=0) < high).all():
            left[pair] = False
            made = _framed(made, points[corners], corners, hole, place)
            mouths.append((float(points[corners, 2].mean()), corners[0]))
    if not mouths:
        raise ValueError(f"{mesh.name} has no flat face at the hole")
    kept = np.concatenate([left, np.ones(len(made.triangles) - len(left), bool)])
    front, corner = max(mouths)
    return _lined(
        replace(made, triangles=made.triangles[kept]), corner, hole, (front, -depth), place
    )


def _rectangles(mesh: Mesh, near: NDArray[np.bool_]) -> list[NDArray[np.intp]]:
    """Pairs of those triangles that share an edge."""
    return [
        np.array(pair)
        for pair in combinations(np.flatnonzero(near), 2)
        if len(np.intersect1d(*mesh.triangles[list(pair)])) == 2
    ]


def _framed(
    mesh: Mesh,
    around: NDArray[np.float64],
    corners: NDArray[np.uint32],
    hole: NDArray[np.float64],
    place: Matrix,
) -> Mesh:
    """The mesh with a frame from a face's corners, which lie `around` the hole, to the hole's."""
    middle = hole.mean(axis=0)
    order = np.argsort(np.arctan2(*(around[:, :2] - middle).T[::-1]))
    corners, level = corners[order], around[:, 2].mean()
    rim = np.column_stack([hole, np.full(4, level)]) @ place[:3, :3].T + place[:3, 3]
    first = len(mesh.positions)
    inner = np.arange(first, first + 4)
    # Both rings run counter-clockwise from the lower left, seen from the hole's front.
    quads = [(k, (k + 1) % 4) for k in range(4)]
    frame = [
        triangle
        for a, b in quads
        for triangle in (
            (corners[a], corners[b], inner[b]),
            (corners[a], inner[b], inner[a]),
        )
    ]
    triangles = np.array(frame, np.uint32)
    if (mesh.normals[corners] @ place[:3, 2]).sum() < 0:
        triangles = triangles[:, ::-1]
    return replace(
        mesh,
        positions=np.concatenate([mesh.positions, rim.astype(np.float32)]),
        normals=np.concatenate([mesh.normals, mesh.normals[corners]]),
        triangles=np.concatenate([mesh.triangles, triangles]),
        colors=None if mesh.colors is None else np.concatenate([mesh.colors, mesh.colors[corners]]),
    )


def _lined(
    mesh: Mesh,
    corner: np.uint32,
    hole: NDArray[np.float64],
    reach: tuple[float, float],
    place: Matrix,
) -> Mesh:
    """The mesh with a pit's four walls and its bottom, in the darkened colour of a corner."""
    front, back = (np.column_stack([hole, np.full(4, z)]) for z in reach)
    following = np.roll(np.arange(4), -1)
    faces = [np.stack([front[a], front[b], back[b], back[a]]) for a, b in enumerate(following)]
    faces.append(back)
    points = np.concatenate(faces) @ place[:3, :3].T + place[:3, 3]
    into = np.array([(0, 1, 0), (-1, 0, 0), (0, -1, 0), (1, 0, 0), (0, 0, 1)], float)
    normals = np.repeat(into @ place[:3, :3].T, 4, axis=0)
    first = len(mesh.positions) + 4 * np.arange(5)[:, None]
    triangles = np.concatenate([first + np.array(half) for half in ((0, 1, 2), (0, 2, 3))])
    colors = mesh.colors
    if colors is not None:
        dark = colors[corner] * np.array([_IN_THE_DARK] * 3 + [1], np.float32)
        colors = np.concatenate([colors, np.tile(dark, (20, 1))])
    return replace(
        mesh,
        positions=np.concatenate([mesh.positions, points.astype(np.float32)]),
        normals=np.concatenate([mesh.normals, normals.astype(np.float32)]),
        triangles=np.concatenate([mesh.triangles, triangles.astype(np.uint32)]),
        colors=colors,
    )
