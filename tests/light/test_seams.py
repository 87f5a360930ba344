"""Meshes are cut where charts end."""

from __future__ import annotations

import numpy as np

from hallgen.light.charts import Densities, Density, find_charts
from hallgen.light.seams import cut_apart
from hallgen.scene import Mesh
from tests.support.scenes import PLAIN, box

EVEN = Densities(Density(10, 10, 1, 2), Density(10, 10, 1, 2))


def bevel() -> Mesh:
    """A floor and a wall of 2 x 1 m, joined by a bevel that shares the vertices of both."""
    points = [[x, y, z] for x in (0, 2) for y, z in ((0, 1), (0, 0.02), (0.02, 0), (1, 0))]
    up, out = [0, 1, 0], [0, 0, 1]
    quads = [(0, 4, 5, 1), (1, 5, 6, 2), (2, 6, 7, 3)]
    return Mesh(
        "bevel",
        PLAIN,
        np.array(points, np.float32),
        np.array([up, up, out, out] * 2, np.float32),
        np.array([t for a, b, c, d in quads for t in ((a, b, c), (a, c, d))], np.uint32),
    )


def test_no_vertex_of_a_chart_belongs_to_another_face() -> None:
    mesh = bevel()
    charts = find_charts(mesh, EVEN, 1.0)
    assert len(charts) == 2
    cut, apart = cut_apart(mesh, charts)
    after = cut.of(mesh)
    assert len(after.positions) > len(mesh.positions)
    assert (after.positions[after.triangles] == mesh.positions[mesh.triangles]).all()
    used = np.full(len(after.positions), -2)
    for number, chart in enumerate(apart):
        used[chart.vertices] = number
        places = chart.corner + chart.shares @ np.stack([chart.right, chart.up])
        assert np.abs(after.positions[chart.vertices] - places).max() < 1e-5
    chart_of = np.full(len(after.triangles), -2)
    for number, chart in enumerate(apart):
        chart_of[chart.triangles] = number
    assert (used[after.triangles] == chart_of[:, None]).all()


def test_a_mesh_without_charts_stays_as_it_is() -> None:
    mesh = box(0.1, 0.1, 0.1)
    cut, _ = cut_apart(mesh, [])
    assert cut.of(mesh) is mesh
