"""The measure of how alike two pictures are."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.support.pictures import similarity


def plain(value: int) -> NDArray[np.uint8]:
    return np.full((20, 30, 3), value, np.uint8)


def test_a_picture_is_like_itself() -> None:
    noise = np.random.default_rng(1).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    found = similarity(noise, noise)
    assert found.shape == (10, 20)
    assert found == pytest.approx(1)


def test_plain_pictures_differ_by_their_means() -> None:
    """The paper's equation without variances."""
    constant = (0.01 * 255) ** 2
    expected = (2 * 100 * 150 + constant) / (100**2 + 150**2 + constant)
    assert similarity(plain(100), plain(150)) == pytest.approx(expected)


def test_what_has_another_structure_is_unlike() -> None:
    stripes = plain(40)
    stripes[:, ::4] = 220
    moved = np.roll(stripes, 2, axis=1)
    assert similarity(stripes, moved).mean() < 0
    assert similarity(stripes, plain(int(stripes.mean()))).mean() < 0.1
