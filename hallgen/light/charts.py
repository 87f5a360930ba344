"""Flat faces that are large enough for texels of their own.

A chart is a rectangle around a flat face. Its texels lie on a grid whose outermost ones are on
the rectangle's edges, and texture coordinates run from the middle of the first to the middle of
the last; so a chart needs no padding and nothing bleeds into its neighbours on the sheet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallgen.scene import Floats, Indices, Mesh, connected, welded

Doubles = NDArray[np.float64]

#: Faces with less area (m2) or a shorter side (m) have light at their corners only.
_LEAST_AREA, _LEAST_SIDE = 0.10, 0.17
#: How far a vertex's normal may be from its face's before the face counts as round (a cosine).
_FLAT = 0.99
#: No chart has more texels than this along a side: a hall's floor fits a texture.
MOST_TEXELS = 1500


@dataclass(frozen=True, eq=False, slots=True)
class Chart:
    """A flat face's rectangle: a corner and two edges (3,) in metres, and its normal.

    `columns` and `rows` are its texels along `right` and `up`. `vertices` are those of the mesh
    that lie in it, at the fractions `shares` (n, 2) along the two edges; `triangles` its faces.
    """

    corner: Doubles
    right: Doubles
    up: Doubles
    normal: Doubles
    columns: int
    rows: int
    vertices: Indices
    shares: Doubles
    triangles: Indices

    def points(self, columns: int, rows: int, inset: float = 0.012) -> Doubles:
        """A grid of points on it (rows * columns, 3), row by row, `inset` metres from its edges.

        On the very edge a point would lie in the wall next to it.
        """
        across = _grid(columns, float(np.linalg.norm(self.right)), inset)
        along = _grid(rows, float(np.linalg.norm(self.up)), inset)
        u, v = np.meshgrid(across, along)
        return np.asarray(self.corner + u.reshape(-1, 1) * self.right + v.reshape(-1, 1) * self.up)


@dataclass(frozen=True, slots=True)
class Density:
    """Texels a metre: of small faces that are looked at closely, and of large ones.

    Between `near_area` and `far_area` (m2) it falls evenly in the logarithm.
    """

    near: float
    far: float
    near_area: float
    far_area: float

    def at(self, area: float) -> float:
        """Texels a metre of a face of so many square metres."""
        share = math.log(max(area, 1e-6) / self.near_area) / math.log(
            self.far_area / self.near_area
        )
        share = min(1.0, max(0.0, share))
        return math.exp(math.log(self.near) * (1 - share) + math.log(self.far) * share)


@dataclass(frozen=True, slots=True)
class Densities:
    """Of what is walked on, and of all else."""

    floors: Density
    others: Density


def find_charts(mesh: Mesh, density: Densities, scale: float) -> list[Chart]:
    """The charts of a mesh in place, in the order of their first triangles.

    `scale` multiplies the density.
    """
    faces, groups, areas = _flat_groups(mesh)
    order = np.argsort(groups, kind="stable")
    starts = np.searchsorted(groups[order], np.arange(len(areas)))
    ends = np.append(starts[1:], len(order))
    charts = []
    for group in np.flatnonzero(areas >= _LEAST_AREA):
        triangles = faces[order[starts[group] : ends[group]]]
        chart = _chart(mesh, triangles, float(areas[group]), density, scale)
        if chart is not None:
            charts.append(chart)
    return charts


def _flat_groups(mesh: Mesh) -> tuple[Indices, Indices, Doubles]:
    """Flat triangles, the number of the face each belongs to, and the faces' areas (m2)."""
    points = mesh.positions.astype(np.float64)
    a, b, c = (points[mesh.triangles[:, i]] for i in range(3))
    across = np.cross(b - a, c - a)
    sizes = np.linalg.norm(across, axis=1)
    normals = across / np.maximum(sizes, 1e-12)[:, None]
    agree = np.einsum("tij,tj->ti", mesh.normals[mesh.triangles], normals).min(axis=1)
    faces = np.flatnonzero((agree > _FLAT) & (sizes > 1e-9)).astype(np.uint32)
    if not len(faces):
        return faces, faces, np.zeros(0)
    turned = np.round(normals[faces] * 200).astype(np.int64) + 200
    ways = np.unique(turned @ np.array([401 * 401, 401, 1]), return_inverse=True)[1]
    corners = welded(mesh.positions)[mesh.triangles[faces]].astype(np.int64)
    keys = np.unique(corners * (ways.max() + 1) + ways[:, None], return_inverse=True)[1]
    groups = connected(keys.reshape(-1, 3).astype(np.uint32))
    return faces, groups, np.bincount(groups, sizes[faces] / 2).astype(np.float64)


