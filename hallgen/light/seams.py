"""Where charts meet other faces a vertex must be two: one place on the sheet for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hallgen.light.charts import Chart
from hallgen.scene import Indices, Mesh


@dataclass(frozen=True, eq=False, slots=True)
class Cut:
    """How a mesh is cut along the edges of its charts.

    `origins` (n,) are the old numbers of the new vertices: first all old ones, then the copies.
    `triangles` (m, 3) are the old triangles over the new vertices, in their order.
    """

    origins: Indices
    triangles: Indices

    def of(self, mesh: Mesh) -> Mesh:
        """The mesh with its vertices cut apart."""
        if len(self.origins) == len(mesh.positions):
            return mesh
        at = self.origins
        return replace(
            mesh,
            positions=mesh.positions[at],
            normals=mesh.normals[at],
            triangles=self.triangles,
            uvs=None if mesh.uvs is None else mesh.uvs[at],
            colors=None if mesh.colors is None else mesh.colors[at],
            features=None if mesh.features is None else mesh.features[at],
        )


def cut_apart(mesh: Mesh, charts: Sequence[Chart]) -> tuple[Cut, tuple[Chart, ...]]:
    """Cut a mesh so that no vertex of a chart belongs to a triangle that is not of that chart.

    A bevel shares its vertices with the faces it joins; its light would otherwise run right
    across the sheet from one face's place to the other's.
    """
    chart_of = np.full(len(mesh.triangles), -1, np.int64)
    for number, chart in enumerate(charts):
        chart_of[chart.triangles] = number
    corners = mesh.triangles.astype(np.int64)
    wanted = np.repeat(chart_of, 3)
    # The pairs of vertex and chart that are needed; of each vertex the first pair keeps it.
    pairs, which = np.unique(
        np.stack([corners.ravel(), wanted], axis=1), axis=0, return_inverse=True
    )
    first = np.ones(len(pairs), bool)
    first[1:] = pairs[1:, 0] != pairs[:-1, 0]
    numbers = np.where(first, pairs[:, 0], 0)
    numbers[~first] = len(mesh.positions) + np.arange((~first).sum())
    origins = np.concatenate([np.arange(len(mesh.positions)), pairs[~first, 0]])
    moved = []
    for number, chart in enumerate(charts):
        of_chart = pairs[:, 1] == number
        # Both in the order of old numbers, as the chart's own vertices are.
        moved.append(replace(chart, vertices=numbers[of_chart].astype(np.uint32)))
    triangles = numbers[which.ravel()].reshape(-1, 3).astype(np.uint32)
    return Cut(origins.astype(np.uint32), triangles), tuple(moved)
