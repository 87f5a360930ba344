"""Grids of light: filled, smoothed, made finer; sheets packed and coded."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from hallgen.light.grids import filled, finer, smoothed
from hallgen.light.sheets import RANGE, as_texture, coded, decoded, joined

_grids = arrays(
    np.float32,
    st.tuples(st.integers(2, 12), st.integers(2, 12)),
    elements=st.floats(0, 5, width=32),
)


@given(_grids, st.data())
def test_filling_keeps_what_is_valid_and_invents_nothing_brighter(
    grid: np.ndarray, data: st.DataObject
) -> None:
    valid = data.draw(arrays(bool, grid.shape))
    done = filled(grid, valid)
    if not valid.any():
        assert not done.any()
        return
    assert (done[valid] == grid[valid]).all()
    # Means of single precision may pass the brightest by its last digit.
    assert done.max() <= grid[valid].max() * (1 + 1e-5) + 1e-6


@given(_grids)
def test_smoothing_keeps_an_even_grid_and_the_range(grid: np.ndarray) -> None:
    assert smoothed(np.full_like(grid, 0.7), 0.9) == pytest.approx(0.7)
    done = smoothed(grid, 0.9)
    assert done.min() >= grid.min() - 1e-4
    assert done.max() <= grid.max() + 1e-4


@given(_grids, st.integers(2, 40), st.integers(2, 40))
def test_a_finer_grid_has_the_same_corners(grid: np.ndarray, rows: int, columns: int) -> None:
    done = finer(grid, rows, columns)
    assert done.shape == (rows, columns)
    for row in (0, -1):
        for column in (0, -1):
            assert done[row, column] == pytest.approx(grid[row, column])


def test_coding_light_is_off_by_a_step_at_most() -> None:
    light = np.linspace(0, RANGE, 4000, dtype=np.float32).reshape(50, 80)
    # One level of 255 and half a level of dither.
    assert np.abs(np.sqrt(decoded(coded(light)) / RANGE) - np.sqrt(light / RANGE)).max() < 1.1 / 255
    assert coded(np.zeros((2, 2), np.float32)).max() == 0


def test_equal_sheets_share_their_place() -> None:
    one, other = np.full((9, 5), 7, np.uint8), np.full((4, 4), 9, np.uint8)
    whole, moves = joined([one, other, one.copy()])
    assert (moves[0] == moves[2]).all()
    assert (moves[0] != moves[1]).any()
    assert whole[0, 0] == 0
    for sheet, move in zip([one, other, one], moves, strict=True):
        x, y = np.round(move[2:] * [whole.shape[1], whole.shape[0]]).astype(int)
        assert (whole[y : y + sheet.shape[0], x : x + sheet.shape[1]] == sheet).all()


def test_a_sheet_is_a_lossless_picture() -> None:
    import io

    from PIL import Image

    sheet = np.random.default_rng(2).integers(0, 255, (20, 30), np.uint8)
    texture = as_texture(sheet)
    assert (texture.width, texture.height) == (30, 20)
    again = np.asarray(Image.open(io.BytesIO(texture.data)).convert("RGB"))
    assert (again == sheet[..., None]).all()
