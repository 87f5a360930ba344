"""Distances between surfaces are the true ones."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hallgen.media.models.distance import Surface, distance, strewn
from tests.support.made_models import sphere


def ball(radius: float = 1.0, rings: int = 40, at: tuple[float, ...] = (0, 0, 0)) -> Surface:
    points, corners = sphere(rings)
    return Surface((points * radius + at).astype(np.float32), corners.astype(np.uint32))


def test_a_surface_is_not_away_from_itself() -> None:
    assert distance(ball(), ball()) < 2e-4


@given(st.floats(0.2, 3.0))
@settings(max_examples=15, deadline=None)
def test_balls_in_each_other_are_as_far_apart_as_their_radii(radius: float) -> None:
    assert distance(ball(), ball(radius)) == pytest.approx(abs(1 - radius), abs=8e-3)


def test_a_part_that_is_missing_counts() -> None:
    one, other = ball(), ball(0.1, at=(3, 0, 0))
    both = Surface(
        np.concatenate([one.positions, other.positions]),
        np.concatenate([one.triangles, other.triangles + np.uint32(len(one.positions))]),
    )
    assert distance(both, one, points=8000) == pytest.approx(2.1, abs=0.02)
    assert distance(one, both, points=8000) == pytest.approx(2.1, abs=0.02)


def test_nothing_is_as_far_away_as_the_other_is_long() -> None:
    nothing = Surface(np.zeros((0, 3), np.float32), np.zeros((0, 3), np.uint32))
    assert distance(ball(), nothing) == pytest.approx(2)
    assert distance(nothing, nothing) == 0


def test_points_lie_on_the_surface_evenly() -> None:
    at, normals, _ = strewn(ball(), 4000)
    assert np.abs(np.linalg.norm(at, axis=1) - 1).max() < 5e-3
    assert (np.einsum("ij,ij->i", at, normals) > 0.98).all()
    assert np.abs(at.mean(axis=0)).max() < 0.03
