"""Matrices taken apart are the same matrices put together again."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallgen.formats.placements import decompose
from tests.support.glb import matrix_of
from tests.support.scenes import at

_angles = st.floats(-720, 720)


def _turned(x: float, y: float, z: float) -> np.ndarray:
    turn = at(turn=y)
    about_x, about_z = np.eye(4), np.eye(4)
    cx, sx, cz, sz = (f(np.radians(a)) for a in (x, z) for f in (np.cos, np.sin))
    about_x[1:3, 1:3] = [[cx, -sx], [sx, cx]]
    about_z[:2, :2] = [[cz, -sz], [sz, cz]]
    return about_z @ turn @ about_x


@given(_angles, _angles, _angles, st.tuples(*[st.floats(0.01, 100)] * 3), st.booleans())
def test_any_turn_and_scale_comes_back(
    x: float, y: float, z: float, scale: tuple[float, float, float], mirrored: bool
) -> None:
    matrix = _turned(x, y, z) @ np.diag([*scale, 1.0])
    if mirrored:
        matrix = matrix @ np.diag([1.0, -1.0, 1.0, 1.0])
    parts = decompose(matrix[None])
    again = matrix_of(parts.translations[0], parts.rotations[0], parts.scales[0])
    # float32 keeps 7 digits; a rotation matrix multiplies two of them, times the scale.
    np.testing.assert_allclose(again, matrix, atol=1e-6 * max(scale))
    assert parts.mirrored == mirrored
    assert np.linalg.norm(parts.rotations[0].astype(float)) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("turn", [0, 90, 180, -90, 270, 360])
def test_right_angles_leave_no_noise(turn: float) -> None:
    parts = decompose(at(turn=turn)[None])
    assert set(np.abs(parts.rotations[0]).tolist()) <= {0.0, 1.0, float(np.float32(0.5**0.5))}
    assert not parts.scaled
    assert parts.rotated == (turn % 360 != 0)


def test_a_flat_placement_is_refused() -> None:
    with pytest.raises(ValueError, match="scale of 0"):
        decompose(np.diag([1.0, 0.0, 1.0, 1.0])[None])
