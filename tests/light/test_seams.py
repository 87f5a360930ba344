"""Meshes are cut where charts end."""

from __future__ import annotations

import numpy as np

from hallgen.kit.finishes import PANEL
from hallgen.kit.shapes import box
from hallgen.light.charts import Densities, Density, find_charts
from hallgen.light.seams import cut_apart

EVEN = Densities(Density(10, 10, 1, 2), Density(10, 10, 1, 2))


def test_no_vertex_of_a_chart_belongs_to_another_face() -> None:
    """A bevelled box shares the vertices of its faces with its bevels."""
    mesh = box(PANEL, 1.0, 1.0, 0.6, 0.02)
    charts = find_charts(mesh, EVEN, 1.0)
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
    mesh = box(PANEL, 0.1, 0.1, 0.1, 0.01)
    cut, _ = cut_apart(mesh, [])
    assert cut.of(mesh) is mesh
