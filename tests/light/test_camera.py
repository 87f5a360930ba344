"""Cameras look where their poses say."""

from __future__ import annotations

import numpy as np
import pytest

from hallgen.light.pictures.camera import Camera

MIDDLE = np.array([0.5], np.float32)


@pytest.mark.parametrize(
    ("heading", "pitch", "ahead"),
    [
        (0.0, 0.0, (0, 0, -1)),
        (90.0, 0.0, (1, 0, 0)),
        (180.0, 0.0, (0, 0, 1)),
        (0.0, 90.0, (0, 1, 0)),
        (270.0, -45.0, (-np.sqrt(0.5), -np.sqrt(0.5), 0)),
    ],
)
def test_the_middle_is_ahead(heading: float, pitch: float, ahead: tuple[float, ...]) -> None:
    camera = Camera((1, 2, 3), heading, pitch)
    assert camera.directions(MIDDLE, MIDDLE, 1.5)[0] == pytest.approx(ahead, abs=1e-6)


def test_left_is_left_and_up_is_up() -> None:
    camera = Camera((0, 0, 0), 0.0, 0.0, field=90.0)
    ends = np.array([0, 1], np.float32)
    left, right = camera.directions(ends, np.array([0.5, 0.5], np.float32), 2.0)
    assert left == pytest.approx(np.array([-2, 0, -1]) / np.sqrt(5), abs=1e-6)
    assert right == pytest.approx(np.array([2, 0, -1]) / np.sqrt(5), abs=1e-6)
    top, bottom = camera.directions(np.array([0.5, 0.5], np.float32), ends, 2.0)
    assert top == pytest.approx(np.array([0, 1, -1]) / np.sqrt(2), abs=1e-6)
    assert bottom[1] == -top[1]
