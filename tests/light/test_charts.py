"""Flat faces get texels; where they lie on a sheet."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.light.charts import Densities, Density, arrange, find_charts
from hallgen.scene import Mesh
from tests.support.scenes import PLAIN, box

EVEN = Densities(Density(10, 10, 1, 2), Density(10, 10, 1, 2))


def test_a_box_has_a_chart_for_each_of_its_faces() -> None:
    charts = find_charts(box(2.0, 1.0, 0.5), EVEN, 1.0)
    assert len(charts) == 6
    found = sorted(sorted((c.columns, c.rows)) for c in charts)
    # ceil(length * 10) + 1 along each edge
    assert found == [[6, 11], [6, 11], [6, 21], [6, 21], [11, 21], [11, 21]]


def test_charts_run_from_edge_to_edge_and_look_outside() -> None:
    for chart in find_charts(box(2.0, 1.0, 0.5), EVEN, 1.0):
        assert chart.shares.min() == pytest.approx(0)
        assert chart.shares.max() == pytest.approx(1)
        assert np.cross(chart.right, chart.up) @ chart.normal > 0
        places = chart.corner + chart.shares @ np.stack([chart.right, chart.up])
        middle = np.array([0, 0.5, 0])
        assert ((places - middle) @ chart.normal > 0).all()


def test_points_of_a_chart_keep_off_its_edges() -> None:
    chart = find_charts(box(2.0, 1.0, 0.5), EVEN, 1.0)[0]
    points = chart.points(chart.columns, chart.rows)
    assert points.shape == (chart.columns * chart.rows, 3)
    across = (points - chart.corner) @ chart.right / np.linalg.norm(chart.right)
    assert across.min() == pytest.approx(0.012)


def test_small_and_round_faces_have_none() -> None:
    assert find_charts(box(0.1, 0.1, 0.1), EVEN, 1.0) == []
    bent = box(2.0, 1.0, 0.5)
    smooth = bent.positions - [0, 0.5, 0]
    round_ = Mesh("round", PLAIN, bent.positions, smooth / 1.2, bent.triangles)
    assert find_charts(round_, EVEN, 1.0) == []


@given(st.lists(st.tuples(st.integers(2, 90), st.integers(2, 90)), max_size=40))
def test_rectangles_on_a_sheet_never_overlap_and_leave_black(sizes: list[tuple[int, int]]) -> None:
    width, height, places = arrange(sizes)
    taken = np.zeros((max(height, 2), width), int)
    for (w, h), (x, y) in zip(sizes, places, strict=True):
        assert x + w <= width
        assert y + h <= height
        taken[y : y + h, x : x + w] += 1
    assert taken.max(initial=0) <= 1
    assert not taken[:2, :2].any()