def _chart(
    mesh: Mesh, triangles: Indices, area: float, density: Densities, scale: float
) -> Chart | None:
    corners = mesh.triangles[triangles]
    vertices = np.unique(corners).astype(np.uint32)
    points = mesh.positions[vertices].astype(np.float64)
    a, b, c = (mesh.positions[corners[:, i]].astype(np.float64) for i in range(3))
    normal = np.cross(b - a, c - a).sum(axis=0)
    normal /= np.linalg.norm(normal)
    right, up = _axes(normal, points, np.concatenate([b - a, c - b, a - c]))
    u, v = points @ right, points @ up
    width, height = float(np.ptp(u)), float(np.ptp(v))
    if min(width, height) < _LEAST_SIDE:
        return None
    texels = (density.floors if normal[1] > 0.9 else density.others).at(area) * scale
    middle = normal * float(np.mean(points @ normal))
    return Chart(
        corner=right * u.min() + up * v.min() + middle,
        right=right * width,
        up=up * height,
        normal=normal,
        columns=_count(width, texels),
        rows=_count(height, texels),
        vertices=vertices,
        shares=np.stack([(u - u.min()) / width, (v - v.min()) / height], axis=1),
        triangles=triangles,
    )


def _axes(normal: Doubles, points: Doubles, edges: Doubles) -> tuple[Doubles, Doubles]:
    """Directions across and along a face: upright where it stands, else along that of its edges
    around which its rectangle is smallest.
    """
    if abs(normal[1]) < 0.9:
        up = np.array([0.0, 1.0, 0.0]) - normal * normal[1]
        up /= np.linalg.norm(up)
        return np.cross(up, normal), up
    length = np.linalg.norm(edges, axis=1)
    ways = edges[length > 1e-6] / length[length > 1e-6, None]
    ways = ways * np.where(ways[:, [0]] + 1e-6 * ways[:, [2]] < 0, -1, 1)
    ways = np.unique(np.round(ways, 3), axis=0)
    ways -= (ways @ normal)[:, None] * normal
    ways /= np.linalg.norm(ways, axis=1, keepdims=True)
    across = np.cross(ways, normal)
    areas = np.ptp(points @ ways.T, axis=0) * np.ptp(points @ across.T, axis=0)
    best = int(areas.round(4).argmin())
    return across[best], ways[best]


def _count(length: float, texels: float) -> int:
    return min(MOST_TEXELS, max(2, math.ceil(length * texels - 1e-3) + 1))


def _grid(count: int, length: float, inset: float) -> Doubles:
    """Shares of an edge from 0 to 1, the outermost moved inwards by `inset` metres."""
    edge = min(inset / length, 0.25)
    return np.clip(np.linspace(0.0, 1.0, count), edge, 1 - edge)


def arrange(sizes: Sequence[tuple[int, int]]) -> tuple[int, int, list[tuple[int, int]]]:
    """Width and height of a sheet, and where on it rectangles of (width, height) lie.

    They stand on shelves, the highest first. Texel (0, 0) and its neighbours stay free.
    """
    area = sum(w * h for w, h in sizes)
    widest = max((w for w, _ in sizes), default=2)
    width = max(widest + 2, math.ceil(math.sqrt(area * 1.05) / 4) * 4)
    order = sorted(range(len(sizes)), key=lambda k: (-sizes[k][1], -sizes[k][0], k))
    places: list[tuple[int, int]] = [(0, 0)] * len(sizes)
    x, y, shelf = 2, 0, 2
    for k in order:
        w, h = sizes[k]
        if x + w > width:
            x, y, shelf = 0, y + shelf, 0
        places[k] = (x, y)
        x, shelf = x + w, max(shelf, h)
    return width, y + shelf, places


__all__ = ["Chart", "Densities", "Density", "Doubles", "Floats", "arrange", "find_charts"]
